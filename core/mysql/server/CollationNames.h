// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace rowcast::mysql {

// Names of collations and their character sets by the ids that events carry. Ids above 255 differ between servers, so
// the server that is read has to be asked. A plain value.
class CollationNames {
public:
    // Those that every server has and that statements mostly have: latin1, utf8, utf8mb4, binary.
    CollationNames();
    void set(uint16_t id, std::string name, std::string charset);

    // Empty for an unknown id.
    [[nodiscard]] std::string nameOf(uint16_t id) const;
    [[nodiscard]] std::string charsetOf(uint16_t id) const;

private:
    struct Entry {
        std::string name;
        std::string charset;
    };
    std::map<uint16_t, Entry> m_entries;
};

} // namespace rowcast::mysql
