// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/server/ServerInfo.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/ServerLogin.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;
using namespace std::chrono_literals;

// Raw streams of real servers' binlogs: short ones and ones that follow, and each way in which they end.
class BinlogStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shortStreamEnds_data();
    void shortStreamEnds();
    void streamFollowsAndStops_data();
    void streamFollowsAndStops();
    void streamByGtid();
    void purgedBinlog();
    void wrongPosition();
    void serverIdTwice();
    void silentServer();

private:
    [[nodiscard]] LiveServers &servers(bool isMariaDb) { return isMariaDb ? m_mariaDb : m_mysql; }
    [[nodiscard]] static ConnectionSettings settings(LiveServers &servers);
    static void addFlavours();
    static Result<BinlogEnd> end(LiveServers &servers);

    LiveServers m_mysql;
    LiveServers m_mariaDb;
};

void BinlogStreamTest::initTestCase()
{
    LIVE_VERIFY(m_mysql.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_mariaDb.startMySql(MySqlFlavour::MariaDb));
}

ConnectionSettings BinlogStreamTest::settings(LiveServers &servers)
{
    ConnectionSettings connection = loginOf(servers.mysql());
    connection.connectTimeout = 5s;
    return connection;
}

void BinlogStreamTest::addFlavours()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::newRow("MySQL 8.0") << false;
    QTest::newRow("MariaDB") << true;
}

Result<BinlogEnd> BinlogStreamTest::end(LiveServers &servers)
{
    auto connection = Connection::open(settings(servers), {});
    if (!connection) {
        return std::move(connection).error();
    }
    const auto info = ServerInfo::read(**connection, {});
    return info ? readBinlogEnd(**connection, *info, {}) : Result<BinlogEnd>(info.error());
}

void BinlogStreamTest::shortStreamEnds_data()
{
    addFlavours();
}

void BinlogStreamTest::shortStreamEnds()
{
    QFETCH(bool, isMariaDb);
    LiveServers &server = servers(isMariaDb);
    const auto before = end(server);
    LIVE_VERIFY(before);
    LIVE_VERIFY(server.execute("CREATE OR REPLACE VIEW mysql.short_stream AS SELECT 1"));
    const auto after = end(server);
    LIVE_VERIFY(after);
    const auto stream = BinlogStream::open(settings(server), {}, BinlogStart::at(before->file, before->offset), {});
    LIVE_VERIFY(stream);
    BinlogParser parser;
    parser.expectChecksums(true);
    PositionTracker place({before->file, before->offset});
    bool hasStatement = false;
    for (;;) {
        const auto bytes = (*stream)->next({});
        LIVE_VERIFY(bytes);
        if (!*bytes) {
            break;
        }
        const auto event = parser.parse(**bytes);
        LIVE_VERIFY(event);
        place.see(*event);
        const auto *query = std::get_if<QueryEvent>(&event->body);
        hasStatement = hasStatement || (query != nullptr && query->text.find("short_stream") != std::string_view::npos);
    }
    QVERIFY(hasStatement);
    QCOMPARE(place.position().text(), (BinlogPosition{after->file, after->offset}.text()));
}

void BinlogStreamTest::streamFollowsAndStops_data()
{
    addFlavours();
}

// A quiet stream gives heartbeats, a change arrives, and a stop from another thread ends the wait.
void BinlogStreamTest::streamFollowsAndStops()
{
    QFETCH(bool, isMariaDb);
    LiveServers &server = servers(isMariaDb);
    const auto at = end(server);
    LIVE_VERIFY(at);
    BinlogStreamSettings follow;
    follow.serverId = 4711;
    follow.heartbeat = 50ms;
    const auto stream = BinlogStream::open(settings(server), follow, BinlogStart::at(at->file, at->offset), {});
    LIVE_VERIFY(stream);
    BinlogParser parser;
    parser.expectChecksums(true);
    int heartbeats = 0;
    bool isChanged = false;
    bool hasArrived = false;
    std::stop_source source;
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        QVERIFY(clock.elapsed() < 60'000);
        const auto bytes = (*stream)->next(source.get_token());
        if (!bytes) {
            QVERIFY2(isStopped(bytes.error()), qPrintable(bytes.error().text()));
            break;
        }
        QVERIFY(bytes->has_value());
        const auto event = parser.parse(**bytes);
        LIVE_VERIFY(event);
        heartbeats += std::holds_alternative<HeartbeatEvent>(event->body) ? 1 : 0;
        hasArrived = hasArrived || std::holds_alternative<QueryEvent>(event->body);
        if (heartbeats >= 2 && !isChanged) {
            isChanged = true;
            LIVE_VERIFY(server.execute("CREATE OR REPLACE VIEW mysql.followed AS SELECT 1"));
        }
        if (hasArrived) {
            source.request_stop();
        }
    }
    QVERIFY(hasArrived);
}

