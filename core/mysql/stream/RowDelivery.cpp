// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/RowDelivery.h"

#include "core/base/Log.h"
#include "core/mysql/event/RowsEvent.h"
#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/server/StreamFailures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rowcast::mysql {

namespace {

// Engines whose rows stay when their transaction is rolled back.
bool isTransactionalEngine(const std::string &engine)
{
    constexpr std::array<std::string_view, 6> kOthers{"myisam", "aria", "memory", "csv", "archive", "merge"};
    return std::find(kOthers.begin(), kOthers.end(), engine) == kOthers.end();
}

} // namespace

RowDelivery::RowDelivery(FollowedTables &tables, bool wantsStreamPosition)
    : m_tables(tables)
    , m_wantsStreamPosition(wantsStreamPosition)
{
}

void RowDelivery::forgetTableIds()
{
    m_bound.clear();
}

void RowDelivery::beginGroup(uint64_t rowsToSkip)
{
    m_rowsDone = 0;
    m_rowsToSkip = rowsToSkip;
    m_eventStart = 0;
    m_rowInEvent = 0;
}

Result<void> RowDelivery::tableMap(
    const TableMapEvent &event, TransactionTracker::Span span, const GroupContext &group, ChangeHandler &handler)
{
    Bound &bound = m_bound[event.tableId];
    const bool isSame = bound.id.table == event.table && bound.id.schema == event.schema
        && std::equal(bound.types.begin(), bound.types.end(), event.types.begin(), event.types.end());
    bound.mapStart = span.start;
    const BinlogPosition at{group.place.file, span.end};
    if (!isSame) {
        return bind(bound, event, at, handler);
    }
    if (!m_tables.isFollowed(bound.id)) {
        bound.layout = nullptr;
        return {};
    }
    auto layout = m_tables.layout(bound.id, at);
    return layout && *layout == bound.layout ? Result<void>{} : bind(bound, event, at, handler);
}

Result<void> RowDelivery::bind(
    Bound &bound, const TableMapEvent &event, const BinlogPosition &at, ChangeHandler &handler)
{
    bound.id = {std::string(event.schema), std::string(event.table)};
    bound.types.assign(event.types.begin(), event.types.end());
    bound.layout = nullptr;
    bound.decoder = nullptr;
    auto counter = RowCounter::create(event);
    if (!counter) {
        return counter.error();
    }
    bound.counter = *std::move(counter);
    if (!m_tables.isFollowed(bound.id)) {
        return {};
    }
    const TrackedTablePtr tracked = m_tables.history().find(bound.id);
    if (tracked && tracked->isSequence) {
        return {};
    }
    bound.isTransactional = !tracked || isTransactionalEngine(tracked->engine);
    auto layout = m_tables.layout(bound.id, at);
    if (!layout) {
        return fail(bound, layout.error(), handler);
    }
    if (auto fits = (*layout)->checkAgainst(event); !fits) {
        return fail(bound, fits.error(), handler);
    }
    auto decoder = RowDecoder::create(*layout, event);
    if (!decoder) {
        return fail(bound, decoder.error(), handler);
    }
    bound.decoder = *std::move(decoder);
    bound.layout = *layout;
    return {};
}

Result<void> RowDelivery::fail(Bound &bound, const Failure &failure, ChangeHandler &handler)
{
    m_tables.giveUp(bound.id);
    bound.layout = nullptr;
    return handler.tableFailed(bound.id, failure);
}

Result<void> RowDelivery::rows(const RowsEvent &event, TransactionTracker::Span span, const GroupContext &group,
    ChangeHandler &handler, const std::stop_token &stop)
{
    const bool hasRows = !event.rows.empty() || event.isOneRowOfDefaults();
    if (event.tableId >= TableMapEvent::kDummyTableId || !hasRows) {
        return {};
    }
    const auto found = m_bound.find(event.tableId);
    if (found == m_bound.end()) {
        return unknownTableIdFailure(event.tableId, {group.place.file, span.start});
    }
    Bound &bound = found->second;
    if (!group.isPayload || span.start != m_eventStart) {
        m_rowInEvent = 0;
        m_eventStart = span.start;
    }
    if (bound.layout == nullptr || (group.isRolledBack && bound.isTransactional)) {
        return countOnly(bound, event, group);
    }
    m_arena.reset();
    if (m_wantsStreamPosition) {
        setStreamPosition(bound, span, group);
    }
    if (isLoadConcerned(bound, span, group)) {
        return handOverFiltered(bound, event, group, handler, stop);
    }
    return handOver(bound, event, group, handler);
}

bool RowDelivery::isLoadConcerned(const Bound &bound, TransactionTracker::Span span, const GroupContext &group)
{
    if (!m_filter || m_filter->isEmpty()) {
        return false;
    }
    StreamPlace place;
    place.server = group.server;
    place.file = group.place.file;
    place.offset = group.isPlaceFixed ? group.place.offset : span.end;
    place.gtid = group.gtid;
    m_filter->moveTo(place);
    return !m_filter->isEmpty() && m_filter->concerns(bound.id);
}

