// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlParser.h"

#include "core/mysql/ddl/DdlGrammar.h"

#include <utility>

namespace rowcast::mysql {

namespace {

// The statement when its grammar was followed, else what it may have touched.
DdlStatement checked(const SqlCursor &cursor, DdlStatement statement, std::vector<TableId> tables)
{
    if (cursor.ok()) {
        return statement;
    }
    std::erase_if(tables, [](const TableId &table) { return table.table.empty(); });
    return UnparsedDdl{cursor.problem(), std::move(tables)};
}

DdlStatement createTable(SqlCursor &cursor, bool orReplace)
{
    CreateTable statement = ddl::parseCreateTable(cursor);
    statement.orReplace = orReplace;
    std::vector<TableId> tables{statement.table};
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement createSequence(SqlCursor &cursor, bool orReplace)
{
    CreateTable statement;
    statement.isSequence = true;
    statement.orReplace = orReplace;
    statement.ifNotExists = cursor.acceptIfNotExists();
    statement.table = cursor.table();
    std::vector<TableId> tables{statement.table};
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement createIndex(SqlCursor &cursor, bool isUnique)
{
    KeySpec key;
    key.kind = isUnique ? KeySpec::Kind::Unique : KeySpec::Kind::Other;
    const bool ifNotExists = cursor.acceptIfNotExists();
    key.name = cursor.name();
    while (!cursor.atEnd() && !cursor.accept("ON")) {
        cursor.take(); // USING BTREE
    }
    AlterTable statement;
    statement.table = cursor.table();
    ddl::parseKeyParts(cursor, key);
    statement.actions.push_back(AddKey{std::move(key), ifNotExists});
    std::vector<TableId> tables{statement.table};
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement dropIndex(SqlCursor &cursor)
{
    AlterTable statement;
    cursor.acceptIfExists();
    statement.actions.push_back(DropKey{cursor.name()});
    cursor.require("ON");
    statement.table = cursor.table();
    std::vector<TableId> tables{statement.table};
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement database(SqlCursor &cursor, bool isNew, bool orReplace)
{
    SetDatabaseCharset statement;
    statement.isNew = isNew;
    statement.orReplace = orReplace;
    cursor.acceptIfNotExists();
    const bool hasName = cursor.peek().isName() && !cursor.isWord("CHARACTER") && !cursor.isWord("DEFAULT")
        && !cursor.isWord("COLLATE") && !cursor.isWord("CHARSET");
    statement.schema = hasName ? cursor.name() : cursor.defaultSchema();
    while (cursor.ok() && !cursor.atEnd()) {
        if (!ddl::parseCharset(cursor, statement.charset)) {
            cursor.take();
        }
    }
    return checked(cursor, std::move(statement), {});
}

DdlStatement create(SqlCursor &cursor)
{
    const bool orReplace = cursor.accept("OR", "REPLACE");
    if (cursor.isWord("TEMPORARY")) {
        return Irrelevant{}; // of one session only; its rows are not in a row-format binlog
    }
    cursor.acceptAny({"ONLINE", "OFFLINE"});
    if (cursor.accept("TABLE")) {
        return createTable(cursor, orReplace);
    }
    if (cursor.accept("SEQUENCE")) {
        return createSequence(cursor, orReplace);
    }
    if (cursor.acceptAny({"DATABASE", "SCHEMA"})) {
        return database(cursor, true, orReplace);
    }
    const bool isUnique = cursor.accept("UNIQUE");
    cursor.acceptAny({"FULLTEXT", "SPATIAL", "VECTOR"});
    return cursor.accept("INDEX") ? createIndex(cursor, isUnique) : DdlStatement{};
}

DdlStatement dropTables(SqlCursor &cursor)
{
    DropTables statement;
    statement.ifExists = cursor.acceptIfExists();
    do {
        statement.tables.push_back(cursor.table());
    } while (cursor.ok() && cursor.acceptSymbol(','));
    std::vector<TableId> tables = statement.tables;
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement drop(SqlCursor &cursor)
{
    // A view that was renamed may stand in the history as a table of unknown layout.
    if (cursor.acceptAny({"TABLE", "TABLES", "SEQUENCE", "VIEW"})) {
        return dropTables(cursor);
    }
    if (cursor.acceptAny({"DATABASE", "SCHEMA"})) {
        cursor.acceptIfExists();
        return checked(cursor, DropDatabase{cursor.name()}, {});
    }
    cursor.acceptAny({"ONLINE", "OFFLINE"});
    return cursor.accept("INDEX") ? dropIndex(cursor) : DdlStatement{};
}

DdlStatement alter(SqlCursor &cursor)
{
    while (cursor.acceptAny({"ONLINE", "OFFLINE", "IGNORE"})) { }
    if (cursor.accept("TABLE")) {
        AlterTable statement;
        ddl::parseAlterTable(cursor, statement);
        std::vector<TableId> tables{statement.table};
        return checked(cursor, std::move(statement), std::move(tables));
    }
    return cursor.acceptAny({"DATABASE", "SCHEMA"}) ? database(cursor, false, false) : DdlStatement{};
}

DdlStatement rename(SqlCursor &cursor)
{
    if (!cursor.acceptAny({"TABLE", "TABLES"})) {
        return Irrelevant{}; // RENAME USER
    }
    cursor.acceptIfExists();
    RenameTables statement;
    std::vector<TableId> tables;
    do {
        TableId from = cursor.table();
        if (cursor.accept("WAIT")) {
            cursor.take();
        } else {
            cursor.accept("NOWAIT");
        }
        cursor.require("TO");
        TableId to = cursor.table();
        tables.push_back(from);
        tables.push_back(to);
        statement.pairs.emplace_back(std::move(from), std::move(to));
    } while (cursor.ok() && cursor.acceptSymbol(','));
    return checked(cursor, std::move(statement), std::move(tables));
}

DdlStatement truncate(SqlCursor &cursor)
{
    cursor.accept("TABLE");
    TableId table = cursor.table();
    return checked(cursor, TruncateTable{table}, {table});
}

DdlStatement dml(SqlCursor &cursor)
{
    StatementDml statement = ddl::parseDml(cursor);
    std::vector<TableId> tables = statement.tables;
    return checked(cursor, std::move(statement), std::move(tables));
}

// MariaDB logs SET STATEMENT variable=value FOR statement as one.
void skipSetStatement(SqlCursor &cursor)
{
    if (cursor.accept("SET", "STATEMENT")) {
        while (!cursor.atEnd() && !cursor.accept("FOR")) {
            cursor.take();
        }
    }
}

} // namespace

DdlStatement parseDdl(std::string_view sql, const SqlDialect &dialect, const std::string &defaultSchema)
{
    SqlCursor cursor(sql, dialect, defaultSchema);
    skipSetStatement(cursor);
    if (cursor.accept("CREATE")) {
        return create(cursor);
    }
    if (cursor.accept("ALTER")) {
        return alter(cursor);
    }
    if (cursor.accept("DROP")) {
        return drop(cursor);
    }
    if (cursor.accept("RENAME")) {
        return rename(cursor);
    }
    if (cursor.accept("TRUNCATE")) {
        return truncate(cursor);
    }
    const Token &first = cursor.peek();
    const bool isDml = first.isWord("INSERT") || first.isWord("UPDATE") || first.isWord("DELETE")
        || first.isWord("REPLACE") || first.isWord("LOAD") || first.isWord("WITH");
    return isDml ? dml(cursor) : DdlStatement{};
}

} // namespace rowcast::mysql
