// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerPool.h"
#include "tests/live/worker/ShopTask.h"

#include <QTemporaryDir>

using namespace rowcast;
using namespace rowcast::tests;

// What is wrong at the source has a failure of its own, with cause and remedy, on the last line of stderr; and once the
// cause is mended (by the remedy, where it is SQL) the task goes on without loss.
class BadSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void missingGrants_data();
    void missingGrants();
    void tableThatIsSuspended();
    void tableThatIsHidden();
    void binlogFormat_data();
    void binlogFormat();
    void serverIdOfAnotherTask();
    void serverIdOfAnotherComputer();
    void derivedServerIdMovesOn();
    void startPastTheEnd_data();
    void startPastTheEnd();

private:
    ShopTask task(const LiveServers &servers, quint16 port, const QString &identifier)
    {
        return {servers, port, m_bus.kafka().bootstrapServers(), identifier};
    }
    Result<LiveServers *> server(MySqlFlavour flavour);

    ServerPool m_pool;
    LiveServers m_bus;
};

namespace {

const QStringList kCaughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};
const QStringList kServerId{
    QStringLiteral("SourceEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("ServerId")};

QString codeOf(const WorkerProcess &worker)
{
    return worker.last(QStringLiteral("stopped"))[QLatin1String("FailureCode")].toString();
}

void loginAs(ShopTask &shop, const char *user)
{
    shop.set({QStringLiteral("SourceEndpoint"), QStringLiteral("Username")}, QLatin1String(user));
    shop.set({QStringLiteral("SourceEndpoint"), QStringLiteral("Password")}, QStringLiteral("secret"));
}

// The statement between backticks in the failure's last line: "`GRANT ... ;`".
QByteArray statementIn(const QString &text)
{
    const qsizetype begin = text.indexOf(QLatin1String("`GRANT "));
    const qsizetype end = text.indexOf(QLatin1String(";`"), begin);
    return begin < 0 || end < 0 ? QByteArray() : text.mid(begin + 1, end - begin).toUtf8();
}

void addFlavours()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::newRow("MySQL 8.0") << MySqlFlavour::MySql80;
    QTest::newRow("MariaDB") << MySqlFlavour::MariaDb;
}

} // namespace

#define VERIFY_FAILED(worker, code)                                                                                    \
    do {                                                                                                               \
        QVERIFY2(codeOf(worker) == QLatin1String(code), qPrintable((worker).errorText()));                             \
        QVERIFY2((worker).lastErrorLine().contains(QLatin1String(code)), qPrintable((worker).errorText()));            \
    } while (false)

#define VERIFY_EQUAL(task)                                                                                             \
    do {                                                                                                               \
        const QStringList found = (task).compare();                                                                    \
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 10).join(QLatin1Char('\n'))));                               \
    } while (false)

void BadSourceTest::initTestCase()
{
    LIVE_VERIFY(m_bus.startKafka());
}

Result<LiveServers *> BadSourceTest::server(MySqlFlavour flavour)
{
    auto server = m_pool.server(flavour);
    if (!server) {
        return server;
    }
    auto made = ShopTask::createItems(**server, 50);
    auto user = (*server)->execute("DROP USER IF EXISTS 'dms'@'%'; CREATE USER 'dms'@'%' IDENTIFIED BY 'secret'; "
                                   "SET GLOBAL binlog_format = ROW");
    return !made ? made.error() : !user ? user.error() : server;
}

