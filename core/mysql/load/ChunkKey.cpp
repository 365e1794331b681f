// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkKey.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/row/CellFromText.h"
#include "core/mysql/row/TypeMap.h"
#include "core/mysql/value/Temporal.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kSignBit = uint64_t(1) << 63;

// Float columns with a fixed number of digits print something else than they compare by; the others are types whose
// order is neither that of a number, a date nor bytes.
bool hasKnownOrder(const ColumnLayout &column)
{
    switch (column.kind) {
    case ValueKind::Float:
    case ValueKind::Double:
        return !column.hasScale;
    case ValueKind::Json:
    case ValueKind::Geometry:
    case ValueKind::Vector:
    case ValueKind::Uuid:
    case ValueKind::Inet4:
    case ValueKind::Inet6:
        return false;
    default:
        return true;
    }
}

uint64_t rankOfLabel(const ColumnLayout &column, std::string_view label)
{
    const auto found = std::find(column.labels.begin(), column.labels.end(), label);
    return found == column.labels.end() ? 0 : uint64_t(found - column.labels.begin()) + 1;
}

uint64_t rankOfLabels(const ColumnLayout &column, std::string_view joined)
{
    uint64_t bits = 0;
    while (!joined.empty()) {
        const size_t end = std::min(joined.find(','), joined.size());
        if (const uint64_t place = rankOfLabel(column, joined.substr(0, end)); place > 0) {
            bits |= uint64_t(1) << (place - 1);
        }
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return bits;
}

uint64_t rankOfBytes(std::string_view bigEndian)
{
    uint64_t value = 0;
    for (const char byte : bigEndian) {
        value = (value << 8) | static_cast<unsigned char>(byte);
    }
    return value;
}

// "-838:59:59.000000" in microseconds, moved above zero.
uint64_t rankOfTime(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    text.remove_prefix(isNegative ? 1 : 0);
    uint64_t parts[3] = {};
    const char *at = text.data();
    const char *end = at + text.size();
    for (uint64_t &part : parts) {
        at = std::from_chars(at, end, part).ptr;
        at += at < end && *at == ':' ? 1 : 0;
    }
    uint64_t micros = ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000000;
    uint64_t unit = 100000;
    for (at += at < end ? 1 : 0; at < end && unit > 0; ++at, unit /= 10) {
        micros += uint64_t(*at - '0') * unit;
    }
    return isNegative ? kSignBit - micros : kSignBit + micros;
}

// "2023-03-23" and "2023-03-23T12:38:28.500Z".
uint64_t rankOfDate(std::string_view text)
{
    DateTimeParts parts;
    const char *at = text.data();
    const char *end = at + text.size();
    for (uint32_t *part : {&parts.year, &parts.month, &parts.day, &parts.hour, &parts.minute, &parts.second}) {
        at = std::from_chars(at, end, *part).ptr;
        at += at < end ? 1 : 0;
    }
    uint32_t unit = 100'000;
    for (; at < end && *at >= '0' && *at <= '9'; ++at, unit /= 10) {
        parts.micros += uint32_t(*at - '0') * unit;
    }
    return parts.rank();
}

// Decimals of one column have the same number of digits behind the point.
std::strong_ordering compareDecimals(std::string_view a, std::string_view b)
{
    const bool isNegativeA = a.starts_with('-');
    const bool isNegativeB = b.starts_with('-');
    if (isNegativeA != isNegativeB) {
        return isNegativeA ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    const auto digits = [](std::string_view text) {
        const size_t first = text.find_first_not_of("-0");
        return first == std::string_view::npos ? std::string_view() : text.substr(first);
    };
    const std::string_view first = digits(isNegativeA ? b : a);
    const std::string_view second = digits(isNegativeA ? a : b);
    return first.size() != second.size() ? first.size() <=> second.size() : first.compare(second) <=> 0;
}

} // namespace

std::string KeyColumn::literal(std::string_view raw) const
{
    switch (layout.kind) {
    case ValueKind::Integer:
    case ValueKind::Decimal:
    case ValueKind::Year:
        return std::string(raw);
    case ValueKind::Float:
    case ValueKind::Double:
        return std::string(raw) + (raw.find('e') == std::string_view::npos ? "e0" : "");
    case ValueKind::Text:
        return '_' + charset + ' ' + hexLiteral(raw);
    case ValueKind::Binary:
    case ValueKind::VarBinary:
        return hexLiteral(raw);
    case ValueKind::Bit:
        return std::to_string(rankOfBytes(raw));
    case ValueKind::Enum: // the server compares labels as texts, but orders them by number
        return std::to_string(rankOfLabel(layout, raw));
    case ValueKind::Set:
        return std::to_string(rankOfLabels(layout, raw));
    default:
        return quotedText(raw);
    }
}

Result<KeyPart> KeyColumn::part(std::string_view raw) const
{
    Arena arena;
    uint64_t replaced = 0;
    const auto cell = cellFromText(layout, raw, arena, replaced);
    if (!cell) {
        return cell.error();
    }
    return part(*cell);
}

KeyPart KeyColumn::part(const Cell &cell) const
{
    KeyPart part;
    switch (cell.kind) {
    case CellKind::Boolean:
    case CellKind::UInt:
        part.rank = cell.u;
        break;
    case CellKind::Int:
        part.rank = uint64_t(cell.i);
        break;
    case CellKind::Float:
        part.real = double(cell.f);
        break;
    case CellKind::Double:
        part.real = cell.d;
        break;
    case CellKind::Absent:
        break;
    case CellKind::Null: // a date that no calendar has: NULL to all others, but the server orders by it
        part.rank = cell.u;
        break;
    case CellKind::Plain:
        part.rank = layout.kind == ValueKind::Time ? rankOfTime(cell.text) : rankOfDate(cell.text);
        break;
    default:
        part.text = cell.text;
        break;
    }
    if (layout.kind == ValueKind::Integer) {
        part.rank ^= layout.isUnsigned ? 0 : kSignBit;
    } else if (layout.kind == ValueKind::Bit && cell.kind == CellKind::Bytes) {
        part.rank = rankOfBytes(cell.text);
    } else if (layout.kind == ValueKind::Enum) {
        part.rank = rankOfLabel(layout, cell.text);
    } else if (layout.kind == ValueKind::Set) {
        part.rank = rankOfLabels(layout, cell.text);
    }
    return part;
}

std::strong_ordering KeyColumn::compare(const KeyPart &a, const KeyPart &b) const
{
    switch (layout.kind) {
    case ValueKind::Float:
    case ValueKind::Double:
        return a.real < b.real ? std::strong_ordering::less
            : a.real > b.real  ? std::strong_ordering::greater
                               : std::strong_ordering::equal;
    case ValueKind::Decimal:
        return compareDecimals(a.text, b.text);
    case ValueKind::Binary:
    case ValueKind::VarBinary:
    case ValueKind::Text:
        return a.text.compare(b.text) <=> 0;
    default:
        return a.rank <=> b.rank;
    }
}

std::optional<ChunkKey> ChunkKey::of(const TableDefinition &definition, const TableLayout &layout)
{
    if (auto key = ofColumns(definition, layout, definition.primaryKey)) {
        return key;
    }
    for (const std::vector<std::string> &names : definition.uniqueKeys) {
        if (auto key = ofColumns(definition, layout, names)) {
            return key;
        }
    }
    return std::nullopt;
}

std::optional<ChunkKey> ChunkKey::ofColumns(
    const TableDefinition &definition, const TableLayout &layout, const std::vector<std::string> &names)
{
    if (names.empty()) {
        return std::nullopt;
    }
    ChunkKey key;
    key.m_isPrimary = names == definition.primaryKey;
    for (const std::string &name : names) {
        const auto column = std::find_if(definition.columns.begin(), definition.columns.end(),
            [&](const ColumnDefinition &candidate) { return candidate.name == name; });
        if (column == definition.columns.end()) {
            return std::nullopt;
        }
        const auto index = size_t(column - definition.columns.begin());
        if (!hasKnownOrder(layout.columns[index])) {
            return std::nullopt;
        }
        key.m_columns.push_back({.name = name,
            .index = uint16_t(index),
            .layout = layout.columns[index],
            .type = column->type,
            .expression = selectExpression(*column),
            .charset = column->charset,
            .collation = column->collation});
    }
    return key;
}

std::vector<std::string> ChunkKey::names() const
{
    std::vector<std::string> names;
    for (const KeyColumn &column : m_columns) {
        names.push_back(column.name);
    }
    return names;
}

bool ChunkKey::hasText() const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [](const KeyColumn &column) { return column.isText(); });
}

KeyValue ChunkKey::valueOf(RowView row) const
{
    KeyValue value;
    value.reserve(m_columns.size());
    for (const KeyColumn &column : m_columns) {
        value.push_back(column.part(row[column.index]));
    }
    return value;
}

Result<KeyValue> ChunkKey::valueOf(const std::vector<std::string> &raws) const
{
    KeyValue value;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        auto part = m_columns[i].part(i < raws.size() ? std::string_view(raws[i]) : std::string_view());
        if (!part) {
            return std::move(part).error();
        }
        value.push_back(std::move(*part));
    }
    return value;
}

std::string ChunkKey::bytesOf(RowView row) const
{
    std::string bytes;
    const auto append
        = [&](const auto &number) { bytes.append(reinterpret_cast<const char *>(&number), sizeof number); };
    for (const KeyColumn &column : m_columns) {
        const KeyPart part = column.part(row[column.index]);
        append(part.rank);
        append(part.real);
        append(part.text.size());
        bytes += part.text;
    }
    return bytes;
}

} // namespace rowcast::mysql
