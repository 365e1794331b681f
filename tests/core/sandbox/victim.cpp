// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a private process with a child of its own from a thread that ends, prints the folder and the process id, and
// waits to be killed.

#include "core/sandbox/PrivateProcess.h"

#include <QTextStream>

#include <thread>

#include <unistd.h>

int main()
{
    using namespace rowcast;
    auto folder = PrivateFolder::make(QStringLiteral("victim"));
    if (!folder) {
        return 1;
    }
    std::optional<PrivateProcess> process;
    std::thread([&] {
        auto started = PrivateProcess::start(*folder,
            {.program = QStringLiteral("sh"),
                .arguments = {QStringLiteral("-c"), QStringLiteral("sleep 600 & wait")},
                .environment = {},
                .logName = QStringLiteral("log")});
        if (started) {
            process = *std::move(started);
        }
    }).join();
    if (!process) {
        return 1;
    }
    QTextStream(stdout) << folder->path() << ' ' << process->processId() << Qt::endl;
    for (;;) {
        ::pause();
    }
}
