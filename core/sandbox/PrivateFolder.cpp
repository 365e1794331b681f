// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/PrivateFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace rowcast {

namespace {

// A Unix socket's path has at most 107 bytes, and servers append to this one.
constexpr int kLongestTemporaryPath = 50;

QString temporaryPath()
{
    const QString path = QDir::tempPath();
    return path.size() <= kLongestTemporaryPath ? path : QStringLiteral("/tmp");
}

} // namespace

Result<PrivateFolder> PrivateFolder::make(const QString &purpose)
{
    auto guardian = Guardian::start();
    if (!guardian) {
        return guardian.error();
    }
    QTemporaryDir folder(QStringLiteral("%1/rowcast-%2-XXXXXX").arg(temporaryPath(), purpose));
    if (!folder.isValid()) {
        return Failure{.code = QStringLiteral("sandbox.folder"),
            .cause
            = QCoreApplication::translate("Sandbox", "No temporary folder could be made in %1.").arg(temporaryPath()),
            .remedy
            = QCoreApplication::translate("Sandbox", "Free some space there, or name another folder in `TMPDIR`."),
            .detail = folder.errorString(),
            .retryable = true};
    }
    (*guardian)->watchFolder(folder.path());
    folder.setAutoRemove(false);
    return PrivateFolder(folder.path(), *std::move(guardian));
}

PrivateFolder::PrivateFolder(QString path, std::shared_ptr<Guardian> guardian)
    : m_path(std::move(path))
    , m_guardian(std::move(guardian))
{
}

} // namespace rowcast
