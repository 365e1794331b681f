// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Guardian.h"

#include "core/base/Log.h"
#include "core/sandbox/ChildProcess.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rowcast {

namespace {

// No "--" for kill, which Debian's sh does not know. A dying process may still make files while its folder is being
// removed, hence the attempts.
const char kScript[] = R"(trap '' INT TERM HUP QUIT
groups= folders= newline='
'
while read -r verb what; do
    case $verb in
        folder) folders=$folders$what$newline ;;
        group) groups="$groups $what" ;;
        ended)
            kept=
            for group in $groups; do [ "$group" = "$what" ] || kept="$kept $group"; done
            groups=$kept ;;
    esac
done
for group in $groups; do kill -KILL "-$group" 2>/dev/null; done
set -f
IFS=$newline
for folder in $folders; do
    attempt=0
    while [ -e "$folder" ] && [ $attempt -lt 50 ]; do
        rm -rf -- "$folder" 2>/dev/null || sleep 0.1
        attempt=$((attempt + 1))
    done
done
)";

} // namespace

Result<std::shared_ptr<Guardian>> Guardian::start()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return Failure{.code = QStringLiteral("sandbox.start"),
            .cause = QCoreApplication::translate("Sandbox", "The system refuses another open file."),
            .remedy = QCoreApplication::translate("Sandbox", "Raise the limit of open files: `ulimit -n 4096`."),
            .detail = QString::fromLocal8Bit(std::strerror(errno)),
            .retryable = true};
    }
    ChildStart shell;
    shell.arguments = {"/bin/sh", "-c", kScript, "rowcast-guardian"};
    shell.folder = "/";
    shell.input = ends[1];
    const auto child = startChild(shell, [](pid_t) {});
    ::close(ends[1]);
    if (!child) {
        ::close(ends[0]);
        return child.error();
    }
    return std::shared_ptr<Guardian>(new Guardian(*child, ends[0]));
}

Guardian::Guardian(pid_t shell, int line)
    : m_shell(shell)
    , m_line(line)
{
}

Guardian::~Guardian()
{
    ::close(m_line);
    while (::waitpid(m_shell, nullptr, 0) < 0 && errno == EINTR) { }
}

void Guardian::watchFolder(const QString &path)
{
    tell("folder " + QFile::encodeName(path));
}

void Guardian::watchGroup(pid_t group)
{
    tell("group " + QByteArray::number(group));
}

void Guardian::forgetGroup(pid_t group)
{
    tell("ended " + QByteArray::number(group));
}

void Guardian::tell(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    std::lock_guard lock(m_mutex);
    if (::send(m_line, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) != bytes.size()) {
        qCWarning(lcCommon) << "The guardian of the private servers has gone; after a crash they would stay behind.";
    }
}

} // namespace rowcast
