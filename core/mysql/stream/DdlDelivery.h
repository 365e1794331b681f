// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/schema/FollowedTables.h"
#include "core/mysql/server/CollationNames.h"
#include "core/mysql/stream/RowDelivery.h"
#include "core/pipeline/Source.h"

#include <set>
#include <string>

namespace rowcast::mysql {

struct QueryEvent;

// What follows from a server's settings for its DDL.
struct DdlRules {
    SqlDialect dialect;
    CollationNames collations;
    bool hasTimestampDefaults = false; // explicit_defaults_for_timestamp is off
    bool goesOnAfterPartitionDdl = false; // DMS: skipTableSuspensionForPartitionDdl
};

// Follows the statements of QUERY events: moves the schema history on and tells of the changes of selected tables. Used
// by the reader thread.
class DdlDelivery {
public:
    // tables and rows must outlive it.
    DdlDelivery(FollowedTables &tables, RowDelivery &rows, DdlRules rules);

    Result<void> statement(
        const QueryEvent &event, const BinlogPosition &place, const GroupContext &group, ChangeHandler &handler);

private:
    struct Moment {
        const BinlogPosition &place;
        const GroupContext &group;
        ChangeHandler &handler;
    };
    [[nodiscard]] std::string textOf(const QueryEvent &event);
    [[nodiscard]] SqlDialect dialectOf(const QueryEvent &event) const;
    [[nodiscard]] StatementContext contextOf(const QueryEvent &event, const BinlogPosition &place) const;
    // A statement that changed rows, which are not in the binlog.
    void warnOfHiddenRows(const std::string &text, const DdlStatement &parsed, const BinlogPosition &place);
    Result<void> tell(const DefinitionChange &change, const Moment &moment);
    // Whether the table was loaded as the statement made it, which is then no news.
    [[nodiscard]] bool isLoaded(const DefinitionChange &change, const Moment &moment);
    Result<void> tellLostRows(const DefinitionChange &change, const Moment &moment);
    Result<void> send(const DefinitionChange &change, SchemaChangeKind kind, const Moment &moment);
    Result<void> tellDml(const StatementDml &statement, const Moment &moment);

    FollowedTables &m_tables;
    RowDelivery &m_rows;
    const DdlRules m_rules;
    std::set<std::string> m_warnedOf; // statements by verb and tables, or by their text
};

} // namespace rowcast::mysql
