// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/ServerPool.h"
#include "tests/live/worker/ShopTask.h"

#include <QJsonArray>

using namespace rowcast;
using namespace rowcast::tests;

// `rowcast-worker assess` on real servers: it names what no binlog holds, and what is delivered otherwise than tables
// show it.
class AssessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_pool.forgetFailed(); }
    void plainTablesPass();
    void namesWhatIsSpecial_data();
    void namesWhatIsSpecial();
    void filtersOfTheBinlogFail();
    void rulesThatSelectNothingFail();

private:
    // "passed", "warning ..." with the evidence, of a step of the assessment.
    static QString stateOf(const WorkerProcess &worker, const char *step);
    QJsonObject documentFor(LiveServers &servers);

    ServerPool m_pool;
    LiveServers m_bus;
};

void AssessTest::initTestCase()
{
    LIVE_VERIFY(m_bus.startKafka());
}

QString AssessTest::stateOf(const WorkerProcess &worker, const char *step)
{
    for (const QJsonObject &line : worker.lines()) {
        if (line[QLatin1String("Step")].toString() == QLatin1String("assessment.") + QLatin1String(step)) {
            const QString state = line[QLatin1String("State")].toString();
            const bool isPassed = state == QLatin1String("passed");
            return isPassed ? state : state + QLatin1Char(' ') + line[QLatin1String("Evidence")].toString();
        }
    }
    return QStringLiteral("not tried");
}

QJsonObject AssessTest::documentFor(LiveServers &servers)
{
    return ShopTask(servers, servers.mysql().port(), m_bus.kafka().bootstrapServers(), QStringLiteral("assessed"))
        .document;
}

void AssessTest::plainTablesPass()
{
    auto servers = m_pool.server(MySqlFlavour::MySql80);
    LIVE_VERIFY(servers);
    LIVE_VERIFY(
        (*servers)->execute("CREATE DATABASE shop; CREATE TABLE shop.items (id INT PRIMARY KEY, n VARCHAR(9));"));
    WorkerProcess worker(documentFor(**servers), QStringLiteral("assess"));
    QCOMPARE(worker.run().value_or(-1), 0);
    for (const char *step : {"selection", "keys", "engines", "virtual-columns", "lobs", "cascades", "binlog-filters"}) {
        QCOMPARE(stateOf(worker, step), QStringLiteral("passed"));
    }
}

void AssessTest::namesWhatIsSpecial_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    for (const auto flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(qPrintable(flavourName(flavour))) << flavour;
        }
    }
}

void AssessTest::namesWhatIsSpecial()
{
    QFETCH(MySqlFlavour, flavour);
    auto servers = m_pool.server(flavour);
    LIVE_VERIFY(servers);
    LIVE_VERIFY((*servers)->execute(
        "CREATE DATABASE shop;"
        "CREATE TABLE shop.parent (id INT PRIMARY KEY) ENGINE=InnoDB;"
        "CREATE TABLE shop.child (id INT PRIMARY KEY, p INT, CONSTRAINT of_parent FOREIGN KEY (p) REFERENCES parent "
        "(id)"
        " ON DELETE CASCADE) ENGINE=InnoDB;"
        "CREATE TABLE shop.keyless (a INT) ENGINE=InnoDB;"
        "CREATE TABLE shop.old (id INT PRIMARY KEY) ENGINE=MyISAM;"
        "CREATE TABLE shop.computed (id INT PRIMARY KEY, v INT GENERATED ALWAYS AS (id + 1) VIRTUAL) ENGINE=InnoDB;"
        "CREATE TABLE shop.notes (id INT PRIMARY KEY, t MEDIUMTEXT) ENGINE=InnoDB;"));
    QJsonObject document = documentFor(**servers);
    setPath(document, {QStringLiteral("ReplicationTask"), QStringLiteral("TableMappings")},
        QJsonObject{{QStringLiteral("rules"),
            QJsonArray{QJsonObject{{QStringLiteral("rule-type"), QStringLiteral("selection")},
                {QStringLiteral("rule-id"), QStringLiteral("1")}, {QStringLiteral("rule-name"), QStringLiteral("1")},
                {QStringLiteral("rule-action"), QStringLiteral("include")},
                {QStringLiteral("object-locator"),
                    QJsonObject{{QStringLiteral("schema-name"), QStringLiteral("shop")},
                        {QStringLiteral("table-name"), QStringLiteral("%")}}}}}}});
    setPath(document,
        {QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
            QStringLiteral("TargetMetadata")},
        QJsonObject{{QStringLiteral("SupportLobs"), true}, {QStringLiteral("LimitedSizeLobMode"), true},
            {QStringLiteral("LobMaxSize"), 32}});
    WorkerProcess worker(document, QStringLiteral("assess"));
    QCOMPARE(worker.run().value_or(-1), 0); // warnings are no failures
    QCOMPARE(stateOf(worker, "selection"), QStringLiteral("passed"));
    QCOMPARE(stateOf(worker, "keys"), QStringLiteral("warning shop.keyless"));
    QCOMPARE(stateOf(worker, "engines"), QStringLiteral("warning shop.old"));
    QCOMPARE(stateOf(worker, "virtual-columns"), QStringLiteral("warning shop.computed"));
    QCOMPARE(stateOf(worker, "lobs"), QStringLiteral("warning shop.notes"));
    QCOMPARE(stateOf(worker, "cascades"),
        flavour == MySqlFlavour::MySql9 ? QStringLiteral("passed") : QStringLiteral("warning shop.child (of_parent)"));
    QVERIFY(stateOf(worker, "binlog-bypass").startsWith(QLatin1String("warning 'root'@")));
}

void AssessTest::filtersOfTheBinlogFail()
{
    auto servers = m_pool.server(MySqlFlavour::MySql80, {QStringLiteral("--binlog-ignore-db=shop")});
    LIVE_VERIFY(servers);
    LIVE_VERIFY((*servers)->execute("CREATE DATABASE shop; CREATE TABLE shop.items (id INT PRIMARY KEY);"));
    WorkerProcess worker(documentFor(**servers), QStringLiteral("assess"));
    QCOMPARE(worker.run().value_or(-1), 3);
    QCOMPARE(stateOf(worker, "binlog-filters"), QStringLiteral("failed shop.items"));
}

void AssessTest::rulesThatSelectNothingFail()
{
    auto servers = m_pool.server(MySqlFlavour::MySql80);
    LIVE_VERIFY(servers);
    WorkerProcess worker(documentFor(**servers), QStringLiteral("assess"));
    QCOMPARE(worker.run().value_or(-1), 3);
    QVERIFY(stateOf(worker, "selection").startsWith(QLatin1String("failed")));
    QVERIFY(stateOf(worker, "keys").startsWith(QLatin1String("skipped")));
}

QTEST_GUILESS_MAIN(AssessTest)
#include "tst_assess.moc"
