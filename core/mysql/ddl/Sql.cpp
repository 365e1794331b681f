// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/Sql.h"

namespace rowcast::mysql {

namespace {

std::string quoted(std::string_view text, char quote, bool escapesBackslash)
{
    std::string result(1, quote);
    for (const char character : text) {
        if (character == quote || (escapesBackslash && character == '\\')) {
            result.push_back(character);
        }
        result.push_back(character);
    }
    result.push_back(quote);
    return result;
}

} // namespace

std::string quotedName(std::string_view name)
{
    return quoted(name, '`', false);
}

std::string quotedName(const TableId &table)
{
    return quotedName(table.schema) + '.' + quotedName(table.table);
}

std::string quotedText(std::string_view utf8)
{
    return quoted(utf8, '\'', true);
}

std::string hexLiteral(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result = "X'";
    for (const char byte : bytes) {
        result.push_back(kDigits[static_cast<unsigned char>(byte) >> 4]);
        result.push_back(kDigits[static_cast<unsigned char>(byte) & 15]);
    }
    result.push_back('\'');
    return result;
}

} // namespace rowcast::mysql
