// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/LoadTable.h"

#include <cstdint>
#include <string>

// The statements of the full load. Comparisons of keys of several columns are written out, (a, b) > (x, y) as
// a >= x AND (a > x OR (a = x AND b > y)), because servers do not use an index for the short form.
namespace rowcast::mysql {

// The key of the last of the next `rows` rows within bounds; no row: fewer are left. Answered from the index alone.
[[nodiscard]] std::string boundarySql(const LoadTable &table, const ChunkBounds &within, uint64_t rows);
// All columns of the rows within bounds, in no order.
[[nodiscard]] std::string chunkSql(const LoadTable &table, const ChunkBounds &bounds);
// All columns of all rows.
[[nodiscard]] std::string wholeTableSql(const LoadTable &table);

} // namespace rowcast::mysql
