// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"

#include <cstdint>
#include <string_view>

namespace rowcast::mysql {

// Turns the bytes of one of the server's character sets into UTF-8, with the server's own tables: latin1 is cp1252,
// sjis and cp932 differ, and so on. Immutable, any thread; instances live as long as the program.
class CharsetDecoder {
public:
    virtual ~CharsetDecoder() = default;
    CharsetDecoder() = default;
    CharsetDecoder(const CharsetDecoder &) = delete;
    CharsetDecoder &operator=(const CharsetDecoder &) = delete;

    // By the server's name ("utf8mb4", "latin1"); null for one that no server has. "binary" decodes as UTF-8.
    [[nodiscard]] static const CharsetDecoder *find(std::string_view charset);
    // UTF-8 itself: names, JSON, MariaDB's UUID.
    [[nodiscard]] static const CharsetDecoder &utf8();

    // Valid UTF-8, a view of the bytes themselves where they are that already, else of the arena. Each byte sequence
    // that is invalid becomes one U+FFFD and adds 1 to replaced.
    [[nodiscard]] virtual std::string_view decode(std::string_view bytes, Arena &arena, uint64_t &replaced) const = 0;
    // True where the bytes are UTF-8 as they are, so that a SELECT needs no conversion to binary.
    [[nodiscard]] virtual bool isUtf8() const { return false; }
};

} // namespace rowcast::mysql
