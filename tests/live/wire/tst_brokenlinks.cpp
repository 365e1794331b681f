// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/FaultProxy.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/Replication.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/worker/ShopTask.h"

#include <QElapsedTimer>

using namespace rowcast;
using namespace rowcast::tests;

// The worker behind links that die without a word, servers that are replaced behind their address, and a Kafka so slow
// that the database gives up: it goes on by itself, each change once.
class BrokenLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LIVE_VERIFY(m_bus.startKafka()); }
    void cleanup() { m_pool.forgetFailed(); }
    void halfOpenLink_data() { addFlavourRows(); }
    void halfOpenLink();
    void otherServerBehindTheAddress_data() { addFlavourRows(); }
    void otherServerBehindTheAddress();
    void kafkaThatPauses_data() { addFlavourRows(); }
    void kafkaThatPauses();

private:
    ShopTask task(const LiveServers &servers, quint16 port)
    {
        const QString name = QString::fromUtf8(QTest::currentTestFunction()) + QLatin1Char('-')
            + QString::fromUtf8(QTest::currentDataTag()).remove(QLatin1Char(' '));
        ShopTask shop(servers, port, m_bus.kafka().bootstrapServers(), name);
        // a transaction of more than a quarter of it is passed on while it is read
        shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                     QStringLiteral("ChangeProcessingTuning"), QStringLiteral("MemoryLimitTotal")},
            4);
        return shop;
    }

    ServerPool m_pool;
    LiveServers m_bus;
};

namespace {

// Longer than a silent link may last, its 15 s, and the login behind it; a busy computer is slower.
constexpr int kFoundMilliseconds = 25'000;
constexpr int kRows = 300;
// Seconds that a database waits for a reader that takes nothing.
const QStringList kImpatient{QStringLiteral("--net-write-timeout=3")};

// One transaction of that many megabytes.
QByteArray largeTransaction(int megabytes)
{
    QByteArray sql = "USE shop; BEGIN;";
    for (int row = 0; row < megabytes * 20; ++row) {
        sql += "INSERT INTO items (id, note) VALUES (" + QByteArray::number(1'000'001 + row)
            + ", REPEAT('large ', 8700));";
    }
    return sql + "COMMIT";
}

// Connections that read the binlog; -1: not known.
int dumps(const LiveServers &servers)
{
    auto sql = servers.sql();
    const auto count = sql
        ? sql->value("SELECT COUNT(*) FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'")
        : Result<QByteArray>(sql.error());
    return count ? count->toInt() : -1;
}

} // namespace

// In the middle of a large transaction, of which a part is delivered already.
void BrokenLinksTest::halfOpenLink()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(54, flavour);
    const auto server = m_pool.server(flavour, kImpatient);
    LIVE_VERIFY(server);
    LIVE_VERIFY(ShopTask::createItems(**server, kRows));
    const auto proxy = FaultProxy::start((*server)->mysql().port());
    LIVE_VERIFY(proxy);
    const ShopTask shop = task(**server, (*proxy)->port());
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    (*proxy)->limit(4'000'000);
    const uint64_t before = (*proxy)->passed(FaultDirection::ToClient);
    LIVE_VERIFY((*server)->execute(largeTransaction(20)));
    QTRY_VERIFY_WITH_TIMEOUT((*proxy)->passed(FaultDirection::ToClient) > before + 8'000'000, 30'000);
    const int accepted = (*proxy)->accepted();
    (*proxy)->stallOpen();
    (*proxy)->limit(0);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY2_WITH_TIMEOUT((*proxy)->accepted() > accepted, qPrintable(worker.errorText()), kFoundMilliseconds);
    LIVE_VERIFY((*server)->execute("UPDATE shop.items SET note = 'later' WHERE id <= 100"));
    QVERIFY2(waitForNone(worker, [&] { return shop.compare(); }), qPrintable(worker.errorText()));
    QVERIFY2(worker.errorText().contains(QStringLiteral("mysql.connection.silent")), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
}

// The old writer lives, is read-only and says nothing any more.
void BrokenLinksTest::otherServerBehindTheAddress()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(42, flavour);
    LiveServers before;
    LiveServers after;
    LIVE_VERIFY(startPair(before, after, flavour));
    LIVE_VERIFY(ShopTask::createItems(before, kRows));
    const auto proxy = FaultProxy::start(before.mysql().port());
    LIVE_VERIFY(proxy);
    const ShopTask shop = task(after, (*proxy)->port()); // compared with the new one
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY(before.execute("UPDATE shop.items SET note = 'at the old one' WHERE id % 20 = 0"));
    LIVE_VERIFY(waitForReplica(after, before));
    LIVE_VERIFY(before.execute("SET GLOBAL read_only = ON"));
    LIVE_VERIFY(stopReplica(after));
    (*proxy)->setBackEnd(after.mysql().port());
    LIVE_VERIFY(after.execute("UPDATE shop.items SET note = 'at the new one' WHERE id % 30 = 0; DELETE FROM shop.items "
                              "WHERE id = 20; INSERT INTO shop.items (id) VALUES (7)"));
    QVERIFY2(waitForNone(worker, [&] { return shop.compare(); }), qPrintable(worker.errorText()));
    QVERIFY2(worker.errorText().contains(QStringLiteral("mysql.endpoint.moved")), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
}

// The server ends a reader that takes nothing for net_write_timeout.
void BrokenLinksTest::kafkaThatPauses()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(55, flavour);
    const auto server = m_pool.server(flavour, kImpatient);
    LIVE_VERIFY(server);
    LIVE_VERIFY(ShopTask::createItems(**server, kRows));
    const ShopTask shop = task(**server, (*server)->mysql().port());
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    QTRY_COMPARE_WITH_TIMEOUT(dumps(**server), 1, 10'000);
    m_bus.kafka().pause();
    const auto written = (*server)->execute(largeTransaction(60));
    const bool isGivenUp = QTest::qWaitFor([&] { return dumps(**server) == 0; }, 60'000);
    m_bus.kafka().resume();
    LIVE_VERIFY(written);
    QVERIFY2(isGivenUp, qPrintable(worker.errorText()));
    LIVE_VERIFY((*server)->execute("DELETE FROM shop.items WHERE id % 7 = 0"));
    QVERIFY2(waitForNone(worker, [&] { return shop.compare(); }), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
}

QTEST_GUILESS_MAIN(BrokenLinksTest)
#include "tst_brokenlinks.moc"
