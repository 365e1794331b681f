// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/TransactionTracker.h"

#include <utility>

namespace rowcast::mysql {

namespace {

constexpr int64_t kMicros = 1'000'000;

} // namespace

TransactionTracker::TransactionTracker(bool isMariaDb)
    : m_isMariaDb(isMariaDb)
{
}

void TransactionTracker::startAt(const BinlogPosition &safe)
{
    m_safe = safe;
    m_groupBegin = safe;
    m_gtid.clear();
    m_xid.clear();
    m_gtidSeconds = 0;
    m_isInGroup = false;
    m_isAwaited = false;
}

bool TransactionTracker::enterFile(const std::string &file)
{
    if (file == m_safe.file) {
        return false; // the stream's first event names the file that was asked for
    }
    const bool wasOpen = m_isInGroup || m_isAwaited;
    startAt({file, 4});
    return wasOpen;
}

void TransactionTracker::pass(Span span)
{
    if (!m_isInGroup && !m_isAwaited && span.end > m_safe.offset) {
        m_safe.offset = span.end;
    }
}

void TransactionTracker::begin(uint64_t start, uint32_t seconds)
{
    m_isInGroup = true;
    m_isAwaited = false;
    m_xid.clear();
    m_groupBegin = m_safe;
    m_transaction.id = BinlogPosition{m_safe.file, start}.transactionId();
    m_transaction.commitMicros = int64_t(m_gtidSeconds != 0 ? m_gtidSeconds : seconds) * kMicros;
}

GroupStep TransactionTracker::end(uint64_t offset, GroupStep step)
{
    m_safe.offset = offset;
    m_isInGroup = false;
    m_isAwaited = false;
    m_gtidSeconds = 0;
    return step;
}

void TransactionTracker::gtid(std::string gtid, uint32_t seconds)
{
    m_gtid = std::move(gtid);
    m_gtidSeconds = seconds;
    m_isAwaited = true;
}

GroupStep TransactionTracker::mariaDbGtid(std::string gtidText, bool isStandalone, Span span, uint32_t seconds)
{
    gtid(std::move(gtidText), seconds);
    if (isStandalone) {
        return GroupStep::Nothing;
    }
    begin(span.start, seconds);
    return GroupStep::Begun;
}

GroupStep TransactionTracker::query(const QueryMeaning &meaning, Span span, uint32_t seconds)
{
    switch (meaning.kind) {
    case QueryKind::Begin:
    case QueryKind::XaStart:
        if (!m_isMariaDb || !m_isInGroup) { // else MariaDB's GTID event has begun it already
            begin(span.start, seconds);
        }
        m_xid = meaning.xid;
        return GroupStep::Begun;
    case QueryKind::Commit:
        return end(span.end, m_isInGroup ? GroupStep::Committed : GroupStep::Nothing);
    case QueryKind::Rollback:
        return end(span.end, m_isInGroup ? GroupStep::RolledBack : GroupStep::Nothing);
    case QueryKind::XaCommit:
    case QueryKind::XaRollback:
        begin(span.start, seconds);
        m_xid = meaning.xid;
        return end(span.end, meaning.kind == QueryKind::XaCommit ? GroupStep::XaCommitted : GroupStep::XaRolledBack);
    case QueryKind::Savepoint:
    case QueryKind::RollbackTo:
    case QueryKind::Inside:
        return GroupStep::Nothing;
    case QueryKind::Other:
        break;
    }
    if (m_isInGroup) {
        return GroupStep::Nothing; // CREATE TABLE ... SELECT logs its DDL between BEGIN and XID
    }
    begin(span.start, seconds);
    return end(span.end, GroupStep::Statement);
}

GroupStep TransactionTracker::xid(Span span)
{
    return end(span.end, GroupStep::Committed);
}

GroupStep TransactionTracker::xaPrepare(std::string xid, bool isOnePhase, Span span)
{
    m_xid = std::move(xid);
    return end(span.end, isOnePhase ? GroupStep::Committed : GroupStep::Prepared);
}

void TransactionTracker::beginPayload(Span span, uint32_t seconds)
{
    begin(span.start, seconds);
}

GroupStep TransactionTracker::endPayload(Span span)
{
    return end(span.end, GroupStep::Committed);
}

} // namespace rowcast::mysql
