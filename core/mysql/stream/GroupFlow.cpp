// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/GroupFlow.h"

#include "core/mysql/server/StreamFailures.h"

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kReplayBytes = 256 * 1024; // handed over in one call

} // namespace

GroupFlow::GroupFlow(const SourcePlan &plan, EventDelivery &delivery, BinlogParser &parser)
    : m_plan(plan)
    , m_delivery(delivery)
    , m_parser(parser)
{
}

void GroupFlow::begin(bool isXa)
{
    m_isXa = isXa;
    m_mode = Mode::Holding;
    m_held = std::make_unique<HeldGroup>(isXa ? m_plan.memoryBytes / 8 : m_plan.memoryBytes, m_plan.spillFolder);
}

Result<bool> GroupFlow::hold(std::span<const uint8_t> bytes, TransactionTracker::Span span)
{
    if (m_mode != Mode::Holding) {
        return false;
    }
    if (mayPass() && isTooMuch(m_held->bytes() + bytes.size())) {
        m_held->addLast(bytes, span); // not copied: it may be of any size
        return true;
    }
    auto held = m_held->add(bytes, span);
    return held ? Result<bool>(true) : Result<bool>(held.error());
}

void GroupFlow::setSavepoint(const std::string &name)
{
    if (m_mode == Mode::Holding) {
        m_held->setSavepoint(name);
    }
}

Result<void> GroupFlow::rollBackTo(const std::string &name, const BinlogPosition &place)
{
    if (m_mode == Mode::Holding) {
        m_held->rollBackTo(name);
    } else if (m_mode == Mode::Through && m_delivery.rows().rowsDone() > 0) {
        return undoneFailure(place);
    }
    return {};
}

// A transaction with savepoints waits for its end whatever its size: it may take back any of its rows.
bool GroupFlow::mayPass() const
{
    return !m_isXa && !m_held->hasSavepoint();
}

bool GroupFlow::isTooMuch(uint64_t bytes) const
{
    return bytes > m_plan.memoryBytes / 4;
}

bool GroupFlow::isFull() const
{
    return m_mode == Mode::Holding && mayPass() && isTooMuch(m_held->bytes());
}

void GroupFlow::passThrough(const GroupContext &context, uint64_t rowsToSkip)
{
    m_mode = Mode::Through;
    start(std::make_unique<GroupReplay>(std::move(m_held), m_parser), context, rowsToSkip, false);
}

Result<bool> GroupFlow::end(GroupContext context, uint64_t rowsToSkip)
{
    const Mode mode = std::exchange(m_mode, Mode::Outside);
    if (mode == Mode::Through && context.isRolledBack && m_delivery.rows().rowsDone() > 0) {
        return undoneFailure(context.place);
    }
    if (mode != Mode::Holding || m_held->isEmpty()) {
        return true;
    }
    context.isCounted = m_held->bytes() > kReplayBytes;
    start(std::make_unique<GroupReplay>(std::move(m_held), m_parser), context, rowsToSkip, true);
    return false;
}

Result<void> GroupFlow::drop(const BinlogPosition &place)
{
    m_held.reset();
    if (std::exchange(m_mode, Mode::Outside) == Mode::Through && m_delivery.rows().rowsDone() > 0) {
        return undoneFailure(place);
    }
    return {};
}

void GroupFlow::prepare(const OpenXa &place, const TransactionInfo &transaction)
{
    m_mode = Mode::Outside;
    if (m_held) {
        m_xa.add({place, transaction, m_parser, std::move(m_held)});
    }
}

// A compressed transaction that turned out to be prepared only: the outer event waits as it is.
Result<void> GroupFlow::keepPrepared()
{
    auto held = std::make_unique<HeldGroup>(m_plan.memoryBytes / 8, m_plan.spillFolder);
    if (auto added = held->add(m_payload.bytes, m_payload.span); !added) {
        return added;
    }
    OpenXa place = m_payload.place;
    place.xid = m_replay->preparedXid();
    m_xa.add({std::move(place), m_context.transaction, m_parser, std::move(held), true});
    return {};
}

Result<void> GroupFlow::commitPrepared(const std::string &xid, GroupContext context, uint64_t rowsToSkip)
{
    m_mode = Mode::Outside;
    m_held.reset();
    m_committing = m_xa.take(xid);
    if (!m_committing) {
        return unknownXaFailure(xid, context.place);
    }
    context.transaction.id = m_committing->transaction.id;
    context.isPlaceFixed = true;
    context.isPayload = m_committing->isPayload;
    start(std::make_unique<GroupReplay>(std::move(m_committing->events), m_committing->parser), context, rowsToSkip,
        true);
    return {};
}

void GroupFlow::rollBackPrepared(const std::string &xid)
{
    m_mode = Mode::Outside;
    m_held.reset();
    static_cast<void>(m_xa.take(xid));
}

void GroupFlow::payload(const TransactionPayloadEvent &event, std::span<const uint8_t> bytes,
    TransactionTracker::Span span, const OpenXa &place, const GroupContext &context, uint64_t rowsToSkip)
{
    m_payload = {bytes, span, place};
    GroupContext compressed = context;
    compressed.isPlaceFixed = true;
    compressed.isPayload = true;
    start(std::make_unique<GroupReplay>(event, span, m_parser), compressed, rowsToSkip, true);
}

void GroupFlow::single(const GroupContext &context)
{
    m_context = context;
    m_delivery.rows().beginGroup(0);
}

void GroupFlow::start(
    std::unique_ptr<GroupReplay> replay, const GroupContext &context, uint64_t rowsToSkip, bool isWhole)
{
    m_context = context;
    m_context.isCounted = m_context.isCounted || rowsToSkip > 0;
    m_rowsToSkip = rowsToSkip;
    m_isReplayWhole = isWhole;
    m_delivery.rows().beginGroup(rowsToSkip);
    m_replay = std::move(replay);
}

Result<bool> GroupFlow::replay(ChangeHandler &handler, const std::stop_token &stop)
{
    const auto hasMore = m_replay->handOver(kReplayBytes, m_delivery, m_context, handler, stop);
    if (!hasMore) {
        return hasMore.error();
    }
    if (*hasMore) {
        return false;
    }
    if (!m_replay->preparedXid().empty()) {
        if (auto kept = keepPrepared(); !kept) {
            return kept.error();
        }
    }
    m_replay.reset();
    m_committing.reset();
    return m_isReplayWhole;
}

void GroupFlow::complete(MySqlPosition &position) const
{
    position.xa = m_xa.places();
    if (m_committing) {
        position.xa.push_back(m_committing->place);
    }
    if (!isBetweenGroups()) {
        position.rows = std::max(m_rowsToSkip, m_delivery.rows().rowsDone());
        position.rowsGtid = m_context.gtid;
    }
}

} // namespace rowcast::mysql