void BadSourceTest::missingGrants_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QByteArray>("granted");
    QTest::addColumn<QByteArray>("named");
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MariaDb}) {
        const bool isMariaDb = flavour == MySqlFlavour::MariaDb;
        const QByteArray client = isMariaDb ? "BINLOG MONITOR" : "REPLICATION CLIENT";
        const QByteArray name = flavourName(flavour).toUtf8();
        QTest::newRow((name + ", no dump").constData())
            << flavour << "GRANT SELECT ON shop.* TO dms; GRANT " + client + " ON *.* TO dms"
            << QByteArray("REPLICATION SLAVE");
        QTest::newRow((name + ", no status").constData())
            << flavour << QByteArray("GRANT SELECT ON shop.* TO dms; GRANT REPLICATION SLAVE ON *.* TO dms") << client;
        QTest::newRow((name + ", a table that cannot be read").constData())
            << flavour << "GRANT INSERT ON shop.items TO dms; GRANT REPLICATION SLAVE, " + client + " ON *.* TO dms"
            << QByteArray("SELECT");
    }
}

// The remedy is run as it stands there, and the task goes on.
void BadSourceTest::missingGrants()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QByteArray, granted);
    QFETCH(QByteArray, named);
    const auto servers = server(flavour);
    LIVE_VERIFY(servers);
    LIVE_VERIFY((*servers)->execute(granted));
    ShopTask shop = task(**servers, (*servers)->mysql().port(),
        QStringLiteral("grants-%1").arg(qHash(QByteArray(QTest::currentDataTag())) & 0xFFFF));
    loginAs(shop, "dms");
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                 QStringLiteral("ErrorBehavior"), QStringLiteral("TableErrorPolicy")},
        QStringLiteral("STOP_TASK"));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run(kCaughtUp).value_or(-1), 1);
    VERIFY_FAILED(worker, "mysql.grant.missing");
    const QByteArray grant = statementIn(worker.lastErrorLine());
    QVERIFY2(grant.startsWith("GRANT " + named + " ON "), qPrintable(worker.lastErrorLine()));
    LIVE_VERIFY((*servers)->execute(grant));
    LIVE_VERIFY((*servers)->execute("UPDATE shop.items SET note = 'meanwhile' WHERE id <= 100"));
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
}

// DMS's default: the other tables go on, and this one waits for a reload.
void BadSourceTest::tableThatIsSuspended()
{
    const auto servers = server(MySqlFlavour::MySql80);
    LIVE_VERIFY(servers);
    LIVE_VERIFY((*servers)->execute(
        "CREATE TABLE shop.other (id INT PRIMARY KEY); INSERT INTO shop.other VALUES (1); GRANT SELECT ON shop.items "
        "TO dms; GRANT INSERT ON shop.other TO dms; GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO dms"));
    ShopTask shop = task(**servers, (*servers)->mysql().port(), QStringLiteral("suspended"));
    loginAs(shop, "dms");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    QVERIFY2(worker.errorText().contains(QLatin1String("mysql.grant.missing")), qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
    LIVE_VERIFY((*servers)->execute(statementIn(worker.errorText())));
    QVERIFY2(worker.run(kCaughtUp + QStringList{QStringLiteral("--start-type"), QStringLiteral("reload-target")}) == 0,
        qPrintable(worker.errorText()));
    const auto messages = readTopic(m_bus.kafka().bootstrapServers(), shop.topic());
    LIVE_VERIFY(messages);
    QCOMPARE(foldTable(*messages, "shop", "other", {"id"}).rows.size(), size_t(1));
}

// A table that the user may not even see is not silently left out when its rows come by.
void BadSourceTest::tableThatIsHidden()
{
    const auto servers = server(MySqlFlavour::MySql80);
    LIVE_VERIFY(servers);
    LIVE_VERIFY((*servers)->execute("CREATE TABLE shop.other (id INT PRIMARY KEY); GRANT SELECT ON shop.items TO dms; "
                                    "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO dms"));
    ShopTask shop = task(**servers, (*servers)->mysql().port(), QStringLiteral("hidden"));
    loginAs(shop, "dms");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*servers)->execute("INSERT INTO shop.other VALUES (1)"));
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    QVERIFY2(worker.errorText().contains(QLatin1String("mysql.schema.unknown")), qPrintable(worker.errorText()));
    QVERIFY2(
        worker.errorText().contains(QLatin1String("GRANT SELECT ON `shop`.`other`")), qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
}

