// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/MySqlChangeSource.h"

#include "core/mysql/server/BinlogScan.h"
#include "core/mysql/server/StreamFailures.h"

#include <utility>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kReplayBytes = 256 * 1024; // handed over in one call
constexpr int64_t kMicros = 1'000'000;

bool isAtPlace(const BinlogStart &start)
{
    return start.kind == BinlogStart::Kind::FilePosition;
}

} // namespace

MySqlChangeSource::MySqlChangeSource(Setup setup, GtidProgress gtids, std::unique_ptr<BinlogStream> stream)
    : m_setup(std::move(setup))
    , m_stream(std::move(stream))
    , m_tracker(m_setup.server.isMariaDb())
    , m_delivery(*m_setup.history, m_setup.plan.mappings, m_setup.plan.wantsStreamPosition, m_setup.ddl)
    , m_progress(m_setup.position, std::move(gtids), m_setup.server.identity, isAtPlace(m_setup.start))
    , m_flow(m_setup.plan, m_delivery, m_parser)
    , m_watch(m_setup.connection, m_setup.stream.heartbeat, m_setup.server.identity)
    , m_fileSeconds(m_setup.position.fileSeconds)
{
    m_parser.expectChecksums(m_setup.server.binlogChecksum != "NONE");
    if (isAtPlace(m_setup.start)) {
        const BinlogPosition start{m_setup.start.file, m_setup.start.offset};
        m_positions = PositionTracker(start);
        m_tracker.startAt(start);
    }
    m_delivery.rows().setFilter(std::move(m_setup.filter));
}

Result<std::unique_ptr<MySqlChangeSource>> MySqlChangeSource::open(Setup setup, const std::stop_token &stop)
{
    auto gtids = GtidProgress::parse(setup.server.isMariaDb(), setup.position.gtids);
    if (!gtids) {
        return gtids.error();
    }
    auto stream = BinlogStream::open(setup.connection, setup.stream, setup.start, stop);
    if (!stream) {
        return stream.error();
    }
    std::unique_ptr<MySqlChangeSource> source(
        new MySqlChangeSource(std::move(setup), *std::move(gtids), *std::move(stream)));
    if (auto read = source->readXaGroups(stop); !read) {
        return read.error();
    }
    return source;
}

Result<void> MySqlChangeSource::readXaGroups(const std::stop_token &stop)
{
    if (!isAtPlace(m_setup.start)) {
        return {}; // they come again in the stream: their GTIDs were taken out of what it begins behind
    }
    for (const OpenXa &place : m_setup.position.xa) {
        auto events = std::make_unique<HeldGroup>(m_setup.plan.memoryBytes / 8, m_setup.plan.spillFolder);
        auto group = XaGroups::readAgain(place, m_setup.connection, m_setup.server.isMariaDb(),
            m_setup.server.binlogChecksum != "NONE", std::move(events), stop);
        if (!group) {
            return group.error();
        }
        m_flow.addPrepared(*std::move(group));
    }
    return {};
}

Result<ChangeSource::Progress> MySqlChangeSource::poll(ChangeHandler &handler, const std::stop_token &stop)
{
    if (!m_flow.isReplaying()) {
        auto progress = readNext(handler, stop);
        if (!progress || !m_flow.isReplaying()) {
            return progress;
        }
    }
    const auto isEnded = m_flow.replay(handler, stop);
    if (!isEnded) {
        return isEnded.error();
    }
    if (*isEnded) {
        settle();
    }
    return Progress::Changes;
}

Result<ChangeSource::Progress> MySqlChangeSource::readNext(ChangeHandler &handler, const std::stop_token &stop)
{
    const auto bytes = m_stream->next(stop);
    if (!bytes) {
        const bool isClash = bytes.error().code == QStringLiteral("mysql.server-id.taken");
        return isClash ? m_setup.serverIds->clash(bytes.error()) : bytes.error();
    }
    if (!*bytes || (*bytes)->size() < EventHeader::kBytes) {
        return internalFailure(QStringLiteral("the binlog stream ended without a failure"));
    }
    const EventHeader header = headerOf(**bytes);
    if (header.timestamp != 0 && !header.isArtificial()) {
        m_lastEventMicros = int64_t(header.timestamp) * kMicros;
    }
    m_parser.setPlace(m_positions.file(), m_positions.end());
    if (concernsRows(header.type())) {
        m_watch.heard();
        auto read = readRows(header, **bytes, handler, stop);
        return read ? Result<Progress>(Progress::Changes) : Result<Progress>(read.error());
    }
    auto event = m_parser.parse(**bytes);
    if (!event) {
        return event.error();
    }
    m_positions.see(*event);
    if (std::holds_alternative<HeartbeatEvent>(event->body)) {
        const auto same = m_watch.beat(stop);
        return same ? Result<Progress>(Progress::Quiet) : same.error();
    }
    m_watch.heard();
    auto read = readOther(*event, **bytes, handler, stop);
    return read ? Result<Progress>(Progress::Changes) : Result<Progress>(read.error());
}

