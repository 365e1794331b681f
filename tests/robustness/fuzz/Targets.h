// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/robustness/fuzz/Target.h"

#include <vector>

namespace rowcast::fuzz {

[[nodiscard]] const std::vector<Target> &targets();
[[nodiscard]] const Target *findTarget(std::string_view name); // null for an unknown one

} // namespace rowcast::fuzz
