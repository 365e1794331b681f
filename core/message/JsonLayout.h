// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace rowcast {

// White space of the two message formats. json: as cJSON_Print does it (a line for each member, one tab a level, a tab
// behind the colon); json-unformatted: none at all.
class JsonLayout {
public:
    explicit JsonLayout(bool isFormatted)
        : m_isFormatted(isFormatted)
    {
    }
    // What stands before the value of a member at that level (1: in the outermost object), a leading comma included;
    // the first member of an object starts at the second byte.
    [[nodiscard]] std::string member(size_t level, std::string_view name) const;
    // The end of an object whose members stand at that level.
    [[nodiscard]] std::string close(size_t level) const;
    // Appends a whole value; level is that of its members. Texts must be valid UTF-8.
    void print(std::string &out, const nlohmann::ordered_json &value, size_t level = 1) const;

private:
    bool m_isFormatted;
};

} // namespace rowcast
