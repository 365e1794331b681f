// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/MySqlPosition.h"
#include "tests/live/mysqlstream/StreamStory.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerPool.h"

#include <QTemporaryDir>

using namespace rowcast;

// What is handed over of transactions: only what was committed, as a whole, whatever their size and kind.
class TransactionStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_pool.forgetFailed(); }
    void xaWaitsForItsCommit_data() { flavours(); }
    void xaWaitsForItsCommit();
    void xaSurvivesRestarts_data() { flavours(); }
    void xaSurvivesRestarts();
    void rolledBackRowsStayAway_data() { flavours(); }
    void rolledBackRowsStayAway();
    void largeTransactionsArePassedThrough_data() { flavours(); }
    void largeTransactionsArePassedThrough();

private:
    static void flavours()
    {
        QTest::addColumn<MySqlFlavour>("flavour");
        QTest::addColumn<QStringList>("arguments");
        const auto add = [](const char *name, MySqlFlavour flavour, const QStringList &arguments = {}) {
            if (isFlavourWanted(flavour)) {
                QTest::newRow(name) << flavour << arguments;
            }
        };
        add("MySQL 8.0", MySqlFlavour::MySql80);
        add("MySQL 8.0, compressed", MySqlFlavour::MySql80, {QStringLiteral("--binlog-transaction-compression=ON")});
        add("MySQL 8.0, no GTID", MySqlFlavour::MySql80,
            {QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF")});
        add("MySQL 9", MySqlFlavour::MySql9);
        add("MariaDB", MySqlFlavour::MariaDb);
    }

    ServerPool m_pool;
};

void TransactionStreamTest::xaWaitsForItsCommit()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const HardCase mark(8, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(20))"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("xa"));
    LIVE_VERIFY(story.start());
    // Three sessions: a prepared transaction belongs to its session until that ends.
    LIVE_VERIFY(servers.execute("USE shop; XA START 'a', 'b', 7; INSERT INTO t VALUES (1, 'one'), (2, 'two'); XA END "
                                "'a', 'b', 7; XA PREPARE 'a', 'b', 7"));
    LIVE_VERIFY(servers.execute(
        "USE shop; XA START 'undone'; INSERT INTO t VALUES (3, 'never'); XA END 'undone'; XA PREPARE 'undone'"));
    LIVE_VERIFY(servers.execute("USE shop; INSERT INTO t VALUES (4, 'between'); FLUSH LOGS"));
    LIVE_VERIFY(servers.execute(
        "USE shop; XA START 'one'; INSERT INTO t VALUES (5, 'one phase'); XA END 'one'; XA COMMIT 'one' ONE PHASE"));
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines(),
        (QStringList{QStringLiteral("insert shop.t 4|between"), QStringLiteral("insert shop.t 5|one phase")}));
    LIVE_VERIFY(servers.execute("XA COMMIT 'a', 'b', 7; XA ROLLBACK 'undone'"));
    LIVE_VERIFY(servers.execute("USE shop; UPDATE t SET a = 'changed' WHERE id = 1"));
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines().mid(2),
        (QStringList{QStringLiteral("insert shop.t 1|one"), QStringLiteral("insert shop.t 2|two"),
            QStringLiteral("update shop.t 1|one > 1|changed")}));
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
}

void TransactionStreamTest::xaSurvivesRestarts()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const HardCase mark(8, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(20))"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("xa"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("USE shop; XA START 'x'; INSERT INTO t VALUES (1, 'one'); UPDATE t SET a = 'uno' WHERE "
                                "id = 1; XA END 'x'; XA PREPARE 'x'"));
    LIVE_VERIFY(
        servers.execute("USE shop; INSERT INTO t VALUES (2, 'two'); FLUSH LOGS; INSERT INTO t VALUES (3, 'three')"));
    LIVE_VERIFY(story.follow());
    const auto position = mysql::MySqlPosition::fromJson(story.state().at("position"));
    LIVE_VERIFY(position);
    QCOMPARE(position->xa.size(), size_t(1));
    story.crash();
    LIVE_VERIFY(servers.mysql().restart());
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(servers.execute("XA COMMIT 'x'"));
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines(),
        (QStringList{QStringLiteral("insert shop.t 2|two"), QStringLiteral("insert shop.t 3|three"),
            QStringLiteral("insert shop.t 1|one"), QStringLiteral("update shop.t 1|one > 1|uno")}));
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
    QVERIFY(mysql::MySqlPosition::fromJson(story.state().at("position"))->xa.empty());
}

