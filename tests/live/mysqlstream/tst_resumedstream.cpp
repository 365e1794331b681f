// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/StreamStory.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/Replication.h"
#include "tests/live/support/ServerLogin.h"
#include "tests/live/support/ServerPool.h"

using namespace rowcast;

// Going on from a checkpoint when the server is not as it was: another one in its place, binlogs that are gone, were
// made anew or got longer names. Either nothing is lost, or the failure says what to choose from.
class ResumedStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesOnAtAReplica_data() { flavours(); }
    void goesOnAtAReplica();
    void refusesAServerThatIsBehind_data() { flavours(); }
    void refusesAServerThatIsBehind();
    void refusesAnotherServerWithoutGtids();
    void refusesBinlogsMadeAnew_data();
    void refusesBinlogsMadeAnew();
    void refusesTheSamePlaceInAnotherFile_data();
    void refusesTheSamePlaceInAnotherFile();
    void followsLongerFileNumbers_data() { flavours(); }
    void followsLongerFileNumbers();
    void resumesWithATableItCannotLoad_data();
    void resumesWithATableItCannotLoad();

    void cleanup() { m_pool.forgetFailed(); }

private:
    static void flavours();

    ServerPool m_pool;
};

namespace {

const QByteArray kShop = "CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(20))";
const QStringList kWithoutGtids{QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF")};
const QList<std::pair<QString, QString>> kAllOfShop{{QStringLiteral("shop"), QStringLiteral("%")}};

// Of the first step that fails: resume, reading what the server begins with, or the rest.
QString codeOfResume(StreamStory &story)
{
    constexpr int kFirstEvents = 4; // the server's own ones and a heartbeat
    if (const auto resumed = story.resume(); !resumed) {
        return resumed.error().code;
    }
    for (int event = 0; event < kFirstEvents; ++event) {
        if (const auto read = story.source().poll(story.log(), {}); !read) {
            return read.error().code;
        }
    }
    return failureCodeOf(story.follow());
}

} // namespace

void ResumedStreamTest::flavours()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(qPrintable(flavourName(flavour))) << flavour;
        }
    }
}

