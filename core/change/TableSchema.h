// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace rowcast {

// AWS DMS's data types (DMS guide, "Data types for AWS Database Migration Service"), as control records name them.
enum class DmsType : uint8_t {
    Boolean,
    Bytes,
    Date,
    Time,
    DateTime,
    Int1,
    Int2,
    Int4,
    Int8,
    UInt1,
    UInt2,
    UInt4,
    UInt8,
    Numeric,
    Real4,
    Real8,
    String,
    WString,
    Blob,
    Clob,
    NClob,
};

// "WSTRING", "UINT8", ...
[[nodiscard]] std::string_view dmsTypeName(DmsType type);

struct Column {
    std::string name; // UTF-8
    DmsType type = DmsType::WString;
    uint32_t length = 0; // characters or bytes; 0 where the type has none
    uint8_t precision = 0; // NUMERIC only
    uint8_t scale = 0; // NUMERIC; digits of the fraction of DATETIME and TIME
    bool nullable = true;
    bool isLob = false; // LOB rules of the task settings apply (BLOB, CLOB, NCLOB)
    std::string sourceType; // as the source prints it: "decimal(10,2) unsigned"

    bool operator==(const Column &) const = default;
};

// The definition of a table from one moment on. Immutable once shared; a DDL makes a new one, so that rows before and
// after it keep their own layout. Holds only the columns that messages show, in the source's order.
struct TableSchema {
    TableId id;
    std::vector<Column> columns;
    std::vector<uint16_t> key; // indices of the primary key's columns in key order; empty: no key
    std::string collation; // of the table, as the source names it

    bool operator==(const TableSchema &) const = default;
};

using TableSchemaPtr = std::shared_ptr<const TableSchema>;

} // namespace rowcast