// The dump command cannot begin beyond 4 GiB: the stream then begins with the file.
bool MySqlChangeSource::isBeforeStart() const
{
    return m_stream->beginsAtFileStart() && m_positions.file() == m_setup.start.file
        && m_positions.end() <= m_setup.start.offset;
}

Result<void> MySqlChangeSource::readRows(
    const EventHeader &header, std::span<const uint8_t> bytes, ChangeHandler &handler, const std::stop_token &stop)
{
    m_positions.see({header, UnknownEvent{}});
    if (isBeforeStart()) {
        return {};
    }
    const auto isHeld = hold(bytes);
    if (!isHeld || *isHeld) {
        return isHeld ? Result<void>{} : isHeld.error();
    }
    auto event = m_parser.parse(bytes);
    return event ? deliver(*event, handler, stop) : Result<void>(event.error());
}

Result<bool> MySqlChangeSource::hold(std::span<const uint8_t> bytes)
{
    auto isHeld = m_flow.hold(bytes, span());
    if (m_flow.isFull()) {
        m_flow.passThrough(context(), rowsToSkip());
    }
    return isHeld;
}

Result<void> MySqlChangeSource::readOther(
    const BinlogEvent &event, std::span<const uint8_t> bytes, ChangeHandler &handler, const std::stop_token &stop)
{
    const bool isFormat = std::holds_alternative<FormatDescriptionEvent>(event.body);
    if (isBeforeStart() && !isFormat && !std::holds_alternative<RotateEvent>(event.body)) {
        return {};
    }
    const uint32_t seconds = event.header.timestamp;
    if (const auto *query = std::get_if<QueryEvent>(&event.body)) {
        return readQuery(*query, event, bytes, handler, stop);
    }
    if (const auto *gtid = std::get_if<GtidEvent>(&event.body)) {
        m_tracker.gtid(GtidProgress::nameOf(*gtid), seconds);
        return {};
    }
    if (const auto *gtid = std::get_if<MariaDbGtidEvent>(&event.body)) {
        const GroupStep step
            = m_tracker.mariaDbGtid(GtidProgress::nameOf(*gtid), gtid->isStandalone(), span(), seconds);
        return takeStep(step, gtid->preparesXa());
    }
    if (std::holds_alternative<XidEvent>(event.body)) {
        return takeStep(m_tracker.xid(span()));
    }
    if (const auto *prepare = std::get_if<XaPrepareEvent>(&event.body)) {
        return takeStep(m_tracker.xaPrepare(
            xidText(prepare->global, prepare->branch, prepare->format), prepare->isOnePhase, span()));
    }
    if (const auto *payload = std::get_if<TransactionPayloadEvent>(&event.body)) {
        readPayload(*payload, bytes, seconds);
        return {};
    }
    return readControl(event);
}

Result<void> MySqlChangeSource::readControl(const BinlogEvent &event)
{
    if (const auto *rotate = std::get_if<RotateEvent>(&event.body)) {
        return beginFile(std::string(rotate->file));
    }
    if (std::holds_alternative<FormatDescriptionEvent>(event.body)) {
        return readFormat(event);
    }
    if (const auto *incident = std::get_if<IncidentEvent>(&event.body)) {
        return incidentFailure(std::string(incident->message), m_positions.position());
    }
    if (const auto *unknown = std::get_if<UnknownEvent>(&event.body); unknown != nullptr && !unknown->isIgnorable) {
        return unknownEventFailure(unknown->typeNumber, m_positions.position());
    }
    m_tracker.pass(span());
    movePlace();
    return {};
}

Result<void> MySqlChangeSource::beginFile(const std::string &file)
{
    m_delivery.rows().forgetTableIds();
    const BinlogPosition before = m_tracker.safe();
    if (m_tracker.enterFile(file)) {
        if (auto dropped = m_flow.drop(before); !dropped) {
            return dropped;
        }
    }
    if (file != before.file) {
        m_fileSeconds = 0; // those of the file before are not this one's
    }
    movePlace();
    return {};
}

Result<void> MySqlChangeSource::readFormat(const BinlogEvent &event)
{
    m_delivery.rows().forgetTableIds();
    if (auto same = m_progress.checkFile(m_positions.file(), event.header.timestamp); !same) {
        return same;
    }
    m_fileSeconds = event.header.timestamp;
    m_tracker.pass(span());
    movePlace();
    return {};
}