Result<void> RowDelivery::countOnly(Bound &bound, const RowsEvent &event, const GroupContext &group)
{
    if (!group.isCounted && m_rowsToSkip == 0) {
        return {};
    }
    const auto count = bound.counter->count(event);
    if (!count) {
        return count.error();
    }
    m_rowsDone += *count;
    m_rowInEvent += *count;
    m_rowsToSkip -= std::min(m_rowsToSkip, *count);
    return {};
}

bool RowDelivery::isSkipped()
{
    ++m_rowsDone;
    ++m_rowInEvent;
    if (m_rowsToSkip == 0) {
        return false;
    }
    --m_rowsToSkip;
    return true;
}

Result<void> RowDelivery::handOver(
    Bound &bound, const RowsEvent &event, const GroupContext &group, ChangeHandler &handler)
{
    auto rows = bound.decoder->rows(event, m_arena);
    RowImages images;
    while (true) {
        const auto more = rows.next(images.before, images.after);
        if (!more) {
            return fail(bound, more.error(), handler);
        }
        if (!*more) {
            break;
        }
        if (!isSkipped()) {
            if (auto sent = send(images, HandOver::Send, bound, group, handler); !sent) {
                return sent;
            }
        }
        m_arena.reset();
    }
    noteLosses(bound, handler);
    return {};
}

// The filter decides about all rows of an event at once, so their cells are kept side by side.
Result<void> RowDelivery::handOverFiltered(Bound &bound, const RowsEvent &event, const GroupContext &group,
    ChangeHandler &handler, const std::stop_token &stop)
{
    auto rows = bound.decoder->rows(event, m_arena);
    std::vector<std::vector<Cell>> cells;
    std::vector<RowImages> images;
    RowImages image;
    while (true) {
        const auto more = rows.next(image.before, image.after);
        if (!more) {
            return fail(bound, more.error(), handler);
        }
        if (!*more) {
            break;
        }
        cells.emplace_back(image.before.begin(), image.before.end());
        const auto before = RowView(cells.back());
        cells.emplace_back(image.after.begin(), image.after.end());
        images.push_back({before, RowView(cells.back())});
    }
    const auto decisions = m_filter->decide(bound.id, *bound.layout->schema, images, stop);
    if (!decisions) {
        return decisions.error();
    }
    for (size_t i = 0; i < images.size(); ++i) {
        if (!isSkipped()) {
            if (auto sent = send(images[i], decisions->at(i), bound, group, handler); !sent) {
                return sent;
            }
        }
    }
    noteLosses(bound, handler);
    return {};
}

Result<void> RowDelivery::send(
    const RowImages &images, HandOver decision, const Bound &bound, const GroupContext &group, ChangeHandler &handler)
{
    if (decision == HandOver::Drop) {
        return {};
    }
    Change change;
    change.schema = bound.layout->schema.get();
    change.transaction = &group.transaction;
    change.streamPosition = m_wantsStreamPosition ? streamPosition(m_rowInEvent - 1) : std::string_view{};
    change.before = decision == HandOver::SendAsInsert ? RowView{} : images.before;
    change.after = decision == HandOver::SendAsDelete ? RowView{} : images.after;
    change.operation = change.before.empty() ? Operation::Insert
        : change.after.empty()               ? Operation::Delete
                                             : Operation::Update;
    return handler.change(change);
}

void RowDelivery::setStreamPosition(const Bound &bound, TransactionTracker::Span span, const GroupContext &group)
{
    const std::string &file = group.place.file;
    const uint64_t map = group.isPayload ? span.start : bound.mapStart;
    m_positionHead = file + ':' + std::to_string(span.start) + ':';
    m_positionTail = ':' + std::to_string(span.end) + ':' + std::to_string(group.transaction.id) + ':' + file + ':'
        + std::to_string(map);
}

std::string_view RowDelivery::streamPosition(uint64_t row)
{
    m_position = m_positionHead;
    m_position += std::to_string(row);
    m_position += m_positionTail;
    return m_position;
}

void RowDelivery::noteLosses(Bound &bound, ChangeHandler &handler)
{
    for (const ColumnLoss &loss : bound.decoder->takeLosses()) {
        const std::string &column = bound.layout->schema->columns.at(loss.column).name;
        if (m_loggedLosses.emplace(bound.id, column).second) {
            const char *what = loss.kind == ColumnLoss::Kind::InvalidText
                ? "holds bytes that are invalid in its character set; they became U+FFFD"
                : "was changed by a partial JSON update whose document the event does not hold; it was left out";
            qCWarning(lcSourceCapture).noquote()
                << bound.id.text() << QStringLiteral("column \"%1\"").arg(QString::fromStdString(column)) << what;
        }
        handler.noteLoss(bound.id, QString::fromStdString(column), loss.count);
    }
}

} // namespace rowcast::mysql
