// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

#include <functional>

#include <sys/types.h>

namespace rowcast {

// What a child process starts with.
struct ChildStart {
    QList<QByteArray> arguments; // the first is the program, looked for in PATH
    QList<QByteArray> environment; // additions and replacements, "NAME=value"
    QByteArray folder; // working folder; empty: this program's
    int input = -1; // becomes standard input; -1: /dev/null
    int output = -1; // becomes standard output and error; -1: /dev/null
};

// Starts a child in a session of its own, with no other open file of this program. It begins to run the program only
// after `announce` has been called with its process id; when this program dies before that, the child ends without
// having done anything. Not QProcess, because the start must not depend on the thread that asks, nor end with it.
// Thread-safe. Failure "sandbox.start" where the program cannot be run; the child has ended then.
Result<pid_t> startChild(const ChildStart &start, const std::function<void(pid_t)> &announce);

} // namespace rowcast
