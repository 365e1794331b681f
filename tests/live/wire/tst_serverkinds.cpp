// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/BinlogStream.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerLogin.h"
#include "tests/live/wire/EncryptedServer.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/StreamChecks.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

using namespace rowcast;

// Servers that are set up in ways that show on the wire: encrypted and compressed binlogs, semi-synchronous commits,
// and LOAD DATA.
class ServerKindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_pool.forgetFailed(); }
    void encryptedBinlogs_data();
    void encryptedBinlogs();
    void compressedEvents_data() { addFlavourRows({MySqlFlavour::MariaDb}); }
    void compressedEvents();
    void semiSynchronousSource_data() { addFlavourRows(); }
    void semiSynchronousSource();
    void loadData_data() { addFlavourRows(); }
    void loadData();
    void textsOfHiddenChanges_data();
    void textsOfHiddenChanges();
    void rowsWithoutAnyColumn_data() { addFlavourRows(); }
    void rowsWithoutAnyColumn();
    void incident_data() { addFlavourRows(); }
    void incident();
    void sameServerIdTwice_data() { addFlavourRows({MySqlFlavour::MySql80, MySqlFlavour::MySql9}); }
    void sameServerIdTwice();

private:
    ServerPool m_pool;
};

namespace {

const QByteArray kShop = "CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(400), b TEXT)";

} // namespace

void ServerKindsTest::encryptedBinlogs_data()
{
    QList<MySqlFlavour> flavours = kEveryFlavour;
    flavours.removeIf([](MySqlFlavour flavour) { return !EncryptedServer::isAvailable(flavour); });
    addFlavourRows(flavours);
}

void ServerKindsTest::encryptedBinlogs()
{
    QFETCH(MySqlFlavour, flavour);
    // the plugin may be missing: MariaDB's mark is that of the compressed events
    const HardCase mark(flavour == MySqlFlavour::MariaDb ? QList<int>() : QList<int>{62}, flavour);
    EncryptedServer encrypted;
    LIVE_VERIFY(encrypted.start(flavour));
    LiveServers &servers = encrypted.servers();
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("encrypted"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t VALUES (1, 'not to be read on disk', ''), (2, 'b', NULL)"));
    LIVE_VERIFY(story.follow());
    QVERIFY(!encrypted.isReadable("not to be read on disk"));
    for (int round = 0; round < 2; ++round) { // by positions of the encrypted file, and of the one behind it
        const QByteArray id = QByteArray::number(10 + round);
        LIVE_VERIFY(servers.execute("UPDATE shop.t SET b = CONCAT(id, '" + id
            + "'); FLUSH BINARY LOGS; INSERT INTO "
              "shop.t VALUES ("
            + id + ", 'new', NULL)"));
        story.crash();
        LIVE_VERIFY(story.resume());
        LIVE_VERIFY(story.follow());
    }
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 2 + (2 + 1) + (3 + 1));
}

