// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/StreamStory.h"

using namespace rowcast;

// Inserts, updates and deletes of real servers, by file and by GTID, from now and from the past.
class ChangeStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();

private:
    static void servers()
    {
        QTest::addColumn<MySqlFlavour>("flavour");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("MySQL 8.0, GTID") << MySqlFlavour::MySql80 << QStringList();
        QTest::newRow("MySQL 8.0, no GTID, no checksums, minimal names")
            << MySqlFlavour::MySql80
            << QStringList{QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF"),
                   QStringLiteral("--binlog-checksum=NONE")};
        QTest::newRow("MySQL 8.0, compressed")
            << MySqlFlavour::MySql80 << QStringList{QStringLiteral("--binlog-transaction-compression=ON")};
        QTest::newRow("MySQL 8.0, full metadata")
            << MySqlFlavour::MySql80 << QStringList{QStringLiteral("--binlog-row-metadata=FULL")};
        QTest::newRow("MariaDB") << MySqlFlavour::MariaDb << QStringList();
        QTest::newRow("MariaDB, compressed, full metadata")
            << MySqlFlavour::MariaDb
            << QStringList{QStringLiteral("--log-bin-compress=1"), QStringLiteral("--log-bin-compress-min-len=10"),
                   QStringLiteral("--binlog-row-metadata=FULL"), QStringLiteral("--binlog-checksum=NONE")};
    }
};

void ChangeStreamTest::follows_data()
{
    servers();
}

void ChangeStreamTest::follows()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour, arguments));
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; CREATE DATABASE other;"
                                "CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(20), d DECIMAL(10,2));"
                                "CREATE TABLE other.t (id INT PRIMARY KEY, a TEXT)"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("follows"));
    story.plan().wantsStreamPosition = true;
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(
        sql->execute("USE shop; INSERT INTO t VALUES (1, 'a', 1.5), (2, NULL, -2); UPDATE t SET a = 'b' WHERE id = 1;"
                     "INSERT INTO other.t VALUES (1, REPEAT('x', 1000)); DELETE FROM t WHERE id = 2;"
                     "BEGIN; INSERT INTO t VALUES (3, 'c', 0); INSERT INTO other.t VALUES (2, 'y');"
                     "UPDATE t SET id = id + 10 ORDER BY id DESC; COMMIT;"
                     "BEGIN; INSERT INTO t VALUES (4, 'gone', 0); ROLLBACK; FLUSH LOGS;"
                     "INSERT INTO t VALUES (5, 'last', 7)"));
    LIVE_VERIFY(story.follow());
    const QStringList expected{QStringLiteral("insert shop.t 1|a|1.50"), QStringLiteral("insert shop.t 2|NULL|-2.00"),
        QStringLiteral("update shop.t 1|a|1.50 > 1|b|1.50"), QStringLiteral("delete shop.t 2|NULL|-2.00"),
        QStringLiteral("insert shop.t 3|c|0.00"), QStringLiteral("update shop.t 3|c|0.00 > 13|c|0.00"),
        QStringLiteral("update shop.t 1|b|1.50 > 11|b|1.50"), QStringLiteral("insert shop.t 5|last|7.00")};
    QCOMPARE(story.log().lines(), expected);
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
    const QSet<QString> places(story.log().places().begin(), story.log().places().end());
    QCOMPARE(places.size(), expected.size()); // each names one row change
    qInfo("%s", qPrintable(story.log().places().first()));
}

QTEST_GUILESS_MAIN(ChangeStreamTest)
#include "tst_changestream.moc"
