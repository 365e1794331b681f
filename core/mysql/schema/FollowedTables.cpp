// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/FollowedTables.h"

#include "core/mysql/ddl/SqlLexer.h"
#include "core/mysql/row/TypeMap.h"
#include "core/mysql/server/StreamFailures.h"

#include <utility>

namespace rowcast::mysql {

namespace {

bool isServersOwn(const std::string &schema)
{
    const std::string name = lowerAscii(schema);
    return name == "mysql" || name == "information_schema" || name == "performance_schema" || name == "sys";
}

} // namespace

FollowedTables::FollowedTables(SchemaHistory &history, const TableMappings &mappings)
    : m_history(history)
    , m_mappings(mappings)
{
}

FollowedTables::State &FollowedTables::stateOf(const TableId &table)
{
    const auto found = m_states.find(table);
    return found != m_states.end() ? found->second : m_states[m_history.canonical(table)];
}

bool FollowedTables::isSelected(const TableId &table)
{
    State &state = stateOf(table);
    if (!state.isSelected) {
        state.isSelected = !isServersOwn(table.schema) && m_mappings.selects(table);
    }
    return *state.isSelected;
}

bool FollowedTables::isFollowed(const TableId &table)
{
    return isSelected(table) && !stateOf(table).isGivenUp;
}

void FollowedTables::giveUp(const TableId &table)
{
    stateOf(table).isGivenUp = true;
}

void FollowedTables::changed(const TableId &table, bool isNew)
{
    State &state = stateOf(table);
    state.definition.reset();
    state.layout.reset();
    if (isNew) {
        state.isGivenUp = false;
    }
}

Result<TableLayoutPtr> FollowedTables::build(const TrackedTablePtr &table)
{
    const auto known = m_layouts.find(table);
    if (known != m_layouts.end()) {
        return known->second;
    }
    auto layout = layoutOf(table->definition);
    if (!layout) {
        return layout.error();
    }
    TableLayoutPtr shared = std::make_shared<const TableLayout>(*std::move(layout));
    m_layouts.emplace(table, shared);
    return shared;
}

Result<TableLayoutPtr> FollowedTables::layout(const TableId &table, const BinlogPosition &at)
{
    State &state = stateOf(table);
    if (state.layout) {
        return state.layout;
    }
    const TrackedTablePtr tracked = m_history.find(table);
    if (!tracked) {
        return unseenTableFailure(table);
    }
    if (!tracked->isKnown()) {
        return unknownLayoutFailure(table, tracked->unknown);
    }
    const auto since = BinlogPosition::parse(tracked->since);
    // A server that names its binlogs anew counts anew: what it writes then comes behind all that it had written.
    if (since && since->base() == at.base() && at < *since) {
        return unknownLayoutFailure(
            table, "it is known from " + tracked->since + " on, the rows stand at " + at.text());
    }
    auto layout = build(tracked);
    if (layout) {
        state.definition = tracked;
        state.layout = *layout;
    }
    return layout;
}

TableSchemaPtr FollowedTables::schemaOf(const TrackedTablePtr &table)
{
    if (!table || !table->isKnown()) {
        return nullptr;
    }
    const auto layout = build(table);
    return layout ? (*layout)->schema : nullptr;
}

} // namespace rowcast::mysql
