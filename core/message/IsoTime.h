// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace rowcast {

// "2020-11-26T13:27:02.482358Z". Times before year 0 or after year 9999 are held at that edge.
[[nodiscard]] std::string isoTime(int64_t micros);

} // namespace rowcast
