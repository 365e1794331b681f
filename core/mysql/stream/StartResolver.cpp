// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/StartResolver.h"

#include "core/base/Clock.h"
#include "core/mysql/gtid/GtidProgress.h"
#include "core/mysql/server/StreamFailures.h"
#include "core/mysql/stream/DmsCheckpoint.h"
#include "core/mysql/stream/TransactionTracker.h"

#include <QDateTime>

#include <utility>

namespace rowcast::mysql {

namespace {

constexpr int64_t kMicros = 1'000'000;
constexpr std::chrono::seconds kCommitTime{10}; // semi-synchronous commits wait as long by default
constexpr std::chrono::milliseconds kCommitPoll{50};

} // namespace

bool isStartPosition(const std::string &text)
{
    if (text.starts_with("checkpoint:")) {
        return DmsCheckpoint::parse(text).has_value();
    }
    if (BinlogPosition::parse(text)) {
        return true;
    }
    for (const bool isMariaDb : {false, true}) {
        if (const auto gtids = GtidProgress::parse(isMariaDb, text); gtids && !gtids->isEmpty()) {
            return true;
        }
    }
    return false;
}

StartResolver::StartResolver(Connection &connection, const ServerInfo &info)
    : m_connection(connection)
    , m_info(info)
    , m_scan(connection.settings(), info.binlogChecksum != "NONE")
{
}

StreamStart StartResolver::at(const BinlogPosition &place) const
{
    StreamStart start;
    start.position.server = m_info.identity;
    start.position.isMariaDb = m_info.isMariaDb();
    start.position.place = place;
    start.start = BinlogStart::at(place.file, place.offset);
    start.scanFrom = place;
    return start;
}

Result<StreamStart> StartResolver::fromUser(const CdcStart &start, const std::stop_token &stop)
{
    if (start.timeMicros) {
        return fromTime(*start.timeMicros, stop);
    }
    if (start.position.starts_with("checkpoint:")) {
        return fromDmsCheckpoint(start.position, stop);
    }
    // A GTID has colons or dashes, but never a dot before a last number: file names are told apart by that.
    if (const auto place = BinlogPosition::parse(start.position)) {
        return at(*place);
    }
    const auto gtids = GtidProgress::parse(m_info.isMariaDb(), start.position);
    if (!gtids || gtids->isEmpty()) {
        return startPositionFailure(start.position);
    }
    return fromGtids(gtids->text(), stop);
}

Result<StreamStart> StartResolver::fromDmsCheckpoint(const std::string &text, const std::stop_token &stop)
{
    const auto checkpoint = DmsCheckpoint::parse(text);
    if (!checkpoint) {
        return startPositionFailure(text);
    }
    if (checkpoint->isTransactionEnd()) {
        return at({checkpoint->file, checkpoint->end});
    }
    StreamStart start = at(checkpoint->transactionBegin());
    const auto rows = checkpoint->rowsBefore(m_connection.settings(), m_info.binlogChecksum != "NONE", stop);
    if (!rows) {
        return rows.error();
    }
    start.position.rows = *rows;
    return start;
}

Result<void> StartResolver::checkGtids(
    const std::string &gtids, const BinlogPosition *delivered, const std::stop_token &stop)
{
    const auto wanted = GtidProgress::parse(m_info.isMariaDb(), gtids);
    if (!wanted) {
        return wanted.error();
    }
    const auto deadline = SystemClock().steady() + kCommitTime;
    while (true) {
        const auto end = readBinlogEnd(m_connection, m_info, stop);
        const auto known = end ? GtidProgress::parse(m_info.isMariaDb(), end->gtidSet) : end.error();
        if (!known) {
            return known.error();
        }
        if (known->contains(*wanted)) {
            return {}; // what was purged is told by the server, with the first words of the dump
        }
        const BinlogPosition last{end->file, end->offset};
        const bool mayBeCommitting = delivered != nullptr && delivered->base() == last.base() && *delivered <= last;
        if (!mayBeCommitting || SystemClock().steady() >= deadline) {
            GtidSet missing = wanted->mySql();
            missing.subtract(known->mySql());
            return gtidMissingFailure(m_info.isMariaDb() ? wanted->text() : missing.text());
        }
        if (!SystemClock().sleep(kCommitPoll, stop)) {
            return stoppedFailure();
        }
    }
}

Result<StreamStart> StartResolver::fromGtids(const std::string &text, const std::stop_token &stop)
{
    if (auto known = checkGtids(text, nullptr, stop); !known) {
        return known.error();
    }
    const auto file = firstFile(text, stop);
    const auto gtids = GtidProgress::parse(m_info.isMariaDb(), text);
    if (!file || !gtids) {
        return file ? gtids.error() : file.error();
    }
    StreamStart start = at(*file);
    start.position.gtids = text;
    start.start = m_info.isMariaDb() ? BinlogStart::afterMariaDbGtids(text)
                                     : BinlogStart::afterMySqlGtids(text, gtids->mySql().binary());
    return start;
}

// The last file whose predecessors hold nothing else: all that is not in the set stands in it or behind it.
Result<BinlogPosition> StartResolver::firstFile(const std::string &gtids, const std::stop_token &stop)
{
    const auto files = readBinlogFiles(m_connection, stop);
    const auto wanted = GtidProgress::parse(m_info.isMariaDb(), gtids);
    if (!files || !wanted) {
        return files ? wanted.error() : files.error();
    }
    for (auto file = files->rbegin(); file != files->rend(); ++file) {
        bool isCovered = false;
        const auto visit = [&](const BinlogEvent &event, const BinlogPosition &) {
            if (const auto *previous = std::get_if<PreviousGtidsEvent>(&event.body)) {
                const auto set = GtidSet::fromBinary(previous->set);
                isCovered = set && wanted->mySql().contains(*set);
                return false;
            }
            if (const auto *list = std::get_if<GtidListEvent>(&event.body)) {
                const auto before = MariaDbGtidList::fromEvent(*list);
                const auto earlier = before ? GtidProgress::parse(true, before->text()) : before.error();
                isCovered = earlier && wanted->contains(*earlier);
                return false;
            }
            return true;
        };
        if (auto scanned = m_scan.run({file->name, 4}, BinlogPosition{file->name, file->bytes}, visit, stop);
            !scanned) {
            return scanned.error();
        }
        if (isCovered || std::next(file) == files->rend()) {
            return BinlogPosition{file->name, 4};
        }
    }
    return startPositionFailure(gtids);
}

// When the server began to write the file.
Result<std::optional<uint32_t>> StartResolver::secondsOf(const std::string &file, const std::stop_token &stop)
{
    std::optional<uint32_t> seconds;
    const auto visit = [&](const BinlogEvent &event, const BinlogPosition &) {
        if (std::holds_alternative<FormatDescriptionEvent>(event.body)) {
            seconds = event.header.timestamp;
        }
        return !seconds;
    };
    auto scanned = m_scan.run({file, 4}, std::nullopt, visit, stop);
    return scanned ? Result<std::optional<uint32_t>>(seconds) : Result<std::optional<uint32_t>>(scanned.error());
}

Result<StreamStart> StartResolver::fromTime(int64_t micros, const std::stop_token &stop)
{
    const auto wanted = micros / kMicros;
    const auto files = readBinlogFiles(m_connection, stop);
    if (!files) {
        return files.error();
    }
    std::optional<BinlogPosition> from;
    QString oldest;
    for (auto file = files->rbegin(); file != files->rend() && !from; ++file) {
        const auto seconds = secondsOf(file->name, stop);
        if (!seconds) {
            return seconds.error();
        }
        if (*seconds && int64_t(**seconds) <= wanted) {
            from = BinlogPosition{file->name, 4};
        }
        oldest = QDateTime::fromSecsSinceEpoch(qint64(seconds->value_or(0)), Qt::UTC).toString(Qt::ISODate);
    }
    if (!from) {
        return startTimeFailure(oldest);
    }
    TransactionTracker tracker(m_info.isMariaDb());
    tracker.startAt(*from);
    BinlogPosition found = *from;
    const auto visit = [&](const BinlogEvent &event, const BinlogPosition &end) {
        const bool begins = std::holds_alternative<GtidEvent>(event.body)
            || std::holds_alternative<MariaDbGtidEvent>(event.body) || std::holds_alternative<QueryEvent>(event.body)
            || std::holds_alternative<TransactionPayloadEvent>(event.body);
        const bool isHead = begins && !tracker.isInGroup();
        if (isHead && int64_t(event.header.timestamp) >= wanted) {
            return false;
        }
        if (const auto *query = std::get_if<QueryEvent>(&event.body)) {
            tracker.query(meaningOf(query->text), {0, end.offset}, 0);
        } else if (const auto *gtid = std::get_if<MariaDbGtidEvent>(&event.body)) {
            tracker.mariaDbGtid({}, gtid->isStandalone(), {0, end.offset}, 0);
        } else if (std::holds_alternative<XidEvent>(event.body)
            || std::holds_alternative<TransactionPayloadEvent>(event.body)) {
            tracker.xid({0, end.offset});
        } else if (const auto *prepare = std::get_if<XaPrepareEvent>(&event.body)) {
            tracker.xaPrepare({}, prepare->isOnePhase, {0, end.offset});
        } else {
            tracker.enterFile(end.file);
            tracker.pass({0, end.offset});
        }
        found = tracker.safe();
        return true;
    };
    if (auto scanned = m_scan.run(*from, std::nullopt, visit, stop); !scanned) {
        return scanned.error();
    }
    return at(found);
}

Result<StreamStart> StartResolver::fromCheckpoint(const MySqlPosition &position, const std::stop_token &stop)
{
    const bool isSameServer = position.server == m_info.identity;
    if (!isSameServer && (position.gtids.empty() || position.isMariaDb != m_info.isMariaDb())) {
        return foreignFailure(position.server, m_info.identity);
    }
    if (!position.gtids.empty()) {
        if (auto known = checkGtids(position.gtids, isSameServer ? &position.place : nullptr, stop); !known) {
            return known.error();
        }
    }
    if (isSameServer) {
        StreamStart start = at(position.place);
        start.position = position;
        return start;
    }
    // Prepared XA transactions come again: without their rows XA COMMIT would be of no use.
    auto gtids = GtidProgress::parse(position.isMariaDb, position.gtids);
    if (!gtids) {
        return gtids.error();
    }
    GtidSet delivered = gtids->mySql();
    for (const OpenXa &xa : position.xa) {
        if (const auto gtid = GtidSet::parse(xa.gtid)) {
            delivered.subtract(*gtid);
        }
    }
    StreamStart start = at({});
    start.position = position;
    start.start = position.isMariaDb ? BinlogStart::afterMariaDbGtids(position.gtids)
                                     : BinlogStart::afterMySqlGtids(delivered.text(), delivered.binary());
    return start;
}

} // namespace rowcast::mysql
