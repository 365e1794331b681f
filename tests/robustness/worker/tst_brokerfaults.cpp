// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Producer.h"
#include "core/kafka/TopicAdmin.h"
#include "tests/live/kafka/KafkaStory.h"
#include "tests/live/worker/ShopTask.h"

#include <optional>
#include <random>

using namespace rowcast;
using namespace rowcast::tests;

// What can come between a task and its broker: a computer that sleeps, transactions of others, a second runner, a stop
// at any moment, silence. Afterwards every change is there, and in exactly-once once.
class BrokerFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void suspendedWorkerGoesOn();
    void openTransactionOfOthersEnds();
    void openTransactionOfOthersStays();
    void newestRunnerWins_data();
    void newestRunnerWins();
    void killedLoadForgetsNoDelete();
    void stopsAtAnyMoment();
    void stopsInSilence_data();
    void stopsInSilence();

private:
    ShopTask task(const QString &identifier, const char *transactionTimeout = nullptr)
    {
        ShopTask shop(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), identifier);
        if (transactionTimeout != nullptr) {
            shop.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"),
                         QStringLiteral("ProducerProperties")},
                QJsonObject{{QStringLiteral("transaction.timeout.ms"), QLatin1String(transactionTimeout)}});
        }
        return shop;
    }
    [[nodiscard]] KafkaSettings settings() { return live::plainSettings(m_servers.kafka().bootstrapServers()); }
    [[nodiscard]] bool hasOpenTransaction(const QString &topic) const;
    // Another task in the middle of its commit.
    [[nodiscard]] Result<std::unique_ptr<kafka::Producer>> neighbour(const QString &timeout);

    LiveServers m_servers;
    std::optional<kafka::TopicAdmin> m_committed;
    std::optional<kafka::TopicAdmin> m_all;
};

namespace {

constexpr int kStopTime = 5'000;

// ROWCAST_STOPS: how many stops at random moments (short form: 6).
int stops()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_STOPS", QStringLiteral("6")).toInt());
}

// Where a reader of that kind ends.
int64_t endOf(const QString &topic, const kafka::TopicAdmin &reader)
{
    const auto end = reader.offsets(topic, {{0, kafka::kAskEnd}}, {});
    return end ? end->front().offset : -1;
}

bool hasLoaded(WorkerProcess &worker)
{
    return worker.isRunning()
        && worker.last(QStringLiteral("status"))[QLatin1String("Phase")].toString() == QLatin1String("cdc");
}

} // namespace

