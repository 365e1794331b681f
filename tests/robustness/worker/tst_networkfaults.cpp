// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/Ports.h"
#include "tests/live/support/FaultProxy.h"
#include "tests/live/worker/DeliveryLedger.h"
#include "tests/live/worker/ShopTask.h"

#include <QElapsedTimer>

#include <random>

using namespace rowcast;
using namespace rowcast::tests;

// What networks do to the connections of a worker, under writers that never pause: both servers stand behind a proxy.
// The worker goes on by itself; afterwards a read_committed reader finds every change once. Ends with a table.
// ROWCAST_FAULTS sets how often each fault strikes (short form: 2).
class NetworkFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesOnByItself_data();
    void goesOnByItself();
    void cleanupTestCase();

private:
    LiveServers m_servers;
    std::unique_ptr<FaultProxy> m_database;
    std::unique_ptr<FaultProxy> m_broker;
    QStringList m_table;
};

namespace {

enum class Fault { Reset, HalfOpen, Slow, Refused, CutInTheMiddle, SpoiledByte, Loss };

constexpr uint64_t kCrawl = 20'000; // bytes per second
constexpr uint64_t kMiddle = 70'000; // bytes until the connection ends
constexpr double kLossShare = 0.01; // of the segments
constexpr int kLostSegments = 15; // in one strike
constexpr int kLongestSilence = 60'000; // until a worker that lost its links delivers again, on a busy computer

int strikes()
{
    return std::max(1, qEnvironmentVariable("ROWCAST_FAULTS", QStringLiteral("2")).toInt());
}

// Holds the fault for a while; whatever it was, the network is sound afterwards.
void strike(FaultProxy &proxy, Fault fault, const BusyWriters &writers)
{
    const int before = writers.changes();
    const auto whileWritten
        = [&](int changes) { return QTest::qWaitFor([&] { return writers.changes() > before + changes; }, 20'000); };
    switch (fault) {
    case Fault::Reset:
        proxy.cut();
        break;
    case Fault::HalfOpen: // later connections pass: only a time-out tells
        proxy.stallOpen();
        break;
    case Fault::Slow:
        proxy.limit(kCrawl);
        static_cast<void>(whileWritten(2000));
        proxy.limit(0);
        break;
    case Fault::Refused:
        proxy.refuse();
        static_cast<void>(whileWritten(1000));
        proxy.pass();
        break;
    case Fault::CutInTheMiddle:
        proxy.cutAfter(FaultDirection::ToClient, kMiddle);
        static_cast<void>(QTest::qWaitFor([&] { return !proxy.isPending(FaultDirection::ToClient); }, 20'000));
        break;
    case Fault::SpoiledByte:
        proxy.flipAfter(FaultDirection::ToClient, kMiddle);
        static_cast<void>(QTest::qWaitFor([&] { return !proxy.isPending(FaultDirection::ToClient); }, 20'000));
        break;
    case Fault::Loss: {
        const uint64_t lost = proxy.lost() + kLostSegments;
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        proxy.lose(kLossShare, seed);
        QVERIFY(QTest::qWaitFor([&] { return proxy.lost() >= lost; }, 60'000));
        proxy.pass();
        break;
    }
    }
}

} // namespace

Q_DECLARE_METATYPE(Fault)

void NetworkFaultsTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    auto database = FaultProxy::start(m_servers.mysql().port());
    LIVE_VERIFY(database);
    m_database = *std::move(database);
    // A listener of its own, which sends clients to the proxy.
    auto broker = FaultProxy::start(0);
    LIVE_VERIFY(broker);
    m_broker = *std::move(broker);
    const auto back = freePort();
    LIVE_VERIFY(back);
    LIVE_VERIFY(m_servers.startKafka({
        QStringLiteral(
            "listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort},PROXIED://127.0.0.1:%1")
            .arg(*back),
        QStringLiteral("advertised.listeners=PLAINTEXT://127.0.0.1:${port},PROXIED://127.0.0.1:%1")
            .arg(m_broker->port()),
        QStringLiteral("listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT"),
    }));
    m_broker->setBackEnd(*back);
}

void NetworkFaultsTest::goesOnByItself_data()
{
    QTest::addColumn<bool>("isBroker");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("database reset") << false << Fault::Reset;
    QTest::newRow("database half-open") << false << Fault::HalfOpen;
    QTest::newRow("database slow") << false << Fault::Slow;
    QTest::newRow("database refused") << false << Fault::Refused;
    QTest::newRow("database cut in an event") << false << Fault::CutInTheMiddle;
    QTest::newRow("database spoils a byte") << false << Fault::SpoiledByte;
    QTest::newRow("database loses packets") << false << Fault::Loss;
    QTest::newRow("broker reset") << true << Fault::Reset;
    QTest::newRow("broker half-open") << true << Fault::HalfOpen;
    QTest::newRow("broker slow") << true << Fault::Slow;
    QTest::newRow("broker refused") << true << Fault::Refused;
    QTest::newRow("broker cut in an answer") << true << Fault::CutInTheMiddle;
    QTest::newRow("broker loses packets") << true << Fault::Loss;
}

void NetworkFaultsTest::goesOnByItself()
{
    QFETCH(bool, isBroker);
    QFETCH(Fault, fault);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    LIVE_VERIFY(ShopTask::createItems(m_servers, 500));
    // read back past the proxy
    ShopTask shop(m_servers, m_database->port(), m_servers.kafka().bootstrapServers(),
        QStringLiteral("network-") + QString(name).replace(QLatin1Char(' '), QLatin1Char('-')));
    shop.set({QStringLiteral("TargetEndpoint"), QStringLiteral("KafkaSettings"), QStringLiteral("Broker")},
        QStringLiteral("127.0.0.1:%1").arg(m_broker->port()));
    shop.set(
        {QStringLiteral("TargetEndpoint"), QStringLiteral("RowcastSettings"), QStringLiteral("ProducerProperties")},
        QJsonObject{{QStringLiteral("transaction.timeout.ms"), QStringLiteral("20000")},
            {QStringLiteral("socket.timeout.ms"), QStringLiteral("6000")}});
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    QElapsedTimer clock;
    clock.start();
    const auto ledger = DeliveryLedger::open(m_servers);
    LIVE_VERIFY(ledger);
    {
        const BusyWriters writers(m_servers, 2);
        for (int turn = 0; turn < strikes(); ++turn) {
            strike(isBroker ? *m_broker : *m_database, fault, writers);
            const int struck = writers.changes();
            QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > struck + 300, kLongestSilence);
        }
    }
    QVERIFY2(waitForNone(
                 worker, [&] { return shop.compareRows(); }, 150'000),
        qPrintable(worker.errorText()));
    const auto count = ledger->count(m_servers, m_servers.kafka().bootstrapServers(), shop.topic());
    LIVE_VERIFY(count);
    m_table.append(count->line(name, strikes(), clock.elapsed()));
    QCOMPARE(count->lost + count->doubled + count->outOfOrder, 0);
    VERIFY_NONE(shop.compare());
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
}

void NetworkFaultsTest::cleanupTestCase()
{
    qInfo().noquote() << DeliveryCount::table(m_table);
}

QTEST_GUILESS_MAIN(NetworkFaultsTest)
#include "tst_networkfaults.moc"
