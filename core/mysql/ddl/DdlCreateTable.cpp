// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlGrammar.h"

#include <utility>

namespace rowcast::mysql::ddl {

namespace {

bool isKeyWord(const Token &token)
{
    return token.isWord("KEY") || token.isWord("INDEX");
}

// A key's name may stand before its parts, USING x before or behind it.
void parseKeyBody(SqlCursor &cursor, KeySpec &key)
{
    cursor.acceptIfNotExists();
    if (cursor.peek().isName() && !cursor.isWord("USING") && !cursor.isWord("TYPE")) {
        key.name = cursor.name();
    }
    if (cursor.acceptAny({"USING", "TYPE"})) {
        cursor.take();
    }
    parseKeyParts(cursor, key);
}

// FOREIGN KEY, CHECK, PERIOD FOR: no key of ours.
bool skipConstraint(SqlCursor &cursor)
{
    const bool isPeriod = cursor.isWord("PERIOD") && cursor.peekSecond().isWord("FOR");
    if (!cursor.isWord("FOREIGN") && !cursor.isWord("CHECK") && !isPeriod) {
        return false;
    }
    cursor.skipItem();
    return true;
}

bool parseOtherKey(SqlCursor &cursor, KeySpec &key)
{
    const bool isSpecial = cursor.isWord("FULLTEXT") || cursor.isWord("SPATIAL")
        || (cursor.isWord("VECTOR") && isKeyWord(cursor.peekSecond()));
    if (isSpecial) {
        cursor.take();
    } else if (!isKeyWord(cursor.peek())) {
        return false;
    }
    cursor.acceptAny({"KEY", "INDEX"});
    parseKeyBody(cursor, key);
    return true;
}

void parseElement(SqlCursor &cursor, Elements &elements)
{
    if (!parseKey(cursor, elements.keys)) {
        std::string name = cursor.name();
        elements.columns.push_back(parseColumn(cursor, std::move(name)));
    }
}

void parseOptions(SqlCursor &cursor, CreateTable &statement)
{
    while (cursor.ok() && !cursor.atEnd()) {
        if (parseCharset(cursor, statement.charset)) {
            continue;
        }
        if (cursor.isSymbol('(')) {
            const bool isQuery = cursor.peekSecond().isWord("SELECT") || cursor.peekSecond().isSymbol('(');
            statement.hasSelect = statement.hasSelect || isQuery;
            cursor.skipParentheses();
        } else if (cursor.accept("PARTITION")) {
            while (!cursor.atEnd() && !cursor.isWord("SELECT") && !cursor.isWord("AS")) {
                cursor.isSymbol('(') ? cursor.skipParentheses() : void(cursor.take());
            }
        } else if (cursor.accept("ENGINE") || cursor.accept("TYPE")) {
            cursor.skipOptionalEquals();
            statement.engine = lowerAscii(cursor.value());
        } else if (cursor.accept("WITH", "SYSTEM")) {
            statement.isVersioned = true;
        } else if (cursor.acceptAny({"SELECT", "AS", "TABLE", "VALUES", "WITH"})) {
            statement.hasSelect = true;
            return;
        } else {
            cursor.take();
        }
    }
}

} // namespace

void parseKeyParts(SqlCursor &cursor, KeySpec &key)
{
    cursor.requireSymbol('(');
    while (cursor.ok() && !cursor.acceptSymbol(')')) {
        if (cursor.isSymbol('(')) {
            key.isWhole = false;
            cursor.skipParentheses();
        } else {
            key.columns.push_back(cursor.name());
            if (cursor.isSymbol('(')) {
                key.isWhole = false;
                cursor.skipParentheses();
            }
        }
        cursor.acceptAny({"ASC", "DESC"});
        if (cursor.accept("WITHOUT", "OVERLAPS")) {
            key.isWhole = false;
        }
        if (!cursor.acceptSymbol(',') && !cursor.isSymbol(')')) {
            cursor.fail(")");
        }
    }
}

bool parseKey(SqlCursor &cursor, std::vector<KeySpec> &keys)
{
    KeySpec key;
    const bool isNamed = cursor.accept("CONSTRAINT");
    if (isNamed) {
        cursor.acceptIfNotExists(); // MariaDB
    }
    if (isNamed && cursor.peek().isName() && !cursor.isWord("PRIMARY") && !cursor.isWord("UNIQUE")
        && !cursor.isWord("FOREIGN") && !cursor.isWord("CHECK")) {
        key.name = cursor.name();
    }
    if (skipConstraint(cursor)) {
        return true;
    }
    if (cursor.accept("PRIMARY")) {
        cursor.require("KEY");
        key.kind = KeySpec::Kind::Primary;
        parseKeyBody(cursor, key);
        key.name = "PRIMARY";
    } else if (cursor.accept("UNIQUE")) {
        cursor.acceptAny({"KEY", "INDEX"});
        key.kind = KeySpec::Kind::Unique;
        parseKeyBody(cursor, key);
    } else if (!parseOtherKey(cursor, key)) {
        if (isNamed) {
            cursor.fail("a key");
        }
        return isNamed;
    }
    cursor.skipItem(); // USING BTREE, COMMENT, VISIBLE
    keys.push_back(std::move(key));
    return true;
}

void parseElements(SqlCursor &cursor, Elements &elements)
{
    cursor.requireSymbol('(');
    while (cursor.ok() && !cursor.acceptSymbol(')')) {
        parseElement(cursor, elements);
        if (!cursor.acceptSymbol(',') && !cursor.isSymbol(')')) {
            cursor.fail(")");
        }
    }
}

CreateTable parseCreateTable(SqlCursor &cursor)
{
    CreateTable statement;
    statement.ifNotExists = cursor.acceptIfNotExists();
    statement.table = cursor.table();
    const bool isLikeInParentheses = cursor.isSymbol('(') && cursor.peekSecond().isWord("LIKE");
    if (isLikeInParentheses) {
        cursor.take();
    }
    if (cursor.accept("LIKE")) {
        statement.like = cursor.table();
        return statement;
    }
    const bool isQuery = cursor.peekSecond().isWord("SELECT") || cursor.peekSecond().isSymbol('(');
    if (cursor.isSymbol('(') && !isQuery) {
        Elements elements;
        parseElements(cursor, elements);
        statement.columns = std::move(elements.columns);
        statement.keys = std::move(elements.keys);
    }
    parseOptions(cursor, statement);
    return statement;
}

} // namespace rowcast::mysql::ddl