void ResumedStreamTest::goesOnAtAReplica()
{
    QFETCH(MySqlFlavour, flavour);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(startPair(before, after, flavour));
    LIVE_VERIFY(before.execute(kShop));
    StreamStory story(before.mysql(), kAllOfShop, QStringLiteral("failover"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(before.execute("INSERT INTO shop.t VALUES (1, 'delivered'), (2, 'delivered')"));
    LIVE_VERIFY(story.follow());
    LIVE_VERIFY(before.execute("ALTER TABLE shop.t ADD b INT FIRST; INSERT INTO shop.t VALUES (7, 3, 'while stopped'); "
                               "UPDATE shop.t SET a = 'changed' WHERE id = 1"));
    LIVE_VERIFY(waitForReplica(after, before));
    story.crash();
    before.mysql().stop();
    LIVE_VERIFY(stopReplica(after));
    LIVE_VERIFY(after.execute("INSERT INTO shop.t VALUES (8, 4, 'at the new one'); DELETE FROM shop.t WHERE id = 2"));
    story.moveTo(after.mysql());
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines(),
        (QStringList{QStringLiteral("insert shop.t 1|delivered"), QStringLiteral("insert shop.t 2|delivered"),
            QStringLiteral("add-column shop.t (b,id,a)"), QStringLiteral("insert shop.t 7|3|while stopped"),
            QStringLiteral("update shop.t NULL|1|delivered > NULL|1|changed"),
            QStringLiteral("insert shop.t 8|4|at the new one"), QStringLiteral("delete shop.t NULL|2|delivered")}));
    // and again, now by file and offset of the new one
    story.crash();
    LIVE_VERIFY(after.execute("INSERT INTO shop.t VALUES (9, 5, 'later')"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines().size(), 8);
    QCOMPARE(story.log().lines().last(), QStringLiteral("insert shop.t 9|5|later"));
}

void ResumedStreamTest::refusesAServerThatIsBehind()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(41, flavour);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(startPair(before, after, flavour));
    LIVE_VERIFY(before.execute(kShop));
    LIVE_VERIFY(waitForReplica(after, before));
    LIVE_VERIFY(stopReplica(after));
    StreamStory story(before.mysql(), kAllOfShop, QStringLiteral("behind"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(before.execute("INSERT INTO shop.t VALUES (1, 'lost at the other')"));
    LIVE_VERIFY(story.follow());
    story.crash();
    story.moveTo(after.mysql());
    QCOMPARE(codeOfResume(story), QStringLiteral("mysql.gtid.missing"));
    LIVE_VERIFY(startReplica(after));
    LIVE_VERIFY(waitForReplica(after, before));
    QCOMPARE(codeOfResume(story), QString()); // it has caught up
    QCOMPARE(story.log().lines(), QStringList{QStringLiteral("insert shop.t 1|lost at the other")});
}

void ResumedStreamTest::refusesAnotherServerWithoutGtids()
{
    const HardCase mark(38, MySqlFlavour::MySql80);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(before.startMySql(MySqlFlavour::MySql80, kWithoutGtids));
    LIVE_VERIFY(after.startMySql(MySqlFlavour::MySql80, kWithoutGtids));
    LIVE_VERIFY(before.execute(kShop));
    LIVE_VERIFY(after.execute(kShop));
    StreamStory story(before.mysql(), kAllOfShop, QStringLiteral("foreign"));
    LIVE_VERIFY(story.start());
    story.crash();
    story.moveTo(after.mysql());
    QCOMPARE(codeOfResume(story), QStringLiteral("mysql.source.foreign"));
}

void ResumedStreamTest::refusesBinlogsMadeAnew_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("later"); // transactions behind the reset
    for (const int later : {0, 1, 20}) {
        const auto add = [&](const char *name, MySqlFlavour flavour, const QStringList &arguments) {
            if (isFlavourWanted(flavour)) {
                QTest::addRow("%s, %d later", name, later) << flavour << arguments << later;
            }
        };
        add("MySQL 8.0", MySqlFlavour::MySql80, {});
        add("MySQL 8.0, no GTID", MySqlFlavour::MySql80, kWithoutGtids);
        add("MySQL 9", MySqlFlavour::MySql9, {});
        add("MariaDB", MySqlFlavour::MariaDb, {});
    }
}

// Never a silent gap, whether the place of before is there again or not.
void ResumedStreamTest::refusesBinlogsMadeAnew()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    QFETCH(int, later);
    const HardCase mark(38, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    const QByteArray reset = flavour == MySqlFlavour::MySql9 ? "RESET BINARY LOGS AND GTIDS" : "RESET MASTER";
    LIVE_VERIFY((*server)->execute(reset + "; " + kShop));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("reset"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY((*server)->execute("INSERT INTO shop.t VALUES (1, 'delivered'); INSERT INTO shop.t VALUES (2, 'too')"));
    LIVE_VERIFY(story.follow());
    story.crash();
    LIVE_VERIFY((*server)->execute(reset));
    for (int row = 0; row < later; ++row) {
        LIVE_VERIFY((*server)->execute("INSERT INTO shop.t VALUES (" + QByteArray::number(100 + row) + ", 'new')"));
    }
    const QStringList codes{QStringLiteral("mysql.gtid.missing"), QStringLiteral("mysql.binlog.reset"),
        QStringLiteral("mysql.binlog.position"), QStringLiteral("mysql.binlog.purged"),
        QStringLiteral("mysql.binlog.corrupted")};
    const QString code = codeOfResume(story);
    QVERIFY2(codes.contains(code), qPrintable(code));
}

void ResumedStreamTest::refusesTheSamePlaceInAnotherFile_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QStringList>("arguments");
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(qPrintable(flavourName(flavour))) << flavour << QStringList();
        }
    }
    if (isFlavourWanted(MySqlFlavour::MySql80)) {
        QTest::newRow("MySQL 8.0, no GTID") << MySqlFlavour::MySql80 << kWithoutGtids;
    }
}

