// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/row/TableLayout.h"

#include <string>

namespace rowcast::mysql {

// SQL types to DMS types and to what decoding needs (types of MySQL 5.5 to 9.7 and MariaDB 10 to 11). Every column of
// the definition is in the layout: generated and invisible ones are in row images and in our SELECTs alike.
//
// Failure "mysql.type.unknown", naming table, column and type (or character set).
Result<TableLayout> layoutOf(const TableDefinition &definition);

// What a SELECT has to name to get the text that cellFromText() understands, in a session with
// character_set_results=utf8mb4 and time_zone='+00:00':
//   FLOAT, DOUBLE        (`c` * 1e0)                  all digits, and -0; a FLOAT by itself is rounded to 6 digits
//   FLOAT(M,D), DOUBLE(M,D)  `c`                      digits as the column prints them
//   CHAR, VARCHAR, TEXT  CONVERT(`c` USING binary)    the stored bytes, so that invalid ones come to us and not as '?'
//   the same in utf8mb4, and all other types  `c`     BIT, BINARY, BLOB, GEOMETRY, VECTOR come as raw bytes
// The name is quoted; no alias is added. MySQL and MariaDB take the same expressions.
[[nodiscard]] std::string selectExpression(const ColumnDefinition &column);

} // namespace rowcast::mysql
