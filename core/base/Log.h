// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace rowcast {

// Categories are named after DMS's log components, so that Logging.LogComponents of a task means something.
Q_DECLARE_LOGGING_CATEGORY(lcSourceCapture) // reading changes
Q_DECLARE_LOGGING_CATEGORY(lcSourceUnload) // reading full loads
Q_DECLARE_LOGGING_CATEGORY(lcTargetApply) // writing to Kafka
Q_DECLARE_LOGGING_CATEGORY(lcTaskManager) // life cycle, retries, checkpoints
Q_DECLARE_LOGGING_CATEGORY(lcMetadata) // definitions of tables, DDL
Q_DECLARE_LOGGING_CATEGORY(lcCommon) // everything else

struct LogLine {
    int64_t micros = 0; // since 1970 UTC
    char severity = 'I'; // E W I D, DMS's letters
    QString component; // SOURCE_CAPTURE, ...
    QString task; // identifier, or empty
    QString text;
};

// Where the lines of this process go: a handler for Qt's messages that keeps the last lines for the log view and passes
// each on to a listener. Thread-safe. One per program, made in main() and handed on from there.
class LogSink {
public:
    using Listener = std::function<void(const LogLine &)>;
    explicit LogSink(size_t keep = 5000);
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    // Called on the thread that logs, one call at a time; must be quick and must not log.
    void setListener(Listener listener);
    void append(LogLine line);
    [[nodiscard]] std::vector<LogLine> recent(const QString &task, size_t most) const;

private:
    const size_t m_keep;
    mutable std::mutex m_mutex;
    std::deque<LogLine> m_lines;
    Listener m_listener;
};

// Names the task for the lines that this thread logs while the scope lives.
class LogTaskScope {
public:
    explicit LogTaskScope(const QString &task);
    ~LogTaskScope();
    LogTaskScope(const LogTaskScope &) = delete;
    LogTaskScope &operator=(const LogTaskScope &) = delete;

private:
    QString m_previous;
};

// "2023-01-01T10:00:00 [SOURCE_CAPTURE ]I: text", as DMS writes it.
[[nodiscard]] QString formatLogLine(const LogLine &line);

} // namespace rowcast
