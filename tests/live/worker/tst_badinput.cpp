// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/worker/ShopTask.h"

#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// What goes wrong on real servers has a failure of its own, with cause and remedy, on the last line of stderr; and once
// the cause is mended the task goes on without loss.
class BadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongDocument_data();
    void wrongDocument();
    void endpointFaults_data();
    void endpointFaults();
    void purgedBinlog();
    void messageTooLarge();
    void twoRunsOfOneTask();

private:
    ShopTask task(const QString &identifier)
    {
        return {m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), identifier};
    }
    LiveServers m_servers;
};

namespace {

const QStringList kCaughtUp{QStringLiteral("--until"), QStringLiteral("caught-up")};

QStringList path(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char('/'));
}

QString codeOf(const WorkerProcess &worker)
{
    return worker.last(QStringLiteral("stopped"))[QLatin1String("FailureCode")].toString();
}

} // namespace

void BadInputTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    LIVE_VERIFY(m_servers.execute("CREATE USER 'reader'@'%' IDENTIFIED WITH mysql_native_password BY 'right'; "
                                  "GRANT SELECT ON shop.* TO 'reader'@'%';"));
}

void BadInputTest::wrongDocument_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown key") << path("TargetEndpoint/KafkaSettings/Brokr") << QJsonValue(QStringLiteral("x"))
                                 << QStringLiteral("$.TargetEndpoint.KafkaSettings.Brokr");
    QTest::newRow("wrong type") << path("SourceEndpoint/Port") << QJsonValue(true)
                                << QStringLiteral("$.SourceEndpoint.Port");
    QTest::newRow("unknown migration type")
        << path("ReplicationTask/MigrationType") << QJsonValue(QStringLiteral("everything"))
        << QStringLiteral("$.ReplicationTask.MigrationType");
    QTest::newRow("producer property that nobody knows")
        << path("TargetEndpoint/RowcastSettings")
        << QJsonValue(QJsonObject{
               {QStringLiteral("ProducerProperties"), QJsonObject{{QStringLiteral("foo"), QStringLiteral("bar")}}}})
        << QStringLiteral("$.TargetEndpoint.RowcastSettings.ProducerProperties.foo: ");
}

void BadInputTest::wrongDocument()
{
    QFETCH(QStringList, where);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    ShopTask shop = task(QStringLiteral("wrong-document"));
    shop.set(where, value);
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run().value_or(-1), 2);
    QVERIFY2(worker.lastErrorLine().contains(named), qPrintable(worker.errorText()));
}

void BadInputTest::endpointFaults_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("where2");
    QTest::addColumn<QJsonValue>("value2");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody listens") << path("SourceEndpoint/Port") << QJsonValue(1) << QStringList() << QJsonValue()
                                    << QStringLiteral("mysql.connection.refused");
    QTest::newRow("wrong password") << path("SourceEndpoint/Username") << QJsonValue(QStringLiteral("reader"))
                                    << path("SourceEndpoint/Password") << QJsonValue(QStringLiteral("wrong"))
                                    << QStringLiteral("mysql.login.denied");
}

void BadInputTest::endpointFaults()
{
    QFETCH(QStringList, where);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, where2);
    QFETCH(QJsonValue, value2);
    QFETCH(QString, code);
    ShopTask shop = task(QStringLiteral("endpoint-faults"));
    shop.set(where, value);
    if (!where2.isEmpty()) {
        shop.set(where2, value2);
    }
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run(kCaughtUp).value_or(-1), 1);
    QCOMPARE(codeOf(worker), code);
    QVERIFY2(worker.lastErrorLine().contains(code), qPrintable(worker.errorText()));
    QVERIFY(!worker.errorText().contains(QLatin1String("wrong\"")));
}

void BadInputTest::purgedBinlog()
{
    const HardCase mark(38, MySqlFlavour::MySql80);
    ShopTask shop = task(QStringLiteral("purged"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY(m_servers.execute("INSERT INTO shop.items (id) VALUES (1); FLUSH BINARY LOGS; FLUSH BINARY LOGS;"));
    auto sql = m_servers.sql();
    LIVE_VERIFY(sql);
    const QByteArray last = *sql->value("SHOW MASTER STATUS");
    LIVE_VERIFY(m_servers.execute("PURGE BINARY LOGS TO '" + last + "';"));
    QCOMPARE(worker.run(kCaughtUp).value_or(-1), 1);
    QVERIFY2(codeOf(worker).contains(QLatin1String("purged")), qPrintable(worker.errorText()));
    QVERIFY(worker.lastErrorLine().contains(QLatin1String("reload"), Qt::CaseInsensitive));
    // The remedy that was named: everything anew.
    QVERIFY2(worker.run(kCaughtUp + QStringList{QStringLiteral("--start-type"), QStringLiteral("reload-target")}) == 0,
        qPrintable(worker.errorText()));
    QVERIFY(shop.fold()->rows.contains("1"));
}

void BadInputTest::messageTooLarge()
{
    const HardCase mark(13, MySqlFlavour::MySql80);
    ShopTask shop = task(QStringLiteral("too-large"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kCaughtUp) == 0, qPrintable(worker.errorText()));
    // Bytes that no codec makes small.
    LIVE_VERIFY(
        m_servers.execute("ALTER TABLE shop.items MODIFY note LONGTEXT; SET SESSION group_concat_max_len = 100000000; "
                          "SET SESSION cte_max_recursion_depth = 1000000; INSERT INTO shop.items (id, note) WITH "
                          "RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                          "SELECT 2, GROUP_CONCAT(MD5(RAND()) SEPARATOR '') FROM n;"));
    QCOMPARE(worker.run(kCaughtUp, 60'000).value_or(-1), 1);
    QCOMPARE(codeOf(worker), QStringLiteral("kafka.message.too-large"));
}

void BadInputTest::twoRunsOfOneTask()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    ShopTask shop = task(QStringLiteral("two-runs"));
    WorkerProcess older(shop.document);
    older.start();
    QVERIFY2(older.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(older.errorText()));
    WorkerProcess newer(shop.document);
    newer.start();
    QVERIFY2(newer.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(newer.errorText()));
    LIVE_VERIFY(m_servers.execute("INSERT INTO shop.items (id) VALUES (3);"));
    QCOMPARE(older.waitForEnd().value_or(-1), 1);
    QVERIFY2(older.lastErrorLine().contains(QLatin1String("fenced by a newer run of this task")),
        qPrintable(older.errorText()));
    QTRY_COMPARE_WITH_TIMEOUT(shop.fold()->inserts, 1, 30'000);
    newer.terminate();
    QCOMPARE(newer.waitForEnd().value_or(-1), 0);
    QVERIFY(shop.fold()->anomalies.isEmpty());
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
