// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/RowCounter.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/event/RowsEvent.h"
#include "core/mysql/event/TableMapEvent.h"

#include <utility>

namespace rowcast::mysql {

namespace {

bool hasBit(std::span<const uint8_t> bitmap, size_t bit)
{
    return bit / 8 < bitmap.size() && (bitmap[bit / 8] >> (bit % 8) & 1U) != 0;
}

// Bytes of a packed DECIMAL: four for each nine digits, fewer for the rest (MySQL: decimal_bin_size).
size_t decimalBytes(const PhysicalColumn &column)
{
    constexpr uint8_t kRest[] = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    const size_t whole = size_t(column.precision) - column.scale;
    return whole / 9 * 4 + kRest[whole % 9] + size_t(column.scale) / 9 * 4 + kRest[column.scale % 9U];
}

// Bytes of values whose size does not depend on the value; 0 for the others.
size_t fixedBytes(const PhysicalColumn &column)
{
    switch (column.type) {
    case FieldType::Tiny:
    case FieldType::Year:
        return 1;
    case FieldType::Short:
        return 2;
    case FieldType::Int24:
    case FieldType::Date:
    case FieldType::NewDate:
    case FieldType::Time:
        return 3;
    case FieldType::Long:
    case FieldType::Timestamp:
        return 4;
    case FieldType::LongLong:
    case FieldType::DateTime:
        return 8;
    case FieldType::Float:
    case FieldType::Double:
    case FieldType::Enum:
    case FieldType::Set:
        return column.length;
    case FieldType::Bit:
        return (column.length + 7) / 8;
    case FieldType::Timestamp2:
        return 4U + (column.scale + 1U) / 2;
    case FieldType::DateTime2:
        return 5U + (column.scale + 1U) / 2;
    case FieldType::Time2:
        return 3U + (column.scale + 1U) / 2;
    case FieldType::NewDecimal:
        return decimalBytes(column);
    default:
        return 0;
    }
}

void skipValue(ByteReader &reader, const PhysicalColumn &column)
{
    switch (column.type) {
    case FieldType::VarChar:
    case FieldType::VarString:
    case FieldType::VarCharCompressed:
    case FieldType::String:
        return reader.skip(reader.little(column.length > 255 ? 2 : 1));
    case FieldType::Blob:
    case FieldType::TinyBlob:
    case FieldType::MediumBlob:
    case FieldType::LongBlob:
    case FieldType::BlobCompressed:
    case FieldType::Json:
    case FieldType::Geometry:
    case FieldType::Vector:
        return reader.skip(reader.little(column.length));
    case FieldType::Null:
        return;
    default:
        break;
    }
    const size_t bytes = fixedBytes(column);
    if (bytes == 0) {
        reader.fail();
    }
    reader.skip(bytes);
}

void skipImage(ByteReader &reader, const std::vector<PhysicalColumn> &columns, std::span<const uint8_t> present)
{
    size_t count = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        count += hasBit(present, i) ? 1U : 0U;
    }
    const auto nulls = reader.bytes((count + 7) / 8);
    size_t bit = 0;
    for (size_t i = 0; i < columns.size() && reader.ok(); ++i) {
        if (hasBit(present, i) && !hasBit(nulls, bit++)) {
            skipValue(reader, columns[i]);
        }
    }
}

// Which JSON columns of the after image are differences: an option word and, where it says so, a bitmap. Differences
// have the length prefix of a whole document, so the image itself is stepped over alike.
void skipPartialOptions(ByteReader &reader, const std::vector<PhysicalColumn> &columns)
{
    if ((reader.lengthEncoded() & 1U) == 0) {
        return;
    }
    size_t count = 0;
    for (const PhysicalColumn &column : columns) {
        count += column.type == FieldType::Json ? 1 : 0;
    }
    reader.skip((count + 7) / 8);
}

} // namespace

Result<RowCounter> RowCounter::create(const TableMapEvent &event)
{
    auto columns = physicalColumns(event);
    if (!columns) {
        return columns.error();
    }
    RowCounter counter;
    counter.m_columns = *std::move(columns);
    return counter;
}

Result<uint64_t> RowCounter::count(const RowsEvent &event) const
{
    ByteReader reader(event.rows);
    uint64_t rows = event.isOneRowOfDefaults() ? 1 : 0;
    for (; reader.ok() && !reader.atEnd(); ++rows) {
        const size_t before = reader.position();
        if (event.hasBefore()) {
            skipImage(reader, m_columns, event.columnsBefore);
        }
        if (event.kind == RowsKind::PartialUpdate) {
            skipPartialOptions(reader, m_columns);
        }
        if (event.hasAfter()) {
            skipImage(reader, m_columns, event.columnsAfter);
        }
        if (reader.position() == before) {
            break; // rows without any byte: nothing to count them by
        }
    }
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("rows that do not fit their TABLE_MAP"));
    }
    return rows;
}

} // namespace rowcast::mysql
