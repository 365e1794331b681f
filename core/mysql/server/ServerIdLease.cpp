// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ServerIdLease.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QtEndian>

#include <unistd.h>

namespace rowcast::mysql {

namespace {

constexpr uint32_t kMostTries = 10'000;

// Stable over runs and machines, unlike qHash.
uint32_t stableHash(const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return qFromLittleEndian<uint32_t>(digest.constData());
}

Failure takenFailure(uint32_t serverId, const QString &server)
{
    return {.code = QStringLiteral("mysql.server-id.taken"),
        .cause
        = QCoreApplication::translate("ServerIdLease", "Another task on this computer reads from %1 with server id %2.")
              .arg(server)
              .arg(serverId),
        .remedy = QCoreApplication::translate("ServerIdLease",
            "Give this task another `RowcastSettings.ServerId` at the source endpoint, or leave it out: an id is then "
            "derived from the task's identifier."),
        .detail = {},
        .retryable = false};
}

} // namespace

std::unique_ptr<QLockFile> ServerIdLease::lock(uint32_t serverId, const QString &server)
{
    const QString folder = QDir::tempPath() + QStringLiteral("/rowcast-%1").arg(getuid());
    QDir().mkpath(folder);
    auto file = std::make_unique<QLockFile>(QStringLiteral("%1/server-id-%2-%3.lock")
                                                .arg(folder)
                                                .arg(serverId)
                                                .arg(stableHash(server), 8, 16, QLatin1Char('0')));
    file->setStaleLockTime(0); // a lock is as old as its task; one whose process is gone is broken all the same
    if (file->tryLock(0)) {
        return file;
    }
    // Without a place for lock files there is nothing to check against; the server itself still finds a clash.
    return file->error() == QLockFile::LockFailedError ? nullptr : std::move(file);
}

Result<ServerIdLease> ServerIdLease::stated(uint32_t serverId, const QString &server)
{
    auto held = lock(serverId, server);
    if (!held) {
        return takenFailure(serverId, server);
    }
    return ServerIdLease(serverId, std::move(held));
}

Result<ServerIdLease> ServerIdLease::derived(const QString &taskIdentifier, const QString &server)
{
    return firstFree(kFirst + stableHash(taskIdentifier) % kCount, server);
}

Result<ServerIdLease> ServerIdLease::next(const QString &server) const
{
    return firstFree(m_serverId + 1, server);
}

Result<ServerIdLease> ServerIdLease::firstFree(uint32_t from, const QString &server)
{
    for (uint32_t step = 0; step < kMostTries; ++step) {
        const uint32_t serverId = kFirst + (from - kFirst + step) % kCount;
        if (auto held = lock(serverId, server)) {
            return ServerIdLease(serverId, std::move(held));
        }
    }
    return takenFailure(from, server);
}

} // namespace rowcast::mysql
