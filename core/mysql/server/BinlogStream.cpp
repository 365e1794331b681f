// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/BinlogStream.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/server/ClientLibrary.h"
#include "core/mysql/server/Failures.h"
#include "core/mysql/server/ServerInfo.h"

#include <limits>

namespace rowcast::mysql {

namespace {

constexpr uint32_t kHeartbeatV2Since = 80026;
// Seconds that the server waits for a reader that takes nothing. MariaDB begins no dump while an older one of the same
// server id still waits, as behind a link that broke without a word.
constexpr int kServerPatience = 30;

// Both spellings where the server may know only one: unknown user variables harm nobody.
std::string setBoth(std::string_view name, const std::string &value)
{
    return "@master_" + std::string(name) + " = " + value + ", @source_" + std::string(name) + " = " + value;
}

} // namespace

BinlogStart BinlogStart::at(std::string file, uint64_t offset)
{
    BinlogStart start;
    start.file = std::move(file);
    start.offset = offset;
    return start;
}

BinlogStart BinlogStart::afterMySqlGtids(std::string text, std::string encoded)
{
    BinlogStart start;
    start.kind = Kind::MySqlGtid;
    start.gtidSet = std::move(text);
    start.encodedGtidSet = std::move(encoded);
    return start;
}

BinlogStart BinlogStart::afterMariaDbGtids(std::string text)
{
    BinlogStart start;
    start.kind = Kind::MariaDbGtid;
    start.gtidSet = std::move(text);
    return start;
}

QString BinlogStart::text() const
{
    return kind == Kind::FilePosition ? QString::fromStdString(file) + QLatin1Char(':') + QString::number(offset)
                                      : QString::fromStdString(gtidSet);
}

BinlogStream::BinlogStream(std::unique_ptr<Connection> connection, BinlogStreamSettings settings, BinlogStart start)
    : m_connection(std::move(connection))
    , m_settings(std::move(settings))
    , m_start(std::move(start))
    , m_isMariaDb(m_connection->greeting().find("MariaDB") != std::string::npos)
{
}

BinlogStream::~BinlogStream()
{
    // The server notices at once; a polite end would wait for a dump that never ends.
    m_connection->handle().shutDown();
}

Result<std::unique_ptr<BinlogStream>> BinlogStream::open(const ConnectionSettings &connection,
    const BinlogStreamSettings &settings, const BinlogStart &start, const std::stop_token &stop)
{
    BinlogStreamSettings own = settings;
    const auto threeHeartbeats = std::chrono::ceil<std::chrono::seconds>(3 * own.heartbeat);
    own.silence = std::max(own.silence, threeHeartbeats);
    ConnectionSettings login = connection;
    login.readTimeout = own.silence;
    auto opened = Connection::open(login, stop);
    if (!opened) {
        return std::move(opened).error();
    }
    std::unique_ptr<BinlogStream> stream(new BinlogStream(std::move(*opened), own, start));
    auto begun = stream->prepare(stop);
    if (begun) {
        begun = stream->begin(stop);
    }
    if (!begun) {
        return std::move(begun).error();
    }
    return stream;
}

// User variables by which a replica tells the server what it understands (sql/rpl_replica.cc, MariaDB: sql/slave.cc).
Result<void> BinlogStream::prepare(const std::stop_token &stop)
{
    const auto nanoseconds = std::chrono::nanoseconds(m_settings.heartbeat).count();
    std::string statement = "SET " + setBoth("heartbeat_period", std::to_string(nanoseconds)) + ", "
        + setBoth("binlog_checksum", "@@global.binlog_checksum")
        + ", SESSION net_write_timeout = CAST(LEAST(@@global.net_write_timeout, " + std::to_string(kServerPatience)
        + ") AS UNSIGNED)";
    if (m_isMariaDb) {
        statement += ", @mariadb_slave_capability = 4";
        if (m_start.kind == BinlogStart::Kind::MariaDbGtid) {
            statement += ", @slave_connect_state = " + quotedText(m_start.gtidSet)
                + ", @slave_gtid_strict_mode = 0, @slave_gtid_ignore_duplicates = 0";
        }
    }
    if (!m_settings.isShort() && !m_settings.replicaUuid.isEmpty()) {
        const std::string uuid = quotedText(m_settings.replicaUuid.toStdString());
        statement += ", @slave_uuid = " + uuid + ", @replica_uuid = " + uuid;
    }
    return m_connection->execute(statement, stop);
}

Result<void> BinlogStream::begin(const std::stop_token &stop)
{
    DumpRequest request;
    request.serverId = m_settings.serverId;
    request.flags = m_settings.isShort() ? DumpRequest::kNonBlocking : 0;
    if (!m_isMariaDb && mysqlVersionNumber(m_connection->greeting()) >= kHeartbeatV2Since) {
        request.flags |= DumpRequest::kHeartbeatV2;
    }
    if (m_start.kind == BinlogStart::Kind::FilePosition) {
        m_beginsAtFileStart = m_start.offset > std::numeric_limits<uint32_t>::max();
        request.file = m_start.file;
        request.position = m_beginsAtFileStart ? 4 : m_start.offset;
    } else if (m_start.kind == BinlogStart::Kind::MySqlGtid) {
        request.encodedGtidSet = m_start.encodedGtidSet;
    }
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    m_dump = std::make_unique<RawDump>(m_connection->handle());
    return m_dump->start(request) ? Result<void>() : Result<void>(endFailure(stop));
}

Result<std::optional<std::span<const uint8_t>>> BinlogStream::next(const std::stop_token &stop)
{
    using Event = std::optional<std::span<const uint8_t>>;
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    RawDump::Packet packet;
    {
        const std::stop_callback shut(stop, [this] { m_connection->handle().shutDown(); });
        m_waitingSince = std::chrono::steady_clock::now();
        packet = m_dump->next();
    }
    switch (packet.kind) {
    case RawDump::Kind::Event:
        return Event(packet.event);
    case RawDump::Kind::End:
        return Event();
    case RawDump::Kind::Error:
        break;
    }
    return endFailure(stop);
}

bool BinlogStream::hasBuffered() const
{
    return m_connection->handle().hasBufferedInput();
}

// What only a second connection can tell. The failure that is being told stands without it, so none of its own is.
void BinlogStream::addServerFacts(DumpContext &context, const std::stop_token &stop) const
{
    const auto second = Connection::open(m_connection->settings(), stop);
    if (!second) {
        return;
    }
    if (const auto files = readBinlogFiles(**second, stop); files && !files->empty()) {
        context.oldestFile = QString::fromStdString(files->front().name);
    }
    if (const auto info = ServerInfo::read(**second, stop)) {
        context.isRds = info->isRds;
    }
}

Failure BinlogStream::endFailure(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    const ServerError error = m_connection->handle().lastError();
    const ConnectionSettings &settings = m_connection->settings();
    if (error.endsConnection() && std::chrono::steady_clock::now() - m_waitingSince >= m_settings.silence) {
        return silentFailure(settings, int(m_settings.silence.count()));
    }
    DumpContext context{.start = m_start.text(), .serverId = m_settings.serverId, .oldestFile = {}, .isRds = false};
    if (!error.endsConnection()) {
        addServerFacts(context, stop);
    }
    return dumpFailure(error, settings, context);
}

} // namespace rowcast::mysql
