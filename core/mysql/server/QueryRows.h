// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// A column of one row in the server's text form; empty for NULL.
using FieldView = std::optional<std::string_view>;

// A small result in memory, columns found by name (without regard to case). Copyable; const functions from any thread.
class QueryRows {
public:
    explicit QueryRows(std::vector<std::string> names);
    void append(std::span<const FieldView> fields);

    [[nodiscard]] size_t size() const { return m_rows.size(); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] bool hasColumn(std::string_view name) const;
    // Empty for NULL and for a column that the result lacks (servers differ in what SHOW statements tell).
    [[nodiscard]] std::optional<std::string> at(size_t row, std::string_view name) const;
    [[nodiscard]] std::optional<std::string> at(size_t row, size_t column) const;
    [[nodiscard]] std::string text(size_t row, std::string_view name) const { return at(row, name).value_or(""); }
    // 0 where the text is no number.
    [[nodiscard]] uint64_t number(size_t row, std::string_view name) const;

private:
    std::vector<std::string> m_names;
    std::vector<std::vector<std::optional<std::string>>> m_rows;
};

} // namespace rowcast::mysql
