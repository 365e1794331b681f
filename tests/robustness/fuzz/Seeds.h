// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rowcast::fuzz {

using Bytes = std::vector<uint8_t>;

// Sound inputs from which a target is reached deeply: events that servers wrote (tests/data/mysql), the statements that
// made them, the files of seeds/<target>. Reads them from ROWCAST_SOURCE_DIR.
[[nodiscard]] std::vector<Bytes> seedsOf(std::string_view target);
// What once broke a target: the files of found/<target>.
[[nodiscard]] std::vector<Bytes> foundCases(std::string_view target);

} // namespace rowcast::fuzz
