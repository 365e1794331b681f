// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"
#include "core/mysql/ddl/TableDefinition.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// What the statements of the binlog's QUERY events say, as far as it concerns the layout of tables. Names are UTF-8 and
// spelled as in the text; a name without a schema has got the statement's default one. Nothing is resolved yet: a
// column without a character set has an empty one (ColumnResolver and SchemaHistory know what it inherits).

namespace rowcast::mysql {

struct ColumnSpec {
    std::string name;
    std::string
        type; // canonical keyword: "int", "varchar", "decimal", "enum", "longtext", "serial" is already resolved
    std::vector<std::string> arguments; // "10", "2"; the labels of ENUM and SET
    bool isUnsigned = false;
    bool isZerofill = false;
    std::string charset; // lower case
    std::string collation; // lower case
    bool hasBinaryAttribute = false; // CHAR(10) BINARY: the character set's _bin collation
    std::optional<bool> nullable; // as written
    Generated generated = Generated::No;
    bool isInvisible = false;
    bool isPrimary = false;
    bool isUnique = false;
    bool isCompressed = false; // MariaDB's COMPRESSED attribute
};

struct KeySpec {
    enum class Kind : uint8_t { Primary, Unique, Other };
    Kind kind = Kind::Other;
    std::string name; // empty: the server chooses
    std::vector<std::string> columns;
    bool isWhole = true; // no prefix and no expression among the parts
};

struct CharsetSpec {
    std::string charset; // empty: not named
    std::string collation;
    [[nodiscard]] bool isEmpty() const { return charset.empty() && collation.empty(); }
};

struct CreateTable {
    TableId table;
    bool ifNotExists = false;
    bool orReplace = false;
    bool isSequence = false; // MariaDB's CREATE SEQUENCE: a table of its own kind, whose rows are no user's data
    std::vector<ColumnSpec> columns;
    std::vector<KeySpec> keys;
    CharsetSpec charset;
    std::string engine;
    std::optional<TableId> like;
    bool isVersioned = false; // MariaDB's WITH SYSTEM VERSIONING
    bool hasSelect = false; // more columns come from a query: its own text does not tell which
};

struct ColumnPlace {
    enum class Kind : uint8_t { Unchanged, First, After };
    Kind kind = Kind::Unchanged; // for a new column: at the end
    std::string after;
};

struct AddColumn {
    ColumnSpec column;
    ColumnPlace place;
    bool ifNotExists = false;
};
struct DropColumn {
    std::string name;
    bool ifExists = false;
};
struct ChangeColumn { // MODIFY too, with the same name
    std::string oldName;
    ColumnSpec column;
    ColumnPlace place;
    bool ifExists = false;
};
struct RenameColumn {
    std::string oldName;
    std::string newName;
};
struct SetColumnInvisible {
    std::string name;
    bool isInvisible = false;
};
struct AddKey {
    KeySpec key;
    bool ifNotExists = false;
};
struct DropKey {
    std::string name; // "PRIMARY" for the primary key
};
struct RenameKey {
    std::string oldName;
    std::string newName;
};
struct SetDefaultCharset {
    CharsetSpec charset;
};
struct ConvertCharset {
    CharsetSpec charset; // charset "default": the database's
};
struct RenameTo {
    TableId table;
};
struct SetEngine {
    std::string engine;
};
struct SetVersioned { // ADD or DROP SYSTEM VERSIONING
    bool isVersioned = false;
};
struct RemoveRows { // TRUNCATE PARTITION, DROP PARTITION: rows go without row events
    std::string what; // "TRUNCATE PARTITION", for the log
};
struct ExchangePartition {
    TableId with;
};
using AlterAction = std::variant<AddColumn, DropColumn, ChangeColumn, RenameColumn, SetColumnInvisible, AddKey, DropKey,
    RenameKey, SetDefaultCharset, ConvertCharset, RenameTo, SetEngine, SetVersioned, RemoveRows, ExchangePartition>;

// CREATE INDEX and DROP INDEX come as this, too. Actions that change no layout are left out.
struct AlterTable {
    TableId table;
    bool ifExists = false;
    std::vector<AlterAction> actions;
};
struct DropTables {
    std::vector<TableId> tables;
    bool ifExists = false;
};
struct RenameTables {
    std::vector<std::pair<TableId, TableId>> pairs; // carried out one after the other
};
struct TruncateTable {
    TableId table;
};
struct SetDatabaseCharset { // CREATE DATABASE and ALTER DATABASE
    std::string schema;
    CharsetSpec charset;
    bool isNew = false;
    bool orReplace = false; // MariaDB's CREATE OR REPLACE DATABASE drops what was there
};
struct DropDatabase {
    std::string schema;
};
// Rows were changed by a statement instead of row events (binlog_format STATEMENT or MIXED).
struct StatementDml {
    std::string verb; // "INSERT"
    std::vector<TableId> tables; // those the text names
};
// BEGIN, COMMIT, XA ... and whatever concerns no table's layout.
struct Irrelevant { };
// Not understood; the tables are those whose layout it may change.
struct UnparsedDdl {
    std::string reason;
    std::vector<TableId> tables;
};
using DdlStatement = std::variant<Irrelevant, CreateTable, AlterTable, DropTables, RenameTables, TruncateTable,
    SetDatabaseCharset, DropDatabase, StatementDml, UnparsedDdl>;

} // namespace rowcast::mysql
