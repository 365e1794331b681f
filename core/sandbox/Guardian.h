// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>
#include <mutex>

#include <sys/types.h>

namespace rowcast {

// A small shell beside this program that cleans up behind it: when its end of a socket closes (this object's end, or
// this program's, a crash and SIGKILL included), it kills the process groups it was told of and removes the folders.
// It sits in a session of its own, so that a terminal's Ctrl-C does not reach it. Thread-safe; shared by a folder and
// the processes in it. The destructor waits until the cleaning is done.
class Guardian {
public:
    static Result<std::shared_ptr<Guardian>> start();
    ~Guardian();
    Guardian(const Guardian &) = delete;
    Guardian &operator=(const Guardian &) = delete;

    void watchFolder(const QString &path);
    void watchGroup(pid_t group);
    // To be called while the leader is not yet reaped, so that its number cannot have been given to another process.
    void forgetGroup(pid_t group);

private:
    Guardian(pid_t shell, int line);
    void tell(const QByteArray &line);

    const pid_t m_shell;
    const int m_line;
    std::mutex m_mutex;
};

} // namespace rowcast
