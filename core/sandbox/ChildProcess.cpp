// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/ChildProcess.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rowcast {

namespace {

// The numbers that the child's files have before it becomes the program; the last two close by themselves then.
constexpr int kGate = 3;
constexpr int kReport = 4;
constexpr int kFirstUnwanted = 5;
constexpr int kOutOfTheWay = 16;

struct Prepared {
    QByteArray program;
    QByteArray folder;
    std::vector<char *> arguments;
    std::vector<char *> environment;
    int files[kFirstUnwanted] = {-1, -1, -1, -1, -1};
};

struct SocketPair {
    int mine = -1;
    int theirs = -1;
    ~SocketPair()
    {
        closeEnd(mine);
        closeEnd(theirs);
    }
    static void closeEnd(int &end)
    {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
    // A socket and not a pipe: writing to an end that has gone must not raise SIGPIPE.
    bool open()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
            return false;
        }
        mine = ends[0];
        theirs = ends[1];
        return true;
    }
};

Failure startFailure(const QString &program, const QString &detail)
{
    return {.code = QStringLiteral("sandbox.start"),
        .cause = QCoreApplication::translate("Sandbox", "The program %1 could not be started.").arg(program),
        .remedy = QCoreApplication::translate("Sandbox", "Check that it is installed and may be run by this user."),
        .detail = detail,
        .retryable = false};
}

void closeUnwanted()
{
#ifdef SYS_close_range
    if (::syscall(SYS_close_range, static_cast<unsigned>(kFirstUnwanted), ~0U, 0U) == 0) {
        return;
    }
#endif
    for (int file = kFirstUnwanted; file < 4096; ++file) {
        ::close(file);
    }
}

// Moves the child's files to their numbers. Two steps, as a source may have a number that is still to be filled.
bool placeFiles(const Prepared &prepared)
{
    int parked[kFirstUnwanted];
    for (int number = 0; number < kFirstUnwanted; ++number) {
        parked[number] = ::fcntl(prepared.files[number], F_DUPFD, kOutOfTheWay);
        if (parked[number] < 0) {
            return false;
        }
    }
    for (int number = 0; number < kFirstUnwanted; ++number) {
        if (::dup2(parked[number], number) < 0) {
            return false;
        }
    }
    ::fcntl(kGate, F_SETFD, FD_CLOEXEC);
    ::fcntl(kReport, F_SETFD, FD_CLOEXEC);
    closeUnwanted();
    return true;
}

[[noreturn]] void giveUp(int error)
{
    const ssize_t written = ::write(kReport, &error, sizeof error);
    ::_exit(written == sizeof error ? 127 : 126);
}

// The child between fork and exec: only calls that are safe there (man 7 signal-safety).
[[noreturn]] void becomeProgram(const Prepared &prepared)
{
    ::setsid();
    if (!placeFiles(prepared)) {
        ::_exit(126);
    }
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number) {
        ::sigaction(number, &byDefault, nullptr);
    }
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    char go = 0;
    if (::read(kGate, &go, 1) != 1) {
        ::_exit(126);
    }
    if (!prepared.folder.isEmpty() && ::chdir(prepared.folder.constData()) != 0) {
        giveUp(errno);
    }
    ::execve(prepared.program.constData(), prepared.arguments.data(), prepared.environment.data());
    giveUp(errno);
}

bool isReplaced(const char *entry, const QList<QByteArray> &replacements)
{
    for (const QByteArray &replacement : replacements) {
        const auto nameLength = static_cast<size_t>(replacement.indexOf('=') + 1);
        if (std::strncmp(entry, replacement.constData(), nameLength) == 0) {
            return true;
        }
    }
    return false;
}

Prepared prepare(const ChildStart &start)
{
    Prepared prepared;
    prepared.folder = start.folder;
    const QString name = QString::fromLocal8Bit(start.arguments.value(0));
    prepared.program = name.contains(QLatin1Char('/')) ? start.arguments.value(0)
                                                       : QStandardPaths::findExecutable(name).toLocal8Bit();
    for (const QByteArray &argument : start.arguments) {
        prepared.arguments.push_back(const_cast<char *>(argument.constData()));
    }
    prepared.arguments.push_back(nullptr);
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (!isReplaced(*entry, start.environment)) {
            prepared.environment.push_back(*entry);
        }
    }
    for (const QByteArray &entry : start.environment) {
        prepared.environment.push_back(const_cast<char *>(entry.constData()));
    }
    prepared.environment.push_back(nullptr);
    return prepared;
}

// The error number that the child reported before it could become the program; 0: it is the program now.
int reportedError(int report)
{
    int error = 0;
    ssize_t count = 0;
    do {
        count = ::read(report, &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    return count == sizeof error ? error : 0;
}

} // namespace

Result<pid_t> startChild(const ChildStart &start, const std::function<void(pid_t)> &announce)
{
    const QString name = QString::fromLocal8Bit(start.arguments.value(0));
    Prepared prepared = prepare(start);
    SocketPair gate;
    SocketPair report;
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (prepared.program.isEmpty() || nothing < 0 || !gate.open() || !report.open()) {
        const int error = prepared.program.isEmpty() ? ENOENT : errno;
        ::close(nothing);
        return startFailure(name, QString::fromLocal8Bit(std::strerror(error)));
    }
    const int output = start.output >= 0 ? start.output : nothing;
    const int files[kFirstUnwanted]
        = {start.input >= 0 ? start.input : nothing, output, output, gate.theirs, report.theirs};
    std::copy(std::begin(files), std::end(files), std::begin(prepared.files));

    const pid_t child = ::fork();
    if (child == 0) {
        becomeProgram(prepared);
    }
    const int forkError = errno;
    ::close(nothing);
    if (child < 0) {
        return startFailure(name, QString::fromLocal8Bit(std::strerror(forkError)));
    }
    SocketPair::closeEnd(gate.theirs);
    SocketPair::closeEnd(report.theirs);
    announce(child);
    const char go = 1;
    const bool isLetGo = ::send(gate.mine, &go, 1, MSG_NOSIGNAL) == 1;
    const int error = isLetGo ? reportedError(report.mine) : errno;
    if (error != 0) {
        ::waitpid(child, nullptr, 0);
        return startFailure(name, QString::fromLocal8Bit(std::strerror(error)));
    }
    return child;
}

} // namespace rowcast