Result<void> MySqlChangeSource::readQuery(const QueryEvent &query, const BinlogEvent &event,
    std::span<const uint8_t> bytes, ChangeHandler &handler, const std::stop_token &stop)
{
    const QueryMeaning meaning = meaningOf(query.text);
    const bool wasInGroup = m_tracker.isInGroup();
    const GroupStep step = m_tracker.query(meaning, span(), event.header.timestamp);
    if (step == GroupStep::Statement) {
        m_flow.single(context());
        if (auto delivered = deliver(event, handler, stop); !delivered) {
            return delivered;
        }
        settle();
        return {};
    }
    if (wasInGroup && meaning.kind == QueryKind::Savepoint) {
        m_flow.setSavepoint(meaning.savepoint);
    } else if (wasInGroup && meaning.kind == QueryKind::RollbackTo) {
        return m_flow.rollBackTo(meaning.savepoint, m_positions.position());
    }
    if (wasInGroup && meaning.kind == QueryKind::Other) {
        const auto isHeld = hold(bytes);
        if (!isHeld || *isHeld) {
            return isHeld ? Result<void>{} : isHeld.error();
        }
        return deliver(event, handler, stop);
    }
    return takeStep(step, meaning.kind == QueryKind::XaStart);
}

Result<void> MySqlChangeSource::takeStep(GroupStep step, bool isXa)
{
    switch (step) {
    case GroupStep::Begun:
        m_flow.begin(isXa);
        return {};
    case GroupStep::Committed:
        return endGroup(false);
    case GroupStep::RolledBack:
        return endGroup(true);
    case GroupStep::Prepared:
        m_flow.prepare(
            {m_tracker.xid(), m_tracker.groupBegin(), m_tracker.safe(), m_tracker.gtid()}, m_tracker.transaction());
        settle();
        return {};
    case GroupStep::XaCommitted:
        return m_flow.commitPrepared(m_tracker.xid(), context(), rowsToSkip());
    case GroupStep::XaRolledBack:
        m_flow.rollBackPrepared(m_tracker.xid());
        settle();
        return {};
    case GroupStep::Nothing:
    case GroupStep::Statement:
        break;
    }
    return {};
}

Result<void> MySqlChangeSource::endGroup(bool isRolledBack)
{
    GroupContext group = context();
    group.isRolledBack = isRolledBack;
    const auto isEnded = m_flow.end(group, rowsToSkip());
    if (!isEnded) {
        return isEnded.error();
    }
    if (*isEnded) {
        settle();
    }
    return {};
}

void MySqlChangeSource::readPayload(
    const TransactionPayloadEvent &event, std::span<const uint8_t> bytes, uint32_t seconds)
{
    m_tracker.beginPayload(span(), seconds);
    m_tracker.endPayload(span());
    const OpenXa place{{}, m_tracker.groupBegin(), m_tracker.safe(), m_tracker.gtid()};
    m_flow.payload(event, bytes, span(), place, context(), rowsToSkip());
}

GroupContext MySqlChangeSource::context() const
{
    GroupContext group;
    group.transaction = m_tracker.transaction();
    group.server = m_setup.server.identity;
    group.place = m_positions.position();
    group.gtid = m_tracker.gtid();
    return group;
}

Result<void> MySqlChangeSource::deliver(const BinlogEvent &event, ChangeHandler &handler, const std::stop_token &stop)
{
    return m_delivery.deliver(event, span(), m_flow.context(), handler, stop);
}

// The group that ended last is handed over as a whole.
void MySqlChangeSource::settle()
{
    m_progress.settle(m_tracker.gtid());
    movePlace();
}

void MySqlChangeSource::movePlace()
{
    if (m_flow.isOutside() && !m_tracker.isInGroup()) {
        m_progress.moveTo(m_tracker.safe(), m_fileSeconds);
    }
}

bool MySqlChangeSource::isAtTransactionEnd() const
{
    return m_flow.isBetweenGroups();
}

bool MySqlChangeSource::isMoreWaiting() const
{
    return !m_flow.isOutside() || m_stream->hasBuffered();
}

StateRecords MySqlChangeSource::takeState()
{
    MySqlPosition position = m_progress.position();
    m_flow.complete(position);
    StateRecords records = m_setup.history->takeState();
    if (HandOverFilter *filter = m_delivery.rows().filter()) {
        for (StateRecord &record : filter->takeState()) {
            records.push_back(std::move(record));
        }
    }
    records.push_back({MySqlPosition::kRecordKey, position.toJson()});
    return records;
}

bool MySqlChangeSource::hasReached(const std::string &target) const
{
    return isAtTransactionEnd() && m_progress.hasReached(target);
}

std::string MySqlChangeSource::displayPosition() const
{
    return m_progress.place().text();
}

} // namespace rowcast::mysql
