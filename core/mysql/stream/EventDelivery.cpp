// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/EventDelivery.h"

#include "core/mysql/ddl/QueryKind.h"

#include <utility>

namespace rowcast::mysql {

EventDelivery::EventDelivery(
    SchemaHistory &history, const TableMappings &mappings, bool wantsStreamPosition, DdlRules rules)
    : m_tables(history, mappings)
    , m_rows(m_tables, wantsStreamPosition)
    , m_ddl(m_tables, m_rows, std::move(rules))
{
}

Result<void> EventDelivery::deliver(const BinlogEvent &event, TransactionTracker::Span span, const GroupContext &group,
    ChangeHandler &handler, const std::stop_token &stop)
{
    if (const auto *rows = std::get_if<RowsEvent>(&event.body)) {
        return m_rows.rows(*rows, span, group, handler, stop);
    }
    if (const auto *map = std::get_if<TableMapEvent>(&event.body)) {
        return m_rows.tableMap(*map, span, group, handler);
    }
    const auto *query = std::get_if<QueryEvent>(&event.body);
    if (query == nullptr || meaningOf(query->text).kind != QueryKind::Other) {
        return {};
    }
    return m_ddl.statement(*query, {group.place.file, span.end}, group, handler);
}

} // namespace rowcast::mysql
