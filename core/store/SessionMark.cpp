// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SessionMark.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rowcast {

namespace {

QString markOf(const QString &databaseFile, const QString &uid)
{
    return QStringLiteral("%1-session-%2").arg(databaseFile, uid);
}

Failure failureOf(const QString &file, int error)
{
    const bool isRefused = error == EACCES || error == EPERM || error == EROFS;
    const QString native = QDir::toNativeSeparators(file);
    return {.code = isRefused ? QStringLiteral("store.read-only") : QStringLiteral("store.io"),
        .cause = isRefused
            ? QCoreApplication::translate("Store", "The file %1 or its folder may not be written.").arg(native)
            : QCoreApplication::translate("Store", "The file %1 could not be read or written.").arg(native),
        .remedy = isRefused ? QCoreApplication::translate("Store",
                      "Give yourself the right to write there, or start with another folder: `rowcast --data-dir DIR`.")
                            : QCoreApplication::translate("Store", "Check the disk that it lies on."),
        .detail = QString::fromLocal8Bit(std::strerror(error)),
        .retryable = !isRefused};
}

} // namespace

Result<std::unique_ptr<SessionMark>> SessionMark::set(const QString &databaseFile)
{
    const QString uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString file = markOf(databaseFile, uid);
    // closed in programs that this one starts: a server that outlives it must not keep the lock
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return failureOf(file, errno);
    }
    std::unique_ptr<SessionMark> mark(new SessionMark(uid, file, descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return failureOf(file, errno);
    }
    return mark;
}

SessionMark::SessionMark(QString uid, QString file, int descriptor)
    : m_uid(std::move(uid))
    , m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

SessionMark::~SessionMark()
{
    QFile::remove(m_file);
    ::close(m_descriptor);
}

bool SessionMark::isAlive(const QString &databaseFile, const QString &uid)
{
    const QByteArray file = QFile::encodeName(markOf(databaseFile, uid));
    const int descriptor = ::open(file.constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno != ENOENT;
    }
    const bool isLocked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    return isLocked;
}

void SessionMark::clear(const QString &databaseFile, const QString &uid)
{
    QFile::remove(markOf(databaseFile, uid));
}

} // namespace rowcast
