// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/ColumnResolver.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rowcast::mysql {

namespace {

struct IntegerType {
    std::string_view name;
    const char *signedWidth;
    const char *unsignedWidth;
};
constexpr std::array kIntegers{
    IntegerType{"tinyint", "4", "3"},
    IntegerType{"smallint", "6", "5"},
    IntegerType{"mediumint", "9", "8"},
    IntegerType{"int", "11", "10"},
    IntegerType{"bigint", "20", "20"},
};

struct LobType {
    std::string_view text;
    std::string_view blob;
    uint64_t maxBytes;
};
constexpr std::array kLobs{
    LobType{"tinytext", "tinyblob", 0xFF},
    LobType{"text", "blob", 0xFFFF},
    LobType{"mediumtext", "mediumblob", 0xFFFFFF},
    LobType{"longtext", "longblob", 0xFFFFFFFF},
};

const IntegerType *integerType(std::string_view name)
{
    const auto *found
        = std::find_if(kIntegers.begin(), kIntegers.end(), [&](const auto &type) { return type.name == name; });
    return found == kIntegers.end() ? nullptr : found;
}

const LobType *textType(std::string_view name)
{
    const auto *found = std::find_if(kLobs.begin(), kLobs.end(), [&](const auto &type) { return type.text == name; });
    return found == kLobs.end() ? nullptr : found;
}

const LobType &lobFor(uint64_t bytes)
{
    const auto *found
        = std::find_if(kLobs.begin(), kLobs.end() - 1, [&](const auto &type) { return bytes <= type.maxBytes; });
    return *found;
}

bool hasCharset(const std::string &type)
{
    return type == "char" || type == "varchar" || type == "enum" || type == "set" || textType(type) != nullptr;
}

// Of CHARACTER SET binary: the type that has no character set.
std::string binaryType(const std::string &type)
{
    if (type == "char") {
        return "binary";
    }
    if (type == "varchar") {
        return "varbinary";
    }
    const LobType *lob = textType(type);
    return lob == nullptr ? type : std::string(lob->blob);
}

uint64_t number(const std::string &digits)
{
    uint64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || value > 0xFFFFFFFF) {
            break;
        }
        value = value * 10 + uint64_t(c - '0');
    }
    return value;
}

// As the server's append_unescaped() writes it (sql/sql_show.cc, sql/unireg.cc).
void appendQuoted(std::string &out, std::string_view label)
{
    out += '\'';
    for (const char c : label) {
        switch (c) {
        case '\0':
            out += "\\0";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\'':
            out += "''";
            break;
        default:
            out += c;
        }
    }
    out += '\'';
}

std::string labelsText(const ColumnSpec &column)
{
    std::string text = column.type + '(';
    for (std::string label : column.arguments) {
        label.erase(label.find_last_not_of(' ') + 1); // the server does so too
        text += text.back() == '(' ? "" : ",";
        appendQuoted(text, label);
    }
    return text + ')';
}

std::string withArguments(const std::string &type, const std::vector<std::string> &arguments)
{
    std::string text = type;
    for (const std::string &argument : arguments) {
        text += text.size() == type.size() ? '(' : ',';
        text += argument;
    }
    return arguments.empty() ? text : text + ')';
}

std::vector<std::string> defaultArguments(const std::string &type)
{
    if (type == "decimal") {
        return {"10", "0"};
    }
    if (type == "char" || type == "binary" || type == "bit") {
        return {"1"};
    }
    return type == "vector" ? std::vector<std::string>{"2048"} : std::vector<std::string>{};
}

} // namespace

ColumnResolver::ColumnResolver(const SqlDialect &dialect, const Charsets &charsets)
    : m_dialect(dialect)
    , m_charsets(charsets)
    , m_printsWidths(dialect.isMariaDb || dialect.version < 80019)
{
}

