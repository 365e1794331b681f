// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/ColumnDecoder.h"

#include "core/mysql/bytes/MariaDbCompression.h"
#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/row/ValueText.h"
#include "core/mysql/value/Decimal.h"
#include "core/mysql/value/JsonBinary.h"
#include "core/mysql/value/Temporal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace rowcast::mysql {

namespace {

uint8_t integerWidth(FieldType type)
{
    switch (type) {
    case FieldType::Tiny:
        return 1;
    case FieldType::Short:
        return 2;
    case FieldType::Int24:
        return 3;
    case FieldType::Long:
        return 4;
    default:
        return 8;
    }
}

int64_t signExtended(uint64_t value, uint8_t bytes)
{
    const unsigned unused = 64U - bytes * 8U;
    return int64_t(value << unused) >> unused;
}

std::string_view padded(std::string_view bytes, size_t length, Arena &arena)
{
    if (bytes.size() >= length) {
        return bytes;
    }
    char *const target = arena.allocate(length);
    std::copy(bytes.begin(), bytes.end(), target);
    std::fill(target + bytes.size(), target + length, '\0');
    return {target, length};
}

std::span<const uint8_t> asBytes(std::string_view text)
{
    return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

} // namespace

ColumnDecoder::ColumnDecoder() = default;

ColumnDecoder::ColumnDecoder(const ColumnLayout &layout, const PhysicalColumn &physical)
    : m_layout(&layout)
    , m_form(formOf(layout, physical))
    , m_type(physical.type)
    , m_width(lengthBytesOf(physical))
    , m_digits(layout.scale)
{
}

ColumnDecoder::Form ColumnDecoder::formOf(const ColumnLayout &layout, const PhysicalColumn &physical)
{
    switch (layout.kind) {
    case ValueKind::Integer:
        return layout.isUnsigned ? Form::Unsigned : Form::Signed;
    case ValueKind::Float:
        return layout.hasScale ? Form::FixedFloat : Form::Float;
    case ValueKind::Double:
        return layout.hasScale ? Form::FixedDouble : Form::Double;
    case ValueKind::Decimal:
        return Form::Decimal;
    case ValueKind::Bit:
        return Form::Bit;
    case ValueKind::Year:
        return Form::Year;
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::Timestamp:
        return Form::Temporal;
    case ValueKind::Text:
        return layout.isCompressed ? Form::CompressedText : Form::Text;
    case ValueKind::Binary:
        return Form::PaddedBytes;
    case ValueKind::VarBinary:
        return layout.isCompressed ? Form::CompressedBytes : Form::Bytes;
    case ValueKind::Geometry:
    case ValueKind::Vector:
        return Form::Bytes;
    case ValueKind::Enum:
        return Form::Enum;
    case ValueKind::Set:
        return Form::Set;
    case ValueKind::Json:
        return physical.type == FieldType::Json ? Form::Json : Form::JsonText;
    case ValueKind::Uuid:
        return Form::Uuid;
    case ValueKind::Inet4:
        return Form::Inet4;
    case ValueKind::Inet6:
        return Form::Inet6;
    }
    return Form::Bytes;
}

uint8_t ColumnDecoder::lengthBytesOf(const PhysicalColumn &physical)
{
    switch (physical.type) {
    case FieldType::String:
    case FieldType::VarChar:
    case FieldType::VarString:
    case FieldType::VarCharCompressed:
        return physical.length > 255 ? 2 : 1;
    case FieldType::Bit:
        return uint8_t((physical.length + 7) / 8);
    case FieldType::NewDecimal:
        return uint8_t(decimalBytes(physical.precision, physical.scale));
    case FieldType::Tiny:
    case FieldType::Short:
    case FieldType::Int24:
    case FieldType::Long:
    case FieldType::LongLong:
        return integerWidth(physical.type);
    default:
        return uint8_t(physical.length); // blobs, JSON, ENUM, SET
    }
}

bool ColumnDecoder::read(ByteReader &reader, Arena &arena, Cell &cell)
{
    switch (m_form) {
    case Form::Signed:
        cell = Cell::integer(signExtended(reader.little(m_width), m_width));
        return reader.ok();
    case Form::Unsigned:
        cell = Cell::unsignedInteger(reader.little(m_width));
        return reader.ok();
    case Form::Float:
    case Form::Double:
    case Form::FixedFloat:
    case Form::FixedDouble:
        return readReal(reader, arena, cell);
    case Form::Decimal: {
        const auto text = decimalText(reader.bytes(m_width), m_layout->precision, m_layout->scale, arena);
        cell = Cell::view(CellKind::Number, text.value_or(std::string_view()));
        return text.has_value();
    }
    case Form::Bit:
        cell = bitCell(reader.text(m_width), m_layout->length);
        return reader.ok();
    case Form::Year: {
        const uint8_t year = reader.u8();
        cell = Cell::unsignedInteger(year == 0 ? 0 : 1900U + year);
        return reader.ok();
    }
    case Form::Temporal: {
        const auto value = readTemporal(reader, m_type, m_digits, arena);
        cell = value.value_or(Cell::null());
        return value.has_value() && reader.ok();
    }
    case Form::Enum:
    case Form::Set:
        return readLabels(reader, arena, cell);
    case Form::Json:
        return readJson(reader, arena, cell);
    case Form::CompressedText:
    case Form::CompressedBytes:
        return readCompressed(reader, arena, cell);
    case Form::Uuid:
    case Form::Inet4:
    case Form::Inet6:
        return readNetworkType(reader, arena, cell);
    default:
        return readBytes(reader, arena, cell);
    }
}

bool ColumnDecoder::readReal(ByteReader &reader, Arena &arena, Cell &cell) const
{
    const bool isFloat = m_form == Form::Float || m_form == Form::FixedFloat;
    const float single = isFloat ? std::bit_cast<float>(reader.u32()) : 0;
    const double value = isFloat ? double(single) : std::bit_cast<double>(reader.u64());
    if (!reader.ok() || !std::isfinite(value)) { // no server stores infinities
        return false;
    }
    if (m_form == Form::Float) {
        cell = Cell::real(single);
    } else if (m_form == Form::Double) {
        cell = Cell::real(value);
    } else {
        cell = Cell::view(CellKind::Number, fixedRealText(value, m_digits, arena));
    }
    return true;
}

Cell ColumnDecoder::textCell(CellKind kind, std::string_view bytes, Arena &arena)
{
    const CharsetDecoder &charset = m_layout->charset == nullptr ? CharsetDecoder::utf8() : *m_layout->charset;
    return Cell::view(kind, charset.decode(bytes, arena, m_replaced));
}

bool ColumnDecoder::readBytes(ByteReader &reader, Arena &arena, Cell &cell)
{
    const std::string_view bytes = sized(reader);
    if (!reader.ok()) {
        return false;
    }
    switch (m_form) {
    case Form::Text:
        cell = textCell(CellKind::Text, bytes, arena);
        return true;
    case Form::JsonText:
        cell = textCell(CellKind::Json, bytes, arena);
        return true;
    case Form::PaddedBytes:
        cell = Cell::view(CellKind::Bytes, padded(bytes, m_layout->length, arena));
        return true;
    default:
        cell = Cell::view(CellKind::Bytes, bytes);
        return true;
    }
}

bool ColumnDecoder::readCompressed(ByteReader &reader, Arena &arena, Cell &cell)
{
    const std::string_view bytes = sized(reader);
    const auto value = MariaDbCompressed::ofColumn(asBytes(bytes));
    if (!reader.ok() || !value) {
        return false;
    }
    std::string_view plain(reinterpret_cast<const char *>(value->bytes.data()), value->bytes.size());
    if (!value->isStored) {
        char *const target = arena.allocate(value->plainBytes);
        if (!value->inflateInto({reinterpret_cast<uint8_t *>(target), value->plainBytes})) {
            return false;
        }
        plain = {target, value->plainBytes};
    }
    cell = m_form == Form::CompressedText ? textCell(CellKind::Text, plain, arena) : Cell::view(CellKind::Bytes, plain);
    return true;
}

bool ColumnDecoder::readLabels(ByteReader &reader, Arena &arena, Cell &cell) const
{
    const uint64_t value = reader.little(m_width);
    const auto text
        = m_form == Form::Enum ? enumText(m_layout->labels, value) : setText(m_layout->labels, value, arena);
    cell = Cell::view(CellKind::Text, text.value_or(std::string_view()));
    return reader.ok() && text.has_value();
}

bool ColumnDecoder::readNetworkType(ByteReader &reader, Arena &arena, Cell &cell) const
{
    std::array<uint8_t, 16> bytes{};
    const std::string_view stored = sized(reader); // zero bytes at the end are left out
    if (!reader.ok() || stored.size() > (m_form == Form::Inet4 ? 4 : bytes.size())) {
        return false;
    }
    std::copy(stored.begin(), stored.end(), bytes.begin());
    const std::string_view text = m_form == Form::Uuid ? uuidText(bytes, arena)
        : m_form == Form::Inet4                        ? inet4Text(bytes, arena)
                                                       : inet6Text(bytes, arena);
    cell = Cell::view(CellKind::Text, text);
    return true;
}

bool ColumnDecoder::readJson(ByteReader &reader, Arena &arena, Cell &cell)
{
    m_jsonBytes = asBytes(sized(reader));
    m_scratch.clear();
    if (!reader.ok() || !appendJsonText(m_scratch, m_jsonBytes)) {
        return false;
    }
    cell = Cell::view(CellKind::Json, arena.copy(m_scratch));
    return true;
}

} // namespace rowcast::mysql
