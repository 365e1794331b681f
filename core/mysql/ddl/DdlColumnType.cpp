// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlGrammar.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rowcast::mysql::ddl {

namespace {

struct Alias {
    std::string_view word;
    std::string_view type;
};

// https://dev.mysql.com/doc/refman/8.0/en/other-vendor-data-types.html and MariaDB's synonyms.
constexpr std::array kAliases{
    Alias{"int1", "tinyint"},
    Alias{"int2", "smallint"},
    Alias{"int3", "mediumint"},
    Alias{"middleint", "mediumint"},
    Alias{"integer", "int"},
    Alias{"int4", "int"},
    Alias{"int8", "bigint"},
    Alias{"dec", "decimal"},
    Alias{"numeric", "decimal"},
    Alias{"fixed", "decimal"},
    Alias{"number", "decimal"},
    Alias{"float4", "float"},
    Alias{"float8", "double"},
    Alias{"character", "char"},
    Alias{"varcharacter", "varchar"},
    Alias{"varchar2", "varchar"},
    Alias{"raw", "varbinary"},
    Alias{"clob", "longtext"},
    Alias{"geomcollection", "geometrycollection"},
};

std::string canonical(const std::string &word)
{
    const auto *found
        = std::find_if(kAliases.begin(), kAliases.end(), [&](const Alias &alias) { return alias.word == word; });
    return found == kAliases.end() ? word : std::string(found->type);
}

void parseNational(SqlCursor &cursor, ColumnSpec &column)
{
    const bool isVariable = cursor.acceptAny({"VARCHAR", "VARCHARACTER"});
    if (!isVariable) {
        cursor.acceptAny({"CHAR", "CHARACTER"});
    }
    column.type = cursor.acceptAny({"VARYING", "VARCHAR"}) || isVariable ? "varchar" : "char";
    column.charset = "utf8mb3";
}

// LONG, LONG VARCHAR, LONG CHAR VARYING, LONG VARBINARY
void parseLong(SqlCursor &cursor, ColumnSpec &column)
{
    column.type = "mediumtext";
    if (cursor.accept("VARBINARY")) {
        column.type = "mediumblob";
    } else if (!cursor.acceptAny({"VARCHAR", "VARCHARACTER"}) && cursor.acceptAny({"CHAR", "CHARACTER"})) {
        cursor.accept("VARYING");
    }
}

void parseArguments(SqlCursor &cursor, ColumnSpec &column)
{
    if (!cursor.acceptSymbol('(')) {
        return;
    }
    while (cursor.ok() && !cursor.acceptSymbol(')')) {
        const Token &token = cursor.peek();
        if (token.kind == TokenKind::Word && (token.text[0] == '_' || token.isWord("N"))
            && cursor.peekSecond().kind == TokenKind::String) {
            cursor.take(); // _utf8'label'
        }
        if (!cursor.acceptAny({"CHAR", "BYTE"})) { // Oracle mode: VARCHAR2(10 CHAR)
            column.arguments.push_back(cursor.value());
        }
        cursor.acceptSymbol(',');
    }
}

void parseSerial(ColumnSpec &column)
{
    column.type = "bigint";
    column.isUnsigned = true;
    column.nullable = false;
    column.isUnique = true;
}

} // namespace

void parseColumnType(SqlCursor &cursor, ColumnSpec &column)
{
    if (cursor.peek().kind != TokenKind::Word) {
        cursor.fail("a column type");
        return;
    }
    const std::string word = lowerAscii(cursor.take().text);
    column.type = canonical(word);
    if (word == "bool" || word == "boolean") {
        column.type = "tinyint";
        column.arguments = {"1"};
        return;
    }
    if (word == "serial") {
        parseSerial(column);
        return;
    }
    if (word == "national" || word == "nchar") {
        parseNational(cursor, column);
    } else if (word == "nvarchar") {
        column.type = "varchar";
        column.charset = "utf8mb3";
    } else if (word == "long") {
        parseLong(cursor, column);
    } else if (column.type == "char" && cursor.accept("VARYING")) {
        column.type = "varchar";
    } else if (word == "double") {
        cursor.accept("PRECISION");
    } else if (word == "real") {
        column.type = cursor.dialect().realAsFloat ? "float" : "double";
    }
    parseArguments(cursor, column);
}

} // namespace rowcast::mysql::ddl
