// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/JsonText.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace rowcast {

namespace {

constexpr uint64_t kOnes = 0x0101010101010101ULL;
constexpr uint64_t kHighs = 0x8080808080808080ULL;
constexpr uint64_t kSixteenDigits = 9'999'999'999'999'999ULL;

// The high bit of each byte below limit (at most 128); bytes behind the first hit may be wrong.
constexpr uint64_t below(uint64_t word, uint64_t limit)
{
    return (word - kOnes * limit) & ~word & kHighs;
}

constexpr bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// The first byte from position on that cannot stand in a JSON string.
size_t findSpecial(std::string_view text, size_t position)
{
    if constexpr (std::endian::native == std::endian::little) {
        while (position + 8 <= text.size()) {
            uint64_t word = 0;
            std::memcpy(&word, text.data() + position, 8);
            const uint64_t hits = below(word, 0x20) | below(word ^ (kOnes * '"'), 1) | below(word ^ (kOnes * '\\'), 1);
            if (hits != 0) {
                return position + size_t(std::countr_zero(hits)) / 8;
            }
            position += 8;
        }
    }
    while (position < text.size() && !needsEscape(text[position])) {
        ++position;
    }
    return position;
}

void appendEscape(std::string &out, char c)
{
    constexpr char kDigits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out.append("\\\"", 2);
        return;
    case '\\':
        out.append("\\\\", 2);
        return;
    case '\b':
        out.append("\\b", 2);
        return;
    case '\f':
        out.append("\\f", 2);
        return;
    case '\n':
        out.append("\\n", 2);
        return;
    case '\r':
        out.append("\\r", 2);
        return;
    case '\t':
        out.append("\\t", 2);
        return;
    default:
        out.append("\\u00", 4);
        out.push_back(kDigits[(c >> 4) & 0xF]);
        out.push_back(kDigits[c & 0xF]);
    }
}

template <typename Number> void appendDigits(std::string &out, Number value)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof(text), value);
    out.append(text, size_t(end.ptr - text));
}

template <typename Real> void appendShortest(std::string &out, Real value, Real plainBelow)
{
    if (!std::isfinite(value)) {
        out.append("null", 4);
        return;
    }
    char text[64];
    const Real size = std::fabs(value);
    const bool isPlain = size == 0 || (size >= Real(1e-5) && size < plainBelow);
    const auto end = isPlain ? std::to_chars(text, text + sizeof(text), value, std::chars_format::fixed)
                             : std::to_chars(text, text + sizeof(text), value);
    out.append(text, size_t(end.ptr - text));
}

// cJSON's way: 15 digits, or 17 where those do not read back.
void appendThroughDouble(std::string &out, double value)
{
    char text[32];
    auto end = std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific, 14);
    double back = 0;
    std::from_chars(text, end.ptr, back);
    if (back != value) {
        end = std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific, 16);
    }
    const std::string_view all(text, size_t(end.ptr - text));
    const size_t exponent = all.find('e');
    std::string_view mantissa = all.substr(0, exponent);
    while (mantissa.ends_with('0')) {
        mantissa.remove_suffix(1);
    }
    if (mantissa.ends_with('.')) {
        mantissa.remove_suffix(1);
    }
    out.append(mantissa);
    out.append(all.substr(exponent));
}

constexpr auto kHexPairs = [] {
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 512> pairs{};
    for (size_t i = 0; i < 256; ++i) {
        pairs[2 * i] = kDigits[i >> 4];
        pairs[2 * i + 1] = kDigits[i & 0xF];
    }
    return pairs;
}();

} // namespace

void appendEscaped(std::string &out, std::string_view text)
{
    size_t copied = 0;
    size_t position = findSpecial(text, 0);
    while (position < text.size()) {
        out.append(text, copied, position - copied);
        appendEscape(out, text[position]);
        copied = position + 1;
        position = findSpecial(text, copied);
    }
    out.append(text, copied, text.size() - copied);
}

void appendQuoted(std::string &out, std::string_view text)
{
    if (findSpecial(text, 0) == text.size()) {
        return appendPlain(out, text);
    }
    out.push_back('"');
    appendEscaped(out, text);
    out.push_back('"');
}

void appendPlain(std::string &out, std::string_view text)
{
    const size_t begin = out.size();
    out.resize(begin + text.size() + 2);
    char *at = out.data() + begin;
    *at++ = '"';
    at = std::copy(text.begin(), text.end(), at);
    *at = '"';
}

void appendHex(std::string &out, std::string_view bytes)
{
    const size_t begin = out.size();
    out.resize(begin + 2 * bytes.size());
    char *at = out.data() + begin;
    for (const char byte : bytes) {
        std::memcpy(at, kHexPairs.data() + 2 * size_t(static_cast<unsigned char>(byte)), 2);
        at += 2;
    }
}

void appendInteger(std::string &out, int64_t value)
{
    appendDigits(out, value);
}

void appendUnsigned(std::string &out, uint64_t value)
{
    appendDigits(out, value);
}

void appendReal(std::string &out, double value)
{
    appendShortest(out, value, 1e15);
}

void appendReal(std::string &out, float value)
{
    appendShortest(out, value, 1e7F);
}

void appendIntegerAsDms(std::string &out, int64_t value)
{
    const uint64_t size = value < 0 ? 0 - uint64_t(value) : uint64_t(value);
    if (size <= kSixteenDigits) {
        appendInteger(out, value);
    } else {
        appendThroughDouble(out, double(value));
    }
}

void appendUnsignedAsDms(std::string &out, uint64_t value)
{
    if (value <= kSixteenDigits) {
        appendUnsigned(out, value);
    } else {
        appendThroughDouble(out, double(value));
    }
}

} // namespace rowcast
