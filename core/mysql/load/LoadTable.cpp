// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadTable.h"

#include "core/mysql/row/TypeMap.h"

namespace rowcast::mysql {

Result<LoadTablePtr> LoadTable::make(const TableDefinition &definition)
{
    auto layout = layoutOf(definition);
    if (!layout) {
        return std::move(layout).error();
    }
    auto table = std::make_shared<LoadTable>();
    table->definition = definition;
    table->layout = std::make_shared<const TableLayout>(std::move(*layout));
    table->key = ChunkKey::of(definition, *table->layout);
    for (const ColumnDefinition &column : definition.columns) {
        table->columns += (table->columns.empty() ? "" : ", ") + selectExpression(column);
    }
    return LoadTablePtr(table);
}

std::vector<KeyKind> LoadTable::keyKinds() const
{
    std::vector<KeyKind> kinds;
    for (const KeyColumn &column : key ? key->columns() : std::vector<KeyColumn>()) {
        kinds.push_back({column.type, column.charset, column.collation});
    }
    return kinds;
}

} // namespace rowcast::mysql