#define VERIFY_FOLLOWS(worker)                                                                                         \
    QVERIFY2((worker).waitForStatus(QStringLiteral("running"), QStringLiteral("cdc"), 120'000),                        \
        qPrintable((worker).errorText()))

bool BrokerFaultsTest::hasOpenTransaction(const QString &topic) const
{
    return endOf(topic, *m_committed) < endOf(topic, *m_all);
}

Result<std::unique_ptr<kafka::Producer>> BrokerFaultsTest::neighbour(const QString &timeout)
{
    KafkaSettings others = settings();
    others.producerProperties = {{QStringLiteral("transaction.timeout.ms"), timeout}};
    auto producer = kafka::Producer::open(
        others, {.role = kafka::ClientRole::TransactionalProducer, .transactionalId = QStringLiteral("rowcast-other")});
    if (!producer) {
        return producer.error();
    }
    auto done = (*producer)->takeOver({});
    done = done ? (*producer)->begin() : done;
    done = done ? (*producer)->sendRecord("rowcast.checkpoints", 0, "other", std::string("open"), {}) : done;
    done = done ? (*producer)->flush({}) : done;
    return done ? std::move(producer) : Result<std::unique_ptr<kafka::Producer>>(done.error());
}

void BrokerFaultsTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(
        m_servers.startKafka({QStringLiteral("transaction.abort.timed.out.transaction.cleanup.interval.ms=500")}));
    for (const auto role : {kafka::ClientRole::CommittedReader, kafka::ClientRole::AllReader}) {
        const auto client = kafka::Client::open(settings(), {.role = role});
        LIVE_VERIFY(client);
        (role == kafka::ClientRole::AllReader ? m_all : m_committed).emplace(*client);
    }
}

// The laptop is closed in the middle of a transaction and opened when the broker has long ended that.
void BrokerFaultsTest::suspendedWorkerGoesOn()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 20'000));
    ShopTask shop = task(QStringLiteral("suspended"), "6000");
    WorkerProcess worker(shop.document);
    worker.start();
    {
        BusyWriters writers(m_servers, 2);
        VERIFY_FOLLOWS(worker);
        // long transactions, so that one is open when the worker is stopped
        const std::jthread statements([this](const std::stop_token &stop) {
            for (int turn = 0; !stop.stop_requested(); ++turn) {
                static_cast<void>(m_servers.execute(
                    "UPDATE shop.items SET note = REPEAT(MD5(id + " + QByteArray::number(turn) + "), 20)"));
            }
        });
        // Stopped for as long as the broker waits; true when it ended a transaction meanwhile, and did not commit it.
        const auto hasExpired = [&] {
            worker.pause();
            const bool wasOpen = hasOpenTransaction(shop.topic())
                && QTest::qWaitFor([&] { return !hasOpenTransaction(shop.topic()); }, 60'000);
            const auto records = wasOpen ? live::readAll(settings(), shop.topic(), false) : std::vector<TopicRecord>();
            worker.resume();
            return std::any_of(
                records.begin(), records.end(), [](const TopicRecord &record) { return record.isAborted; });
        };
        QVERIFY(QTest::qWaitFor(hasExpired, 120'000));
        const int before = writers.changes();
        QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > before + 200, 60'000);
    }
    QVERIFY2(waitForNone(worker, [&] { return shop.compare(); }), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd(kStopTime).value_or(-1), 0);
    // by itself, and not unnoticed: as a transaction that expired, or as messages that were on the way for too long
    QVERIFY2(worker.errorText().contains(QLatin1String("Attempt 1 in")), qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
}

void BrokerFaultsTest::openTransactionOfOthersEnds()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    ShopTask shop = task(QStringLiteral("patient"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    const auto other = neighbour(QStringLiteral("6000"));
    LIVE_VERIFY(other);
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'behind';"));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    QVERIFY(!hasOpenTransaction(QStringLiteral("rowcast.checkpoints")));
    VERIFY_NONE(shop.compare());
    QCOMPARE(shop.fold()->loads, 50);
    QCOMPARE(shop.fold()->updates, 50);
}

void BrokerFaultsTest::openTransactionOfOthersStays()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    ShopTask shop = task(QStringLiteral("impatient"), "1000");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    const auto other = neighbour(QStringLiteral("600000"));
    LIVE_VERIFY(other);
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'behind';"));
    QCOMPARE(worker.run(kUntilCaughtUp, 60'000).value_or(-1), 1);
    QCOMPARE(worker.failureCode(), QStringLiteral("kafka.checkpoint.blocked"));
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("find-hanging")), qPrintable(worker.lastErrorLine()));
    (*other)->abort(std::chrono::seconds(10));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
    QCOMPARE(shop.fold()->loads, 50);
}

void BrokerFaultsTest::newestRunnerWins_data()
{
    QTest::addColumn<QString>("delivery");
    QTest::newRow("exactly-once") << QStringLiteral("exactly-once");
    QTest::newRow("at-least-once") << QStringLiteral("at-least-once");
}

// The second starts while the first loads, the third while the second follows.
void BrokerFaultsTest::newestRunnerWins()
{
    QFETCH(QString, delivery);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 20'000));
    ShopTask shop = task(QStringLiteral("runners-") + delivery);
    shop.set(
        {QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")}, delivery);
    WorkerProcess first(shop.document);
    WorkerProcess second(shop.document);
    WorkerProcess third(shop.document);
    {
        BusyWriters writers(m_servers, 2);
        first.start();
        QVERIFY2(first.waitForStatus(QStringLiteral("running")), qPrintable(first.errorText()));
        second.start();
        QCOMPARE(first.waitForEnd().value_or(-1), 1);
        VERIFY_FOLLOWS(second);
        third.start();
        QCOMPARE(second.waitForEnd().value_or(-1), 1);
        VERIFY_FOLLOWS(third);
    }
    for (const WorkerProcess *older : {&first, &second}) {
        QCOMPARE(older->failureCode(), QStringLiteral("kafka.fenced"));
        QVERIFY2(older->lastErrorLine().contains(QLatin1String("fenced by a newer run of this task")),
            qPrintable(older->errorText()));
    }
    const auto missing
        = [&] { return delivery == QLatin1String("exactly-once") ? shop.compare() : shop.compareRows(); };
    QVERIFY2(waitForNone(third, missing), qPrintable(missing().mid(0, 10).join(QLatin1Char('\n'))));
    third.terminate();
    QCOMPARE(third.waitForEnd(kStopTime).value_or(-1), 0);
    VERIFY_NONE(missing());
}

// At least once, rows are visible before they are recorded: one that is deleted before the load goes on must go.
void BrokerFaultsTest::killedLoadForgetsNoDelete()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 30'000));
    ShopTask shop = task(QStringLiteral("killed-load"));
    shop.set({QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("Delivery")},
        QStringLiteral("at-least-once"));
    const auto loaded = [&] {
        const auto fold = shop.fold();
        return fold ? fold->loads : 0;
    };
    WorkerProcess worker(shop.document);
    {
        BusyWriters writers(m_servers, 2);
        for (int kill = 0; kill < 3; ++kill) {
            worker.start();
            const int before = loaded();
            QVERIFY2(QTest::qWaitFor([&] { return loaded() > before || hasLoaded(worker); }, 60'000),
                qPrintable(worker.errorText()));
            worker.kill();
        }
    }
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compareRows());
}

void BrokerFaultsTest::stopsAtAnyMoment()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 30'000));
    ShopTask shop = task(QStringLiteral("stops"));
    WorkerProcess worker(shop.document);
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    {
        BusyWriters writers(m_servers, 2);
        for (int stop = 0; stop < stops(); ++stop) {
            worker.start();
            // no condition to wait for: the moment is what the story varies; the first is as early as can be
            QTest::qWait(stop == 0 ? 0 : int(random() % 3000));
            worker.terminate();
            QElapsedTimer clock;
            clock.start();
            QVERIFY2(worker.waitForEnd(kStopTime) == 0, qPrintable(worker.errorText()));
            qInfo("stopped within %lld ms", static_cast<long long>(clock.elapsed()));
        }
    }
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
}

void BrokerFaultsTest::stopsInSilence_data()
{
    QTest::addColumn<bool>("isBroker");
    QTest::newRow("broker") << true;
    QTest::newRow("database") << false;
}

// Whoever does not answer cannot hold up a stop.
void BrokerFaultsTest::stopsInSilence()
{
    QFETCH(bool, isBroker);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 500));
    ShopTask shop = task(isBroker ? QStringLiteral("silent-broker") : QStringLiteral("silent-database"));
    WorkerProcess worker(shop.document);
    worker.start();
    BusyWriters writers(m_servers, 2);
    VERIFY_FOLLOWS(worker);
    PrivateServer &server = isBroker ? static_cast<PrivateServer &>(m_servers.kafka()) : m_servers.mysql();
    server.pause();
    worker.terminate();
    const auto ended = worker.waitForEnd(kStopTime);
    server.resume();
    QVERIFY2(ended == 0, qPrintable(worker.errorText()));
    writers.stop();
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
}

QTEST_GUILESS_MAIN(BrokerFaultsTest)
#include "tst_brokerfaults.moc"
