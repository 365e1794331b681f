// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/robustness/fuzz/Target.h"

namespace rowcast::fuzz {

// What takes the bytes of a binlog.
[[nodiscard]] std::span<const Target> decodingTargets();

} // namespace rowcast::fuzz
