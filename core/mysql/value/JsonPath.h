// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

struct JsonPathLeg {
    bool isIndex = false;
    std::string key;
    uint64_t index = 0;
};

using JsonPath = std::vector<JsonPathLeg>;

// A path as the server writes it into partial updates: $.name."other name"[3]. No wildcards. Empty for anything else.
[[nodiscard]] std::optional<JsonPath> parseJsonPath(std::string_view text);

} // namespace rowcast::mysql
