// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/CurrentDefinition.h"

#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/server/Failures.h"

namespace rowcast::mysql {

namespace {

bool isSameLayout(const TableDefinition &a, const TableDefinition &b)
{
    return a.columns == b.columns && a.primaryKey == b.primaryKey && a.uniqueKeys == b.uniqueKeys;
}

} // namespace

Result<std::optional<TableDefinition>> changedDefinition(
    Connection &connection, const TableDefinition &known, const std::stop_token &stop)
{
    TableFacts facts;
    facts.id = known.id;
    facts.collation = known.collation;
    auto found = CatalogReader::definitions(connection, std::span(&facts, 1), stop);
    if (!found) {
        return std::move(found).error();
    }
    if (found->empty()) {
        return queryFailure({1146, "42S02", "Table '" + known.id.dotted() + "' doesn't exist"}, connection.settings());
    }
    TableDefinition &now = found->front().definition;
    return isSameLayout(now, known) ? std::nullopt : std::optional(std::move(now));
}

Result<bool> redefineWhereChanged(TableLoad &load, Connection &connection, const std::stop_token &stop)
{
    const auto changed = changedDefinition(connection, load.table()->definition, stop);
    if (!changed) {
        return changed.error();
    }
    if (!*changed) {
        return false;
    }
    const auto table = LoadTable::make(**changed);
    if (!table) {
        return table.error();
    }
    const auto redefined = load.redefine(*table);
    return redefined ? Result<bool>(true) : Result<bool>(redefined.error());
}

} // namespace rowcast::mysql
