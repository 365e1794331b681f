// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/value/JsonPath.h"
#include "core/mysql/value/JsonValue.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// A JSON document taken apart, so that it can be changed. Scalars are views into the binary documents, which must stay.
class JsonTree {
public:
    // Empty for a damaged document; the nodes of a hostile one are limited by its bytes.
    static std::optional<JsonTree> of(std::span<const uint8_t> document);

    // The changes of a partial update (MySQL: Json_diff). False where the path does not fit the document.
    [[nodiscard]] bool replace(const JsonPath &path, JsonTree value);
    [[nodiscard]] bool insert(const JsonPath &path, JsonTree value);
    [[nodiscard]] bool remove(const JsonPath &path);

    // As SELECT prints it. False where a value is damaged, or out would grow beyond mostBytes.
    [[nodiscard]] bool appendText(std::string &out, size_t mostBytes) const;

private:
    static std::optional<JsonTree> of(const JsonValue &value, int depth, size_t &nodesLeft);
    JsonTree *find(std::span<const JsonPathLeg> legs);
    [[nodiscard]] size_t indexOf(const JsonPathLeg &leg) const; // m_children.size() where there is none

    bool m_isObject = false;
    std::optional<JsonValue> m_scalar; // else an object or an array
    std::vector<std::string> m_keys; // of an object
    std::vector<JsonTree> m_children;
};

} // namespace rowcast::mysql
