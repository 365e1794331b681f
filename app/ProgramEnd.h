// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rowcast {

// The last call of main, once everything of the program is gone: returns the exit code, or ends the process with it.
// Kafka clients that were retired may still be closing on threads of their own (kafka::Client::retire), and must not
// meet the clean-up that libraries do at exit: without OpenSSL's locks they crash.
[[nodiscard]] int endProgram(int exitCode);

} // namespace rowcast
