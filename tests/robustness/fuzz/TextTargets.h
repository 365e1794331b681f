// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/robustness/fuzz/Target.h"

namespace rowcast::fuzz {

// In the first byte of the DDL target's input: what the history became is restored from its records, too.
inline constexpr uint8_t kWithRestore = 0xC0;

// What takes texts: statements of a binlog, documents of users, records of the checkpoint topic, messages.
[[nodiscard]] std::span<const Target> textTargets();

} // namespace rowcast::fuzz
