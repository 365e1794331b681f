// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/CellFromText.h"

#include "core/mysql/charset/CharsetDecoder.h"
#include "core/mysql/row/ValueText.h"
#include "core/mysql/value/Temporal.h"

#include <QCoreApplication>

#include <charconv>
#include <cstdlib>

namespace rowcast::mysql {

namespace {

template <typename Number> std::optional<Number> numberOf(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<Cell> integerCell(const ColumnLayout &column, std::string_view text)
{
    if (column.isUnsigned || column.kind == ValueKind::Year) { // zeros of ZEROFILL in front do not matter
        const auto value = numberOf<uint64_t>(text);
        return value ? std::optional(Cell::unsignedInteger(*value)) : std::nullopt;
    }
    const auto value = numberOf<int64_t>(text);
    return value ? std::optional(Cell::integer(*value)) : std::nullopt;
}

// Digits as the server prints them, without the zeros that ZEROFILL puts in front.
std::optional<Cell> digitsCell(std::string_view text)
{
    if (text.empty() || text.find_first_not_of("-0123456789.") != std::string_view::npos) {
        return std::nullopt;
    }
    while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') {
        text.remove_prefix(1);
    }
    return Cell::view(CellKind::Number, text);
}

std::optional<Cell> realCell(const ColumnLayout &column, std::string_view text, Arena &arena)
{
    const auto value = numberOf<double>(text);
    if (!value) {
        return std::nullopt;
    }
    if (!column.hasScale) {
        // The text is that of the float as a double: exactly the float again.
        return column.kind == ValueKind::Float ? Cell::real(float(*value)) : Cell::real(*value);
    }
    // Servers print large fixed numbers with an exponent now and then.
    const bool isPlain = text.find_first_of("eE") == std::string_view::npos;
    return isPlain ? digitsCell(text) : Cell::view(CellKind::Number, fixedRealText(*value, column.scale, arena));
}

std::optional<Cell> temporalCell(const ColumnLayout &column, std::string_view text, Arena &arena)
{
    const auto parts = column.kind == ValueKind::Time ? parseTimeText(text) : parseDateTimeText(text);
    if (!parts) {
        return std::nullopt;
    }
    switch (column.kind) {
    case ValueKind::Date:
        return dateCell(*parts, arena);
    case ValueKind::Time:
        return timeCell(*parts, column.scale, arena);
    default:
        return dateTimeCell(*parts, column.scale, arena);
    }
}

std::optional<Cell> cellOf(const ColumnLayout &column, std::string_view text, Arena &arena, uint64_t &replaced)
{
    const CharsetDecoder &utf8 = CharsetDecoder::utf8();
    switch (column.kind) {
    case ValueKind::Integer:
    case ValueKind::Year:
        return integerCell(column, text);
    case ValueKind::Float:
    case ValueKind::Double:
        return realCell(column, text, arena);
    case ValueKind::Decimal:
        return digitsCell(text);
    case ValueKind::Bit:
        return bitCell(text, column.length);
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::DateTime:
    case ValueKind::Timestamp:
        return temporalCell(column, text, arena);
    case ValueKind::Text:
        return Cell::view(
            CellKind::Text, (column.charset == nullptr ? utf8 : *column.charset).decode(text, arena, replaced));
    case ValueKind::Json:
        return Cell::view(CellKind::Json, utf8.decode(text, arena, replaced));
    case ValueKind::Binary:
    case ValueKind::VarBinary:
    case ValueKind::Geometry:
    case ValueKind::Vector:
        return Cell::view(CellKind::Bytes, text);
    case ValueKind::Enum:
    case ValueKind::Set:
    case ValueKind::Uuid:
    case ValueKind::Inet4:
    case ValueKind::Inet6:
        return Cell::view(CellKind::Text, utf8.decode(text, arena, replaced));
    }
    return std::nullopt;
}

Failure unexpected(const ColumnLayout &column, std::string_view text)
{
    constexpr size_t kShown = 100;
    return {QStringLiteral("mysql.value.unexpected"),
        QCoreApplication::translate("Binlog", "The server answered a text for column %1 that no value of it has.")
            .arg(QString::fromStdString(column.name)),
        QCoreApplication::translate("Binlog",
            "If the table was just altered, reload it. Otherwise leave the column out by a rule and report the text."),
        QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), kShown))), false};
}

} // namespace

Result<Cell> cellFromText(
    const ColumnLayout &column, std::optional<std::string_view> text, Arena &arena, uint64_t &replaced)
{
    if (!text) {
        return Cell::null();
    }
    const auto cell = cellOf(column, *text, arena, replaced);
    if (!cell) {
        return unexpected(column, *text);
    }
    return *cell;
}

} // namespace rowcast::mysql
