// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/PhysicalColumn.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/event/TableMapEvent.h"

namespace rowcast::mysql {

namespace {

// CHAR, ENUM and SET share a type; the first metadata byte is the real one, with two bits of CHAR's length in it,
// upside down (MySQL: Field_string::do_save_field_metadata).
void readStringMetadata(ByteReader &reader, PhysicalColumn &column)
{
    const uint32_t first = reader.u8();
    const uint32_t second = reader.u8();
    if ((first & 0x30U) != 0x30U) {
        column.type = static_cast<FieldType>(first | 0x30U);
        column.length = second | (((first & 0x30U) ^ 0x30U) << 4U);
    } else {
        column.type = static_cast<FieldType>(first);
        column.length = second;
    }
}

void readMetadata(ByteReader &reader, PhysicalColumn &column)
{
    switch (column.type) {
    case FieldType::Float:
    case FieldType::Double:
    case FieldType::Blob:
    case FieldType::TinyBlob:
    case FieldType::MediumBlob:
    case FieldType::LongBlob:
    case FieldType::BlobCompressed:
    case FieldType::Json:
    case FieldType::Geometry:
    case FieldType::Vector:
        column.length = reader.u8();
        return;
    case FieldType::Timestamp2:
    case FieldType::DateTime2:
    case FieldType::Time2:
        column.scale = reader.u8();
        return;
    case FieldType::VarChar:
    case FieldType::VarString:
    case FieldType::VarCharCompressed:
        column.length = reader.u16();
        return;
    case FieldType::Bit: {
        const uint32_t bits = reader.u8();
        column.length = reader.u8() * 8U + bits;
        return;
    }
    case FieldType::NewDecimal:
        column.precision = reader.u8();
        column.scale = reader.u8();
        return;
    case FieldType::String:
    case FieldType::Enum:
    case FieldType::Set:
        return readStringMetadata(reader, column);
    default:
        return;
    }
}

bool isSane(const PhysicalColumn &column)
{
    switch (column.type) {
    case FieldType::Blob:
    case FieldType::TinyBlob:
    case FieldType::MediumBlob:
    case FieldType::LongBlob:
    case FieldType::BlobCompressed:
    case FieldType::Json:
    case FieldType::Geometry:
    case FieldType::Vector:
        return column.length >= 1 && column.length <= 4;
    case FieldType::Timestamp2:
    case FieldType::DateTime2:
    case FieldType::Time2:
        return column.scale <= 6;
    case FieldType::NewDecimal:
        return column.precision >= 1 && column.precision <= 65 && column.scale <= 38
            && column.scale <= column.precision;
    case FieldType::Enum:
        return column.length == 1 || column.length == 2;
    case FieldType::Set:
        return column.length >= 1 && column.length <= 8;
    case FieldType::Bit:
        return column.length >= 1 && column.length <= 64;
    default:
        return true;
    }
}

} // namespace

bool PhysicalColumn::isCharacter() const
{
    switch (type) {
    case FieldType::String:
    case FieldType::VarString:
    case FieldType::VarChar:
    case FieldType::Blob:
    case FieldType::TinyBlob:
    case FieldType::MediumBlob:
    case FieldType::LongBlob:
    case FieldType::BlobCompressed:
    case FieldType::VarCharCompressed:
        return true;
    default:
        return false;
    }
}

bool PhysicalColumn::isNumeric() const
{
    switch (type) {
    case FieldType::Tiny:
    case FieldType::Short:
    case FieldType::Int24:
    case FieldType::Long:
    case FieldType::LongLong:
    case FieldType::NewDecimal:
    case FieldType::Float:
    case FieldType::Double:
    case FieldType::Year:
        return true;
    default:
        return false;
    }
}

Result<std::vector<PhysicalColumn>> physicalColumns(const TableMapEvent &event)
{
    std::vector<PhysicalColumn> columns;
    columns.reserve(event.columnCount());
    ByteReader reader(event.metadata);
    for (const uint8_t type : event.types) {
        PhysicalColumn column;
        column.type = static_cast<FieldType>(type);
        readMetadata(reader, column);
        if (!isSane(column)) {
            return corruptFailure(
                QStringLiteral("TABLE_MAP event with impossible metadata of a column of type %1").arg(type));
        }
        columns.push_back(column);
    }
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("TABLE_MAP event with too little metadata"));
    }
    return columns;
}

} // namespace rowcast::mysql
