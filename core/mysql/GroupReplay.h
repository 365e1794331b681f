// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/BinlogParser.h"
#include "core/mysql/EventDelivery.h"
#include "core/mysql/HeldGroup.h"
#include "core/mysql/PayloadEvent.h"

#include <memory>
#include <optional>

namespace rowcast::mysql {

// Hands the events of one transaction over, a part at a time: those that were held, or those inside a compressed one.
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

private:
    struct Part {
        BinlogEvent event;
        TransactionTracker::Span span;
        uint64_t bytes = 0;
    };
    Result<std::optional<Part>> next();

    BinlogParser &m_parser;
    std::unique_ptr<HeldGroup> m_events;
    std::unique_ptr<PayloadReader> m_payload;
    TransactionTracker::Span m_payloadSpan;
};

} // namespace rowcast::mysql
