// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/BinlogParser.h"
#include "core/mysql/BinlogStream.h"
#include "core/mysql/GtidSet.h"
#include "core/mysql/ServerInfo.h"
#include "tests/live/support/LiveServers.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

#include <poll.h>

using namespace rowcast;
using namespace rowcast::mysql;
using namespace std::chrono_literals;

// Connections and raw streams on real servers: what can go wrong has a code of its own, and every wait can be stopped.
class MySqlConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failuresOfALogin_data();
    void failuresOfALogin();
    void sessionIsInAKnownState_data();
    void sessionIsInAKnownState();
    void stopEndsAStatement();
    void stopEndsALogin();
    void cursorThatIsGivenUpEndsTheConnection();
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
    Result<BinlogEnd> end(LiveServers &servers);

    LiveServers m_mysql;
    LiveServers m_mariaDb;
};

void MySqlConnectionTest::initTestCase()
{
    LIVE_VERIFY(m_mysql.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_mariaDb.startMySql(MySqlFlavour::MariaDb));
    LIVE_VERIFY(m_mysql.execute("CREATE USER 'sha2'@'%' IDENTIFIED WITH caching_sha2_password BY 'secret';"
                                "CREATE USER 'old'@'%' IDENTIFIED WITH mysql_native_password BY 'secret';"
                                "CREATE USER 'elsewhere'@'10.255.255.1' IDENTIFIED BY 'secret';"
                                "CREATE USER 'locked'@'%' IDENTIFIED BY 'secret' ACCOUNT LOCK;"
                                "CREATE USER 'tls'@'%' IDENTIFIED BY 'secret' REQUIRE SSL"));
}

ConnectionSettings MySqlConnectionTest::settings(LiveServers &servers)
{
    ConnectionSettings connection;
    connection.host = servers.mysql().host();
    connection.port = servers.mysql().port();
    connection.user = servers.mysql().user();
    connection.connectTimeout = 5s;
    return connection;
}

void MySqlConnectionTest::addFlavours()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::newRow("MySQL 8.0") << false;
    QTest::newRow("MariaDB") << true;
}

Result<BinlogEnd> MySqlConnectionTest::end(LiveServers &servers)
{
    auto connection = Connection::open(settings(servers), {});
    if (!connection) {
        return std::move(connection).error();
    }
    const auto info = ServerInfo::read(**connection, {});
    return info ? readBinlogEnd(**connection, *info, {}) : Result<BinlogEnd>(info.error());
}

void MySqlConnectionTest::failuresOfALogin_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port"); // 0: the server's
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("tls");
    QTest::addColumn<QString>("code"); // empty: works
    const auto row = [](const char *name, const char *host, int port, const char *user, const char *password,
                         TlsMode tls, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(host) << port << QString::fromLatin1(user)
                            << QString::fromLatin1(password) << int(tls) << QString::fromLatin1(code);
    };
    row("caching_sha2_password without TLS", "127.0.0.1", 0, "sha2", "secret", TlsMode::None, "");
    row("mysql_native_password", "127.0.0.1", 0, "old", "secret", TlsMode::None, "");
    row("TLS without a check", "127.0.0.1", 0, "tls", "secret", TlsMode::Require, "");
    row("TLS missing for this user", "127.0.0.1", 0, "tls", "secret", TlsMode::None, "mysql.login.denied");
    row("certificate of an unknown CA", "127.0.0.1", 0, "sha2", "secret", TlsMode::VerifyFull, "mysql.tls.certificate");
    row("wrong password", "127.0.0.1", 0, "sha2", "wrong", TlsMode::None, "mysql.login.denied");
    row("no such user", "127.0.0.1", 0, "nobody", "secret", TlsMode::None, "mysql.login.denied");
    row("locked", "127.0.0.1", 0, "locked", "secret", TlsMode::None, "mysql.login.locked");
    row("nothing listens", "127.0.0.1", 9, "sha2", "secret", TlsMode::None, "mysql.connection.refused");
    row("no such host", "no-such-host.invalid", 3306, "sha2", "secret", TlsMode::None, "mysql.connection.");
}

void MySqlConnectionTest::failuresOfALogin()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(int, tls);
    QFETCH(QString, code);
    ConnectionSettings connection = settings(m_mysql);
    connection.host = host;
    connection.port = port == 0 ? connection.port : uint16_t(port);
    connection.user = user;
    connection.password = Secret(password);
    connection.tls = TlsMode(tls);
    const auto opened = Connection::open(connection, {});
    QVERIFY2(failureCodeOf(opened).startsWith(code) && failureCodeOf(opened).isEmpty() == code.isEmpty(),
        opened ? "it worked" : qPrintable(opened.error().text()));
    if (opened && TlsMode(tls) != TlsMode::None) {
        QVERIFY(!(*opened)->tlsCipher().isEmpty());
    }
}

