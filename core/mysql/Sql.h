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
// X'00ff': bytes as they are. For "no bytes" it is '', since X'' is an error nowhere but an empty binary everywhere.
[[nodiscard]] std::string hexLiteral(std::string_view bytes);

} // namespace rowcast::mysql
