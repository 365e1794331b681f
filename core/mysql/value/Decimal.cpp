// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/Decimal.h"

#include <array>

namespace rowcast::mysql {

namespace {

constexpr unsigned kGroupDigits = 9;
constexpr std::array<uint8_t, kGroupDigits + 1> kBytesOfDigits{0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
constexpr std::array<uint32_t, kGroupDigits + 1> kMostOfDigits{
    0, 9, 99, 999, 9999, 99999, 999999, 9999999, 99999999, 999999999};

class Reader {
public:
    Reader(std::span<const uint8_t> bytes, char *out)
        : m_bytes(bytes)
        , m_mask((bytes[0] & 0x80U) != 0 ? 0 : 0xFF)
        , m_out(out)
    {
    }
    [[nodiscard]] bool isNegative() const { return m_mask != 0; }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] char *out() const { return m_out; }

    // The next group, all its digits written.
    void group(unsigned digits)
    {
        uint32_t value = 0;
        for (unsigned i = 0; i < kBytesOfDigits[digits]; ++i) {
            const uint32_t turned = m_at == 0 ? m_bytes[0] ^ 0x80U : m_bytes[m_at];
            value = value << 8U | ((turned ^ m_mask) & 0xFFU);
            ++m_at;
        }
        m_ok = m_ok && value <= kMostOfDigits[digits];
        for (unsigned i = digits; i > 0; --i) {
            m_out[i - 1] = char('0' + value % 10);
            value /= 10;
        }
        m_out += digits;
    }

private:
    std::span<const uint8_t> m_bytes;
    uint32_t m_mask;
    char *m_out;
    size_t m_at = 0;
    bool m_ok = true;
};

} // namespace

size_t decimalBytes(unsigned precision, unsigned scale)
{
    const unsigned whole = precision - scale;
    return whole / kGroupDigits * 4 + kBytesOfDigits[whole % kGroupDigits] + scale / kGroupDigits * 4
        + kBytesOfDigits[scale % kGroupDigits];
}

std::optional<std::string_view> decimalText(
    std::span<const uint8_t> bytes, unsigned precision, unsigned scale, Arena &arena)
{
    if (scale > precision || bytes.empty() || bytes.size() != decimalBytes(precision, scale)) {
        return std::nullopt;
    }
    const size_t most = precision + 3; // sign, a zero before the point, the point
    char *const begin = arena.allocate(most);
    char *const digits = begin + 2;
    Reader reader(bytes, digits);
    const unsigned whole = precision - scale;
    reader.group(whole % kGroupDigits);
    for (unsigned i = 0; i < whole / kGroupDigits; ++i) {
        reader.group(kGroupDigits);
    }
    char *first = digits;
    while (first < reader.out() && *first == '0') {
        ++first;
    }
    if (first == reader.out()) {
        *--first = '0';
    }
    if (scale > 0) {
        // The fraction's digits go one place further right, behind the point.
        char *const point = reader.out();
        Reader fraction = reader;
        for (unsigned i = 0; i < scale / kGroupDigits; ++i) {
            fraction.group(kGroupDigits);
        }
        fraction.group(scale % kGroupDigits);
        std::memmove(point + 1, point, scale);
        *point = '.';
        reader = fraction;
    }
    if (!reader.ok()) {
        arena.shrink(most);
        return std::nullopt;
    }
    if (reader.isNegative()) {
        *--first = '-';
    }
    char *const end = reader.out() + (scale > 0 ? 1 : 0);
    return std::string_view(first, size_t(end - first));
}

} // namespace rowcast::mysql
