// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Utf8.h"

#include <cstdint>
#include <cstring>

namespace rowcast {

namespace {

constexpr char kReplacement[] = "\xEF\xBF\xBD";

// Length of the valid sequence at the start, or 0; bad gives how many bytes of an invalid start belong together.
size_t sequenceLength(const uint8_t *at, size_t left, size_t &bad)
{
    bad = 1;
    const uint8_t lead = at[0];
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < length; ++i) {
        if (i >= left) {
            bad = left;
            return 0;
        }
        const uint8_t lowest = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const uint8_t highest = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (at[i] < lowest || at[i] > highest) {
            bad = i;
            return 0;
        }
    }
    return length;
}

// The first byte at or after position that is not plain ASCII.
size_t skipAscii(std::string_view text, size_t position)
{
    while (position + 8 <= text.size()) {
        uint64_t word = 0;
        std::memcpy(&word, text.data() + position, 8);
        if ((word & 0x8080808080808080ULL) != 0) {
            break;
        }
        position += 8;
    }
    while (position < text.size() && static_cast<uint8_t>(text[position]) < 0x80) {
        ++position;
    }
    return position;
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    size_t position = skipAscii(text, 0);
    while (position < text.size()) {
        size_t bad = 0;
        const size_t length
            = sequenceLength(reinterpret_cast<const uint8_t *>(text.data()) + position, text.size() - position, bad);
        if (length == 0) {
            return false;
        }
        position = skipAscii(text, position + length);
    }
    return true;
}

bool appendUtf8Repaired(std::string &out, std::string_view text)
{
    bool repaired = false;
    size_t position = 0;
    size_t copied = 0;
    while ((position = skipAscii(text, position)) < text.size()) {
        size_t bad = 0;
        const size_t length
            = sequenceLength(reinterpret_cast<const uint8_t *>(text.data()) + position, text.size() - position, bad);
        if (length != 0) {
            position += length;
            continue;
        }
        out.append(text, copied, position - copied);
        out.append(kReplacement, 3);
        position += bad;
        copied = position;
        repaired = true;
    }
    out.append(text, copied, text.size() - copied);
    return repaired;
}

std::string_view utf8Prefix(std::string_view text, size_t mostBytes)
{
    if (text.size() <= mostBytes) {
        return text;
    }
    size_t size = mostBytes;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

} // namespace rowcast
