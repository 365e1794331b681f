// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/XaGroups.h"

#include "core/mysql/ddl/QueryKind.h"
#include "core/mysql/server/StreamFailures.h"
#include "core/mysql/stream/PayloadScan.h"

#include <optional>
#include <utility>

namespace rowcast::mysql {

namespace {

// Reads one group out of a stream, up to its XA PREPARE.
class GroupReader {
public:
    GroupReader(PreparedGroup &group, bool isMariaDb)
        : m_group(group)
        , m_positions(group.place.begin)
        , m_tracker(isMariaDb)
    {
        m_tracker.startAt(group.place.begin);
    }

    // True when the group is complete.
    Result<bool> see(std::span<const uint8_t> bytes)
    {
        auto event = m_group.parser.parse(bytes);
        if (!event) {
            return event.error();
        }
        m_positions.see(*event);
        const TransactionTracker::Span span{m_positions.begin(), m_positions.end()};
        const uint32_t seconds = event->header.timestamp;
        if (const auto *gtid = std::get_if<MariaDbGtidEvent>(&event->body)) {
            m_tracker.mariaDbGtid({}, gtid->isStandalone(), span, seconds);
        } else if (const auto *query = std::get_if<QueryEvent>(&event->body)) {
            seeQuery(meaningOf(query->text), span, seconds);
        } else if (const auto *payload = std::get_if<TransactionPayloadEvent>(&event->body)) {
            return seePayload(*payload, bytes, span, seconds);
        } else if (const auto *prepare = std::get_if<XaPrepareEvent>(&event->body)) {
            m_group.transaction = m_tracker.transaction();
            return xidText(prepare->global, prepare->branch, prepare->format) == m_group.place.xid;
        } else if (std::holds_alternative<TableMapEvent>(event->body)
            || std::holds_alternative<RowsEvent>(event->body)) {
            if (auto held = m_group.events->add(bytes, span); !held) {
                return held.error();
            }
        }
        return false;
    }

private:
    void seeQuery(const QueryMeaning &meaning, TransactionTracker::Span span, uint32_t seconds)
    {
        if (meaning.kind == QueryKind::Savepoint) {
            m_group.events->setSavepoint(meaning.savepoint);
        } else if (meaning.kind == QueryKind::RollbackTo) {
            m_group.events->rollBackTo(meaning.savepoint);
        }
        m_tracker.query(meaning, span, seconds);
    }

    Result<bool> seePayload(const TransactionPayloadEvent &payload, std::span<const uint8_t> bytes,
        TransactionTracker::Span span, uint32_t seconds)
    {
        const auto facts = scanPayload(payload, m_group.parser);
        if (!facts) {
            return facts.error();
        }
        m_tracker.beginPayload(span, seconds);
        if (facts->preparedXid != m_group.place.xid) {
            m_tracker.endPayload(span);
            return false;
        }
        m_group.transaction = m_tracker.transaction();
        m_group.isPayload = true;
        auto held = m_group.events->add(bytes, span);
        return held ? Result<bool>(true) : Result<bool>(held.error());
    }

    PreparedGroup &m_group;
    PositionTracker m_positions;
    TransactionTracker m_tracker;
};

} // namespace

void XaGroups::add(PreparedGroup group)
{
    const std::string xid = group.place.xid;
    m_groups.insert_or_assign(xid, std::move(group));
}

std::optional<PreparedGroup> XaGroups::take(const std::string &xid)
{
    const auto found = m_groups.find(xid);
    if (found == m_groups.end()) {
        return std::nullopt;
    }
    std::optional<PreparedGroup> group = std::move(found->second);
    m_groups.erase(found);
    return group;
}

std::vector<OpenXa> XaGroups::places() const
{
    std::vector<OpenXa> places;
    for (const auto &[xid, group] : m_groups) {
        places.push_back(group.place);
    }
    return places;
}

Result<PreparedGroup> XaGroups::readAgain(const OpenXa &place, const ConnectionSettings &connection, bool isMariaDb,
    bool hasChecksums, std::unique_ptr<HeldGroup> events, const std::stop_token &stop)
{
    PreparedGroup group;
    group.place = place;
    group.events = std::move(events);
    group.parser.expectChecksums(hasChecksums);
    auto stream = BinlogStream::open(connection, {}, BinlogStart::at(place.begin.file, place.begin.offset), stop);
    if (!stream) {
        return stream.error();
    }
    GroupReader reader(group, isMariaDb);
    while (true) {
        const auto bytes = (*stream)->next(stop);
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return unknownXaFailure(place.xid, place.begin);
        }
        const auto isComplete = reader.see(**bytes);
        if (!isComplete) {
            return isComplete.error();
        }
        if (*isComplete) {
            return group;
        }
    }
}

} // namespace rowcast::mysql
