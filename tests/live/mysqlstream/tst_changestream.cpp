// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/StreamStory.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerPool.h"

using namespace rowcast;

// Inserts, updates and deletes of real servers, by file and by GTID, from now and from the past.
class ChangeStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
    void cleanup() { m_pool.forgetFailed(); }

private:
    static void servers()
    {
        QTest::addColumn<MySqlFlavour>("flavour");
        QTest::addColumn<QStringList>("arguments");
        const auto add = [](const QByteArray &name, MySqlFlavour flavour, const QStringList &arguments = {}) {
            if (isFlavourWanted(flavour)) {
                QTest::newRow(name.constData()) << flavour << arguments;
            }
        };
        add("MySQL 8.0, GTID", MySqlFlavour::MySql80);
        add("MySQL 8.0, no GTID, no checksums", MySqlFlavour::MySql80,
            {QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF"),
                QStringLiteral("--binlog-checksum=NONE")});
        for (const auto &[name, flavour] :
            {std::pair("MySQL 8.0", MySqlFlavour::MySql80), std::pair("MySQL 9", MySqlFlavour::MySql9)}) {
            add(QByteArray(name) + ", compressed", flavour, {QStringLiteral("--binlog-transaction-compression=ON")});
            add(QByteArray(name) + ", full metadata", flavour, {QStringLiteral("--binlog-row-metadata=FULL")});
        }
        add("MariaDB", MySqlFlavour::MariaDb);
        add("MariaDB, compressed, full metadata", MySqlFlavour::MariaDb,
            {QStringLiteral("--log-bin-compress=1"), QStringLiteral("--log-bin-compress-min-len=10"),
                QStringLiteral("--binlog-row-metadata=FULL"), QStringLiteral("--binlog-checksum=NONE")});
    }

    ServerPool m_pool;
};

void ChangeStreamTest::follows_data()
{
    servers();
}

void ChangeStreamTest::follows()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const bool isCompressed = !arguments.filter(QStringLiteral("compress")).isEmpty();
    const QList<int> cases{flavour == MySqlFlavour::MariaDb ? 62 : 61};
    const HardCase mark(isCompressed ? cases : QList<int>(), flavour);
    const auto server = m_pool.server(flavour, arguments, {"shop", "other"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
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
