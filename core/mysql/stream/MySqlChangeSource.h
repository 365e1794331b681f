// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/schema/SchemaHistory.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/server/ServerIdChoice.h"
#include "core/mysql/server/ServerInfo.h"
#include "core/mysql/stream/EndpointWatch.h"
#include "core/mysql/stream/EventDelivery.h"
#include "core/mysql/stream/GroupFlow.h"
#include "core/mysql/stream/StreamProgress.h"
#include "core/mysql/stream/TransactionTracker.h"
#include "core/pipeline/Source.h"

#include <memory>
#include <optional>
#include <string>

namespace rowcast::mysql {

// Follows a server's binlog. A transaction's events are held back until its end is read, so that only committed rows
// are handed over; one larger than the limit is handed over while it is read. Reader thread.
//
//   BinlogStream -> BinlogParser -> TransactionTracker -> GroupFlow -> EventDelivery -> ChangeHandler
//
// Failures: those of BinlogStream, BinlogParser and StreamFailures.h.
class MySqlChangeSource final : public ChangeSource {
public:
    struct Setup {
        ConnectionSettings connection;
        BinlogStreamSettings stream;
        BinlogStart start;
        ServerInfo server;
        MySqlPosition position; // handed over up to here; start leads there
        std::shared_ptr<SchemaHistory> history;
        SourcePlan plan;
        DdlRules ddl;
        std::unique_ptr<HandOverFilter> filter; // may be null
        std::shared_ptr<ServerIdChoice> serverIds; // that gave stream.serverId
    };
    static Result<std::unique_ptr<MySqlChangeSource>> open(Setup setup, const std::stop_token &stop);

    Result<Progress> poll(ChangeHandler &handler, const std::stop_token &stop) override;
    [[nodiscard]] bool isAtTransactionEnd() const override;
    [[nodiscard]] StateRecords takeState() override;
    [[nodiscard]] bool isMoreWaiting() const override;
    [[nodiscard]] bool hasReached(const std::string &target) const override;
    [[nodiscard]] std::string displayPosition() const override;
    [[nodiscard]] int64_t lastEventMicros() const override { return m_lastEventMicros; }

private:
    using Span = TransactionTracker::Span;

    MySqlChangeSource(Setup setup, GtidProgress gtids, std::unique_ptr<BinlogStream> stream);
    Result<void> readXaGroups(const std::stop_token &stop);
    Result<Progress> readNext(ChangeHandler &handler, const std::stop_token &stop);
    Result<void> readRows(
        const EventHeader &header, std::span<const uint8_t> bytes, ChangeHandler &handler, const std::stop_token &stop);
    Result<bool> hold(std::span<const uint8_t> bytes); // false: to be delivered at once
    Result<void> readOther(
        const BinlogEvent &event, std::span<const uint8_t> bytes, ChangeHandler &handler, const std::stop_token &stop);
    Result<void> readControl(const BinlogEvent &event);
    Result<void> readFormat(const BinlogEvent &event);
    Result<void> readQuery(const QueryEvent &query, const BinlogEvent &event, std::span<const uint8_t> bytes,
        ChangeHandler &handler, const std::stop_token &stop);
    Result<void> beginFile(const std::string &file);
    Result<void> takeStep(GroupStep step, bool isXa = false);
    Result<void> endGroup(bool isRolledBack);
    void readPayload(const TransactionPayloadEvent &event, std::span<const uint8_t> bytes, uint32_t seconds);
    Result<void> deliver(const BinlogEvent &event, ChangeHandler &handler, const std::stop_token &stop);
    [[nodiscard]] GroupContext context() const;
    [[nodiscard]] uint64_t rowsToSkip() const { return m_progress.rowsToSkip(m_tracker.gtid()); }
    [[nodiscard]] Span span() const { return {m_positions.begin(), m_positions.end()}; } // of the last event
    [[nodiscard]] bool isBeforeStart() const;
    void settle();
    void movePlace();

    Setup m_setup;
    std::unique_ptr<BinlogStream> m_stream;
    BinlogParser m_parser;
    PositionTracker m_positions;
    TransactionTracker m_tracker;
    EventDelivery m_delivery;
    StreamProgress m_progress;
    GroupFlow m_flow;
    EndpointWatch m_watch;
    uint32_t m_fileSeconds = 0; // of the file that is read
    int64_t m_lastEventMicros = 0;
};

} // namespace rowcast::mysql
