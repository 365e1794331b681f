// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonPath.h"

#include <charconv>

namespace rowcast::mysql {

namespace {

bool takeHex(std::string_view &rest, uint32_t &unit)
{
    constexpr size_t kDigits = 4;
    const std::string_view digits = rest.substr(0, kDigits);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    rest.remove_prefix(digits.size());
    return error == std::errc() && digits.size() == kDigits && end == digits.data() + kDigits;
}

// What follows a backslash; the server only writes escapes of control characters, quotes and backslashes.
bool takeEscape(std::string_view &rest, std::string &key)
{
    constexpr std::string_view kNames = "bfnrt\"\\/";
    constexpr std::string_view kValues = "\b\f\n\r\t\"\\/";
    if (rest.empty()) {
        return false;
    }
    const char name = rest.front();
    rest.remove_prefix(1);
    if (const size_t at = kNames.find(name); at != std::string_view::npos) {
        key += kValues[at];
        return true;
    }
    uint32_t unit = 0;
    if (name != 'u' || !takeHex(rest, unit) || unit > 0x7F) {
        return false;
    }
    key += char(unit);
    return true;
}

bool takeQuoted(std::string_view &rest, std::string &key)
{
    rest.remove_prefix(1);
    while (!rest.empty()) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == '"') {
            return true;
        }
        if (c != '\\') {
            key += c;
        } else if (!takeEscape(rest, key)) {
            return false;
        }
    }
    return false;
}

bool takeMember(std::string_view &rest, JsonPathLeg &leg)
{
    if (!rest.empty() && rest.front() == '"') {
        return takeQuoted(rest, leg.key);
    }
    const size_t end = std::min(rest.find_first_of(".["), rest.size());
    leg.key = rest.substr(0, end);
    rest.remove_prefix(end);
    return !leg.key.empty();
}

bool takeIndex(std::string_view &rest, JsonPathLeg &leg)
{
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), leg.index);
    rest.remove_prefix(size_t(end - rest.data()));
    leg.isIndex = true;
    if (error != std::errc() || rest.empty() || rest.front() != ']') {
        return false;
    }
    rest.remove_prefix(1);
    return true;
}

} // namespace

std::optional<JsonPath> parseJsonPath(std::string_view text)
{
    if (text.empty() || text.front() != '$') {
        return std::nullopt;
    }
    JsonPath path;
    std::string_view rest = text.substr(1);
    while (!rest.empty()) {
        const char kind = rest.front();
        rest.remove_prefix(1);
        JsonPathLeg leg;
        const bool isRight = kind == '.' ? takeMember(rest, leg) : kind == '[' && takeIndex(rest, leg);
        if (!isRight) {
            return std::nullopt;
        }
        path.push_back(std::move(leg));
    }
    return path;
}

} // namespace rowcast::mysql
