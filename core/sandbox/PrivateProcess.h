// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/PrivateFolder.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace rowcast {

struct ProcessCommand {
    QString program; // a path, or a name in PATH
    QStringList arguments;
    QStringList environment; // additions, "NAME=value"
    QString logName; // file of the private folder that takes standard output and error (appended)
};

// A process that belongs to a private folder: it dies with this program, however that ends, and its group with it.
// Usable from any thread, one at a time; movable. The destructor kills what still runs.
class PrivateProcess {
public:
    static Result<PrivateProcess> start(const PrivateFolder &folder, const ProcessCommand &command);
    // Runs a program to its end; Failure "sandbox.command" with its last lines where that is not success in time.
    static Result<void> run(const PrivateFolder &folder, const ProcessCommand &command,
        std::chrono::milliseconds timeout, const std::stop_token &stop);

    PrivateProcess(PrivateProcess &&other) noexcept;
    PrivateProcess &operator=(PrivateProcess &&other) noexcept;
    ~PrivateProcess();

    [[nodiscard]] qint64 processId() const { return m_process; }
    [[nodiscard]] bool isRunning();
    // What a shell would show in $?; nothing while it runs.
    [[nodiscard]] std::optional<int> exitCode();

    // False when the time passed or stop was asked for before the end.
    bool waitForEnd(std::chrono::milliseconds timeout, const std::stop_token &stop = {});
    void signal(int number); // to the process alone; nothing once it has ended
    void kill(); // SIGKILL to the whole group, and waits
    // SIGTERM, then SIGKILL when it still runs after the timeout. May be called twice.
    void end(std::chrono::milliseconds timeout);

    [[nodiscard]] QString logTail(int lines = 20) const;

private:
    PrivateProcess(pid_t process, QString logPath, std::shared_ptr<Guardian> guardian);
    void close();

    pid_t m_process = -1;
    QString m_logPath;
    std::shared_ptr<Guardian> m_guardian;
    std::optional<int> m_exitCode;
};

// Waits until isReady says so, for the servers: a Failure when the process ended before ("sandbox.ended") or the time
// passed ("sandbox.deadline"), both with the last lines of the log in detail; or stopped.
Result<void> waitUntilReady(PrivateProcess &process, const QString &name, const std::function<bool()> &isReady,
    std::chrono::milliseconds timeout, const std::stop_token &stop);

} // namespace rowcast
