// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/SmallDisk.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>

namespace rowcast::tests {

namespace {

Failure systemFailure(const QString &what)
{
    return {.code = QStringLiteral("test.disk"),
        .cause = what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)),
        .remedy = {},
        .detail = {},
        .retryable = false};
}

bool copy(const QString &from, const QString &to)
{
    return QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from + QStringLiteral("/."), to}) == 0;
}

} // namespace

Result<void> SmallDisk::prepare()
{
    if (::unshare(CLONE_NEWNS) != 0) {
        return systemFailure(QStringLiteral("no mounts of its own (only root may have them)"));
    }
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        return systemFailure(QStringLiteral("the mounts cannot be made private"));
    }
    return {};
}

Result<std::unique_ptr<SmallDisk>> SmallDisk::over(const QString &folder, int megabytes)
{
    const QTemporaryDir kept;
    const QByteArray options = QByteArrayLiteral("size=") + QByteArray::number(megabytes) + 'm';
    if (!copy(folder, kept.path())) {
        return systemFailure(QStringLiteral("the folder cannot be copied"));
    }
    if (::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", 0, options.constData()) != 0) {
        return systemFailure(QStringLiteral("no file system in memory"));
    }
    std::unique_ptr<SmallDisk> disk(new SmallDisk(folder));
    if (!copy(kept.path(), folder)) {
        return systemFailure(QStringLiteral("the folder cannot be copied back"));
    }
    return disk;
}

SmallDisk::~SmallDisk()
{
    ::umount2(m_folder.toLocal8Bit().constData(), MNT_DETACH);
}

Result<void> SmallDisk::fill()
{
    QFile file(ballast());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return systemFailure(QStringLiteral("the disk takes no file"));
    }
    const QByteArray page(4096, 'x');
    while (file.write(page) == page.size()) { }
    return {};
}

void SmallDisk::free()
{
    QFile::remove(ballast());
}

} // namespace rowcast::tests
