// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/worker/DeliveryLedger.h"
#include "tests/live/worker/ShopTask.h"

using namespace rowcast;
using namespace rowcast::tests;

enum class Victim { Worker, Broker, Database };
Q_DECLARE_METATYPE(Victim)

// Worker, broker and database are killed with SIGKILL under continuous writers, and afterwards a read_committed reader
// finds every committed change once; at least once, every change, and of each kill no more than one batch again.
// ROWCAST_KILLS sets how many kills of each (short form: 3).
class KillsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsItsPromise_data();
    void keepsItsPromise();
    void cleanupTestCase();

private:
    void goOn(WorkerProcess &worker, const BusyWriters &writers);
    void strike(Victim victim, WorkerProcess &worker);

    LiveServers m_servers;
    QStringList m_table;
    qint64 m_delivered = -1; // rows, when goOn() last returned
};

namespace {

// CommitTimeout, after which a batch ends at the latest, and as much again for a computer that has other things to do.
constexpr std::chrono::milliseconds kBatchTime = std::chrono::seconds(2);

int kills()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_KILLS", QStringLiteral("3")).toInt());
}

} // namespace

void KillsTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80,
        {QStringLiteral("--sync-binlog=1"), QStringLiteral("--innodb-flush-log-at-trx-commit=1")}));
    LIVE_VERIFY(m_servers.startKafka());
}

void KillsTest::keepsItsPromise_data()
{
    QTest::addColumn<Victim>("victim");
    QTest::addColumn<QString>("delivery");
    const QString once = QStringLiteral("exactly-once");
    QTest::newRow("worker") << Victim::Worker << once;
    QTest::newRow("broker") << Victim::Broker << once;
    QTest::newRow("database") << Victim::Database << once;
    QTest::newRow("worker, at least once") << Victim::Worker << QStringLiteral("at-least-once");
}

// Until the task has delivered something since it was here last, and the writers have written more.
void KillsTest::goOn(WorkerProcess &worker, const BusyWriters &writers)
{
    QVERIFY2(worker.waitFor([&](const QJsonObject &line) { return deliveredRows(line) > m_delivered; }, 180'000),
        qPrintable(worker.errorText()));
    m_delivered = deliveredRows(worker.last(QStringLiteral("statistics")));
    const int before = writers.changes();
    QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > before + 50, 60'000);
}

// Only a killed worker is started again; whatever else dies, it goes on by itself.
void KillsTest::strike(Victim victim, WorkerProcess &worker)
{
    if (victim == Victim::Worker) {
        worker.kill();
        worker.start();
        m_delivered = -1; // it counts anew
    } else if (victim == Victim::Broker) {
        m_servers.kafka().kill();
        LIVE_VERIFY(m_servers.kafka().restart());
    } else {
        m_servers.mysql().kill();
        LIVE_VERIFY(m_servers.mysql().restart());
    }
}

void KillsTest::keepsItsPromise()
{
    QFETCH(Victim, victim);
    QFETCH(QString, delivery);
    const bool isOnce = delivery == QLatin1String("exactly-once");
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const HardCase mark(victim == Victim::Database ? QList<int>{40} : QList<int>(), MySqlFlavour::MySql80);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 3'000));
    ShopTask shop(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(),
        QStringLiteral("kill-") + QString(name).remove(QLatin1Char(',')).replace(QLatin1Char(' '), QLatin1Char('-')));
    shop.set(
        {QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")}, delivery);
    WorkerProcess worker(shop.document);
    worker.start();
    m_delivered = -1;
    std::optional<DeliveryLedger> ledger;
    QElapsedTimer clock;
    clock.start();
    {
        BusyWriters writers(m_servers, 2);
        QVERIFY2(worker.waitForStatus(QStringLiteral("running")), qPrintable(worker.errorText()));
        // At another moment of its life each time: while it loads, catches up, follows.
        for (int round = 0; round < kills(); ++round) {
            // What is loaded is not told as a change, so the ledger begins when a change behind the load was delivered.
            if (round > 0 && !ledger) {
                QVERIFY2(
                    worker.waitFor([](const QJsonObject &line) { return deliveredRows(line, kChanges) > 0; }, 180'000),
                    qPrintable(worker.errorText()));
                auto opened = DeliveryLedger::open(m_servers);
                LIVE_VERIFY(opened);
                ledger = std::move(*opened);
            }
            goOn(worker, writers);
            if (!QTest::currentTestFailed()) {
                strike(victim, worker);
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }
    worker.kill();
    const auto ended = worker.run(kUntilCaughtUp, 180'000);
    QVERIFY2(ended == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(isOnce ? shop.compare() : shop.compareRows());
    if (ledger) {
        const auto count = ledger->count(m_servers, m_servers.kafka().bootstrapServers(), shop.topic());
        LIVE_VERIFY(count);
        m_table.append(count->line(name, kills(), clock.elapsed()));
        QVERIFY(count->committed > 0);
        QCOMPARE(count->lost, 0);
        QCOMPARE(count->outOfOrder, 0);
        if (isOnce) {
            QCOMPARE(count->doubled, 0);
        }
        qInfo("at most %lld ms of sending came twice", static_cast<long long>(count->longestRepeat));
        QVERIFY(count->longestRepeat <= kBatchTime.count());
    }
}

void KillsTest::cleanupTestCase()
{
    qInfo().noquote() << DeliveryCount::table(m_table);
}

QTEST_GUILESS_MAIN(KillsTest)
#include "tst_kills.moc"
