// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/ddl/SqlLexer.h"

#include <string>
#include <string_view>

namespace rowcast::mysql {

// Reads the text of one QUERY event (UTF-8; see TextDecoder for statements of other character sets). Never throws and
// never fails: what it cannot read is an UnparsedDdl with the tables it may touch, and what concerns no table's layout
// is Irrelevant, decided by its first words. Pure; any thread.
[[nodiscard]] DdlStatement parseDdl(std::string_view sql, const SqlDialect &dialect, const std::string &defaultSchema);

} // namespace rowcast::mysql
