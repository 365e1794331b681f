// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/worker/DeliveryLedger.h"
#include "tests/live/worker/ShopTask.h"

using namespace rowcast;
using namespace rowcast::tests;

// Worker, broker and database are killed with SIGKILL under continuous writers, and afterwards a read_committed reader
// finds every committed change once. ROWCAST_KILLS sets how many kills of each (short form: 3).
class KillsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exactlyOnceAfterKills_data();
    void exactlyOnceAfterKills();

private:
    LiveServers m_servers;
};

namespace {

enum class Victim { Worker, Broker, Database };

int kills()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_KILLS", QStringLiteral("3")).toInt());
}

} // namespace

Q_DECLARE_METATYPE(Victim)

void KillsTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80,
        {QStringLiteral("--sync-binlog=1"), QStringLiteral("--innodb-flush-log-at-trx-commit=1")}));
    LIVE_VERIFY(m_servers.startKafka());
}

void KillsTest::exactlyOnceAfterKills_data()
{
    QTest::addColumn<Victim>("victim");
    QTest::addColumn<QString>("identifier");
    QTest::newRow("worker") << Victim::Worker << QStringLiteral("kill-worker");
    QTest::newRow("broker") << Victim::Broker << QStringLiteral("kill-broker");
    QTest::newRow("database") << Victim::Database << QStringLiteral("kill-database");
}

void KillsTest::exactlyOnceAfterKills()
{
    QFETCH(Victim, victim);
    QFETCH(QString, identifier);
    const HardCase mark(victim == Victim::Database ? QList<int>{40} : QList<int>(), MySqlFlavour::MySql80);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 3'000));
    ShopTask shop(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), identifier);
    WorkerProcess worker(shop.document);
    worker.start();
    {
        BusyWriters writers(m_servers, 2);
        qint64 delivered = -1;
        for (int round = 0; round < kills(); ++round) {
            // At another moment of its life each time: while it loads, catches up, follows. Only a killed worker is
            // started again; whatever else dies, it goes on by itself.
            const auto goesOn = [&](const QJsonObject &line) { return deliveredRows(line) > delivered; };
            QVERIFY2(round == 0 ? worker.waitForStatus(QStringLiteral("running")) : worker.waitFor(goesOn, 180'000),
                qPrintable(worker.errorText()));
            delivered = deliveredRows(worker.last(QStringLiteral("statistics")));
            const int before = writers.changes();
            QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > before + 50, 60'000);
            if (victim == Victim::Worker) {
                worker.kill();
                worker.start();
                delivered = -1; // it counts anew
            } else if (victim == Victim::Broker) {
                m_servers.kafka().kill();
                LIVE_VERIFY(m_servers.kafka().restart());
            } else {
                m_servers.mysql().kill();
                LIVE_VERIFY(m_servers.mysql().restart());
            }
        }
    }
    worker.kill();
    const auto ended = worker.run(kUntilCaughtUp, 180'000);
    QVERIFY2(ended == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
}

QTEST_GUILESS_MAIN(KillsTest)
#include "tst_kills.moc"