void TransactionStreamTest::rolledBackRowsStayAway()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const HardCase mark(51, flavour);
    if (flavour != MySqlFlavour::MariaDb && !arguments.contains(QStringLiteral("--gtid-mode=OFF"))) {
        // with GTIDs the server refuses to mix engines in one transaction
        arguments << QStringLiteral("--enforce-gtid-consistency=OFF") << QStringLiteral("--gtid-mode=OFF");
    }
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; USE shop; CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20));"
                                "CREATE TABLE m (id INT PRIMARY KEY) ENGINE=MyISAM"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("rollback"));
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute(
        "USE shop; BEGIN; INSERT INTO t VALUES (1, 'kept'); SAVEPOINT s; INSERT INTO t VALUES (2, 'undone');"
        "INSERT INTO m VALUES (1); ROLLBACK TO s; INSERT INTO t VALUES (3, 'kept'); COMMIT;"
        "BEGIN; INSERT INTO t VALUES (4, 'undone'); INSERT INTO m VALUES (2); ROLLBACK;"
        "BEGIN; CREATE TEMPORARY TABLE temp (a INT); INSERT INTO t VALUES (5, 'undone'); INSERT INTO m VALUES (3);"
        "DROP TEMPORARY TABLE temp; ROLLBACK; INSERT INTO t VALUES (6, 'last')"));
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.m")), QStringList());
    QCOMPARE(story.log().anomalies(), QStringList());
}

// Cut at any row and gone on with: each row once.
void TransactionStreamTest::largeTransactionsArePassedThrough()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const HardCase mark(9, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; USE shop; CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, a "
                                "VARCHAR(40), b VARCHAR(200));"
                                "CREATE TABLE other LIKE t; CREATE TABLE digits (d INT); INSERT INTO digits VALUES "
                                "(0),(1),(2),(3),(4),(5),(6),(7),(8),(9)"));
    const QTemporaryDir folder;
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("t")}}, QStringLiteral("large"));
    story.plan().memoryBytes = 1024 * 1024; // passed through from 256 KiB on
    story.plan().spillFolder = folder.path();
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute(
        "USE shop; BEGIN; INSERT INTO other (a, b) SELECT 'other', REPEAT('o', 150) FROM digits x, digits y;"
        "INSERT INTO t (a, b) SELECT CONCAT(x.d, y.d, z.d, u.d), REPEAT('r', 150) FROM digits x, digits y, digits z, "
        "digits u;"
        "DELETE FROM other; UPDATE t SET a = CONCAT('u', a) WHERE id % 3 = 0; COMMIT;"
        "INSERT INTO t (a) VALUES ('after')"));
    for (int i = 0; i < 6; ++i) {
        LIVE_VERIFY(story.followUntilLines(1500)); // in the middle of the transaction
        if (i == 0) {
            QVERIFY(!story.source().isAtTransactionEnd());
        }
        story.crash();
        LIVE_VERIFY(story.resume());
    }
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().anomalies(), QStringList());
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
    const auto changes = sql->value("SELECT COUNT(*) + SUM(a LIKE 'u%') FROM t");
    LIVE_VERIFY(changes);
    QCOMPARE(story.log().lines().size(), changes->toInt());
}

QTEST_GUILESS_MAIN(TransactionStreamTest)
#include "tst_transactionstream.moc"
