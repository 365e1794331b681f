// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast {

// The members of a message's data object by name, each with its JSON text as written ("1.50" stays "1.50").
using JsonColumns = std::map<std::string, std::string, std::less<>>;

// None where the text is no JSON object. Any thread.
[[nodiscard]] std::optional<JsonColumns> jsonColumns(std::string_view object);
[[nodiscard]] std::string jsonObject(const JsonColumns &columns);

// Names of the columns whose values differ. A column that one side lacks counts as null or empty, as messages leave
// such values out by default.
[[nodiscard]] std::vector<std::string> differingColumns(const JsonColumns &left, const JsonColumns &right);

} // namespace rowcast
