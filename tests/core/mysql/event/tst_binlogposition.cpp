// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/BinlogEvent.h"
#include "core/mysql/event/BinlogPosition.h"

#include <QtTest>

using namespace rowcast::mysql;

namespace {

BinlogEvent eventOf(EventType type, uint32_t logPosition, uint32_t bytes, uint16_t flags = 0)
{
    BinlogEvent event;
    event.header.typeNumber = uint8_t(type);
    event.header.logPosition = logPosition;
    event.header.eventBytes = bytes;
    event.header.flags = flags;
    return event;
}

BinlogEvent rotateTo(const char *file, uint64_t position, bool isArtificial)
{
    BinlogEvent event = eventOf(EventType::Rotate, 0, 40, isArtificial ? EventHeader::kArtificial : 0);
    event.body = RotateEvent{position, file, isArtificial};
    return event;
}

} // namespace

class TestBinlogPosition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsing_data();
    void parsing();
    void order();
    void transactionIds_data();
    void transactionIds();
    void trackerFollowsHeaders();
    void trackerCountsWraps();
    void trackerFollowsRotation();
    void trackerPlacesEventsWithoutPosition();
};

void TestBinlogPosition::parsing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normal"); // empty: refused
    QTest::newRow("file and offset") << "mysql-bin-changelog.000024:373"
                                     << "mysql-bin-changelog.000024:373";
    QTest::newRow("file alone") << "binlog.000007"
                                << "binlog.000007:4";
    QTest::newRow("offset before the first event") << "binlog.000007:0"
                                                   << "binlog.000007:4";
    QTest::newRow("beyond 4 GB") << "binlog.000007:5368709120"
                                 << "binlog.000007:5368709120";
    QTest::newRow("dots in the base") << "my.log.bin.000001:9"
                                      << "my.log.bin.000001:9";
    QTest::newRow("no number") << "binlog:4"
                               << "";
    QTest::newRow("no offset behind the colon") << "binlog.000007:"
                                                << "";
    QTest::newRow("letters") << "binlog.000007:x"
                             << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestBinlogPosition::parsing()
{
    QFETCH(QString, text);
    QFETCH(QString, normal);
    const auto position = BinlogPosition::parse(text.toStdString());
    QCOMPARE(position.has_value(), !normal.isEmpty());
    if (position) {
        QCOMPARE(QString::fromStdString(position->text()), normal);
    } else {
        QCOMPARE(position.error().code, QStringLiteral("mysql.binlog.position"));
    }
}

void TestBinlogPosition::order()
{
    const BinlogPosition last{"binlog.999999", 900};
    const BinlogPosition next{"binlog.1000000", 4};
    QVERIFY(last < next);
    QVERIFY((BinlogPosition{"binlog.000001", 4} < BinlogPosition{"binlog.000001", uint64_t(1) << 33}));
    QVERIFY((BinlogPosition{"binlog.000001", 4} == BinlogPosition{"binlog.000001", 4}));
    QCOMPARE(next.fileNumber(), uint64_t(1000000));
    QCOMPARE(std::string(last.base()), std::string("binlog"));
}

// DMS's samples: the guide's, another published one, the reference article's.
void TestBinlogPosition::transactionIds_data()
{
    QTest::addColumn<QString>("position");
    QTest::addColumn<quint64>("id");
    QTest::newRow("guide") << "mysql-bin-changelog.002171:36912135" << quint64(9324410911751);
    QTest::newRow("checkpoint") << "mysql-bin-changelog.157832:1808" << quint64(677883278264080);
    QTest::newRow("article") << "binlog.000002:219" << quint64(8589934811);
}

void TestBinlogPosition::transactionIds()
{
    QFETCH(QString, position);
    QFETCH(quint64, id);
    QCOMPARE(quint64(BinlogPosition::parse(position.toStdString())->transactionId()), id);
}

void TestBinlogPosition::trackerFollowsHeaders()
{
    PositionTracker tracker({"binlog.000001", 4});
    tracker.see(eventOf(EventType::FormatDescription, 126, 122));
    QCOMPARE(tracker.begin(), uint64_t(4));
    QCOMPARE(tracker.end(), uint64_t(126));
    // a GTID dump leaves groups out: sizes do not add up
    tracker.see(eventOf(EventType::Gtid, 1004, 79));
    QCOMPARE(tracker.begin(), uint64_t(925));
    QCOMPARE(tracker.end(), uint64_t(1004));
    tracker.see(eventOf(EventType::FormatDescription, 0, 122)); // tells only how to read
    QCOMPARE(tracker.end(), uint64_t(1004));
    tracker.see(eventOf(EventType::Unknown, 7, 40, EventHeader::kArtificial));
    QCOMPARE(tracker.end(), uint64_t(1004));
}

void TestBinlogPosition::trackerCountsWraps()
{
    constexpr uint64_t kWrap = uint64_t(1) << 32;
    PositionTracker tracker({"binlog.000001", 4});
    tracker.see(eventOf(EventType::WriteRows, 0xFFFFFF00, 8192));
    tracker.see(eventOf(EventType::WriteRows, 0x00001F00, 8192));
    QCOMPARE(tracker.end(), kWrap + 0x1F00);
    QCOMPARE(tracker.begin(), uint64_t(0xFFFFFF00));
    tracker.see(eventOf(EventType::Xid, 0x00001F1F, 31));
    QCOMPARE(tracker.end(), kWrap + 0x1F1F);

    BinlogEvent heartbeat = eventOf(EventType::HeartbeatV2, 0, 60, EventHeader::kArtificial);
    heartbeat.body = HeartbeatEvent{"binlog.000001", 3 * kWrap + 17, true};
    tracker.see(heartbeat);
    QCOMPARE(tracker.end(), 3 * kWrap + 17);
    tracker.see(eventOf(EventType::Gtid, 96, 79));
    QCOMPARE(tracker.begin(), 3 * kWrap + 17);
}

void TestBinlogPosition::trackerFollowsRotation()
{
    PositionTracker tracker({"binlog.000001", 5'000'000'000});
    // the one that begins the dump knows 32 bits of what was asked for
    tracker.see(rotateTo("binlog.000001", 5'000'000'000 & 0xFFFFFFFF, true));
    QCOMPARE(tracker.end(), uint64_t(5'000'000'000));
    BinlogEvent real = rotateTo("binlog.000002", 4, false);
    real.header.logPosition = 705'032'744;
    tracker.see(real);
    QCOMPARE(tracker.position().text(), std::string("binlog.000002:4"));
    tracker.see(rotateTo("binlog.000002", 4, true));
    tracker.see(eventOf(EventType::FormatDescription, 126, 122));
    QCOMPARE(tracker.position().text(), std::string("binlog.000002:126"));
}

// MariaDB 11.4 and newer write no positions into the events of a group.
void TestBinlogPosition::trackerPlacesEventsWithoutPosition()
{
    PositionTracker tracker({"binlog.000001", 4});
    tracker.see(eventOf(EventType::MariaDbGtid, 500, 42));
    tracker.see(eventOf(EventType::TableMap, 0, 50));
    QCOMPARE(tracker.begin(), uint64_t(500));
    tracker.see(eventOf(EventType::WriteRowsV1, 0, 60));
    QCOMPARE(tracker.begin(), uint64_t(550));
    tracker.see(eventOf(EventType::Xid, 641, 31));
    QCOMPARE(tracker.end(), uint64_t(641));
}

QTEST_GUILESS_MAIN(TestBinlogPosition)
#include "tst_binlogposition.moc"
