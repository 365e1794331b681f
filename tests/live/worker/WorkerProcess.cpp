// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/WorkerProcess.h"

#include "tests/live/worker/ProcessStatus.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>

namespace rowcast::tests {

namespace {

constexpr int kSlice = 50;
constexpr int kStartTime = 10'000;

QString workerPath()
{
    return qEnvironmentVariable("ROWCAST_BIN_DIR") + QStringLiteral("/rowcast-worker");
}

// Whether the process has come as far as holding SIGTERM back, the first line of its main.
bool blocksTerm(qint64 processId)
{
    const qulonglong blocked = processStatus(processId, "SigBlk:").toULongLong(nullptr, 16);
    return (blocked >> (SIGTERM - 1) & 1U) != 0;
}

} // namespace

WorkerProcess::WorkerProcess(const QJsonObject &document, const QString &verb)
    : m_verb(verb)
{
    QFile file(m_folder.filePath(QStringLiteral("document.json")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(document).toJson());
    }
}

WorkerProcess::~WorkerProcess()
{
    kill();
}

void WorkerProcess::start(const QStringList &arguments)
{
    m_lines.clear();
    m_errors.clear();
    m_end.clear();
    m_seen = 0;
    m_process.start(workerPath(),
        QStringList{m_verb, m_folder.filePath(QStringLiteral("document.json")), QStringLiteral("--json")} + arguments);
    m_process.waitForStarted();
}

void WorkerProcess::collect()
{
    m_errors += m_process.readAllStandardError();
    m_partial += m_process.readAllStandardOutput();
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n')) {
        m_lines.append(QJsonDocument::fromJson(m_partial.left(end)).object());
        m_partial.remove(0, end + 1);
    }
}

bool WorkerProcess::waitFor(const std::function<bool(const QJsonObject &)> &condition, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (true) {
        collect();
        for (; m_seen < m_lines.size(); ++m_seen) {
            if (condition(m_lines.at(m_seen))) {
                return true;
            }
        }
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning) {
            return false;
        }
        m_process.waitForReadyRead(kSlice);
    }
}

bool WorkerProcess::waitForStatus(const QString &status, const QString &phase, int milliseconds)
{
    return waitFor(
        [&](const QJsonObject &line) {
            return line[QLatin1String("event")] == QLatin1String("status") && line[QLatin1String("Status")] == status
                && (phase.isEmpty() || line[QLatin1String("Phase")] == phase);
        },
        milliseconds);
}

std::optional<int> WorkerProcess::waitForEnd(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (m_process.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        m_process.waitForFinished(kSlice);
        collect();
    }
    if (m_process.state() != QProcess::NotRunning) {
        kill();
        return std::nullopt;
    }
    collect();
    if (m_process.exitStatus() != QProcess::NormalExit) {
        m_end = "(ended by signal " + QByteArray::number(m_process.exitCode()) + ')';
        return std::nullopt;
    }
    m_end = "(ended with exit code " + QByteArray::number(m_process.exitCode()) + ')';
    return m_process.exitCode();
}

std::optional<int> WorkerProcess::run(const QStringList &arguments, int milliseconds)
{
    start(arguments);
    return waitForEnd(milliseconds);
}

void WorkerProcess::terminate()
{
    const QDeadlineTimer deadline(kStartTime);
    while (m_process.state() != QProcess::NotRunning && !blocksTerm(m_process.processId()) && !deadline.hasExpired()) {
        m_process.waitForFinished(1);
    }
    m_process.terminate();
}

void WorkerProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
    collect();
}

void WorkerProcess::pause()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void WorkerProcess::resume()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

bool WorkerProcess::isRunning()
{
    m_process.waitForReadyRead(0);
    collect();
    return m_process.state() != QProcess::NotRunning;
}

void WorkerProcess::setEnvironment(const QString &name, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    if (environment.isEmpty()) {
        environment = QProcessEnvironment::systemEnvironment();
    }
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

QJsonObject WorkerProcess::last(const QString &event) const
{
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        if ((*line)[QLatin1String("event")] == event) {
            return *line;
        }
    }
    return {};
}

QString WorkerProcess::failureCode() const
{
    return last(QStringLiteral("stopped"))[QLatin1String("FailureCode")].toString();
}

QString WorkerProcess::lastErrorLine() const
{
    const QList<QByteArray> lines = m_errors.trimmed().split('\n');
    return QString::fromUtf8(lines.last());
}

} // namespace rowcast::tests