void MySqlConnectionTest::sessionIsInAKnownState_data()
{
    addFlavours();
}

void MySqlConnectionTest::sessionIsInAKnownState()
{
    QFETCH(bool, isMariaDb);
    ConnectionSettings connection = settings(servers(isMariaDb));
    connection.afterConnectScript
        = QStringLiteral("SET @mine = 'ü'; SET SESSION time_zone = '+09:00', sql_mode = 'ANSI'");
    const auto opened = Connection::open(connection, {});
    LIVE_VERIFY(opened);
    const auto state = (*opened)->query("SELECT @@session.time_zone AS zone, @@session.sql_mode AS mode, @mine AS mine,"
                                        " @@character_set_results AS charset, NULL AS nothing",
        {});
    LIVE_VERIFY(state);
    QCOMPARE(state->size(), size_t(1));
    QCOMPARE(QString::fromStdString(state->text(0, "ZONE")), QStringLiteral("+00:00"));
    QVERIFY(state->text(0, "mode").empty());
    QCOMPARE(QString::fromStdString(state->text(0, "mine")), QStringLiteral("ü"));
    QCOMPARE(state->text(0, "charset"), std::string("utf8mb4"));
    QVERIFY(!state->at(0, "nothing") && state->hasColumn("nothing"));
    const auto refused = (*opened)->execute("SELECT nonsense FROM", {});
    QCOMPARE(failureCodeOf(refused), QStringLiteral("mysql.query"));
    QVERIFY((*opened)->isAlive());
    QVERIFY((*opened)->value("SELECT 1", {}));
}

void MySqlConnectionTest::stopEndsAStatement()
{
    const auto opened = Connection::open(settings(m_mysql), {});
    LIVE_VERIFY(opened);
    std::stop_source source;
    QElapsedTimer clock;
    clock.start();
    const std::jthread stopper([&] {
        auto watch = m_mysql.sql();
        while (watch
            && watch->value("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%'")->toInt()
                == 0) { }
        source.request_stop();
    });
    const auto slept = (*opened)->execute("DO SLEEP(60)", source.get_token());
    QVERIFY(!slept && isStopped(slept.error()));
    QVERIFY(clock.elapsed() < 30'000);
    QVERIFY(!(*opened)->isAlive());
}

void MySqlConnectionTest::stopEndsALogin()
{
    QTcpServer mute; // takes connections and says nothing
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    ConnectionSettings connection = settings(m_mysql);
    connection.port = mute.serverPort();
    connection.connectTimeout = 60s;
    std::stop_source source;
    QElapsedTimer clock;
    clock.start();
    const std::jthread stopper([&] {
        pollfd waiting = {int(mute.socketDescriptor()), POLLIN, 0};
        ::poll(&waiting, 1, 10'000);
        source.request_stop();
    });
    const auto opened = Connection::open(connection, source.get_token());
    QVERIFY(!opened && isStopped(opened.error()));
    QVERIFY(clock.elapsed() < 20'000);
}

void MySqlConnectionTest::cursorThatIsGivenUpEndsTheConnection()
{
    const auto opened = Connection::open(settings(m_mysql), {});
    LIVE_VERIFY(opened);
    {
        const auto cursor = (*opened)->cursor("SELECT 1 UNION SELECT 2", {});
        LIVE_VERIFY(cursor);
        LIVE_VERIFY((*cursor)->next({}));
        QVERIFY((*(*cursor)->next({})).has_value());
        QVERIFY(!(*(*cursor)->next({})).has_value());
    }
    QVERIFY((*opened)->isAlive());
    {
        const auto cursor = (*opened)->cursor("SELECT 1 UNION SELECT 2", {});
        LIVE_VERIFY(cursor);
    }
    QVERIFY(!(*opened)->isAlive());
}

void MySqlConnectionTest::shortStreamEnds_data()
{
    addFlavours();
}

void MySqlConnectionTest::shortStreamEnds()
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
    QCOMPARE(QString::fromStdString(place.position().text()),
        QStringLiteral("%1:%2").arg(after->file.c_str()).arg(after->offset));
}

void MySqlConnectionTest::streamFollowsAndStops_data()
{
    addFlavours();
}

// A quiet stream gives heartbeats, a change arrives, and a stop from another thread ends the wait.
void MySqlConnectionTest::streamFollowsAndStops()
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

void MySqlConnectionTest::streamByGtid()
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

void MySqlConnectionTest::purgedBinlog()
{
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

void MySqlConnectionTest::wrongPosition()
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

void MySqlConnectionTest::serverIdTwice()
{
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

void MySqlConnectionTest::silentServer()
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

QTEST_GUILESS_MAIN(MySqlConnectionTest)
#include "tst_mysqlconnection.moc"
