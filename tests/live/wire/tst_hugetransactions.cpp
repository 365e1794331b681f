// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/HugeTask.h"

#include <optional>

using namespace rowcast;
using namespace rowcast::tests;

// A transaction larger than the memory that the worker may have: passed on in parts, killed in the middle, each row
// there once. ROWCAST_HUGE_MEGABYTES sets its size (short form: 384).
class HugeTransactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LIVE_VERIFY(m_bus.startKafka()); }
    void passesInParts_data();
    void passesInParts();

private:
    LiveServers m_bus;
};

namespace {

constexpr int kMostMegabytes = 300; // resident
constexpr int kMinute = 60'000;

int hugeMegabytes()
{
    return std::max(384, qEnvironmentVariable("ROWCAST_HUGE_MEGABYTES", QStringLiteral("384")).toInt());
}

// Large transactions in binlog files of their own, which newer servers of MySQL announce.
Result<bool> hasFilesOfTheirOwn(const LiveServers &servers)
{
    auto sql = servers.sql();
    const auto rows
        = sql ? sql->query("SHOW GLOBAL VARIABLES LIKE 'binlog_large_transaction_optimization_enabled'") : sql.error();
    return rows ? Result<bool>(!rows->isEmpty()) : Result<bool>(rows.error());
}

} // namespace

void HugeTransactionTest::passesInParts_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<bool>("isCompressed");
    const auto add = [](const char *name, MySqlFlavour flavour, bool isCompressed) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(name) << flavour << isCompressed;
        }
    };
    add("MySQL 8.0", MySqlFlavour::MySql80, false);
    add("MySQL 8.0, compressed", MySqlFlavour::MySql80, true);
    add("MySQL 9", MySqlFlavour::MySql9, false);
    add("MySQL 9, compressed", MySqlFlavour::MySql9, true);
    add("MariaDB", MySqlFlavour::MariaDb, false);
}

void HugeTransactionTest::passesInParts()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(bool, isCompressed);
    const HardCase mark(isCompressed ? 61 : 9, flavour);
    const int megabytes = hugeMegabytes();
    const int patience = 2 * kMinute + megabytes * 300;
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour, {QStringLiteral("--innodb-buffer-pool-size=256M")}));
    const auto ownFiles = hasFilesOfTheirOwn(servers);
    LIVE_VERIFY(ownFiles);
    std::optional<HardCase> ownFileMark;
    if (*ownFiles && !isCompressed) {
        ownFileMark.emplace(11, flavour);
    } else if (!*ownFiles) {
        HardCase::lacking(
            11, flavour, QStringLiteral("This server has no binlog_large_transaction_optimization_enabled."));
    }
    HugeTask task(servers, m_bus.kafka().bootstrapServers(),
        QStringLiteral("huge-%1-%2").arg(flavourId(flavour)).arg(isCompressed ? 1 : 0), megabytes);
    LIVE_VERIFY(task.fill());
    WorkerProcess worker(task.shop().document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY(task.update(isCompressed));
    // its lines come each second; a fast computer passes all rows on within one
    QVERIFY2(QTest::qWaitFor([&] { return !worker.isRunning() || task.hasBegun(); }, patience),
        qPrintable(worker.errorText()));
    const int firstPeak = residentPeak(worker.processId());
    worker.kill();
    const auto part = task.delivered();
    LIVE_VERIFY(part);
    worker.start(kUntilCaughtUp);
    const auto [exitCode, secondPeak] = watchToEnd(worker, patience);
    QVERIFY2(exitCode == 0, qPrintable(worker.errorText()));
    qInfo("%d MB: %d MB resident, killed at %d of %d rows; %d MB in the second run", megabytes, firstPeak, *part,
        task.updates(), secondPeak);
    QVERIFY(*part > 0);
    QVERIFY(*part < task.updates()); // else the kill came too late to prove anything
    QVERIFY(firstPeak > 0 && firstPeak < kMostMegabytes);
    QVERIFY(secondPeak > 0 && secondPeak < kMostMegabytes);
    VERIFY_NONE(task.compare());
    if (flavour == MySqlFlavour::MariaDb) {
        HardCase::lacking(61, flavour, QStringLiteral("MariaDB compresses single events, not transactions."));
    }
}

QTEST_GUILESS_MAIN(HugeTransactionTest)
#include "tst_hugetransactions.moc"
