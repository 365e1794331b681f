// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/support/HeldCommits.h"
#include "tests/live/support/Replication.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/StreamChecks.h"

#include <QFile>

#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

using namespace rowcast;

// GTIDs as servers really have them: switched on and off under load, with tags, with gaps, purged before anything was
// read, and the same ones on a server of another name.
class GtidWaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_pool.forgetFailed(); }
    void modeChangesUnderLoad_data() { addFlavourRows({MySqlFlavour::MySql80, MySqlFlavour::MySql9}); }
    void modeChangesUnderLoad();
    void resumesBesideACommitThatWaits_data() { addFlavourRows({MySqlFlavour::MySql80, MySqlFlavour::MySql9}); }
    void resumesBesideACommitThatWaits();
    void tagsSurviveAFailover_data() { addFlavourRows({MySqlFlavour::MySql9}); }
    void tagsSurviveAFailover();
    void errantTransactionsArrive_data() { addFlavourRows(); }
    void errantTransactionsArrive();
    void purgedBeforeTheFirstStart_data() { addFlavourRows({MySqlFlavour::MySql80, MySqlFlavour::MySql9}); }
    void purgedBeforeTheFirstStart();
    void restoredUnderAnotherName_data() { addFlavourRows({MySqlFlavour::MySql80, MySqlFlavour::MySql9}); }
    void restoredUnderAnotherName();
    void purgedWhileStopped_data() { addFlavourRows(); }
    void purgedWhileStopped();
    void replicaThatCommitsInAnotherOrder_data() { addFlavourRows(); }
    void replicaThatCommitsInAnotherOrder();

private:
    ServerPool m_pool;
};

namespace {

const QByteArray kShop = "CREATE DATABASE shop; CREATE TABLE shop.t (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(20))";

// The code of what ends a resumed stream; empty when it comes to the end.
QString codeOfResume(StreamStory &story)
{
    const auto resumed = story.resume();
    return resumed ? failureCodeOf(story.follow()) : resumed.error().code;
}

// How often sessions asked the server for its binlog's end.
Result<int> askedForEnd(const LiveServers &servers)
{
    auto sql = servers.sql();
    const auto counts = sql ? sql->query("SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_show_master_status', "
                                         "'Com_show_binary_log_status')")
                            : sql.error();
    if (!counts) {
        return counts.error();
    }
    return std::accumulate(counts->begin(), counts->end(), 0,
        [](int sum, const auto &row) { return sum + row.at(1).value_or("0").toInt(); });
}

QByteArray resetOf(MySqlFlavour flavour)
{
    return flavour == MySqlFlavour::MySql9 ? "RESET BINARY LOGS AND GTIDS" : "RESET MASTER";
}

} // namespace

void GtidWaysTest::modeChangesUnderLoad()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(41, flavour);
    const auto server = m_pool.server(flavour, {QStringLiteral("--gtid-mode=OFF")});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("modes"));
    LIVE_VERIFY(story.start());
    std::atomic<int> written = 0;
    {
        const std::jthread writer([&](const std::stop_token &stop) {
            auto sql = servers.sql();
            while (sql && !stop.stop_requested()) {
                written += sql->execute("INSERT INTO shop.t (a) VALUES ('row')") ? 1 : 0;
            }
        });
        bool isCut = false;
        for (const QByteArray mode :
            {"OFF_PERMISSIVE", "ON_PERMISSIVE", "ON", "ON_PERMISSIVE", "OFF_PERMISSIVE", "OFF"}) {
            const int before = written;
            QTRY_VERIFY(written > before + 20);
            // a mode may follow only when no transaction of the other kind is on its way
            QTRY_VERIFY(servers.execute("SET GLOBAL gtid_mode = " + mode));
            LIVE_VERIFY(story.follow());
            if (std::exchange(isCut, !isCut)) {
                story.crash();
                LIVE_VERIFY(story.resume());
            }
        }
    }
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), qsizetype(written));
}

