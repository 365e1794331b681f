// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/JsonColumns.h"

#include <simdjson.h>

namespace rowcast {

namespace json = simdjson::ondemand;

namespace {

std::string_view trimmed(std::string_view text)
{
    const size_t end = text.find_last_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

bool isLeftOut(std::string_view value)
{
    return value == "null" || value == "\"\"";
}

} // namespace

std::optional<JsonColumns> jsonColumns(std::string_view object)
{
    thread_local json::parser parser;
    const simdjson::padded_string text(object);
    json::document document;
    json::object members;
    if (parser.iterate(text).get(document) != simdjson::SUCCESS
        || document.get_object().get(members) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    JsonColumns columns;
    for (auto member : members) {
        std::string_view name;
        json::value value;
        std::string_view written; // escapes stay, so that equal values have equal texts
        if (member.unescaped_key().get(name) != simdjson::SUCCESS || member.value().get(value) != simdjson::SUCCESS
            || simdjson::to_json_string(value).get(written) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        columns.insert_or_assign(std::string(name), std::string(trimmed(written)));
    }
    return columns;
}

std::string jsonObject(const JsonColumns &columns)
{
    std::string text = "{";
    for (const auto &[name, value] : columns) {
        text += text.size() > 1 ? ",\"" : "\"";
        for (const char c : name) {
            if (c == '"' || c == '\\') {
                text += '\\';
            }
            text += c;
        }
        text += "\":" + value;
    }
    return text + '}';
}

std::vector<std::string> differingColumns(const JsonColumns &left, const JsonColumns &right)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : left) {
        const auto other = right.find(name);
        if (other == right.end() ? !isLeftOut(value) : other->second != value) {
            names.push_back(name);
        }
    }
    for (const auto &[name, value] : right) {
        if (!left.contains(name) && !isLeftOut(value)) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace rowcast
