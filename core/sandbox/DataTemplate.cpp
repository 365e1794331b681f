// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/DataTemplate.h"

#include "core/base/Log.h"
#include "core/sandbox/Installation.h"
#include "core/sandbox/PrivateProcess.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
constexpr auto kCopyTimeout = 60s;

// How the folder is laid out here; a change makes the older templates unused.
const QString kLayout = QStringLiteral("1:");

} // namespace

DataTemplate::DataTemplate(const QString &key)
    : m_templates(cacheFolder() + QStringLiteral("/templates"))
    , m_path(m_templates + QLatin1Char('/')
          + QString::fromLatin1(
              QCryptographicHash::hash((kLayout + key).toUtf8(), QCryptographicHash::Sha256).toHex().left(24)))
{
}

Result<void> DataTemplate::fill(const PrivateFolder &folder, const QString &target,
    const std::function<Result<void>()> &initialise, const std::stop_token &stop) const
{
    if (QDir(m_path).exists() && copy(folder, m_path, target, stop)) {
        return {};
    }
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    QDir(target).removeRecursively();
    const auto initialised = initialise();
    if (initialised) {
        keep(folder, target, stop);
    }
    return initialised;
}

bool DataTemplate::copy(
    const PrivateFolder &folder, const QString &from, const QString &to, const std::stop_token &stop) const
{
    const ProcessCommand command{.program = QStringLiteral("cp"),
        .arguments = {QStringLiteral("-a"), QStringLiteral("--reflink=auto"), QStringLiteral("--"), from, to},
        .environment = {},
        .logName = QStringLiteral("copy.log")};
    return PrivateProcess::run(folder, command, kCopyTimeout, stop).has_value();
}

void DataTemplate::keep(const PrivateFolder &folder, const QString &filled, const std::stop_token &stop) const
{
    if (!QDir().mkpath(m_templates)) {
        return;
    }
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(0) || QDir(m_path).exists()) {
        return; // another program keeps its own
    }
    const QString fresh = m_path + QStringLiteral(".new");
    QDir(fresh).removeRecursively(); // of a program that was killed in the middle
    if (!copy(folder, filled, fresh, stop) || !QDir().rename(fresh, m_path)) {
        QDir(fresh).removeRecursively();
        qCInfo(lcCommon) << "No template was kept in" << m_templates << "- the next start initialises again.";
    }
}

} // namespace rowcast
