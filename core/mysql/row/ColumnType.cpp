// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/ColumnType.h"

#include <charconv>

namespace rowcast::mysql {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// The servers write these escapes in labels (MySQL: append_unescaped).
char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case '0':
        return '\0';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'Z':
        return '\x1A';
    default:
        return c;
    }
}

// A label at the begin of rest, which starts with its quote; takes it off.
std::string takeLabel(std::string_view &rest)
{
    std::string label;
    rest.remove_prefix(1);
    while (!rest.empty()) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == '\'' && (rest.empty() || rest.front() != '\'')) {
            break;
        }
        if ((c == '\'' || c == '\\') && !rest.empty()) {
            label += c == '\\' ? unescaped(rest.front()) : rest.front();
            rest.remove_prefix(1);
        } else {
            label += c;
        }
    }
    return label;
}

void takeArguments(std::string_view &rest, ColumnType &type)
{
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != ')') {
        uint32_t value = 0;
        if (rest.front() == '\'') {
            type.labels.push_back(takeLabel(rest));
        } else if (const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
                   error == std::errc()) {
            type.numbers.push_back(value);
            rest.remove_prefix(size_t(end - rest.data()));
        } else {
            rest.remove_prefix(1);
        }
    }
}

} // namespace

ColumnType ColumnType::parse(std::string_view text)
{
    ColumnType type;
    while (!text.empty() && isLetter(text.front())) {
        type.word += text.front();
        text.remove_prefix(1);
    }
    if (!text.empty() && text.front() == '(') {
        takeArguments(text, type);
    }
    type.isUnsigned
        = text.find("unsigned") != std::string_view::npos || text.find("zerofill") != std::string_view::npos;
    type.isCompressed
        = text.find("COMPRESSED") != std::string_view::npos || text.find("compressed") != std::string_view::npos;
    return type;
}

} // namespace rowcast::mysql
