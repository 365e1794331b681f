// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace rowcast::mysql {

// The character set of a collation that every server of its kind has under this number; empty for an unknown one.
// "utf8mb3" also where the server says "utf8".
[[nodiscard]] std::string_view charsetOfCollation(uint32_t id);

} // namespace rowcast::mysql