void BadSourceTest::binlogFormat_data()
{
    addFlavours();
}

void BadSourceTest::binlogFormat()
{
    QFETCH(MySqlFlavour, flavour);
    const auto servers = server(flavour);
    LIVE_VERIFY(servers);
    const bool isMariaDb = flavour == MySqlFlavour::MariaDb;
    ShopTask shop = task(
        **servers, (*servers)->mysql().port(), isMariaDb ? QStringLiteral("format-mariadb") : QStringLiteral("format"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*servers)->execute("UPDATE shop.items SET note = 'as rows'; SET GLOBAL binlog_format = MIXED"));
    QCOMPARE(worker.run(kCaughtUp).value_or(-1), 1);
    VERIFY_FAILED(worker, "mysql.binlog.format");
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("MIXED")), qPrintable(worker.lastErrorLine()));
    const QString remedy = isMariaDb ? QStringLiteral("`SET GLOBAL binlog_format = ROW;`")
                                     : QStringLiteral("`SET PERSIST binlog_format = ROW;`");
    QVERIFY2(worker.lastErrorLine().contains(remedy), qPrintable(worker.lastErrorLine()));
    LIVE_VERIFY((*servers)->execute(QString(remedy).remove(QLatin1Char('`')).toUtf8()));
    LIVE_VERIFY((*servers)->execute("DELETE FROM shop.items WHERE id = 10"));
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
    QCOMPARE(shop.fold()->loads, 50);
}

