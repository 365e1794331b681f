// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/GroupReplay.h"

#include <utility>

namespace rowcast::mysql {

GroupReplay::GroupReplay(std::unique_ptr<HeldGroup> events, BinlogParser &parser)
    : m_parser(parser)
    , m_events(std::move(events))
{
    m_events->rewind();
}

GroupReplay::GroupReplay(const TransactionPayloadEvent &event, TransactionTracker::Span span, BinlogParser &parser)
    : m_parser(parser)
    , m_payload(std::make_unique<PayloadReader>(event))
    , m_payloadSpan(span)
{
}

Result<std::optional<GroupReplay::Part>> GroupReplay::next()
{
    std::span<const uint8_t> bytes;
    TransactionTracker::Span span = m_payloadSpan;
    if (m_payload) {
        const auto inner = m_payload->next();
        if (!inner) {
            return inner.error();
        }
        if (!*inner) {
            return std::optional<Part>{};
        }
        bytes = **inner;
    } else {
        const auto held = m_events->next();
        if (!held) {
            return held.error();
        }
        if (!*held) {
            return std::optional<Part>{};
        }
        bytes = (*held)->bytes;
        span = (*held)->span;
    }
    auto event = m_payload ? m_parser.parseInner(bytes) : m_parser.parse(bytes);
    if (!event) {
        return event.error();
    }
    return std::optional(Part{*std::move(event), span, bytes.size()});
}

Result<bool> GroupReplay::handOver(uint64_t bytes, EventDelivery &delivery, const GroupContext &group,
    ChangeHandler &handler, const std::stop_token &stop)
{
    uint64_t done = 0;
    while (done < bytes) {
        const auto part = next();
        if (!part) {
            return part.error();
        }
        if (!*part) {
            return false;
        }
        done += (*part)->bytes;
        if (auto delivered = delivery.deliver((*part)->event, (*part)->span, group, handler, stop); !delivered) {
            return delivered.error();
        }
    }
    return true;
}

} // namespace rowcast::mysql
