// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/GroupReplay.h"

#include "core/mysql/ddl/QueryKind.h"

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
{
    openPayload(event, span);
}

void GroupReplay::openPayload(const TransactionPayloadEvent &event, TransactionTracker::Span span)
{
    m_payloadEvent = event;
    m_payload = std::make_unique<PayloadReader>(event);
    m_payloadSpan = span;
    m_payloadNext = 0;
    m_payloadFacts.reset();
}

Result<std::optional<GroupReplay::Part>> GroupReplay::next()
{
    while (true) {
        if (m_payload) {
            auto part = nextInPayload();
            if (!part || *part || !m_events) {
                return part;
            }
            m_payload.reset();
        }
        auto part = m_events ? nextHeld() : std::optional<Part>{};
        const auto *payload = part && *part ? std::get_if<TransactionPayloadEvent>(&(*part)->event.body) : nullptr;
        if (payload == nullptr) {
            return part;
        }
        openPayload(*payload, (*part)->span);
    }
}

Result<std::optional<GroupReplay::Part>> GroupReplay::nextInPayload()
{
    const auto bytes = m_payload->next();
    if (!bytes) {
        return bytes.error();
    }
    if (!*bytes) {
        return std::optional<Part>{};
    }
    auto event = m_parser.parseInner(**bytes);
    if (!event) {
        return event.error();
    }
    if (auto ahead = lookAhead(*event); !ahead) {
        return ahead.error();
    }
    const uint64_t number = m_payloadNext++;
    const bool isUndone = m_payloadFacts && m_payloadFacts->savepoints.isUndone(number);
    return std::optional(Part{*std::move(event), m_payloadSpan, (**bytes).size(), isUndone});
}

Result<std::optional<GroupReplay::Part>> GroupReplay::nextHeld()
{
    const auto held = m_events->next();
    if (!held) {
        return held.error();
    }
    if (!*held) {
        return std::optional<Part>{};
    }
    auto event = m_parser.parse((*held)->bytes);
    if (!event) {
        return event.error();
    }
    return std::optional(Part{*std::move(event), (*held)->span, (*held)->bytes.size(), (*held)->isUndone});
}

// Most compressed transactions are read once: only an XA transaction and one with savepoints say at their ends what
// becomes of their rows.
Result<void> GroupReplay::lookAhead(const BinlogEvent &event)
{
    const auto *query = std::get_if<QueryEvent>(&event.body);
    if (query == nullptr || m_payloadFacts) {
        return {};
    }
    const QueryKind kind = meaningOf(query->text).kind;
    if (kind != QueryKind::XaStart && kind != QueryKind::Savepoint) {
        return {};
    }
    auto facts = scanPayload(m_payloadEvent, m_parser);
    if (!facts) {
        return facts.error();
    }
    m_payloadFacts = *std::move(facts);
    if (!m_events) { // else it was held for its XA COMMIT
        m_preparedXid = m_payloadFacts->preparedXid;
    }
    return {};
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
        if (!*part || !m_preparedXid.empty()) {
            return false;
        }
        done += (*part)->bytes;
        std::optional<GroupContext> undone;
        if ((*part)->isUndone) {
            undone = group;
            undone->isRolledBack = true;
        }
        auto delivered = delivery.deliver((*part)->event, (*part)->span, undone ? *undone : group, handler, stop);
        if (!delivered) {
            return delivered.error();
        }
    }
    return true;
}

} // namespace rowcast::mysql
