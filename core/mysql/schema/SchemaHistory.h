// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/Change.h"
#include "core/change/StateRecord.h"
#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/ddl/SqlLexer.h"
#include "core/mysql/schema/TrackedTable.h"
#include "core/mysql/server/Charsets.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rowcast::mysql {

class ColumnResolver;

// What a server adds to the words of a definition.
struct SchemaRules {
    SqlDialect dialect;
    Charsets charsets;
    int lowerCaseTableNames = 0; // @@lower_case_table_names
};

// What the QUERY event says beside its text.
struct StatementContext {
    std::string at; // where the statement stands: "binlog.000007:1234"
    CharsetSpec serverDefault; // collation_server then; empty: not told
    std::string utf8mb4Collation; // default_collation_for_utf8mb4 then; empty: not told
    bool hasTimestampDefaults = false; // explicit_defaults_for_timestamp is off
};

// What a statement did to one table.
struct DefinitionChange {
    SchemaChangeKind kind = SchemaChangeKind::ChangeColumns;
    TableId table; // the name before
    TrackedTablePtr before; // null: it was not there
    TrackedTablePtr after; // null: it is gone; its layout may be unknown (TrackedTable::unknown says why)
    // Rows came or went without row events by this ("TRUNCATE PARTITION"); before and after are then the same.
    std::string rowsGone;
};

// The definitions of tables as of one moment of the binlog, moved on by the DDL in the stream, so that each row is read
// with the layout of its own moment. Kept durable as records "schema/<schema>/<table>" and "schema/<schema>" (names
// percent-encoded). Used by one thread at a time.
class SchemaHistory {
public:
    explicit SchemaHistory(SchemaRules rules);

    // Read from the catalogue; the caller knows that nothing changed since the moment the history is at.
    void add(TrackedTable table);
    void setDatabase(const std::string &schema, const CharsetSpec &charset);
    // Takes those of the task's records whose key begins with "schema/". Failure "mysql.state.invalid".
    Result<void> restore(const StateRecords &state);

    // Null: not in the history.
    [[nodiscard]] TrackedTablePtr find(const TableId &table) const;
    [[nodiscard]] std::vector<TrackedTablePtr> tables() const;
    // The binlog of another server is read from here on: its places cannot be compared with those known.
    void forgetPlaces();

    // Follows a statement. What was applied already (a definition that holds from this place on) is passed over, so a
    // statement may be met again after a resume. Changes without effect on a definition are not reported.
    std::vector<DefinitionChange> apply(const DdlStatement &statement, const StatementContext &context);

    // Records of what changed since the last call; a table that is gone gives a record without value.
    [[nodiscard]] StateRecords takeState();

    // The name as this server compares it.
    [[nodiscard]] TableId canonical(TableId table) const;

private:
    using Changes = std::vector<DefinitionChange>;
    void applyTo(const CreateTable &statement, const StatementContext &context, Changes &changes);
    void applyTo(const AlterTable &statement, const StatementContext &context, Changes &changes);
    void applyTo(const DropTables &statement, const StatementContext &context, Changes &changes);
    void applyTo(const RenameTables &statement, const StatementContext &context, Changes &changes);
    void applyTo(const TruncateTable &statement, const StatementContext &context, Changes &changes);
    void applyTo(const SetDatabaseCharset &statement, const StatementContext &context, Changes &changes);
    void applyTo(const DropDatabase &statement, const StatementContext &context, Changes &changes);
    void applyTo(const UnparsedDdl &statement, const StatementContext &context, Changes &changes);
    void applyTo(const Irrelevant &, const StatementContext &, Changes &) { }
    void applyTo(const StatementDml &, const StatementContext &, Changes &) { }

    TrackedTable created(const CreateTable &statement, const StatementContext &context);
    void rename(const TableId &from, const TableId &to, const StatementContext &context, Changes &changes);
    void loseRows(const AlterTable &statement, Changes &changes) const;
    [[nodiscard]] CharsetSpec databaseDefault(const std::string &schema, const StatementContext &context) const;
    [[nodiscard]] Charsets charsetsFor(const StatementContext &context) const;
    void put(TrackedTable table);
    void remove(const TableId &table);

    SchemaRules m_rules;
    std::map<TableId, TrackedTablePtr> m_tables;
    std::map<std::string, CharsetSpec> m_databases;
    std::set<TableId> m_changed; // since takeState(); a database has an empty table name
};

} // namespace rowcast::mysql
