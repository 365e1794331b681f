// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/worker/ShopTask.h"

#include <QRegularExpression>

using namespace rowcast;
using namespace rowcast::tests;

// The main job on real servers, by the real worker: load and follow, stop and resume, and a reader of the topic finds
// what SELECT finds, each change once. One run of this program per kind of database (ROWCAST_TEST_FLAVOUR).
class MainJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void referenceWorkflow();
    void loadBesideWriters();
    void stopAndResume();
    void fullLoadOnlyEndsByItself();
    void changesOnlyFromNow();
    void atLeastOnceLosesNothing();

private:
    ShopTask task(const char *identifier)
    {
        return {m_servers, m_servers.mysql().port(), brokers(), QString::fromLatin1(identifier)};
    }
    QString brokers() { return m_servers.kafka().bootstrapServers(); }
    LiveServers m_servers;
};

namespace {

MySqlFlavour flavour()
{
    const QByteArray name = qgetenv("ROWCAST_TEST_FLAVOUR");
    return name == "mariadb" ? MySqlFlavour::MariaDb : name == "mysql9" ? MySqlFlavour::MySql9 : MySqlFlavour::MySql80;
}

QByteArray withoutTimes(QByteArray value)
{
    static const QRegularExpression kTime(QStringLiteral("\"timestamp\":\"[0-9T:.-]+Z\""));
    static const QRegularExpression kId(QStringLiteral("\"transaction-id\":[0-9]+"));
    return QString::fromUtf8(value).replace(kTime, QStringLiteral("T")).replace(kId, QStringLiteral("ID")).toUtf8();
}

} // namespace

#define VERIFY_EQUAL(task)                                                                                             \
    do {                                                                                                               \
        const QStringList found = (task).compare();                                                                    \
        QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 10).join(QLatin1Char('\n'))));                               \
    } while (false)

void MainJobTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(flavour()));
    LIVE_VERIFY(m_servers.startKafka());
}

void MainJobTest::referenceWorkflow()
{
    LIVE_VERIFY(
        m_servers.execute("CREATE DATABASE kwtoon; CREATE TABLE kwtoon.gift (id INT PRIMARY KEY, name VARCHAR(100), "
                          "created DATETIME); INSERT INTO kwtoon.gift VALUES (1, 'coupon', '2020-11-26 12:38:28');"));
    ShopTask gift = task("gift-task");
    gift.set({QStringLiteral("TargetEndpoint"), QStringLiteral("KafkaSettings"),
                 QStringLiteral("IncludeTransactionDetails")},
        false);
    gift.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                 QStringLiteral("FullLoadSettings"), QStringLiteral("TargetTablePrepMode")},
        QStringLiteral("DROP_AND_CREATE"));
    gift.set({QStringLiteral("ReplicationTask"), QStringLiteral("TableMappings")},
        QStringLiteral(R"({"rules":[{"rule-type":"selection","rule-id":"1","rule-name":"1","rule-action":"include",)"
                       R"("object-locator":{"schema-name":"kwtoon","table-name":"gift"}}]})"));
    WorkerProcess worker(gift.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY(m_servers.execute("UPDATE kwtoon.gift SET name = 'cash' WHERE id = 1;"));
    LIVE_VERIFY(m_servers.execute("DELETE FROM kwtoon.gift WHERE id = 1;"));
    const auto messages = [&] {
        auto read = readTopic(brokers(), gift.topic());
        return read ? *read : QList<TopicMessage>();
    };
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 5, 30'000);
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);

    const QList<QByteArray> expected = {
        R"({"metadata":{T,"record-type":"control","operation":"drop-table","partition-key-type":"task-id","schema-name":"kwtoon","table-name":"gift"}})",
        R"({"metadata":{T,"record-type":"control","operation":"create-table","partition-key-type":"task-id","schema-name":"kwtoon","table-name":"gift"}})",
        R"({"data":{"id":1,"name":"coupon","created":"2020-11-26T12:38:28Z"},"metadata":{T,"record-type":"data","operation":"load","partition-key-type":"primary-key","schema-name":"kwtoon","table-name":"gift"}})",
        R"({"data":{"id":1,"name":"cash","created":"2020-11-26T12:38:28Z"},"metadata":{T,"record-type":"data","operation":"update","partition-key-type":"schema-table","schema-name":"kwtoon","table-name":"gift",ID}})",
        R"({"data":{"id":1,"name":"cash","created":"2020-11-26T12:38:28Z"},"metadata":{T,"record-type":"data","operation":"delete","partition-key-type":"schema-table","schema-name":"kwtoon","table-name":"gift",ID}})",
    };
    const QList<QByteArray> keys
        = {"gift-task.kwtoon.gift", "gift-task.kwtoon.gift", "1", "kwtoon.gift", "kwtoon.gift"};
    const QList<TopicMessage> found = messages();
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(withoutTimes(found.at(i).value.value()), expected.at(i));
        QCOMPARE(found.at(i).key.value(), keys.at(i));
    }
}

