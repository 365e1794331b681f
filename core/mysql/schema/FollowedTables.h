// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/TableId.h"
#include "core/mapping/TableMappings.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/row/TableLayout.h"
#include "core/mysql/schema/SchemaHistory.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace rowcast::mysql {

// The tables whose changes are wanted, with their layouts as of the moment that the schema history is at. Used by one
// thread; history and mappings must outlive it.
class FollowedTables {
public:
    FollowedTables(SchemaHistory &history, const TableMappings &mappings);

    // By the mappings; never the server's own schemas. Cached.
    [[nodiscard]] bool isSelected(const TableId &table);
    // Rows of it are to be handed over: selected and not given up.
    [[nodiscard]] bool isFollowed(const TableId &table);
    // The table's rows cannot be read from here on.
    void giveUp(const TableId &table);

    // The layout that rows at this place have. Failures: "mysql.schema.unknown" where the definition is not known (or
    // only from a later place on), "mysql.type.unknown".
    Result<TableLayoutPtr> layout(const TableId &table, const BinlogPosition &at);
    // Of any definition, for control records; null where it cannot be told.
    TableSchemaPtr schemaOf(const TrackedTablePtr &table);
    // The definition changed: the next layout() is a new one. A created table is no longer given up.
    void changed(const TableId &table, bool isNew);

    [[nodiscard]] SchemaHistory &history() { return m_history; }

private:
    struct State {
        std::optional<bool> isSelected;
        bool isGivenUp = false;
        TrackedTablePtr definition; // that the layout is made of
        TableLayoutPtr layout;
    };
    State &stateOf(const TableId &table);
    Result<TableLayoutPtr> build(const TrackedTablePtr &table);

    SchemaHistory &m_history;
    const TableMappings &m_mappings;
    std::unordered_map<TableId, State, TableIdHash> m_states;
    // Batches and encoders refer to schemas by address: none is freed, and no address used twice, while this lives.
    std::unordered_map<TrackedTablePtr, TableLayoutPtr> m_layouts;
};

} // namespace rowcast::mysql
