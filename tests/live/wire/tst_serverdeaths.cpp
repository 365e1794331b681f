// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/StreamChecks.h"

using namespace rowcast;

// Servers that are killed in the middle of a transaction, stopped and started, lose their dump thread, or come back
// with another name for their binlogs: rows only where they were committed, each once.
class ServerDeathsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedInsideATransaction_data() { addFlavourRows(); }
    void killedInsideATransaction();
    void stoppedAndStarted_data() { addFlavourRows(); }
    void stoppedAndStarted();
    void otherNameForItsBinlogs_data() { addFlavourRows(); }
    void otherNameForItsBinlogs();
};

namespace {

const QByteArray kShop
    = "CREATE DATABASE shop; CREATE TABLE shop.t (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(400));"
      "CREATE DATABASE aside; CREATE TABLE aside.digits (d INT); INSERT INTO aside.digits VALUES "
      "(0),(1),(2),(3),(4),(5),(6),(7),(8),(9)";
const QByteArray kTenThousand
    = "INSERT INTO shop.t (a) SELECT REPEAT('large', 60) FROM aside.digits a, aside.digits b, aside.digits c, "
      "aside.digits d;";

} // namespace

void ServerDeathsTest::killedInsideATransaction()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(40, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(
        flavour, {QStringLiteral("--sync-binlog=1"), QStringLiteral("--innodb-flush-log-at-trx-commit=1")}));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("killed"));
    story.plan().memoryBytes = 1024 * 1024; // large ones are passed on while they are read
    LIVE_VERIFY(story.start());
    for (int round = 0; round < 2; ++round) {
        LIVE_VERIFY(servers.execute(kTenThousand + "INSERT INTO shop.t (a) VALUES ('committed')"));
        if (round > 0) { // at a place where a part of the large one is delivered
            LIVE_VERIFY(story.followUntilLines(4'000));
        }
        auto open = servers.sql();
        LIVE_VERIFY(open);
        LIVE_VERIFY(open->execute("BEGIN;" + kTenThousand + "UPDATE shop.t SET a = 'never' WHERE id % 3 = 0"));
        servers.mysql().kill();
        const auto followed = story.follow();
        QVERIFY(!followed && followed.error().retryable);
        story.crash();
        LIVE_VERIFY(servers.mysql().restart());
        LIVE_VERIFY(story.resume());
        LIVE_VERIFY(story.follow());
        VERIFY_SAME(story, servers);
    }
    QCOMPARE(story.log().lines().size(), qsizetype(20'002));
}

// A STOP event ends the file; a dump thread that is killed ends the link alone.
void ServerDeathsTest::stoppedAndStarted()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(40, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("stopped"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t (a) VALUES ('one'), ('two')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(servers.execute("UPDATE shop.t SET a = 'uno' WHERE id = 1"));
    LIVE_VERIFY(servers.mysql().restart());
    const auto ended = story.follow();
    QVERIFY(!ended && ended.error().retryable);
    story.crash();
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(servers.execute("DELETE FROM shop.t WHERE id = 2"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    const auto dump
        = sql->value("SELECT id FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%' LIMIT 1");
    LIVE_VERIFY(dump);
    LIVE_VERIFY(sql->execute("KILL " + *dump + "; INSERT INTO shop.t (a) VALUES ('three')"));
    Result<void> killed;
    QTRY_VERIFY(!(killed = story.follow()) || story.log().lines().size() == 5);
    QVERIFY2(killed || killed.error().retryable, killed ? "" : qPrintable(killed.error().text()));
    if (!killed) {
        story.crash();
        LIVE_VERIFY(story.resume());
        LIVE_VERIFY(story.follow());
    }
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 5);
}

// The old files stay in the index: after binlog.000003 comes other.000001. Which is the later one, the numbers do not
// say.
void ServerDeathsTest::otherNameForItsBinlogs()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(37, flavour);
    LiveServers servers;
    const QStringList sameIndex{QStringLiteral("--log-bin-index=all.index")};
    LIVE_VERIFY(servers.startMySql(flavour, sameIndex));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("renamed"));
    LIVE_VERIFY(story.start());
    // the definition of t holds from a higher number on than any that the other name has
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t (a) VALUES ('one'); FLUSH BINARY LOGS; FLUSH BINARY LOGS;"
                                "ALTER TABLE shop.t ADD b INT"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t (a) VALUES ('two')"));
    story.crash();
    LIVE_VERIFY(servers.mysql().restart({}, sameIndex + QStringList{QStringLiteral("--log-bin=other")}));
    LIVE_VERIFY(servers.execute("UPDATE shop.t SET a = 'uno' WHERE id = 1"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 4);
    story.crash();
    LIVE_VERIFY(servers.execute("FLUSH BINARY LOGS; INSERT INTO shop.t (a) VALUES ('three')"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 5);
}

QTEST_GUILESS_MAIN(ServerDeathsTest)
#include "tst_serverdeaths.moc"
