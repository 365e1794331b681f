// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/CollationNames.h"

#include <utility>

namespace rowcast::mysql {

CollationNames::CollationNames()
{
    set(8, "latin1_swedish_ci", "latin1");
    set(33, "utf8mb3_general_ci", "utf8mb3");
    set(45, "utf8mb4_general_ci", "utf8mb4");
    set(46, "utf8mb4_bin", "utf8mb4");
    set(63, "binary", "binary");
    set(255, "utf8mb4_0900_ai_ci", "utf8mb4");
}

void CollationNames::set(uint16_t id, std::string name, std::string charset)
{
    m_entries[id] = {std::move(name), std::move(charset)};
}

std::string CollationNames::nameOf(uint16_t id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::string{} : found->second.name;
}

std::string CollationNames::charsetOf(uint16_t id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::string{} : found->second.charset;
}

} // namespace rowcast::mysql
