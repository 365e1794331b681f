// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Log.h"

#include <QDateTime>

#include <atomic>

namespace rowcast {

Q_LOGGING_CATEGORY(lcSourceCapture, "SOURCE_CAPTURE", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSourceUnload, "SOURCE_UNLOAD", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTargetApply, "TARGET_APPLY", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTaskManager, "TASK_MANAGER", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMetadata, "METADATA_MANAGER", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCommon, "COMMON", QtInfoMsg)

namespace {

// Qt's message handler is a plain function, so the sink that main() made is reached through this pointer.
std::atomic<LogSink *> s_sink = nullptr;
thread_local QString t_task;

char severityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 'D';
    case QtInfoMsg:
        return 'I';
    case QtWarningMsg:
        return 'W';
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return 'E';
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    LogSink *sink = s_sink.load();
    if (sink == nullptr) {
        return;
    }
    QString component = QString::fromLatin1(context.category);
    if (component == QLatin1String("default")) {
        component = QStringLiteral("COMMON");
    }
    sink->append({QDateTime::currentMSecsSinceEpoch() * 1000, severityOf(type), component, t_task, text});
}

} // namespace

LogSink::LogSink(size_t keep)
    : m_keep(keep)
{
    s_sink = this;
    qInstallMessageHandler(handleMessage);
}

LogSink::~LogSink()
{
    qInstallMessageHandler(nullptr);
    s_sink = nullptr;
}

void LogSink::setListener(Listener listener)
{
    std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

void LogSink::append(LogLine line)
{
    std::lock_guard lock(m_mutex);
    if (m_listener) {
        m_listener(line);
    }
    m_lines.push_back(std::move(line));
    if (m_lines.size() > m_keep) {
        m_lines.pop_front();
    }
}

std::vector<LogLine> LogSink::recent(const QString &task, size_t most) const
{
    std::lock_guard lock(m_mutex);
    std::vector<LogLine> found;
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && found.size() < most; ++line) {
        if (task.isEmpty() || line->task == task) {
            found.push_back(*line);
        }
    }
    return {found.rbegin(), found.rend()};
}

LogTaskScope::LogTaskScope(const QString &task)
    : m_previous(std::exchange(t_task, task))
{
}

LogTaskScope::~LogTaskScope()
{
    t_task = m_previous;
}

QString formatLogLine(const LogLine &line)
{
    const QString time
        = QDateTime::fromMSecsSinceEpoch(line.micros / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    const QString task = line.task.isEmpty() ? QString() : line.task + QStringLiteral(": ");
    return QStringLiteral("%1 [%2]%3: %4%5")
        .arg(time, line.component.leftJustified(16), QString(QLatin1Char(line.severity)), task, line.text);
}

} // namespace rowcast
