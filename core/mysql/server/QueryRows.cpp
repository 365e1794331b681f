// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/QueryRows.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace rowcast::mysql {

namespace {

bool sameName(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

} // namespace

QueryRows::QueryRows(std::vector<std::string> names)
    : m_names(std::move(names))
{
}

void QueryRows::append(std::span<const FieldView> fields)
{
    m_rows.emplace_back(fields.begin(), fields.end());
}

bool QueryRows::hasColumn(std::string_view name) const
{
    return std::any_of(m_names.begin(), m_names.end(), [&](const std::string &known) { return sameName(known, name); });
}

std::optional<std::string> QueryRows::at(size_t row, std::string_view name) const
{
    for (size_t column = 0; column < m_names.size(); ++column) {
        if (sameName(m_names[column], name)) {
            return at(row, column);
        }
    }
    return std::nullopt;
}

std::optional<std::string> QueryRows::at(size_t row, size_t column) const
{
    if (row >= m_rows.size() || column >= m_rows[row].size()) {
        return std::nullopt;
    }
    return m_rows[row][column];
}

uint64_t QueryRows::number(size_t row, std::string_view name) const
{
    const std::string digits = text(row, name);
    uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace rowcast::mysql