// The server was reset and has as many transactions again, of the same sizes and so of the same GTIDs at the same
// places.
void ResumedStreamTest::refusesTheSamePlaceInAnotherFile()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const HardCase mark(38, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    auto sql = (*server)->sql();
    LIVE_VERIFY(sql);
    const QByteArray reset = flavour == MySqlFlavour::MySql9 ? "RESET BINARY LOGS AND GTIDS" : "RESET MASTER";
    LIVE_VERIFY(sql->execute(reset + "; " + kShop));
    StreamStory story((*server)->mysql(), kAllOfShop, QStringLiteral("again"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(sql->execute("INSERT INTO shop.t VALUES (1, 'delivered')"));
    LIVE_VERIFY(story.follow());
    story.crash();
    const auto begun = sql->value("SELECT UNIX_TIMESTAMP()");
    LIVE_VERIFY(begun);
    QTRY_VERIFY(sql->value("SELECT UNIX_TIMESTAMP()")->toLongLong() > begun->toLongLong());
    LIVE_VERIFY(sql->execute("SET sql_log_bin = 0; DROP DATABASE shop; SET sql_log_bin = 1; " + reset + "; " + kShop
        + "; INSERT INTO shop.t VALUES (5, 'different'); INSERT INTO shop.t VALUES (6, 'later')"));
    QCOMPARE(codeOfResume(story), QStringLiteral("mysql.binlog.reset"));
}

void ResumedStreamTest::followsLongerFileNumbers()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(37, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour));
    LIVE_VERIFY(servers.execute(
        flavour == MySqlFlavour::MySql9 ? "RESET BINARY LOGS AND GTIDS TO 999998" : "RESET MASTER TO 999998"));
    LIVE_VERIFY(servers.execute(kShop));
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("rotation"));
    LIVE_VERIFY(story.start());
    for (int file = 1; file <= 4; ++file) {
        LIVE_VERIFY(
            servers.execute("FLUSH BINARY LOGS; INSERT INTO shop.t VALUES (" + QByteArray::number(file) + ", 'x')"));
        LIVE_VERIFY(story.follow());
        if (file % 2 == 0) {
            story.crash();
            LIVE_VERIFY(story.resume());
        }
    }
    QCOMPARE(story.log().lines().size(), 4);
    QCOMPARE(story.log().anomalies(), QStringList());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    QCOMPARE(story.differences(*sql, QStringLiteral("shop.t")), QStringList());
}

void ResumedStreamTest::resumesWithATableItCannotLoad_data()
{
    QTest::addColumn<bool>("isLoaded");
    if (!isFlavourWanted(MySqlFlavour::MariaDb)) {
        QSKIP("None of its servers belongs to this run."); // only MariaDB has such tables
    }
    QTest::newRow("loaded") << true;
    QTest::newRow("not loaded yet") << false;
}

// While the task was stopped, a table became one that cannot be followed: that is the table's affair alone.
void ResumedStreamTest::resumesWithATableItCannotLoad()
{
    QFETCH(bool, isLoaded);
    const auto server = m_pool.server(MySqlFlavour::MariaDb, {});
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(kShop + "; CREATE TABLE shop.good LIKE shop.t"));
    mysql::MySqlSourceSettings settings;
    settings.connection = loginOf((*server)->mysql());
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    rule.table = QStringLiteral("%");
    SourcePlan plan;
    plan.taskIdentifier = QStringLiteral("unloadable");
    plan.mappings = TableMappings({rule});
    mysql::MySqlConnector connector(settings);
    auto session = connector.session(plan);
    LIVE_VERIFY(session->startWithLoad({}));
    StateRecords state = session->takeState();
    if (isLoaded) { // and its chunks are forgotten: all of them lie behind
        const StateRecords done = session->finishTable({"shop", "t"});
        state.insert(state.end(), done.begin(), done.end());
    }
    session = connector.session(plan);
    LIVE_VERIFY((*server)->execute("ALTER TABLE shop.t ADD SYSTEM VERSIONING"));
    LIVE_VERIFY(session->resume(state, {}));
    QCOMPARE(session->tables().size(), size_t(2));
    ChangeLog log;
    const auto loader = session->loader({});
    LIVE_VERIFY(loader);
    for (const SelectedTable &table : session->tables()) {
        QCOMPARE(table.isLoaded, isLoaded && table.schema->id.table == "t");
        if (!table.isLoaded) {
            LIVE_VERIFY((*loader)->loadNext(table.schema->id, log, {}));
        }
    }
    QCOMPARE(log.anomalies(), QStringList());
}

QTEST_GUILESS_MAIN(ResumedStreamTest)
#include "tst_resumedstream.moc"
