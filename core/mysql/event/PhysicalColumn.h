// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <vector>

namespace rowcast::mysql {

struct TableMapEvent;

// enum_field_types as they stand in TABLE_MAP events (MySQL: include/field_types.h; MariaDB adds the compressed ones).
enum class FieldType : uint8_t {
    Decimal = 0,
    Tiny = 1,
    Short = 2,
    Long = 3,
    Float = 4,
    Double = 5,
    Null = 6,
    Timestamp = 7,
    LongLong = 8,
    Int24 = 9,
    Date = 10,
    Time = 11,
    DateTime = 12,
    Year = 13,
    NewDate = 14,
    VarChar = 15,
    Bit = 16,
    Timestamp2 = 17,
    DateTime2 = 18,
    Time2 = 19,
    TypedArray = 20,
    BlobCompressed = 140,
    VarCharCompressed = 141,
    Vector = 242,
    Json = 245,
    NewDecimal = 246,
    Enum = 247,
    Set = 248,
    TinyBlob = 249,
    MediumBlob = 250,
    LongBlob = 251,
    Blob = 252,
    VarString = 253,
    String = 254,
    Geometry = 255,
};

// How a column's value lies in row images: type and metadata of the TABLE_MAP, unpacked.
struct PhysicalColumn {
    FieldType type = FieldType::Tiny; // ENUM and SET are told apart from CHAR, which shares their number
    uint32_t length = 0; // VarChar, String: most bytes; Enum, Set: bytes of a value; Bit: bits; Blob and kin: bytes of
                         // the length prefix
    uint8_t precision = 0; // NewDecimal
    uint8_t scale = 0; // NewDecimal; digits of the fraction of Timestamp2, DateTime2, Time2

    // CHAR, VARCHAR, TEXT, BLOB and BINARY: those with a character set in the optional metadata.
    [[nodiscard]] bool isCharacter() const;
    // Those with a bit in the optional metadata's signs.
    [[nodiscard]] bool isNumeric() const;
};

Result<std::vector<PhysicalColumn>> physicalColumns(const TableMapEvent &event);

} // namespace rowcast::mysql
