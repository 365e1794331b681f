// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/mysql/load/HandOverFilter.h"
#include "core/mysql/row/RowDecoder.h"
#include "core/mysql/schema/FollowedTables.h"
#include "core/mysql/server/RowCounter.h"
#include "core/mysql/stream/TransactionTracker.h"
#include "core/pipeline/Source.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

struct TableMapEvent;
struct RowsEvent;

// The transaction whose rows are handed over.
struct GroupContext {
    TransactionInfo transaction;
    std::string server; // ServerInfo::identity
    BinlogPosition place; // the offset counts where isPlaceFixed only: else each event has its own
    std::string gtid; // empty: none
    bool isPlaceFixed = false; // XA and compressed transactions: place is the end of what made all rows visible
    bool isPayload = false; // compressed: all rows have the place of the outer event and are numbered through
    bool isRolledBack = false; // rows of tables without transactions were kept all the same
    bool isCounted = true; // rows of tables that are not followed are counted, too
};

// Turns TABLE_MAP and rows events into changes: finds the layout of the moment, decodes, leaves out what the load has
// already (HandOverFilter) and what was delivered before a resume, and hands the rest over. Used by the reader thread.
class RowDelivery {
public:
    // tables must outlive it; filter may be null.
    RowDelivery(FollowedTables &tables, bool wantsStreamPosition);
    void setFilter(std::unique_ptr<HandOverFilter> filter) { m_filter = std::move(filter); }
    [[nodiscard]] HandOverFilter *filter() const { return m_filter.get(); }

    // Table ids end with the file, a format description and a reconnect.
    void forgetTableIds();
    // A transaction begins to be handed over; the first rowsToSkip of its row changes were delivered before.
    void beginGroup(uint64_t rowsToSkip);
    // Row changes of the transaction so far, those skipped included.
    [[nodiscard]] uint64_t rowsDone() const { return m_rowsDone; }

    Result<void> tableMap(
        const TableMapEvent &event, TransactionTracker::Span span, const GroupContext &group, ChangeHandler &handler);
    // Bytes of the rows are those of the event; span: of the outer event in a compressed transaction, whose rows are
    // numbered through.
    Result<void> rows(const RowsEvent &event, TransactionTracker::Span span, const GroupContext &group,
        ChangeHandler &handler, const std::stop_token &stop);

private:
    struct Bound {
        TableId id;
        uint64_t mapStart = 0;
        std::vector<uint8_t> types; // of its TABLE_MAP: the same id with other columns is another table
        TableLayoutPtr layout; // null: rows are not followed
        std::unique_ptr<RowDecoder> decoder;
        std::optional<RowCounter> counter;
        bool isTransactional = true;
    };
    Result<void> bind(Bound &bound, const TableMapEvent &event, const BinlogPosition &at, ChangeHandler &handler);
    Result<void> fail(Bound &bound, const Failure &failure, ChangeHandler &handler);
    Result<void> countOnly(Bound &bound, const RowsEvent &event, const GroupContext &group);
    // True when the load may hold some of the event's rows already.
    bool isLoadConcerned(const Bound &bound, TransactionTracker::Span span, const GroupContext &group);
    Result<void> handOver(Bound &bound, const RowsEvent &event, const GroupContext &group, ChangeHandler &handler);
    Result<void> handOverFiltered(Bound &bound, const RowsEvent &event, const GroupContext &group,
        ChangeHandler &handler, const std::stop_token &stop);
    Result<void> send(const RowImages &images, HandOver decision, const Bound &bound, const GroupContext &group,
        ChangeHandler &handler);
    bool isSkipped();
    void setStreamPosition(const Bound &bound, TransactionTracker::Span span, const GroupContext &group);
    std::string_view streamPosition(uint64_t row);
    void noteLosses(Bound &bound, ChangeHandler &handler);

    FollowedTables &m_tables;
    const bool m_wantsStreamPosition;
    std::unique_ptr<HandOverFilter> m_filter;
    std::map<uint64_t, Bound> m_bound;
    Arena m_arena;
    uint64_t m_rowsDone = 0;
    uint64_t m_rowsToSkip = 0;
    uint64_t m_rowInEvent = 0; // number of the next row in its (outer) event
    uint64_t m_eventStart = 0;
    std::string m_positionHead; // "file:start:"
    std::string m_positionTail; // ":end:transaction-id:file:tablemap"
    std::string m_position;
    std::set<std::pair<TableId, std::string>> m_loggedLosses;
};

} // namespace rowcast::mysql
