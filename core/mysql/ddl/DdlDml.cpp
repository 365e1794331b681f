// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlGrammar.h"

#include <utility>

namespace rowcast::mysql::ddl {

namespace {

bool endsTables(const SqlCursor &cursor)
{
    return cursor.atEnd() || cursor.isWord("SET") || cursor.isWord("WHERE") || cursor.isWord("VALUES")
        || cursor.isWord("ORDER") || cursor.isWord("LIMIT") || cursor.isWord("RETURNING");
}

// Table references of UPDATE and DELETE: a name stands at the start and behind each comma, JOIN or parenthesis. Aliases
// may be taken for tables of the default schema: harmless, since only selected tables matter, and then too many is
// safe.
void parseReferences(SqlCursor &cursor, std::vector<TableId> &tables)
{
    bool expectsName = true;
    while (cursor.ok() && !endsTables(cursor)) {
        if (expectsName && cursor.peek().isName()) {
            tables.push_back(cursor.table());
            if (cursor.acceptSymbol('.')) {
                cursor.take(); // "t.*" of a multi-table DELETE
            }
            expectsName = false;
            continue;
        }
        const Token token = cursor.take();
        expectsName = token.isSymbol(',') || token.isSymbol('(') || token.isWord("JOIN")
            || token.isWord("STRAIGHT_JOIN") || token.isWord("FROM") || token.isWord("USING");
    }
}

void parseInsert(SqlCursor &cursor, StatementDml &statement)
{
    while (cursor.acceptAny({"LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO"})) { }
    statement.tables.push_back(cursor.table());
}

void parseLoad(SqlCursor &cursor, StatementDml &statement)
{
    while (!cursor.atEnd() && !cursor.accept("INTO", "TABLE")) {
        cursor.take();
    }
    statement.tables.push_back(cursor.table());
}

} // namespace

StatementDml parseDml(SqlCursor &cursor)
{
    while (!cursor.atEnd() && !cursor.isWord("UPDATE") && !cursor.isWord("DELETE") && !cursor.isWord("INSERT")
        && !cursor.isWord("REPLACE") && !cursor.isWord("LOAD")) {
        cursor.isSymbol('(') ? cursor.skipParentheses() : void(cursor.take()); // WITH x AS (...)
    }
    StatementDml statement;
    for (const char c : cursor.take().text) {
        statement.verb += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    if (statement.verb == "INSERT" || statement.verb == "REPLACE") {
        parseInsert(cursor, statement);
    } else if (statement.verb == "LOAD") {
        parseLoad(cursor, statement);
    } else {
        while (cursor.acceptAny({"LOW_PRIORITY", "QUICK", "IGNORE", "FROM"})) { }
        parseReferences(cursor, statement.tables);
    }
    return statement;
}

} // namespace rowcast::mysql::ddl
