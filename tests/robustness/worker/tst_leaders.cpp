// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/CheckpointTopic.h"
#include "tests/live/kafka/KafkaStory.h"
#include "tests/live/support/KafkaCluster.h"
#include "tests/live/worker/DeliveryLedger.h"
#include "tests/live/worker/ShopTask.h"

#include <QElapsedTimer>

using namespace rowcast;
using namespace rowcast::tests;

// A cluster of three brokers whose leaders move, under writers that never pause: the broker that leads the changes, the
// one that leads the checkpoints, and the coordinator of the task's transactions are killed or stopped one after the
// other, each started again and in sync before the next. The worker goes on by itself; afterwards a read_committed
// reader finds every change, and in exactly-once once. Ends with a table. ROWCAST_KILLS sets how many are killed in
// exactly-once, three to a task, and stopped after that (short form: two killed and one stopped; at-least-once: one).
class LeadersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newTopicsAreWaitedFor();
    void goesOnByItself_data();
    void goesOnByItself();
    void cleanupTestCase();

private:
    void letGo(const QString &topic, bool isKilled, WorkerProcess &worker, const BusyWriters &writers);

    LiveServers m_servers;
    std::unique_ptr<KafkaCluster> m_cluster;
    QStringList m_table;
};

namespace {

struct Strike {
    QString topic; // whose leader goes; kData: the task's own
    bool isKilled = true; // false: stopped, which hands the leadership over before
};

constexpr std::chrono::milliseconds kPace{5};
constexpr int kNewTopics = 30; // one of ten is known to one broker earlier than to another that is asked
constexpr int kPatience = 90'000; // a cluster's, on a busy computer

const QString kData;
const QString kCheckpoints = QStringLiteral("rowcast.checkpoints");

int kills()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_KILLS", QStringLiteral("3")).toInt());
}

QStringList extras(const char *name)
{
    return {QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QLatin1String(name)};
}

} // namespace

Q_DECLARE_METATYPE(Strike)

void LeadersTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    auto cluster = KafkaCluster::start();
    LIVE_VERIFY(cluster);
    m_cluster = *std::move(cluster);
    QVERIFY(QTest::qWaitFor([&] { return m_cluster->isInSync(); }, kPatience));
}

// The broker that tells a topic's configuration may hear of the topic later than the one that made it.
void LeadersTest::newTopicsAreWaitedFor()
{
    KafkaSettings settings = live::plainSettings(m_cluster->bootstrapServers());
    settings.topicReplicationFactor = KafkaCluster::kBrokers;
    const auto client = kafka::Client::open(settings, {.role = kafka::ClientRole::AllReader});
    LIVE_VERIFY(client);
    const kafka::TopicAdmin admin(*client);
    for (int number = 0; number < kNewTopics; ++number) {
        settings.checkpointTopic = QStringLiteral("new-%1").arg(number);
        LIVE_VERIFY(kafka::CheckpointTopic(settings, admin).ensure({}));
    }
}

void LeadersTest::goesOnByItself_data()
{
    QTest::addColumn<QString>("delivery");
    QTest::addColumn<QList<Strike>>("strikes");
    const QList<Strike> killed{{kData, true}, {KafkaCluster::kTransactions, true}, {kCheckpoints, true}};
    const QList<Strike> stopped{{kCheckpoints, false}, {kData, false}, {KafkaCluster::kTransactions, false}};
    // at-least-once has no transactions, so no coordinator
    const int tasks = (kills() + 2) / 3;
    const bool isLong = tasks > 1;
    for (int task = 1; task <= tasks; ++task) {
        QTest::addRow("exactly-once, leaders go %d", task)
            << QStringLiteral("exactly-once") << (isLong ? killed + stopped : killed.mid(0, 2) + stopped.mid(0, 1));
        QTest::addRow("at-least-once, leaders go %d", task)
            << QStringLiteral("at-least-once")
            << (isLong ? QList<Strike>{killed[0], killed[2], stopped[0], stopped[1]} : killed.mid(0, 1));
    }
}