ColumnDefinition ColumnResolver::resolve(
    const ColumnSpec &column, const CharsetSpec &table, bool hasTimestampDefaults) const
{
    ColumnDefinition result;
    result.name = column.name;
    result.generated = column.generated;
    result.invisible = column.isInvisible;
    const bool isFilledIn = hasTimestampDefaults && column.type == "timestamp" && column.generated == Generated::No;
    result.nullable = column.nullable.value_or(!isFilledIn) && !column.isPrimary;

    std::string type = column.type;
    CharsetSpec charset;
    if (m_dialect.isMariaDb && type == "json") {
        type = "longtext";
        charset = {"utf8mb4", "utf8mb4_bin"};
    } else if (hasCharset(type)) {
        charset = m_charsets.resolve({column.charset, column.collation}, table);
        if (column.hasBinaryAttribute && column.collation.empty()) {
            charset.collation = m_charsets.binaryCollation(charset.charset);
        }
        if (charset.charset == "binary") {
            type = binaryType(type);
        }
    }
    const bool isText = hasCharset(type);
    result.type = typeText(column, type, charset.charset);
    result.charset = isText ? charset.charset : std::string{};
    result.collation = isText ? charset.collation : std::string{};
    return result;
}

std::string ColumnResolver::typeText(
    const ColumnSpec &column, const std::string &type, const std::string &charset) const
{
    if (type == "enum" || type == "set") {
        return labelsText(column);
    }
    std::string text;
    if (integerType(type) != nullptr) {
        text = integerText(column);
    } else if (type == "year") {
        text = m_printsWidths ? "year(4)" : "year";
    } else if (type == "geometrycollection") {
        text = m_printsWidths ? type : "geomcollection";
    } else if ((type == "text" || type == "blob") && !column.arguments.empty()) {
        text = sizedLob(type, column.arguments[0], m_charsets.maxBytes(charset));
    } else if ((type == "float" || type == "double") && column.arguments.size() == 1) {
        text = number(column.arguments[0]) > 24 ? "double" : "float";
    } else if ((type == "time" || type == "datetime" || type == "timestamp")
        && column.arguments == std::vector<std::string>{"0"}) {
        text = type;
    } else if (type == "decimal" && column.arguments.size() == 1) {
        text = withArguments(type, {column.arguments[0], "0"});
    } else if (textType(type) != nullptr || type.ends_with("blob")) {
        text = type;
    } else {
        text = withArguments(type, column.arguments.empty() ? defaultArguments(type) : column.arguments);
    }
    if (column.isUnsigned || column.isZerofill) {
        text += " unsigned";
    }
    if (column.isZerofill) {
        text += " zerofill";
    }
    if (column.isCompressed && m_dialect.isMariaDb) {
        text += " /*M!100301 COMPRESSED*/";
    }
    return text;
}

std::string ColumnResolver::integerText(const ColumnSpec &column) const
{
    const IntegerType &type = *integerType(column.type);
    const bool isUnsigned = column.isUnsigned || column.isZerofill;
    std::string width = isUnsigned ? type.unsignedWidth : type.signedWidth;
    if (!column.arguments.empty()) {
        width = column.arguments[0];
    }
    const bool isBoolean = column.type == "tinyint" && width == "1" && !isUnsigned;
    const bool printsWidth = m_printsWidths || column.isZerofill || isBoolean;
    return printsWidth ? column.type + '(' + width + ')' : column.type;
}

// TEXT(n) is the smallest type that holds n characters.
std::string ColumnResolver::sizedLob(const std::string &type, const std::string &length, uint32_t maxBytes) const
{
    const LobType &lob = lobFor(number(length) * (type == "text" ? maxBytes : 1));
    return std::string(type == "text" ? lob.text : lob.blob);
}

void ColumnResolver::convert(ColumnDefinition &column, const CharsetSpec &target) const
{
    if (column.charset.empty() || column.charset == "binary") {
        return;
    }
    const std::string base = column.type.substr(0, column.type.find_first_of("( "));
    if (target.charset == "binary" && base != "enum" && base != "set") {
        column.type.replace(0, base.size(), binaryType(base));
        column.charset.clear();
        column.collation.clear();
        return;
    }
    if (const LobType *lob = textType(base)) {
        const uint64_t characters = lob->maxBytes / m_charsets.maxBytes(column.charset);
        column.type.replace(0, base.size(), lobFor(characters * m_charsets.maxBytes(target.charset)).text);
    } else if (base == "varchar") {
        const uint64_t bytes = number(column.type.substr(base.size() + 1)) * m_charsets.maxBytes(target.charset);
        if (bytes > 0xFFFF) {
            column.type = lobFor(bytes).text;
        }
    }
    column.charset = target.charset;
    column.collation = target.collation;
}

} // namespace rowcast::mysql
