// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/PrivateProcess.h"

#include "core/base/Clock.h"
#include "core/sandbox/ChildProcess.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
constexpr auto kPollInterval = 10ms;
constexpr qint64 kTailBytes = 16 * 1024;

QStringList lastLines(const QString &path, int lines)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(std::max<qint64>(0, file.size() - kTailBytes));
    QStringList all = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return all.mid(std::max<qsizetype>(0, all.size() - lines));
}

Failure endedFailure(const QString &name, const QString &log)
{
    return {.code = QStringLiteral("sandbox.ended"),
        .cause = QCoreApplication::translate("Sandbox", "%1 ended while it was starting.").arg(name),
        .remedy = QCoreApplication::translate(
            "Sandbox", "The details show its last output. Fix what it reports and start again."),
        .detail = log,
        .retryable = false};
}

Failure deadlineFailure(const QString &name, std::chrono::milliseconds timeout, const QString &log)
{
    return {.code = QStringLiteral("sandbox.deadline"),
        .cause = QCoreApplication::translate("Sandbox", "%1 was not ready within %2 seconds.")
                     .arg(name)
                     .arg(std::chrono::duration_cast<std::chrono::seconds>(timeout).count()),
        .remedy
        = QCoreApplication::translate("Sandbox", "Close programs that keep this computer busy, and start again."),
        .detail = log,
        .retryable = true};
}

} // namespace

Result<PrivateProcess> PrivateProcess::start(const PrivateFolder &folder, const ProcessCommand &command)
{
    const QString logPath = folder.filePath(command.logName);
    const int log = ::open(QFile::encodeName(logPath).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ChildStart child;
    child.arguments.append(QFile::encodeName(command.program));
    for (const QString &argument : command.arguments) {
        child.arguments.append(argument.toLocal8Bit());
    }
    for (const QString &entry : command.environment) {
        child.environment.append(entry.toLocal8Bit());
    }
    child.folder = QFile::encodeName(folder.path());
    child.output = log;
    pid_t announced = -1;
    const auto started = startChild(child, [&](pid_t process) {
        announced = process;
        folder.guardian()->watchGroup(process);
    });
    if (log >= 0) {
        ::close(log);
    }
    if (!started) {
        if (announced > 0) {
            folder.guardian()->forgetGroup(announced);
        }
        return started.error();
    }
    return PrivateProcess(*started, logPath, folder.guardian());
}

Result<void> PrivateProcess::run(const PrivateFolder &folder, const ProcessCommand &command,
    std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    auto process = start(folder, command);
    if (!process) {
        return process.error();
    }
    if (!process->waitForEnd(timeout, stop)) {
        return stop.stop_requested() ? stoppedFailure() : deadlineFailure(command.program, timeout, process->logTail());
    }
    if (process->exitCode() == 0) {
        return {};
    }
    return Failure{.code = QStringLiteral("sandbox.command"),
        .cause = QCoreApplication::translate("Sandbox", "The program %1 failed with exit code %2.")
                     .arg(command.program)
                     .arg(process->exitCode().value_or(-1)),
        .remedy = QCoreApplication::translate(
            "Sandbox", "The details show its last output. Fix what it reports and start again."),
        .detail = process->logTail(),
        .retryable = false};
}

PrivateProcess::PrivateProcess(pid_t process, QString logPath, std::shared_ptr<Guardian> guardian)
    : m_process(process)
    , m_logPath(std::move(logPath))
    , m_guardian(std::move(guardian))
{
}

PrivateProcess::PrivateProcess(PrivateProcess &&other) noexcept
    : m_process(std::exchange(other.m_process, -1))
    , m_logPath(std::move(other.m_logPath))
    , m_guardian(std::move(other.m_guardian))
    , m_exitCode(other.m_exitCode)
{
}

PrivateProcess &PrivateProcess::operator=(PrivateProcess &&other) noexcept
{
    if (this != &other) {
        close();
        m_process = std::exchange(other.m_process, -1);
        m_logPath = std::move(other.m_logPath);
        m_guardian = std::move(other.m_guardian);
        m_exitCode = other.m_exitCode;
    }
    return *this;
}

PrivateProcess::~PrivateProcess()
{
    close();
}

void PrivateProcess::close()
{
    if (m_process > 0) {
        kill();
    }
}

bool PrivateProcess::isRunning()
{
    if (m_process <= 0 || m_exitCode) {
        return false;
    }
    siginfo_t info = {};
    if (::waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
        // somebody else has reaped it: the number may be another process's by now
        m_guardian->forgetGroup(m_process);
        m_exitCode = -1;
        return false;
    }
    if (info.si_pid == 0) {
        return true;
    }
    // Not reaped yet: the number is still this process's own, so its group and the guardian can be told safely.
    ::kill(-m_process, SIGKILL);
    m_guardian->forgetGroup(m_process);
    ::waitpid(m_process, nullptr, 0);
    m_exitCode = info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
    return false;
}

std::optional<int> PrivateProcess::exitCode()
{
    return isRunning() ? std::nullopt : m_exitCode;
}

bool PrivateProcess::waitForEnd(std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    SystemClock clock;
    const auto deadline = clock.steady() + timeout;
    while (isRunning()) {
        if (clock.steady() >= deadline || !clock.sleep(kPollInterval, stop)) {
            return false;
        }
    }
    return true;
}

void PrivateProcess::signal(int number)
{
    if (isRunning()) {
        ::kill(m_process, number);
    }
}

void PrivateProcess::kill()
{
    if (isRunning()) {
        ::kill(-m_process, SIGKILL);
        waitForEnd(30s);
    }
}

void PrivateProcess::end(std::chrono::milliseconds timeout)
{
    // a stopped process would not see the request
    signal(SIGCONT);
    signal(SIGTERM);
    if (!waitForEnd(timeout)) {
        kill();
    }
}

QString PrivateProcess::logTail(int lines) const
{
    return lastLines(m_logPath, lines).join(QLatin1Char('\n'));
}

Result<void> waitUntilReady(PrivateProcess &process, const QString &name, const std::function<bool()> &isReady,
    std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    SystemClock clock;
    const auto deadline = clock.steady() + timeout;
    while (!isReady()) {
        if (!process.isRunning()) {
            return endedFailure(name, process.logTail());
        }
        if (clock.steady() >= deadline) {
            return deadlineFailure(name, timeout, process.logTail());
        }
        if (!clock.sleep(kPollInterval, stop)) {
            return stoppedFailure();
        }
    }
    return {};
}

} // namespace rowcast