// Found before a stream is opened, so that the task that runs is not disturbed.
void BadSourceTest::serverIdOfAnotherTask()
{
    const HardCase mark(39, MySqlFlavour::MariaDb);
    const auto servers = server(MySqlFlavour::MariaDb);
    LIVE_VERIFY(servers);
    ShopTask one = task(**servers, (*servers)->mysql().port(), QStringLiteral("same-id-one"));
    ShopTask two = task(**servers, (*servers)->mysql().port(), QStringLiteral("same-id-two"));
    one.set(kServerId, 4711);
    two.set(kServerId, 4711);
    WorkerProcess first(one.document);
    first.start();
    QVERIFY2(first.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(first.errorText()));
    WorkerProcess second(two.document);
    QCOMPARE(second.run(kCaughtUp).value_or(-1), 1);
    VERIFY_FAILED(second, "mysql.server-id.taken");
    QVERIFY2(second.lastErrorLine().contains(QLatin1String("4711")), qPrintable(second.lastErrorLine()));
    QVERIFY2(second.lastErrorLine().contains(QLatin1String("ServerId")), qPrintable(second.lastErrorLine()));
    LIVE_VERIFY((*servers)->execute("UPDATE shop.items SET note = 'both'"));
    QTRY_COMPARE_WITH_TIMEOUT(one.fold()->updates, 50, 30'000);
    first.terminate();
    QCOMPARE(first.waitForEnd().value_or(-1), 0);
    two.set(kServerId, 4712);
    WorkerProcess mended(two.document);
    QVERIFY2(mended.run(kCaughtUp) == 0, qPrintable(mended.errorText()));
    VERIFY_EQUAL(one);
    VERIFY_EQUAL(two);
}

// Another folder for temporary files is as good as another computer: only the server can tell. MySQL tells replicas
// apart by their UUIDs, MariaDB by their ids.
void BadSourceTest::serverIdOfAnotherComputer()
{
    const HardCase mark(39, MySqlFlavour::MariaDb);
    const auto servers = server(MySqlFlavour::MariaDb);
    LIVE_VERIFY(servers);
    const QTemporaryDir elsewhere;
    ShopTask one = task(**servers, (*servers)->mysql().port(), QStringLiteral("far-id-one"));
    ShopTask two = task(**servers, (*servers)->mysql().port(), QStringLiteral("far-id-two"));
    one.set(kServerId, 4713);
    two.set(kServerId, 4713);
    WorkerProcess first(one.document);
    first.start();
    QVERIFY2(first.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(first.errorText()));
    WorkerProcess second(two.document);
    second.setEnvironment(QStringLiteral("TMPDIR"), elsewhere.path());
    second.start();
    QCOMPARE(first.waitForEnd().value_or(-1), 1);
    VERIFY_FAILED(first, "mysql.server-id.taken");
    QVERIFY2(first.lastErrorLine().contains(QLatin1String("4713")), qPrintable(first.lastErrorLine()));
    QVERIFY2(second.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(second.errorText()));
    LIVE_VERIFY((*servers)->execute("UPDATE shop.items SET note = 'both'"));
    one.set(kServerId, 4714);
    WorkerProcess mended(one.document);
    QVERIFY2(mended.run(kCaughtUp) == 0, qPrintable(mended.errorText()));
    VERIFY_EQUAL(one);
    QTRY_COMPARE_WITH_TIMEOUT(two.fold()->updates, 50, 30'000);
    second.terminate();
    QCOMPARE(second.waitForEnd().value_or(-1), 0);
    VERIFY_EQUAL(two);
}

// The same task identifier, so the same derived id, towards two topics from two computers: the one that was thrown out
// takes the next id by itself.
void BadSourceTest::derivedServerIdMovesOn()
{
    const auto servers = server(MySqlFlavour::MariaDb);
    LIVE_VERIFY(servers);
    const QTemporaryDir elsewhere;
    ShopTask one = task(**servers, (*servers)->mysql().port(), QStringLiteral("derived-id"));
    ShopTask two = one;
    two.set({QStringLiteral("TargetEndpoint"), QStringLiteral("KafkaSettings"), QStringLiteral("Topic")},
        QStringLiteral("derived-id-elsewhere"));
    two.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")},
        QStringLiteral("at-least-once"));
    two.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("CheckpointTopic")},
        QStringLiteral("checkpoints-elsewhere"));
    WorkerProcess first(one.document);
    first.start();
    QVERIFY2(first.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(first.errorText()));
    WorkerProcess second(two.document);
    second.setEnvironment(QStringLiteral("TMPDIR"), elsewhere.path());
    second.start();
    QVERIFY2(second.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(second.errorText()));
    LIVE_VERIFY((*servers)->execute("UPDATE shop.items SET note = 'both'"));
    QTRY_COMPARE_WITH_TIMEOUT(one.fold()->updates, 50, 60'000);
    first.terminate();
    QCOMPARE(first.waitForEnd().value_or(-1), 0);
    second.terminate();
    QCOMPARE(second.waitForEnd().value_or(-1), 0);
    VERIFY_EQUAL(one);
}

void BadSourceTest::startPastTheEnd_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a file that is not there yet") << QStringLiteral("%1.000099:4");
    QTest::newRow("an offset behind the end") << QStringLiteral("%1.000001:999999999");
}

// A task that only catches up has nothing to read there, and must not call that delivered.
void BadSourceTest::startPastTheEnd()
{
    QFETCH(QString, place);
    const auto servers = server(MySqlFlavour::MySql80);
    LIVE_VERIFY(servers);
    auto sql = (*servers)->sql();
    LIVE_VERIFY(sql);
    const auto file = sql->value("SHOW MASTER STATUS");
    LIVE_VERIFY(file);
    ShopTask shop = task(**servers, (*servers)->mysql().port(),
        QStringLiteral("past-%1").arg(qHash(QByteArray(QTest::currentDataTag())) & 0xFFFF));
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("cdc"));
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("CdcStartPosition")},
        place.arg(QString::fromUtf8(*file).section(QLatin1Char('.'), 0, 0)));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run(kCaughtUp).value_or(-1), 1);
    VERIFY_FAILED(worker, "mysql.binlog.position");
}

QTEST_GUILESS_MAIN(BadSourceTest)
#include "tst_badsource.moc"
