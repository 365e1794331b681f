// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogEvent.h"
#include "core/mysql/schema/FollowedTables.h"
#include "core/mysql/stream/DdlDelivery.h"
#include "core/mysql/stream/RowDelivery.h"

namespace rowcast::mysql {

// Where the events of a transaction that is known to count become changes. Used by the reader thread.
class EventDelivery {
public:
    // history and mappings must outlive it.
    EventDelivery(SchemaHistory &history, const TableMappings &mappings, bool wantsStreamPosition, DdlRules rules);

    // TABLE_MAP, rows and QUERY events; others have no effect on rows and are passed over.
    Result<void> deliver(const BinlogEvent &event, TransactionTracker::Span span, const GroupContext &group,
        ChangeHandler &handler, const std::stop_token &stop);
    [[nodiscard]] RowDelivery &rows() { return m_rows; }

private:
    FollowedTables m_tables;
    RowDelivery m_rows;
    DdlDelivery m_ddl;
};

} // namespace rowcast::mysql
