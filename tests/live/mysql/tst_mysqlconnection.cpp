// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Connection.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/ServerLogin.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

#include <poll.h>

using namespace rowcast;
using namespace rowcast::mysql;
using namespace std::chrono_literals;

// Connections to real servers: what can go wrong has a code of its own, and every wait can be stopped.
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

private:
    [[nodiscard]] LiveServers &servers(bool isMariaDb) { return isMariaDb ? m_mariaDb : m_mysql; }
    [[nodiscard]] static ConnectionSettings settings(LiveServers &servers);
    static void addFlavours();

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
    ConnectionSettings connection = loginOf(servers.mysql());
    connection.connectTimeout = 5s;
    return connection;
}

void MySqlConnectionTest::addFlavours()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::newRow("MySQL 8.0") << false;
    QTest::newRow("MariaDB") << true;
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
    QVERIFY2(code.isEmpty() ? opened.has_value() : failureCodeOf(opened).startsWith(code),
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

QTEST_GUILESS_MAIN(MySqlConnectionTest)
#include "tst_mysqlconnection.moc"
