// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlGrammar.h"

#include <utility>

namespace rowcast::mysql::ddl {

namespace {

void skipDefault(SqlCursor &cursor)
{
    if (cursor.acceptSymbol('-') || cursor.acceptSymbol('+')) {
        cursor.take();
        return;
    }
    if (cursor.isSymbol('(')) {
        cursor.skipParentheses();
        return;
    }
    const Token token = cursor.take();
    if (token.kind == TokenKind::Word && cursor.peek().kind == TokenKind::String) {
        cursor.take(); // _utf8'x', DATE '2000-01-01'
    }
    while (cursor.acceptSymbol('.')) {
        cursor.take(); // a function or sequence with its schema
    }
    cursor.skipParentheses(); // CURRENT_TIMESTAMP(6), uuid()
}

// ON UPDATE CURRENT_TIMESTAMP; ON DELETE SET NULL, NO ACTION, CASCADE: none of these NULLs is the column's.
void skipOn(SqlCursor &cursor)
{
    cursor.acceptAny({"UPDATE", "DELETE"});
    if (!cursor.accept("SET", "NULL") && !cursor.accept("SET", "DEFAULT") && !cursor.accept("NO", "ACTION")) {
        cursor.take();
        cursor.skipParentheses();
    }
}

void skipReference(SqlCursor &cursor)
{
    cursor.table();
    cursor.skipParentheses();
    if (cursor.accept("MATCH")) {
        cursor.take();
    }
}

// Attributes that say how the column is stored or read.
bool parseStorage(SqlCursor &cursor, ColumnSpec &column)
{
    if (cursor.accept("UNSIGNED")) {
        column.isUnsigned = true;
    } else if (cursor.accept("ZEROFILL")) {
        column.isZerofill = true;
    } else if (cursor.acceptAny({"VIRTUAL"})) {
        column.generated = Generated::Virtual;
    } else if (cursor.acceptAny({"STORED", "PERSISTENT"})) {
        column.generated = Generated::Stored;
    } else if (cursor.accept("AS")) {
        column.generated = column.generated == Generated::No ? Generated::Virtual : column.generated;
        if (cursor.accept("ROW")) { // MariaDB's system versioning: a real column
            column.generated = Generated::Stored;
            cursor.take();
        }
        cursor.skipParentheses();
    } else if (cursor.accept("INVISIBLE")) {
        column.isInvisible = true;
    } else if (cursor.accept("COMPRESSED")) {
        column.isCompressed = true;
    } else {
        return false;
    }
    return true;
}

bool parseText(SqlCursor &cursor, ColumnSpec &column)
{
    CharsetSpec charset;
    if (parseCharset(cursor, charset)) {
        column.charset = charset.charset.empty() ? column.charset : charset.charset;
        column.collation = charset.collation.empty() ? column.collation : charset.collation;
    } else if (cursor.accept("ASCII")) {
        column.charset = "latin1";
    } else if (cursor.accept("UNICODE")) {
        column.charset = "ucs2";
    } else if (cursor.accept("BYTE")) {
        column.charset = "binary";
    } else if (cursor.accept("BINARY")) {
        column.hasBinaryAttribute = true;
    } else {
        return false;
    }
    return true;
}

bool parseConstraint(SqlCursor &cursor, ColumnSpec &column)
{
    if (cursor.accept("NOT", "NULL")) {
        column.nullable = false;
    } else if (cursor.accept("NULL")) {
        column.nullable = true;
    } else if (cursor.accept("PRIMARY") || cursor.isWord("KEY")) {
        cursor.accept("KEY");
        column.isPrimary = true;
    } else if (cursor.accept("UNIQUE")) {
        cursor.accept("KEY");
        column.isUnique = true;
    } else if (cursor.accept("SERIAL", "DEFAULT")) {
        cursor.accept("VALUE");
        column.nullable = false;
        column.isUnique = true;
    } else {
        return false;
    }
    return true;
}

void skipOther(SqlCursor &cursor)
{
    if (cursor.accept("DEFAULT")) {
        skipDefault(cursor);
    } else if (cursor.accept("ON")) {
        skipOn(cursor);
    } else if (cursor.accept("REFERENCES")) {
        skipReference(cursor);
    } else if (cursor.isSymbol('(')) {
        cursor.skipParentheses();
    } else {
        const Token token = cursor.take();
        if (cursor.acceptSymbol('=') || token.isWord("COMMENT") || token.isWord("STORAGE")
            || token.isWord("COLUMN_FORMAT") || token.isWord("CONSTRAINT")) {
            if (!cursor.isWord("CHECK")) { // CONSTRAINT without a name
                cursor.take(); // the option's value is no attribute
            }
        }
    }
}

} // namespace

ColumnSpec parseColumn(SqlCursor &cursor, std::string name)
{
    ColumnSpec column;
    column.name = std::move(name);
    parseColumnType(cursor, column);
    while (cursor.ok() && !cursor.atEnd() && !cursor.isSymbol(',') && !cursor.isSymbol(')') && !cursor.isWord("FIRST")
        && !cursor.isWord("AFTER")) {
        if (!parseText(cursor, column) && !parseStorage(cursor, column) && !parseConstraint(cursor, column)) {
            skipOther(cursor);
        }
    }
    return column;
}

bool parseCharset(SqlCursor &cursor, CharsetSpec &charset)
{
    const bool isDefault = cursor.isWord("DEFAULT")
        && (cursor.peekSecond().isWord("CHARACTER") || cursor.peekSecond().isWord("CHARSET")
            || cursor.peekSecond().isWord("COLLATE") || cursor.peekSecond().isWord("CHAR"));
    if (isDefault) {
        cursor.take();
    }
    if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHAR", "SET") || cursor.accept("CHARSET")) {
        cursor.skipOptionalEquals();
        charset.charset = lowerAscii(cursor.value());
        return true;
    }
    if (cursor.accept("COLLATE")) {
        cursor.skipOptionalEquals();
        charset.collation = lowerAscii(cursor.value());
        return true;
    }
    return false;
}

} // namespace rowcast::mysql::ddl
