// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramEnd.h"

#include "core/kafka/Client.h"

#include <cstdio>
#include <cstdlib>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kPatience{500};

} // namespace

int endProgram(int exitCode)
{
    if (!kafka::Client::awaitRetired(kPatience)) {
        std::fflush(nullptr);
        std::_Exit(exitCode);
    }
    return exitCode;
}

} // namespace rowcast
