// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/TableSchema.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rowcast::mysql {

class CharsetDecoder;
struct TableMapEvent;

// How a column's values are to be understood, whatever bytes carry them.
enum class ValueKind : uint8_t {
    Integer,
    Float,
    Double,
    Decimal,
    Bit,
    Year,
    Date,
    Time,
    DateTime,
    Timestamp,
    Text, // CHAR, VARCHAR, TEXT of a character set
    Binary, // BINARY: padded with zero bytes to its length
    VarBinary, // VARBINARY, BLOB
    Enum,
    Set,
    Json,
    Geometry,
    Vector,
    Uuid,
    Inet4,
    Inet6,
};

// A column of a row image: what SQL says about it, as far as decoding needs it.
struct ColumnLayout {
    std::string name;
    ValueKind kind = ValueKind::Integer;
    uint8_t integerBytes = 0; // Integer: 1, 2, 3, 4, 8
    bool isUnsigned = false;
    uint32_t length = 0; // Binary: bytes; Bit: bits; Text: characters; VarBinary: bytes
    uint8_t precision = 0; // Decimal; FLOAT(M,D), DOUBLE(M,D)
    uint8_t scale = 0; // likewise; digits of the fraction of Time, DateTime, Timestamp
    bool hasScale = false; // FLOAT(M,D), DOUBLE(M,D): printed with exactly scale digits
    bool isCompressed = false; // MariaDB's COMPRESSED
    const CharsetDecoder *charset = nullptr; // Text, Enum, Set
    std::vector<std::string> labels; // Enum, Set; UTF-8
};

// A table's definition, ready for decoding: what SELECT and row images of this moment have to be read by. Immutable.
struct TableLayout {
    TableSchemaPtr schema;
    std::vector<ColumnLayout> columns; // one for each of schema->columns, in the same order, which is the row images'

    // Whether rows under this TABLE_MAP have this layout: number and physical types of the columns and, where the
    // server tells, names, signs, labels. Failure "mysql.schema.mismatch", naming the first difference.
    [[nodiscard]] Result<void> checkAgainst(const TableMapEvent &event) const;
};

using TableLayoutPtr = std::shared_ptr<const TableLayout>;

} // namespace rowcast::mysql