void BinlogStreamTest::streamByGtid()
{
    const auto before = end(m_mysql);
    LIVE_VERIFY(before);
    LIVE_VERIFY(m_mysql.execute("CREATE OR REPLACE VIEW mysql.by_gtid AS SELECT 1"));
    const auto set = GtidSet::parse(before->gtidSet);
    LIVE_VERIFY(set);
    const auto stream
        = BinlogStream::open(settings(m_mysql), {}, BinlogStart::afterMySqlGtids(set->text(), set->binary()), {});
    LIVE_VERIFY(stream);
    BinlogParser parser;
    parser.expectChecksums(true);
    int transactions = 0;
    for (auto bytes = (*stream)->next({}); bytes && *bytes; bytes = (*stream)->next({})) {
        const auto event = parser.parse(**bytes);
        LIVE_VERIFY(event);
        transactions += std::holds_alternative<GtidEvent>(event->body) ? 1 : 0;
    }
    QCOMPARE(transactions, 1);
}

void BinlogStreamTest::purgedBinlog()
{
    const HardCase mark(38, MySqlFlavour::MariaDb);
    const auto before = end(m_mariaDb);
    LIVE_VERIFY(before);
    LIVE_VERIFY(m_mariaDb.execute("FLUSH BINARY LOGS; FLUSH BINARY LOGS"));
    const auto after = end(m_mariaDb);
    LIVE_VERIFY(after);
    auto client = m_mariaDb.sql();
    LIVE_VERIFY(client);
    // the server keeps a file while its crash recovery may need it
    QTRY_VERIFY_WITH_TIMEOUT(client->execute("PURGE BINARY LOGS TO '" + QByteArray::fromStdString(after->file) + '\'')
            && client->query("SHOW BINARY LOGS")->size() == 1,
        30'000);
    const auto stream = BinlogStream::open(settings(m_mariaDb), {}, BinlogStart::at(before->file, before->offset), {});
    LIVE_VERIFY(stream);
    const auto event = (*stream)->next({});
    QCOMPARE(failureCodeOf(event), QStringLiteral("mysql.binlog.purged"));
    QVERIFY2(event.error().cause.contains(QString::fromStdString(before->file)), qPrintable(event.error().cause));
    QVERIFY2(event.error().cause.contains(QString::fromStdString(after->file)), qPrintable(event.error().cause));
}

void BinlogStreamTest::wrongPosition()
{
    for (const bool isMariaDb : {false, true}) {
        LiveServers &server = servers(isMariaDb);
        const auto at = end(server);
        LIVE_VERIFY(at);
        const auto stream
            = BinlogStream::open(settings(server), {}, BinlogStart::at(at->file, at->offset + 1'000'000), {});
        LIVE_VERIFY(stream);
        auto event = (*stream)->next({});
        while (event && *event) {
            event = (*stream)->next({});
        }
        QCOMPARE(failureCodeOf(event), QStringLiteral("mysql.binlog.position"));
    }
}

void BinlogStreamTest::serverIdTwice()
{
    const HardCase mark(39, MySqlFlavour::MySql80);
    const auto at = end(m_mysql);
    LIVE_VERIFY(at);
    BinlogStreamSettings follow;
    follow.serverId = 815;
    const auto start = BinlogStart::at(at->file, at->offset);
    const auto first = BinlogStream::open(settings(m_mysql), follow, start, {});
    LIVE_VERIFY(first);
    LIVE_VERIFY((*first)->next({}));
    const auto second = BinlogStream::open(settings(m_mysql), follow, start, {});
    LIVE_VERIFY(second);
    auto event = (*first)->next({});
    while (event) {
        event = (*first)->next({});
    }
    QCOMPARE(failureCodeOf(event), QStringLiteral("mysql.server-id.taken"));
    QVERIFY(event.error().cause.contains(QStringLiteral("815")));
    LIVE_VERIFY((*second)->next({}));
}

void BinlogStreamTest::silentServer()
{
    const auto at = end(m_mysql);
    LIVE_VERIFY(at);
    BinlogStreamSettings follow;
    follow.serverId = 816;
    follow.silence = 2s;
    const auto stream = BinlogStream::open(settings(m_mysql), follow, BinlogStart::at(at->file, at->offset), {});
    LIVE_VERIFY(stream);
    LIVE_VERIFY((*stream)->next({}));
    m_mysql.mysql().pause();
    auto event = (*stream)->next({});
    while (event) {
        event = (*stream)->next({});
    }
    m_mysql.mysql().resume();
    QCOMPARE(failureCodeOf(event), QStringLiteral("mysql.connection.silent"));
    QVERIFY(event.error().retryable);
}

QTEST_GUILESS_MAIN(BinlogStreamTest)
#include "tst_binlogstream.moc"