// The leader of that topic goes, and comes back when the worker has gone on without it.
void LeadersTest::letGo(const QString &topic, bool isKilled, WorkerProcess &worker, const BusyWriters &writers)
{
    int leader = 0;
    QVERIFY(QTest::qWaitFor([&] { return (leader = m_cluster->leaderOf(topic)) > 0; }, kPatience));
    KafkaServer &broker = m_cluster->broker(leader);
    QElapsedTimer clock;
    clock.start();
    if (isKilled) {
        broker.kill();
    } else {
        broker.stop();
    }
    QVERIFY2(QTest::qWaitFor([&] { return m_cluster->goesOnWithout(leader); }, kPatience), qPrintable(topic));
    QVERIFY(m_cluster->leaderOf(topic) != leader);
    const qint64 moved = clock.restart();
    const int written = writers.changes();
    const auto delivered = [&] { return deliveredRows(worker.last(QStringLiteral("statistics"))); };
    QVERIFY(worker.isRunning());
    const qint64 before = delivered();
    QVERIFY2(worker.waitFor([&](const QJsonObject &line) { return deliveredRows(line) > before; }, kPatience),
        qPrintable(worker.errorText().right(1500)));
    QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > written + 50, kPatience);
    const qint64 went = clock.restart();
    LIVE_VERIFY(broker.restart());
    QVERIFY2(QTest::qWaitFor([&] { return m_cluster->isInSync(); }, kPatience), qPrintable(broker.logTail()));
    qInfo().noquote() << QStringLiteral(
        "%1 without broker %2: others lead after %3 ms, the task goes on after %4 ms, all "
        "in sync after %5 ms")
                             .arg(topic)
                             .arg(leader)
                             .arg(moved)
                             .arg(went)
                             .arg(clock.elapsed());
}

void LeadersTest::goesOnByItself()
{
    QFETCH(QString, delivery);
    QFETCH(QList<Strike>, strikes);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    LIVE_VERIFY(ShopTask::createItems(m_servers, 500));
    ShopTask shop(m_servers, m_servers.mysql().port(), m_cluster->bootstrapServers(),
        QString(name).remove(QLatin1Char(',')).replace(QLatin1Char(' '), QLatin1Char('-')));
    shop.set(extras("Delivery"), delivery);
    shop.set(extras("TopicReplicationFactor"), KafkaCluster::kBrokers);
    shop.set(extras("TopicConfig"), QJsonObject{{QStringLiteral("min.insync.replicas"), QStringLiteral("2")}});
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")),
        qPrintable(worker.errorText().right(1500)));
    const auto ledger = DeliveryLedger::open(m_servers);
    LIVE_VERIFY(ledger);
    QElapsedTimer clock;
    clock.start();
    {
        const BusyWriters writers(m_servers, 2, kPace);
        for (const Strike &strike : strikes) {
            letGo(strike.topic.isEmpty() ? shop.topic() : strike.topic, strike.isKilled, worker, writers);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }
    QVERIFY2(waitForNone(
                 worker, [&] { return shop.compareRows(); }, 150'000),
        qPrintable(worker.errorText().right(1500)));
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
    const auto count = ledger->count(m_servers, m_cluster->bootstrapServers(), shop.topic());
    LIVE_VERIFY(count);
    m_table.append(count->line(name, int(strikes.size()), clock.elapsed()));
    QVERIFY(count->committed > 0);
    QCOMPARE(count->lost, 0);
    QCOMPARE(count->outOfOrder, 0);
    if (delivery == QLatin1String("exactly-once")) {
        QCOMPARE(count->doubled, 0);
        VERIFY_NONE(shop.compare());
    } else {
        VERIFY_NONE(shop.compareRows());
    }
}

void LeadersTest::cleanupTestCase()
{
    qInfo().noquote() << DeliveryCount::table(m_table);
}

QTEST_GUILESS_MAIN(LeadersTest)
#include "tst_leaders.moc"
