// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HardCase.h"
#include "tests/live/wire/FlavourRows.h"
#include "tests/live/wire/HugeTask.h"
#include "tests/live/wire/StreamChecks.h"

#include <QDeadlineTimer>
#include <QFileInfo>

using namespace rowcast;
using namespace rowcast::tests;

// A binlog file that one transaction made larger than what the 32 bits of its events' positions can tell. Minutes and
// ten gigabytes of disk: it runs where ROWCAST_HUGE_MEGABYTES is 4400 or more.
class LongBinlogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beyondFourGigabytes_data() { addFlavourRows(); }
    void beyondFourGigabytes();
};

namespace {

constexpr qint64 kFourGigabytes = qint64(1) << 32;
constexpr qint64 kMegabyte = 1024 * 1024;
constexpr int kLeastMegabytes = 4400;

// Counts, and keeps the last place alone.
class RowCount final : public ChangeHandler {
public:
    Result<void> change(const Change &change) override
    {
        ++rows;
        const QByteArray place(change.streamPosition.data(), qsizetype(change.streamPosition.size()));
        const qint64 offset = place.split('.').value(1).split(':').value(1).toLongLong();
        isOrdered = isOrdered && offset >= lastOffset;
        lastOffset = offset;
        lastPlace = place;
        return {};
    }
    Result<void> schemaChange(const SchemaChange &) override { return {}; }
    Result<void> tableFailed(const TableId &, const Failure &failure) override { return failure; }
    void noteLoss(const TableId &, const QString &, uint64_t) override { }

    int rows = 0;
    qint64 lastOffset = 0;
    bool isOrdered = true;
    QByteArray lastPlace;
};

Result<void> pollRows(StreamStory &story, RowCount &log, int rows)
{
    const QDeadlineTimer deadline(std::chrono::minutes(20));
    while (log.rows < rows) {
        if (deadline.hasExpired()) {
            return Failure{QStringLiteral("test.too-slow"), QString::fromUtf8(log.lastPlace), {}, {}, false};
        }
        if (const auto polled = story.source().poll(log, {}); !polled) {
            return polled.error();
        }
    }
    return {};
}

} // namespace

void LongBinlogTest::beyondFourGigabytes()
{
    QFETCH(MySqlFlavour, flavour);
    const int megabytes = qEnvironmentVariableIntValue("ROWCAST_HUGE_MEGABYTES");
    if (megabytes < kLeastMegabytes) {
        HardCase::noteSkipped();
        QSKIP("ROWCAST_HUGE_MEGABYTES is less than 4400.");
    }
    const HardCase mark(10, flavour);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(flavour, {QStringLiteral("--innodb-buffer-pool-size=256M")}));
    HugeTask task(servers, {}, QStringLiteral("long"), megabytes);
    LIVE_VERIFY(task.fill());
    StreamStory story(servers.mysql(), kAllOfShop, QStringLiteral("long"));
    story.plan().wantsStreamPosition = true;
    LIVE_VERIFY(servers.execute("FLUSH BINARY LOGS"));
    LIVE_VERIFY(story.start());
    LIVE_VERIFY(task.update(false));
    LIVE_VERIFY(servers.execute("UPDATE shop.big SET n = -1 WHERE id < 10"));
    RowCount log;
    LIVE_VERIFY(pollRows(story, log, task.updates()));
    const QFileInfo file(servers.mysql().dataFolder() + QStringLiteral("/binlog.000002"));
    QVERIFY(file.size() > kFourGigabytes);
    QVERIFY2(log.lastPlace.startsWith("binlog.000002:"), log.lastPlace.constData());
    QVERIFY2(log.lastOffset < file.size() && log.lastOffset > file.size() - kMegabyte, log.lastPlace.constData());
    QVERIFY(log.isOrdered);
    log.lastOffset = 0; // the next file
    LIVE_VERIFY(pollRows(story, log, task.updates() + 10));
    QCOMPARE(log.rows, task.updates() + 10);
    // From a place beyond them: what stands at the end of the large transaction. A ROTATE of the file's name ends it.
    constexpr int kRotateBytes = 19 + 8 + 13 + 4;
    StreamStory second(servers.mysql(), kAllOfShop, QStringLiteral("long-2"));
    CdcStart start;
    start.position = "binlog.000002:" + std::to_string(file.size() - kRotateBytes);
    LIVE_VERIFY(second.start(start));
    RowCount behind;
    LIVE_VERIFY(pollRows(second, behind, 10));
    QCOMPARE(behind.rows, 10);
}

QTEST_GUILESS_MAIN(LongBinlogTest)
#include "tst_longbinlog.moc"