// The task has read what the server has not executed: no reason to call the server another one.
void GtidWaysTest::resumesBesideACommitThatWaits()
{
    QFETCH(MySqlFlavour, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("waiting"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(holdCommits(servers, flavour));
    std::jthread held([&] { (void)servers.execute("INSERT INTO shop.t (a) VALUES ('held')"); });
    const auto letGo = qScopeGuard([&] { (void)releaseCommits(servers, flavour); });
    LIVE_VERIFY(story.followUntilLines(1));
    const auto asked = askedForEnd(servers);
    LIVE_VERIFY(asked);
    const auto isAskedAgain = [&] {
        const auto now = askedForEnd(servers);
        return now && *now >= *asked + 3;
    };
    story.crash();
    {
        const std::jthread releasing([&](const std::stop_token &stop) {
            while (!stop.stop_requested() && !isAskedAgain()) {
                std::this_thread::yield();
            }
            (void)releaseCommits(servers, flavour);
        });
        LIVE_VERIFY(story.resume());
    }
    held.join();
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t (a) VALUES ('next')"));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 2);
}

void GtidWaysTest::tagsSurviveAFailover()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(41, flavour);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(startPair(before, after, flavour));
    LIVE_VERIFY(before.execute(kShop));
    StreamStory story(before.mysql(), kAllOfShop, QStringLiteral("tags"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(
        before.execute("INSERT INTO shop.t (a) VALUES ('none'); SET gtid_next = 'AUTOMATIC:mytag'; INSERT INTO "
                       "shop.t (a) VALUES ('tagged'); SET gtid_next = 'AUTOMATIC:other_tag'; INSERT INTO shop.t "
                       "(a) VALUES ('other')"));
    LIVE_VERIFY(story.follow());
    QVERIFY(story.state().at("position").find(":mytag:1") != std::string::npos);
    LIVE_VERIFY(before.execute("SET gtid_next = 'AUTOMATIC:mytag'; UPDATE shop.t SET a = 'again' WHERE a = 'tagged'"));
    LIVE_VERIFY(waitForReplica(after, before));
    story.crash();
    before.mysql().stop();
    LIVE_VERIFY(stopReplica(after));
    LIVE_VERIFY(after.execute("SET gtid_next = 'AUTOMATIC:mytag'; DELETE FROM shop.t WHERE a = 'none'"));
    story.moveTo(after.mysql());
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, after);
    QCOMPARE(story.log().lines().size(), 5);
}

// The new primary has transactions of its own, made while it was a replica.
void GtidWaysTest::errantTransactionsArrive()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(41, flavour);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(startPair(before, after, flavour));
    LIVE_VERIFY(before.execute(kShop));
    LIVE_VERIFY(waitForReplica(after, before));
    StreamStory story(before.mysql(), kAllOfShop, QStringLiteral("errant"));
    LIVE_VERIFY(story.start());
    // in a domain of its own, as MariaDB has it of several writers
    LIVE_VERIFY(after.execute(QByteArray(flavour == MySqlFlavour::MariaDb ? "SET gtid_domain_id = 7;" : "")
        + "INSERT INTO shop.t VALUES (1000, 'errant')"));
    LIVE_VERIFY(before.execute("INSERT INTO shop.t VALUES (1, 'one'), (2, 'two')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(before.execute("UPDATE shop.t SET a = 'uno' WHERE id = 1"));
    LIVE_VERIFY(waitForReplica(after, before));
    story.crash();
    before.mysql().stop();
    LIVE_VERIFY(stopReplica(after));
    LIVE_VERIFY(after.execute("DELETE FROM shop.t WHERE id = 2"));
    story.moveTo(after.mysql());
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, after);
    QCOMPARE(story.log().lines().size(), 5);
}

// A server made of a backup: it knows transactions that no binlog of it holds.
void GtidWaysTest::purgedBeforeTheFirstStart()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(38, flavour);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(resetOf(flavour)
        + "; SET GLOBAL gtid_purged = '11111111-2222-3333-4444-555555555555:1-1000:1500-1600'; " + kShop));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("backup"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t (a) VALUES ('one')"));
    LIVE_VERIFY(story.follow());
    story.crash();
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t (a) VALUES ('two')"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, **server);
    // and from a set that lacks what was purged
    StreamStory second((*server)->mysql(), kAllOfShop, QStringLiteral("backup-2"));
    CdcStart start;
    start.position = "11111111-2222-3333-4444-555555555555:1-900";
    const auto started = second.start(start);
    const auto followed = started ? second.follow() : started;
    QCOMPARE(failureCodeOf(followed), QStringLiteral("mysql.gtid.purged"));
}

void GtidWaysTest::restoredUnderAnotherName()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(38, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("restored"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(servers.execute("INSERT INTO shop.t (a) VALUES ('one'), ('two')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(servers.execute("UPDATE shop.t SET a = 'uno' WHERE id = 1"));
    story.crash();
    servers.mysql().stop();
    QVERIFY(QFile::remove(servers.mysql().dataFolder() + QStringLiteral("/auto.cnf"))); // its server_uuid
    LIVE_VERIFY(servers.mysql().restart());
    LIVE_VERIFY(servers.execute("DELETE FROM shop.t WHERE id = 2"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, servers);
    QCOMPARE(story.log().lines().size(), 4);
}

void GtidWaysTest::purgedWhileStopped()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(38, flavour);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute(kShop));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("gone"));
    LIVE_VERIFY(story.start());
    story.crash();
    LIVE_VERIFY(sql->execute("INSERT INTO shop.t (a) VALUES ('never seen'); FLUSH BINARY LOGS"));
    const auto files = sql->query("SHOW BINARY LOGS");
    LIVE_VERIFY(files);
    const QByteArray last = files->last().value(0).value_or("");
    // MariaDB keeps a file while its crash recovery may need it
    QTRY_VERIFY_WITH_TIMEOUT(
        sql->execute("PURGE BINARY LOGS TO '" + last + '\'') && sql->query("SHOW BINARY LOGS")->size() == 1, 30'000);
    QCOMPARE(codeOfResume(story), QStringLiteral("mysql.binlog.purged"));
}

// Its binlog has the transactions in its own order, with gaps in the set while it reads: cut and gone on with anywhere.
void GtidWaysTest::replicaThatCommitsInAnotherOrder()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(52, flavour);
    constexpr int kWriters = 4;
    LiveServers source;
    LiveServers replica;
    const bool isMariaDb = flavour == MySqlFlavour::MariaDb; // keeps the order within a domain alone
    LIVE_VERIFY(startPair(source, replica, flavour,
        isMariaDb ? QStringList{QStringLiteral("--slave-parallel-threads=4")}
                  : QStringList{QStringLiteral("--replica-parallel-workers=4"),
                      QStringLiteral("--replica-preserve-commit-order=OFF")}));
    LIVE_VERIFY(source.execute(kShop));
    LIVE_VERIFY(waitForReplica(replica, source));
    StreamStory story(replica.mysql(), kAllOfShop, QStringLiteral("order"));
    LIVE_VERIFY(story.start());
    std::atomic<int> written = 0;
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([&, writer](const std::stop_token &stop) {
                auto sql = source.sql();
                if (sql && isMariaDb
                    && !sql->execute("SET SESSION gtid_domain_id = " + QByteArray::number(writer + 10))) {
                    return;
                }
                for (int row = writer; sql && !stop.stop_requested(); row += kWriters) {
                    const QByteArray id = QByteArray::number(row + 1);
                    written += sql->execute("INSERT INTO shop.t VALUES (" + id + ", 'row')") ? 1 : 0;
                }
            });
        }
        for (int round = 0; round < 5; ++round) {
            const int before = written;
            QTRY_VERIFY(written > before + 100);
            LIVE_VERIFY(story.follow());
            story.crash();
            LIVE_VERIFY(story.resume());
        }
    }
    LIVE_VERIFY(waitForReplica(replica, source));
    LIVE_VERIFY(story.follow());
    VERIFY_SAME(story, source);
    QCOMPARE(story.log().lines().size(), qsizetype(written));
}

QTEST_GUILESS_MAIN(GtidWaysTest)
#include "tst_gtidways.moc"