void ServerKindsTest::compressedEvents()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(62, flavour);
    const auto server = m_pool.server(
        flavour, {QStringLiteral("--log-bin-compress=ON"), QStringLiteral("--log-bin-compress-min-len=10")});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(kShop));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("compressed"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(
        (*server)->execute("INSERT INTO shop.t VALUES (1, REPEAT('a', 300), REPEAT('long ', 10000)), (2, '', NULL);"
                           "UPDATE shop.t SET a = 'changed' WHERE id = 1; ALTER TABLE shop.t ADD c INT DEFAULT 7;"
                           "DELETE FROM shop.t WHERE id = 2; INSERT INTO shop.t VALUES (3, 'three', 'x', NULL)"));
    LIVE_VERIFY(story.follow());
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    const auto compressed = sql->query("SHOW STATUS LIKE 'Binlog_bytes_written'");
    LIVE_VERIFY(compressed);
    QVERIFY(compressed->first().value(1).value_or("").toLongLong() < 50'000); // less than the text it holds
    story.crash();
    LIVE_VERIFY((*server)->execute("UPDATE shop.t SET c = id"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
}

// A reader that were taken for a semi-synchronous replica would have to acknowledge each commit, which waits for it.
void ServerKindsTest::semiSynchronousSource()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(53, flavour);
    constexpr int kTimeout = 20'000; // of a commit that waits for a replica, in ms
    const bool isMariaDb = flavour == MySqlFlavour::MariaDb;
    const QByteArray name = isMariaDb ? "rpl_semi_sync_master" : "rpl_semi_sync_source";
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour));
    LIVE_VERIFY(servers.execute(
        (isMariaDb ? QByteArray() : QByteArray("INSTALL PLUGIN rpl_semi_sync_source SONAME 'semisync_source.so';"))
        + "SET GLOBAL " + name + "_timeout = " + QByteArray::number(kTimeout) + "; SET GLOBAL " + name
        + (isMariaDb ? "_wait_no_slave" : "_wait_for_replica_count") + " = " + (isMariaDb ? "OFF" : "1")
        + (isMariaDb ? "" : "; SET GLOBAL rpl_semi_sync_source_wait_no_replica = OFF")));
    LIVE_VERIFY(servers.execute("SET GLOBAL " + name + "_enabled = ON; " + kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("semi"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t VALUES (0, 'first', NULL)"));
    LIVE_VERIFY(story.follow());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    QElapsedTimer clock;
    clock.start();
    for (int row = 1; row <= 20; ++row) {
        LIVE_VERIFY(sql->execute("INSERT INTO shop.t VALUES (" + QByteArray::number(row) + ", 'quick', NULL)"));
    }
    QVERIFY2(clock.elapsed() < kTimeout / 2, qPrintable(QString::number(clock.elapsed())));
    const auto clients = sql->query("SHOW STATUS LIKE '" + name + "_clients'");
    LIVE_VERIFY(clients);
    QCOMPARE(clients->first().value(1).value_or(""), QByteArray("0"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 21);
}

void ServerKindsTest::loadData()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(48, flavour);
    constexpr int kRows = 50'000;
    const auto server = m_pool.server(flavour, {}, {"shop", "aside"});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(kShop + "; CREATE DATABASE aside; CREATE TABLE aside.t LIKE shop.t"));
    const QString path = (*server)->mysql().folder().filePath(QStringLiteral("rows.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int row = 1; row <= kRows; ++row) {
        file.write(QByteArray::number(row) + "\tname " + QByteArray::number(row * 7) + "\t\\N\n");
    }
    file.close();
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("load-data"));
    LIVE_VERIFY(story.start());
    const QByteArray load = "LOAD DATA INFILE '" + path.toUtf8() + "' INTO TABLE ";
    // as statements the file itself travels in the binlog, in events of old
    LIVE_VERIFY((*server)->execute(load + "shop.t; SET SESSION binlog_format = STATEMENT; " + load
        + "aside.t; SET SESSION binlog_format = ROW;"
          "DELETE FROM shop.t WHERE id % 10 = 0"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
    QCOMPARE(story.log().lines().size(), kRows + kRows / 10);
    LIVE_VERIFY((*server)->execute("CREATE TABLE shop.u LIKE shop.t; SET SESSION binlog_format = STATEMENT; " + load
        + "shop.u; SET SESSION binlog_format = ROW; INSERT INTO shop.t VALUES (-1, 'later', NULL)"));
    LIVE_VERIFY(story.follow());
    const QStringList expected{QStringLiteral("create-table shop.u (id,a,b)"),
        QStringLiteral("failed shop.u mysql.statement-format"), QStringLiteral("insert shop.t -1|later|NULL")};
    QCOMPARE(story.log().lines().mid(kRows + kRows / 10), expected);
}

void ServerKindsTest::textsOfHiddenChanges_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QString>("warning");
    for (const MySqlFlavour flavour : kEveryFlavour) {
        if (!isFlavourWanted(flavour)) {
            continue;
        }
        const QString name = flavourName(flavour);
        QTest::addRow("trigger, %s", qPrintable(name))
            << flavour
            << QByteArray("CREATE TRIGGER aside.more AFTER INSERT ON aside.t FOR EACH ROW INSERT INTO shop.t (id) "
                          "VALUES (NEW.id)")
            << QByteArray("INSERT INTO aside.t (id) VALUES (1)") << QStringLiteral("INSERT INTO aside");
        QTest::addRow("view, %s", qPrintable(name))
            << flavour << QByteArray("CREATE VIEW aside.v AS SELECT id, a FROM shop.t")
            << QByteArray("INSERT INTO aside.v VALUES (1, 'a')") << QStringLiteral("INSERT INTO aside");
        QTest::addRow("function, %s", qPrintable(name))
            << flavour
            << QByteArray("CREATE FUNCTION aside.f() RETURNS INT DETERMINISTIC BEGIN INSERT INTO shop.t (id) VALUES "
                          "(1); RETURN 1; END")
            << QByteArray("SELECT aside.f()") << QStringLiteral("SELECT .aside");
    }
}

// What changes rows without naming their table cannot be followed; it is not passed over in silence either.
void ServerKindsTest::textsOfHiddenChanges()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, statement);
    QFETCH(QString, warning);
    const auto server = m_pool.server(flavour, {}, {"shop", "aside"});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(kShop + "; CREATE DATABASE aside; CREATE TABLE aside.t LIKE shop.t"));
    LIVE_VERIFY((*server)->execute(before));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("hidden"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("SET SESSION binlog_format = STATEMENT; " + statement));
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("Statement at \\S+:\\d+ is logged as text.*") + warning));
    LIVE_VERIFY(story.follow());
}

