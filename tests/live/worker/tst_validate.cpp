// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/worker/ShopTask.h"

#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// `rowcast-worker validate` on real servers: silent where rows agree, also beside writers; exact where they do not.
class ValidateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesAfterLoadAndChanges();
    void agreesBesideWriters();
    void namesEachDifference();
    void tellsTablesWithoutKeyApart();
    void tellsThatTheTaskLags();

private:
    [[nodiscard]] ShopTask task(const QString &identifier) const;
    static QStringList differencesIn(const WorkerProcess &validation);

    LiveServers m_servers;
};

void ValidateTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
}

ShopTask ValidateTest::task(const QString &identifier) const
{
    auto &servers = const_cast<LiveServers &>(m_servers);
    return {m_servers, servers.mysql().port(), servers.kafka().bootstrapServers(), identifier};
}

QStringList ValidateTest::differencesIn(const WorkerProcess &validation)
{
    QStringList found;
    for (const QJsonObject &line : validation.lines()) {
        if (line[QLatin1String("event")] == QLatin1String("difference")) {
            found << line[QLatin1String("Kind")].toString() + QLatin1Char(' ') + line[QLatin1String("Key")].toString();
        }
    }
    found.sort();
    return found;
}

void ValidateTest::agreesAfterLoadAndChanges()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 3000));
    const ShopTask shop = task(QStringLiteral("validate-agrees"));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("full-load")}), 0);
    LIVE_VERIFY(
        m_servers.execute("UPDATE shop.items SET note = 'new' WHERE id < 500; DELETE FROM shop.items WHERE id > 29000;"
                          "INSERT INTO shop.items (id) VALUES (1)"));
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 0);
    const QJsonObject table = validation.last(QStringLiteral("validation"));
    QCOMPARE(table[QLatin1String("ValidationState")].toString(), QStringLiteral("Validated"));
    QCOMPARE(table[QLatin1String("SourceRows")].toInt(), 2901);
    QCOMPARE(table[QLatin1String("TopicRows")].toInt(), 2901);
}

void ValidateTest::agreesBesideWriters()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 2000));
    const ShopTask shop = task(QStringLiteral("validate-beside"));
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")));
    BusyWriters writers(m_servers, 3);
    for (int round = 0; round < 3; ++round) {
        WorkerProcess validation(shop.document, QStringLiteral("validate"));
        QVERIFY2(validation.run() == 0, qPrintable(differencesIn(validation).join(QLatin1Char('\n'))));
    }
    QVERIFY(writers.changes() > 0);
}

void ValidateTest::namesEachDifference()
{
    const HardCase mark(59, MySqlFlavour::MySql80);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 20));
    const ShopTask shop = task(QStringLiteral("validate-differs"));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
    // What the binlog does not have: nobody can deliver it.
    LIVE_VERIFY(m_servers.execute("SET sql_log_bin = 0; UPDATE shop.items SET name = 'other' WHERE id = 10;"
                                  "DELETE FROM shop.items WHERE id = 20; INSERT INTO shop.items (id) VALUES (7)"));
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 3);
    QCOMPARE(differencesIn(validation),
        (QStringList{QStringLiteral("differs 10"), QStringLiteral("extra 20"), QStringLiteral("missing 7")}));
    const QJsonObject table = validation.last(QStringLiteral("validation"));
    QCOMPARE(table[QLatin1String("ValidationState")].toString(), QStringLiteral("Mismatched records"));
    for (const QJsonObject &line : validation.lines()) {
        if (line[QLatin1String("Kind")] == QLatin1String("differs")) {
            QCOMPARE(line[QLatin1String("Columns")].toArray().first().toString(),
                QStringLiteral("name: \"other\" / \"물건 1\""));
        }
    }
}

void ValidateTest::tellsTablesWithoutKeyApart()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 5));
    LIVE_VERIFY(m_servers.execute("CREATE TABLE shop.log (line TEXT); INSERT INTO shop.log VALUES ('a'), ('a')"));
    const ShopTask shop = task(QStringLiteral("validate-keyless"));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 0);
    QStringList states;
    for (const QJsonObject &line : validation.lines()) {
        if (line[QLatin1String("event")] == QLatin1String("validation")) {
            states << line[QLatin1String("TableName")].toString() + QLatin1Char(' ')
                    + line[QLatin1String("ValidationState")].toString();
        }
    }
    QCOMPARE(states, (QStringList{QStringLiteral("items Validated"), QStringLiteral("log No primary key")}));
}

void ValidateTest::tellsThatTheTaskLags()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 5));
    const ShopTask shop = task(QStringLiteral("validate-lags"));
    WorkerProcess worker(shop.document);
    QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
    LIVE_VERIFY(m_servers.execute("DELETE FROM shop.items WHERE id = 10"));
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 3);
    QVERIFY(!validation.last(QStringLiteral("validated"))[QLatin1String("CaughtUp")].toBool(true));
    // The task is started while another validation waits for it.
    validation.start();
    QVERIFY(validation.waitFor(
        [](const QJsonObject &line) { return line[QLatin1String("Phase")] == QLatin1String("waiting-for-the-task"); }));
    worker.start();
    QCOMPARE(validation.waitForEnd(), 0);
}

QTEST_GUILESS_MAIN(ValidateTest)
#include "tst_validate.moc"
