// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/ValueText.h"

#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/value/ShortestDigits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace rowcast::mysql {

namespace {

using Words = std::array<uint32_t, 8>;

struct Gap {
    size_t begin = 8;
    size_t length = 0;
};

// The longest run of zero words, the first of equal ones; a single one counts too.
Gap longestGap(const Words &words)
{
    Gap best;
    for (size_t i = 0; i < words.size(); ++i) {
        size_t end = i;
        while (end < words.size() && words[end] == 0) {
            ++end;
        }
        if (end - i > best.length) {
            best = {i, end - i};
        }
        i = std::max(i, end == i ? i : end - 1);
    }
    return best;
}

char *writeInet4(char *at, std::span<const uint8_t> bytes)
{
    for (size_t i = 0; i < 4; ++i) {
        if (i > 0) {
            *at++ = '.';
        }
        at = std::to_chars(at, at + 3, uint32_t(bytes[i])).ptr;
    }
    return at;
}

bool endsWithInet4(const Words &words)
{
    const bool isZero = std::all_of(words.begin(), words.begin() + 5, [](uint32_t word) { return word == 0; });
    const bool isCompatible = words[5] == 0 && words[6] != 0;
    const bool isMapped = words[5] == 0xFFFF;
    return isZero && (isCompatible || isMapped);
}

std::string_view finished(Arena &arena, char *begin, const char *end, size_t taken)
{
    const auto used = size_t(end - begin);
    arena.shrink(taken - used);
    return {begin, used};
}

} // namespace

// MySQL's my_fcvt(): the shortest digits and zeros behind them; only where those are more than scale is the exact value
// rounded.
std::string_view fixedRealText(double value, unsigned scale, Arena &arena)
{
    const size_t most = 320 + scale; // the largest double has 309 digits
    char *const begin = arena.allocate(most);
    const ShortestDigits shortest(value);
    const auto count = int(shortest.digits.size());
    if (count - shortest.point > int(scale)) {
        const auto result = std::to_chars(begin, begin + most, value, std::chars_format::fixed, int(scale));
        return finished(arena, begin, result.ptr, most);
    }
    char *at = begin;
    if (std::signbit(value)) {
        *at++ = '-';
    }
    // place: of the digit among the shortest ones; zeros stand before and behind them
    const int first = std::min(shortest.point - 1, 0);
    const int last = shortest.point + int(scale);
    for (int place = first; place < last; ++place) {
        if (place == shortest.point) {
            *at++ = '.';
        }
        *at++ = place >= 0 && place < count ? shortest.digits[size_t(place)] : '0';
    }
    return finished(arena, begin, at, most);
}

std::optional<std::string_view> enumText(const std::vector<std::string> &labels, uint64_t number)
{
    if (number == 0) {
        return std::string_view();
    }
    return number <= labels.size() ? std::optional<std::string_view>(labels[number - 1]) : std::nullopt;
}

std::optional<std::string_view> setText(const std::vector<std::string> &labels, uint64_t bits, Arena &arena)
{
    const bool hasUnknown = labels.size() < 64 && (bits >> labels.size()) != 0;
    if (hasUnknown) {
        return std::nullopt;
    }
    if (std::popcount(bits) <= 1) {
        return bits == 0 ? std::string_view() : std::string_view(labels[size_t(std::countr_zero(bits))]);
    }
    size_t most = 0;
    for (uint64_t rest = bits; rest != 0; rest &= rest - 1) {
        most += labels[size_t(std::countr_zero(rest))].size() + 1;
    }
    char *const begin = arena.allocate(most);
    char *at = begin;
    for (uint64_t rest = bits; rest != 0; rest &= rest - 1) {
        const std::string &label = labels[size_t(std::countr_zero(rest))];
        at = std::copy(label.begin(), label.end(), at);
        *at++ = ',';
    }
    return finished(arena, begin, at - 1, most);
}

std::string_view uuidText(std::span<const uint8_t> bytes, Arena &arena)
{
    ServerUuid uuid{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), uuid.size()), uuid.begin());
    return arena.copy(uuidText(uuid));
}

std::string_view inet4Text(std::span<const uint8_t> bytes, Arena &arena)
{
    constexpr size_t kMost = 15;
    char *const begin = arena.allocate(kMost);
    return finished(arena, begin, writeInet4(begin, bytes), kMost);
}

std::string_view inet6Text(std::span<const uint8_t> bytes, Arena &arena)
{
    constexpr size_t kMost = 48;
    Words words{};
    for (size_t i = 0; i < words.size(); ++i) {
        words[i] = uint32_t(bytes[2 * i]) << 8U | bytes[2 * i + 1];
    }
    const Gap gap = longestGap(words);
    const bool hasInet4 = endsWithInet4(words);
    char *const begin = arena.allocate(kMost);
    char *at = begin;
    for (size_t i = 0; i < words.size(); ++i) {
        if (hasInet4 && i == 6) {
            return finished(arena, begin, writeInet4(at, bytes.subspan(12)), kMost);
        }
        if (i == gap.begin) {
            if (i == 0) {
                *at++ = ':';
            }
            *at++ = ':';
            i += gap.length - 1;
            continue;
        }
        at = std::to_chars(at, at + 4, words[i], 16).ptr;
        if (i + 1 < words.size()) {
            *at++ = ':';
        }
    }
    return finished(arena, begin, at, kMost);
}

Cell bitCell(std::string_view bytes, uint32_t bits)
{
    if (bits == 1) {
        return Cell::boolean(!bytes.empty() && bytes.back() != '\0');
    }
    return Cell::view(CellKind::Bytes, bytes);
}

} // namespace rowcast::mysql
