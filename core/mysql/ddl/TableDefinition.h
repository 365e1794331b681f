// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rowcast::mysql {

enum class Generated : uint8_t { No, Virtual, Stored };

// A column as SQL defines it, whether it was read from information_schema or from a DDL statement in the binlog.
struct ColumnDefinition {
    std::string name; // UTF-8
    std::string
        type; // lower case, as information_schema.columns.column_type: "decimal(10,2) unsigned", "enum('a','b')"
    std::string charset; // "" for types without one; else "utf8mb4", "latin1", ...
    std::string collation; // "" for types without one
    bool nullable = true;
    Generated generated = Generated::No;
    bool invisible = false; // INVISIBLE, my_row_id of a generated invisible primary key included

    bool operator==(const ColumnDefinition &) const = default;
};

// A table as SQL defines it: the form in which schema history is kept. Columns stand in table order, which is the order
// of the binlog's row images.
struct TableDefinition {
    TableId id;
    std::vector<ColumnDefinition> columns;
    std::vector<std::string> primaryKey; // in key order; empty: none
    // Unique keys over whole, not-null columns in definition order, the primary key not among them: a table without a
    // primary key is chunked and identified by the first.
    std::vector<std::vector<std::string>> uniqueKeys;
    std::string charset;
    std::string collation;
    bool isVersioned = false; // MariaDB's WITH SYSTEM VERSIONING: layoutOf() refuses it

    bool operator==(const TableDefinition &) const = default;
};

} // namespace rowcast::mysql
