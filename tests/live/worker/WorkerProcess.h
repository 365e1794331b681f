// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace rowcast::tests {

inline const QStringList kUntilCaughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};

// The real rowcast-worker as a process, with its JSON lines collected.
class WorkerProcess {
public:
    // document: written to a file of its own; arguments follow "run DOC --json".
    explicit WorkerProcess(const QJsonObject &document, const QString &verb = QStringLiteral("run"));
    ~WorkerProcess();

    void start(const QStringList &arguments = {});
    // Waits until a line satisfies the condition; false after the deadline or the end of the process.
    bool waitFor(const std::function<bool(const QJsonObject &)> &condition, int milliseconds = 60'000);
    bool waitForStatus(const QString &status, const QString &phase = {}, int milliseconds = 60'000);
    // Exit code, or nothing when it did not end in time (it is killed then).
    std::optional<int> waitForEnd(int milliseconds = 60'000);
    // start() and waitForEnd().
    std::optional<int> run(const QStringList &arguments = {}, int milliseconds = 120'000);
    // SIGTERM, once the program is in its main: before that, the signal ends any program.
    void terminate();
    void kill(); // SIGKILL, and waits
    void pause(); // SIGSTOP, as a closed laptop
    void resume(); // SIGCONT
    [[nodiscard]] bool isRunning(); // collects its lines, too
    // For the next start, beside what this process has.
    void setEnvironment(const QString &name, const QString &value);

    [[nodiscard]] const QList<QJsonObject> &lines() const { return m_lines; }
    [[nodiscard]] QJsonObject last(const QString &event) const;
    // What it wrote on standard error, and how it ended.
    [[nodiscard]] QString errorText() const { return QString::fromUtf8(m_errors + m_end); }
    [[nodiscard]] QString lastErrorLine() const;
    [[nodiscard]] QString failureCode() const; // why the task ended; empty: it did not fail
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    void collect();

    QTemporaryDir m_folder;
    QString m_verb;
    QProcess m_process;
    QByteArray m_partial;
    QByteArray m_errors;
    QByteArray m_end;
    QList<QJsonObject> m_lines;
    qsizetype m_seen = 0;
};

} // namespace rowcast::tests
