// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlGrammar.h"

#include <utility>

namespace rowcast::mysql::ddl {

namespace {

ColumnPlace parsePlace(SqlCursor &cursor)
{
    if (cursor.accept("FIRST")) {
        return {ColumnPlace::Kind::First, {}};
    }
    if (cursor.accept("AFTER")) {
        return {ColumnPlace::Kind::After, cursor.name()};
    }
    return {};
}

void parseAdd(SqlCursor &cursor, AlterTable &statement)
{
    const bool isColumn = cursor.accept("COLUMN");
    if (!isColumn && cursor.isWord("PARTITION")) {
        return;
    }
    if (!isColumn && cursor.accept("SYSTEM", "VERSIONING")) { // no column of that name: a type would follow
        statement.actions.push_back(SetVersioned{true});
        return;
    }
    const bool ifNotExists = cursor.acceptIfNotExists();
    Elements elements;
    if (cursor.isSymbol('(')) {
        parseElements(cursor, elements);
    } else if (isColumn || !parseKey(cursor, elements.keys)) {
        std::string name = cursor.name();
        ColumnSpec column = parseColumn(cursor, std::move(name));
        statement.actions.push_back(AddColumn{std::move(column), parsePlace(cursor), ifNotExists});
    }
    for (ColumnSpec &column : elements.columns) {
        statement.actions.push_back(AddColumn{std::move(column), {}, ifNotExists});
    }
    for (KeySpec &key : elements.keys) {
        statement.actions.push_back(AddKey{std::move(key), ifNotExists});
    }
}

void parseDrop(SqlCursor &cursor, AlterTable &statement)
{
    if (cursor.accept("PRIMARY", "KEY")) {
        statement.actions.push_back(DropKey{"PRIMARY"});
    } else if (cursor.acceptAny({"KEY", "INDEX", "CONSTRAINT"})) {
        cursor.acceptIfExists();
        statement.actions.push_back(DropKey{cursor.name()});
    } else if (cursor.accept("PARTITION")) {
        statement.actions.push_back(RemoveRows{"DROP PARTITION"});
    } else if (cursor.accept("SYSTEM", "VERSIONING")) {
        statement.actions.push_back(SetVersioned{false});
    } else if (!cursor.accept("FOREIGN", "KEY") && !cursor.accept("PERIOD", "FOR") && !cursor.accept("CHECK")) {
        cursor.accept("COLUMN");
        const bool ifExists = cursor.acceptIfExists();
        statement.actions.push_back(DropColumn{cursor.name(), ifExists});
    }
}

void parseChange(SqlCursor &cursor, AlterTable &statement, bool hasNewName)
{
    cursor.accept("COLUMN");
    const bool ifExists = cursor.acceptIfExists();
    std::string oldName = cursor.name();
    std::string newName = hasNewName ? cursor.name() : oldName;
    ColumnSpec column = parseColumn(cursor, std::move(newName));
    statement.actions.push_back(ChangeColumn{std::move(oldName), std::move(column), parsePlace(cursor), ifExists});
}

void parseRename(SqlCursor &cursor, AlterTable &statement)
{
    const bool isKey = cursor.isWord("KEY") || cursor.isWord("INDEX");
    if (isKey || cursor.isWord("COLUMN")) {
        cursor.take();
        cursor.acceptIfExists();
        std::string oldName = cursor.name();
        cursor.require("TO");
        std::string newName = cursor.name();
        if (isKey) {
            statement.actions.push_back(RenameKey{std::move(oldName), std::move(newName)});
        } else {
            statement.actions.push_back(RenameColumn{std::move(oldName), std::move(newName)});
        }
        return;
    }
    cursor.acceptAny({"TO", "AS"});
    cursor.skipOptionalEquals();
    statement.actions.push_back(RenameTo{cursor.table()});
}

void parseAlterColumn(SqlCursor &cursor, AlterTable &statement)
{
    if (cursor.acceptAny({"INDEX", "KEY", "CHECK", "CONSTRAINT"})) {
        return;
    }
    cursor.accept("COLUMN");
    cursor.acceptIfExists();
    std::string name = cursor.name();
    if (cursor.accept("SET", "INVISIBLE")) {
        statement.actions.push_back(SetColumnInvisible{std::move(name), true});
    } else if (cursor.accept("SET", "VISIBLE")) {
        statement.actions.push_back(SetColumnInvisible{std::move(name), false});
    }
}

void parseConvert(SqlCursor &cursor, AlterTable &statement)
{
    if (cursor.accept("PARTITION") || cursor.accept("TABLE")) { // MariaDB: rows change tables without row events
        statement.actions.push_back(RemoveRows{"CONVERT PARTITION"});
        return;
    }
    cursor.require("TO");
    CharsetSpec charset;
    while (cursor.ok() && parseCharset(cursor, charset)) { }
    statement.actions.push_back(ConvertCharset{std::move(charset)});
}

bool parsePartitionVerb(SqlCursor &cursor, AlterTable &statement)
{
    if (cursor.accept("TRUNCATE", "PARTITION")) {
        statement.actions.push_back(RemoveRows{"TRUNCATE PARTITION"});
    } else if (cursor.accept("EXCHANGE", "PARTITION")) {
        cursor.name();
        cursor.require("WITH");
        cursor.require("TABLE");
        statement.actions.push_back(ExchangePartition{cursor.table()});
    } else if (cursor.accept("IMPORT")) {
        statement.actions.push_back(RemoveRows{"IMPORT TABLESPACE"});
    } else {
        return false;
    }
    return true;
}

// One option of those that may follow each other without a comma.
void parseOption(SqlCursor &cursor, AlterTable &statement)
{
    CharsetSpec charset;
    while (parseCharset(cursor, charset)) { }
    if (!charset.isEmpty()) {
        statement.actions.push_back(SetDefaultCharset{std::move(charset)});
    } else if (cursor.accept("ENGINE") || cursor.accept("TYPE")) {
        cursor.skipOptionalEquals();
        statement.actions.push_back(SetEngine{lowerAscii(cursor.value())});
    } else if (cursor.isSymbol('(')) {
        cursor.skipParentheses();
    } else {
        cursor.take();
    }
}

void parseAction(SqlCursor &cursor, AlterTable &statement)
{
    if (cursor.accept("ADD")) {
        parseAdd(cursor, statement);
    } else if (cursor.accept("DROP")) {
        parseDrop(cursor, statement);
    } else if (cursor.accept("MODIFY")) {
        parseChange(cursor, statement, false);
    } else if (cursor.accept("CHANGE")) {
        parseChange(cursor, statement, true);
    } else if (cursor.accept("RENAME")) {
        parseRename(cursor, statement);
    } else if (cursor.accept("ALTER")) {
        parseAlterColumn(cursor, statement);
    } else if (cursor.accept("CONVERT")) {
        parseConvert(cursor, statement);
    } else {
        parsePartitionVerb(cursor, statement);
    }
    while (cursor.ok() && !cursor.atEnd() && !cursor.isSymbol(',')) {
        parseOption(cursor, statement);
    }
}

} // namespace

void parseAlterTable(SqlCursor &cursor, AlterTable &statement)
{
    statement.ifExists = cursor.acceptIfExists();
    statement.table = cursor.table();
    if (cursor.accept("WAIT")) {
        cursor.take();
    } else {
        cursor.accept("NOWAIT");
    }
    while (cursor.ok() && !cursor.atEnd()) {
        parseAction(cursor, statement);
        cursor.acceptSymbol(',');
    }
}

} // namespace rowcast::mysql::ddl
