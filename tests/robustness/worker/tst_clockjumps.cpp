// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/DeliveryLedger.h"
#include "tests/live/worker/ShopTask.h"

#include <QDir>
#include <QFile>

using namespace rowcast;
using namespace rowcast::tests;

namespace {

// The worker's own wall clock, by libfaketime, which reads how far it is off from a file. What measures durations goes
// on undisturbed, as when somebody sets a computer's clock.
class WallClock {
public:
    static QString library()
    {
        for (const QString &folder : QDir(QStringLiteral("/usr/lib")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString path = QStringLiteral("/usr/lib/%1/faketime/libfaketimeMT.so.1").arg(folder);
            if (QFile::exists(path)) {
                return path;
            }
        }
        return {};
    }

    void rule(WorkerProcess &worker) const
    {
        worker.setEnvironment(QStringLiteral("LD_PRELOAD"), library());
        worker.setEnvironment(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), path());
        worker.setEnvironment(QStringLiteral("FAKETIME_CACHE_DURATION"), QStringLiteral("1"));
        worker.setEnvironment(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    }

    [[nodiscard]] bool set(int secondsOff)
    {
        QFile file(path());
        const QByteArray text = QByteArray::number(secondsOff);
        return file.open(QIODevice::WriteOnly) && file.write(secondsOff < 0 ? text + '\n' : '+' + text + '\n') > 0;
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("clock")); }

    QTemporaryDir m_folder;
};

// How far the worker's clock is off, by its own log; nothing when it wrote none yet.
std::optional<qint64> secondsOff(const QJsonObject &line)
{
    const QDateTime time = QDateTime::fromString(line[QLatin1String("Time")].toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(QDateTime::currentDateTimeUtc().secsTo(time)) : std::nullopt;
}

} // namespace

// The clock of the worker's computer is set while it loads and follows under writers.
class ClockJumpsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesOnByItself_data();
    void goesOnByItself();
    void cleanupTestCase();

private:
    LiveServers m_servers;
    QStringList m_table;
};

void ClockJumpsTest::initTestCase()
{
    if (WallClock::library().isEmpty()) {
        QSKIP("libfaketime is not installed");
    }
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
}

void ClockJumpsTest::goesOnByItself_data()
{
    constexpr int kMinute = 60;
    constexpr int kDay = 24 * 60 * kMinute;
    QTest::addColumn<QList<int>>("jumps");
    QTest::newRow("half an hour ahead and back") << QList<int>{30 * kMinute, 0};
    QTest::newRow("a day back and ahead") << QList<int>{-kDay, 0};
    QTest::newRow("to and fro") << QList<int>{50 * kMinute, -50 * kMinute, 10 * kMinute};
    QTest::newRow("a day ahead and back") << QList<int>{kDay, 0};
}

void ClockJumpsTest::goesOnByItself()
{
    QFETCH(QList<int>, jumps);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    LIVE_VERIFY(ShopTask::createItems(m_servers, 500));
    ShopTask shop(m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(),
        QStringLiteral("clock-") + QString(name).replace(QLatin1Char(' '), QLatin1Char('-')));
    WallClock wall;
    QVERIFY(wall.set(0));
    WorkerProcess worker(shop.document);
    wall.rule(worker);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    const auto ledger = DeliveryLedger::open(m_servers);
    LIVE_VERIFY(ledger);
    QElapsedTimer clock;
    clock.start();
    {
        const BusyWriters writers(m_servers, 2);
        for (const int jump : jumps) {
            QVERIFY(wall.set(jump));
            const int written = writers.changes();
            const qint64 delivered = deliveredRows(worker.last(QStringLiteral("statistics")));
            QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > written + 300, 60'000);
            QVERIFY2(worker.waitFor([&](const QJsonObject &line) { return deliveredRows(line) > delivered + 300; }),
                qPrintable(worker.errorText().right(1500)));
        }
    }
    QVERIFY2(waitForNone(
                 worker, [&] { return shop.compareRows(); }, 150'000),
        qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd(5'000).value_or(-1), 0);
    const auto count = ledger->count(m_servers, m_servers.kafka().bootstrapServers(), shop.topic());
    LIVE_VERIFY(count);
    m_table.append(count->line(name, int(jumps.size()), clock.elapsed()));
    QVERIFY(count->committed > 0);
    QCOMPARE(count->lost + count->doubled + count->outOfOrder, 0);
    VERIFY_NONE(shop.compare());
}

void ClockJumpsTest::cleanupTestCase()
{
    qInfo().noquote() << DeliveryCount::table(m_table);
}

QTEST_GUILESS_MAIN(ClockJumpsTest)
#include "tst_clockjumps.moc"