// With MINIMAL images MySQL writes nothing of a row whose values are all defaults, but a rows event all the same.
void ServerKindsTest::rowsWithoutAnyColumn()
{
    QFETCH(MySqlFlavour, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop"});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute("CREATE DATABASE shop; CREATE TABLE shop.d (a INT DEFAULT 1, b INT DEFAULT 2)"));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("defaults"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("SET SESSION binlog_row_image = MINIMAL; INSERT INTO shop.d VALUES ();"
                                   "BEGIN; INSERT INTO shop.d (b) VALUES (3); INSERT INTO shop.d VALUES (); COMMIT"));
    LIVE_VERIFY(story.follow());
    const bool writesDefaults = flavour == MySqlFlavour::MariaDb;
    const QString defaults
        = writesDefaults ? QStringLiteral("insert shop.d 1|2") : QStringLiteral("insert shop.d (absent)|(absent)");
    const QString other
        = writesDefaults ? QStringLiteral("insert shop.d 1|3") : QStringLiteral("insert shop.d (absent)|3");
    QCOMPARE(story.log().lines(), (QStringList{defaults, other, defaults}));
}

// Rows of an engine without transactions that do not fit into the statement's cache: they are in the table, and the
// server can only write down that they are not in its binlog.
void ServerKindsTest::incident()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(63, flavour);
    const auto server = m_pool.server(flavour,
        {QStringLiteral("--max-binlog-stmt-cache-size=4096"), QStringLiteral("--binlog-stmt-cache-size=4096")});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(
        "CREATE DATABASE shop; CREATE TABLE shop.t (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(400)) ENGINE=MyISAM"));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("incident"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t (a) VALUES ('one')"));
    LIVE_VERIFY(story.follow());
    const QByteArray rows = QByteArray(",(REPEAT('x', 300))").repeated(200);
    QVERIFY(
        !(*server)->execute("INSERT INTO shop.t (a) VALUES (REPEAT('x', 300))" + rows)); // by the server's own words
    const auto followed = story.follow();
    QCOMPARE(failureCodeOf(followed), QStringLiteral("mysql.binlog.incident"));
    QVERIFY(followed.error().cause.contains(QStringLiteral("binlog.")));
    QVERIFY(!followed.error().retryable);
}

// The server ends the older reader, which says why and does not come back to end the newer one.
void ServerKindsTest::sameServerIdTwice()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(39, flavour);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(kShop));
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    const auto file = sql->query("SHOW BINARY LOGS");
    LIVE_VERIFY(file);
    mysql::BinlogStreamSettings settings;
    settings.serverId = 4711;
    const auto start = mysql::BinlogStart::at(file->last().value(0).value_or("").toStdString(), 4);
    const auto older = mysql::BinlogStream::open(loginOf((*server)->mysql()), settings, start, {});
    LIVE_VERIFY(older);
    LIVE_VERIFY((*older)->next({}));
    const auto newer = mysql::BinlogStream::open(loginOf((*server)->mysql()), settings, start, {});
    LIVE_VERIFY(newer);
    auto event = (*older)->next({});
    while (event) {
        event = (*older)->next({});
    }
    QCOMPARE(event.error().code, QStringLiteral("mysql.server-id.taken"));
    QVERIFY(event.error().cause.contains(QStringLiteral("4711")));
    QVERIFY(!event.error().retryable);
    LIVE_VERIFY((*newer)->next({}));
}

QTEST_GUILESS_MAIN(ServerKindsTest)
#include "tst_serverkinds.moc"
