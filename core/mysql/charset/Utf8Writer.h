// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"

#include <cstdint>
#include <string_view>

namespace rowcast::mysql {

// Writes UTF-8 into an arena: room for the most that can come is taken at once, what was not needed is given back.
class Utf8Writer {
public:
    Utf8Writer(Arena &arena, size_t mostBytes)
        : m_arena(arena)
        , m_begin(arena.allocate(mostBytes))
        , m_at(m_begin)
        , m_most(mostBytes)
    {
    }
    // A Unicode scalar value.
    void put(uint32_t character)
    {
        if (character < 0x80) {
            byte(character);
        } else if (character < 0x800) {
            byte(0xC0 | character >> 6U);
            byte(0x80 | (character & 0x3FU));
        } else if (character < 0x10000) {
            byte(0xE0 | character >> 12U);
            byte(0x80 | (character >> 6U & 0x3FU));
            byte(0x80 | (character & 0x3FU));
        } else {
            byte(0xF0 | character >> 18U);
            byte(0x80 | (character >> 12U & 0x3FU));
            byte(0x80 | (character >> 6U & 0x3FU));
            byte(0x80 | (character & 0x3FU));
        }
    }
    void putReplacement() { put(0xFFFD); }
    // Ends the writing.
    std::string_view finish()
    {
        const auto used = size_t(m_at - m_begin);
        m_arena.shrink(m_most - used);
        return {m_begin, used};
    }

private:
    void byte(uint32_t value) { *m_at++ = char(uint8_t(value)); }

    Arena &m_arena;
    char *m_begin;
    char *m_at;
    size_t m_most;
};

// Bytes of the text's start that are plain ASCII.
size_t asciiPrefix(std::string_view text);

} // namespace rowcast::mysql