void MainJobTest::loadBesideWriters()
{
    const HardCase mark(57, flavour());
    LIVE_VERIFY(ShopTask::createItems(m_servers, 30'000));
    ShopTask shop = task("beside-writers");
    WorkerProcess worker(shop.document);
    {
        BusyWriters writers(m_servers, 3);
        worker.start();
        QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc"), 120'000),
            qPrintable(worker.errorText()));
    }
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}).value_or(-1), 0);
    VERIFY_EQUAL(shop);
}

void MainJobTest::stopAndResume()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 100));
    ShopTask shop = task("stop-resume");
    WorkerProcess worker(shop.document);
    const QStringList caughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};
    QVERIFY2(worker.run(caughtUp) == 0, qPrintable(worker.errorText()));
    QCOMPARE(shop.fold()->loads, 100);
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'a'; DELETE FROM shop.items WHERE id <= 500; "
                                  "INSERT INTO shop.items (id) VALUES (7), (8);"));
    QVERIFY2(worker.run(caughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
    const TableFold fold = *shop.fold();
    QCOMPARE(fold.loads, 100);
    QCOMPARE(fold.updates, 100);
    QCOMPARE(fold.deletes, 50);
    QCOMPARE(fold.inserts, 2);
    // Nothing new: nothing sent again.
    QVERIFY2(worker.run(caughtUp) == 0, qPrintable(worker.errorText()));
    QCOMPARE(shop.fold()->dataMessages(), fold.dataMessages());
    // Table statistics are those of the task, not of its last run.
    const QJsonValue table = worker.last(QStringLiteral("statistics"))[QLatin1String("TableStatistics")][0];
    QCOMPARE(table[QLatin1String("FullLoadRows")].toInt(), 100);
    QCOMPARE(table[QLatin1String("AppliedUpdates")].toInt(), 100);
    QCOMPARE(table[QLatin1String("AppliedDeletes")].toInt(), 50);
    QCOMPARE(table[QLatin1String("AppliedInserts")].toInt(), 2);
}

void MainJobTest::fullLoadOnlyEndsByItself()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 500));
    ShopTask shop = task("load-only");
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("full-load"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run() == 0, qPrintable(worker.errorText()));
    QCOMPARE(worker.last(QStringLiteral("stopped"))[QLatin1String("StopReason")].toString(),
        QStringLiteral("Stop Reason FULL_LOAD_ONLY_FINISHED"));
    VERIFY_EQUAL(shop);
}

void MainJobTest::changesOnlyFromNow()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 10));
    ShopTask shop = task("cdc-only");
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("MigrationType")}, QStringLiteral("cdc"));
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY(m_servers.execute("INSERT INTO shop.items (id, name) VALUES (1, 'new');"));
    QTRY_COMPARE_WITH_TIMEOUT(shop.fold()->inserts, 1, 30'000);
    QCOMPARE(shop.fold()->loads, 0);
    worker.terminate();
    QCOMPARE(worker.waitForEnd(5'000).value_or(-1), 0);
}

void MainJobTest::atLeastOnceLosesNothing()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 2'000));
    ShopTask shop = task("at-least-once");
    shop.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")},
        QStringLiteral("at-least-once"));
    WorkerProcess worker(shop.document);
    const QStringList caughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};
    QVERIFY2(worker.run(caughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'b';"));
    QVERIFY2(worker.run(caughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_EQUAL(shop);
}

QTEST_GUILESS_MAIN(MainJobTest)
#include "tst_mainjob.moc"
