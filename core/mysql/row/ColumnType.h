// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// information_schema.columns.column_type taken apart: "decimal(10,2) unsigned zerofill", "enum('a','it''s')",
// "text /*M!100301 COMPRESSED*/". A plain value.
struct ColumnType {
    std::string word; // "decimal"
    std::vector<uint32_t> numbers; // 10, 2
    std::vector<std::string> labels; // of ENUM and SET, quotes and escapes resolved
    bool isUnsigned = false;
    bool isCompressed = false; // MariaDB

    [[nodiscard]] static ColumnType parse(std::string_view text);
    [[nodiscard]] uint32_t number(size_t index, uint32_t otherwise) const
    {
        return index < numbers.size() ? numbers[index] : otherwise;
    }
};

} // namespace rowcast::mysql
