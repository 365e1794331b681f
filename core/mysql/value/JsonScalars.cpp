// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonScalars.h"

#include "core/base/ByteReader.h"
#include "core/base/Utf8.h"
#include "core/mysql/event/PhysicalColumn.h"
#include "core/mysql/value/Decimal.h"
#include "core/mysql/value/ShortestDigits.h"
#include "core/mysql/value/Temporal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace rowcast::mysql {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

// MySQL: double_quote() in sql-common/json_dom.cc.
void appendEscaped(std::string &out, char c)
{
    switch (c) {
    case '\b':
        out += "\\b";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\r':
        out += "\\r";
        return;
    case '"':
    case '\\':
        out += '\\';
        out += c;
        return;
    default:
        out += "\\u00";
        out += kHexDigits[uint8_t(c) >> 4U];
        out += kHexDigits[uint8_t(c) & 0xFU];
        return;
    }
}

bool needsEscape(char c)
{
    return uint8_t(c) < 0x20 || c == '"' || c == '\\';
}

// In lines as the server writes them (base64_encode() in mysys/base64.cc); "\\n" is JSON's for their end.
void appendBase64(std::string &out, std::string_view data)
{
    constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr size_t kLineBytes = 76 / 4 * 3;
    for (size_t at = 0; at < data.size(); at += 3) {
        out += at > 0 && at % kLineBytes == 0 ? "\\n" : "";
        const size_t left = std::min<size_t>(3, data.size() - at);
        uint32_t group = 0;
        for (size_t i = 0; i < 3; ++i) {
            group = group << 8U | (i < left ? uint8_t(data[at + i]) : 0U);
        }
        for (unsigned i = 0; i < 4; ++i) {
            out += i <= left ? kDigits[group >> (18 - 6 * i) & 0x3FU] : '=';
        }
    }
}

bool appendDecimal(std::string &out, std::string_view data)
{
    Arena arena;
    if (data.size() < 2) {
        return false;
    }
    const auto precision = unsigned(uint8_t(data[0]));
    const auto scale = unsigned(uint8_t(data[1]));
    const std::span bytes(reinterpret_cast<const uint8_t *>(data.data()) + 2, data.size() - 2);
    if (precision > 81 || scale > precision) {
        return false;
    }
    const auto text = decimalText(bytes, precision, scale, arena);
    out += text.value_or(std::string_view());
    return text.has_value();
}

bool appendTemporal(std::string &out, FieldType type, std::string_view data)
{
    if (data.size() != sizeof(int64_t)) {
        return false;
    }
    ByteReader reader(std::span(reinterpret_cast<const uint8_t *>(data.data()), data.size()));
    const auto packed = int64_t(reader.u64());
    const DateTimeParts parts = type == FieldType::Time ? unpackTime(packed) : unpackDateTime(packed);
    std::array<char, 64> text{};
    int length = 0;
    if (type == FieldType::Time) {
        length = std::snprintf(text.data(), text.size(), "\"%s%02u:%02u:%02u.%06u\"", parts.isNegative ? "-" : "",
            parts.hour, parts.minute, parts.second, parts.micros);
    } else if (type == FieldType::Date || type == FieldType::NewDate) {
        length = std::snprintf(text.data(), text.size(), "\"%04u-%02u-%02u\"", parts.year, parts.month, parts.day);
    } else {
        length = std::snprintf(text.data(), text.size(), "\"%04u-%02u-%02u %02u:%02u:%02u.%06u\"", parts.year,
            parts.month, parts.day, parts.hour, parts.minute, parts.second, parts.micros);
    }
    out.append(text.data(), std::min(size_t(length), text.size()));
    return true;
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    std::string repaired;
    if (!isValidUtf8(text)) {
        appendUtf8Repaired(repaired, text);
        text = repaired;
    }
    out += '"';
    while (!text.empty()) {
        const auto plain = size_t(std::find_if(text.begin(), text.end(), needsEscape) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (!text.empty()) {
            appendEscaped(out, text.front());
            text.remove_prefix(1);
        }
    }
    out += '"';
}

// MySQL's my_gcvt(): plain digits where the point lies within 15 digits, else an exponent.
void appendJsonDouble(std::string &out, double value)
{
    constexpr int kMostPlain = 15;
    if (!std::isfinite(value)) { // no server stores one
        out += "null";
        return;
    }
    const ShortestDigits shortest(value);
    const std::string_view digits = shortest.digits;
    const int point = shortest.point;
    out += std::signbit(value) ? "-" : "";
    if (point < -kMostPlain + 1 || point > kMostPlain) {
        out += digits.front();
        if (digits.size() > 1) {
            out += '.';
            out += digits.substr(1);
        }
        out += 'e' + std::to_string(point - 1);
    } else if (point <= 0) {
        out += "0.";
        out.append(size_t(-point), '0');
        out += digits;
    } else if (digits.size() <= size_t(point)) {
        out += digits;
        out.append(size_t(point) - digits.size(), '0');
        out += ".0";
    } else {
        out += digits.substr(0, size_t(point));
        out += '.';
        out += digits.substr(size_t(point));
    }
}

bool appendJsonOpaque(std::string &out, uint8_t fieldType, std::string_view data)
{
    switch (const auto type = static_cast<FieldType>(fieldType)) {
    case FieldType::NewDecimal:
        return appendDecimal(out, data);
    case FieldType::Date:
    case FieldType::NewDate:
    case FieldType::DateTime:
    case FieldType::Timestamp:
    case FieldType::Time:
        return appendTemporal(out, type, data);
    default:
        out += "\"base64:type" + std::to_string(fieldType) + ':';
        appendBase64(out, data);
        out += '"';
        return true;
    }
}

} // namespace rowcast::mysql
