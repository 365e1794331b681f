// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace rowcast::mysql {

// The character sets of one server with what definitions inherit from them: default collation and bytes per character.
// Names are lower case. A plain value.
class Charsets {
public:
    // Those of MySQL 8.0: right for tests, a start for everything else.
    Charsets();
    // One row of information_schema.character_sets.
    void set(const std::string &charset, const std::string &defaultCollation, uint32_t maxBytes);

    // "utf8" is another name of utf8mb3; it gets the spelling that this server uses.
    [[nodiscard]] std::string canonical(const std::string &charset) const;
    [[nodiscard]] std::string defaultCollation(const std::string &charset) const; // "" for an unknown one
    [[nodiscard]] uint32_t maxBytes(const std::string &charset) const; // of one character; 1 for an unknown one
    // By its name: "latin1_swedish_ci" is of latin1.
    [[nodiscard]] std::string charsetOf(const std::string &collation) const;
    [[nodiscard]] std::string binaryCollation(const std::string &charset) const; // "latin1_bin"

    // What a definition with these words gets, inheriting from its surroundings where it names neither.
    [[nodiscard]] CharsetSpec resolve(const CharsetSpec &written, const CharsetSpec &inherited) const;

private:
    struct Entry {
        std::string defaultCollation;
        uint32_t maxBytes = 1;
    };
    std::map<std::string, Entry> m_entries;
};

} // namespace rowcast::mysql
