// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/PayloadEvent.h"
#include "core/mysql/stream/EventDelivery.h"
#include "core/mysql/stream/HeldGroup.h"
#include "core/mysql/stream/PayloadScan.h"

#include <memory>
#include <optional>

namespace rowcast::mysql {

// Hands the events of one transaction over, a part at a time: those that were held, or those inside a compressed one
// (which may have been held, too).
// Used by the reader thread.
class GroupReplay {
public:
    // parser: that read the stream then; must outlive this.
    GroupReplay(std::unique_ptr<HeldGroup> events, BinlogParser &parser);
    // The outer event's bytes must stay until this is done.
    GroupReplay(const TransactionPayloadEvent &event, TransactionTracker::Span span, BinlogParser &parser);

    // About so many bytes of events; false when there are no more.
    Result<bool> handOver(uint64_t bytes, EventDelivery &delivery, const GroupContext &group, ChangeHandler &handler,
        const std::stop_token &stop);

    // Of a compressed transaction that is only prepared: nothing of it was handed over, and handOver() has ended. Empty
    // for all others.
    [[nodiscard]] const std::string &preparedXid() const { return m_preparedXid; }

private:
    struct Part {
        BinlogEvent event;
        TransactionTracker::Span span;
        uint64_t bytes = 0;
        bool isUndone = false;
    };
    Result<std::optional<Part>> next();
    Result<std::optional<Part>> nextInPayload();
    Result<std::optional<Part>> nextHeld();
    void openPayload(const TransactionPayloadEvent &event, TransactionTracker::Span span);
    Result<void> lookAhead(const BinlogEvent &event);

    BinlogParser &m_parser;
    std::unique_ptr<HeldGroup> m_events;
    TransactionPayloadEvent m_payloadEvent;
    std::unique_ptr<PayloadReader> m_payload; // that is being read
    TransactionTracker::Span m_payloadSpan;
    uint64_t m_payloadNext = 0; // number of its next event
    std::optional<PayloadFacts> m_payloadFacts; // read ahead only where something inside asks for it
    std::string m_preparedXid;
};

} // namespace rowcast::mysql
