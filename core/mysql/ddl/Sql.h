// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"

#include <string>
#include <string_view>

// Pieces of SQL text for a session whose sql_mode is empty (Connection's).
namespace rowcast::mysql {

[[nodiscard]] std::string quotedName(std::string_view name); // `a``b`
[[nodiscard]] std::string quotedName(const TableId &table); // `schema`.`table`
[[nodiscard]] std::string quotedText(std::string_view utf8); // 'it''s'
// X'00FF': bytes as they are.
[[nodiscard]] std::string hexLiteral(std::string_view bytes);

} // namespace rowcast::mysql
