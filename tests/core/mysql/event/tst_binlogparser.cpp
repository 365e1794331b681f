// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/gtid/MariaDbGtid.h"
#include "tests/core/mysql/Bytes.h"
#include "tests/core/mysql/Capture.h"

#include <QtTest>

#include <list>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

// The type names of a file's events with how often each comes in a row: "QUERY XID*2".
QString summaryOf(const Capture &capture)
{
    QStringList names;
    int repeated = 0;
    const auto end = [&] {
        if (repeated > 1) {
            names.last() += QStringLiteral("*%1").arg(repeated);
        }
    };
    QString last;
    const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t) {
        const QString name = text(eventTypeName(event.header.type()));
        repeated = name == last ? repeated + 1 : (end(), names += name, 1);
        last = name;
        return Result<void>();
    });
    end();
    return done ? names.join(u' ') : done.error().text();
}

// One event with this body: header in front, sizes right, no checksum.
std::vector<uint8_t> eventOf(uint8_t type, const char *body, uint16_t flags = 0)
{
    const auto content = bytesOf(body);
    const auto size = uint8_t(EventHeader::kBytes + content.size());
    std::vector<uint8_t> event{
        1, 0, 0, 0, type, 9, 0, 0, 0, size, 0, 0, 0, 0, 1, 0, 0, uint8_t(flags & 0xFF), uint8_t(flags >> 8)};
    event.insert(event.end(), content.begin(), content.end());
    return event;
}

// Parses events and keeps their bytes, which the results point into.
class EventReader {
public:
    template <typename Body> Body read(std::vector<uint8_t> bytes)
    {
        m_kept.push_back(std::move(bytes));
        auto event = m_parser.parse(m_kept.back());
        if (!event) {
            qFatal("%s", qPrintable(event.error().text()));
        }
        return std::get<Body>(event->body);
    }
    bool isRefused(const std::vector<uint8_t> &bytes) { return !m_parser.parse(bytes).has_value(); }

private:
    BinlogParser m_parser;
    std::list<std::vector<uint8_t>> m_kept;
};

Result<void> found(const QString &what)
{
    return Failure{QStringLiteral("test"), what, {}, {}, false};
}

} // namespace

class TestBinlogParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesOfServers_data();
    void filesOfServers();
    void formatDescription();
    void queryKeepsSession();
    void gtids();
    void taggedGtids();
    void mariaDbGtids();
    void smallEvents();
    void unknownEvents();
    void flippedBitIsFound();
    void cutEventsAreRefused();
    void wrongSizesAreRefused();
    void failuresNameThePlace();
};

void TestBinlogParser::filesOfServers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("summary");
    QTest::newRow("MySQL 8.0") << "partial-mysql80"
                               << "FORMAT_DESCRIPTION PREVIOUS_GTIDS GTID QUERY GTID QUERY TABLE_MAP WRITE_ROWS XID "
                                  "GTID QUERY TABLE_MAP PARTIAL_UPDATE_ROWS XID GTID QUERY TABLE_MAP "
                                  "PARTIAL_UPDATE_ROWS XID GTID QUERY TABLE_MAP PARTIAL_UPDATE_ROWS XID ROTATE";
    QTest::newRow("MySQL 9.7, tags") << "vector-mysql97"
                                     << "FORMAT_DESCRIPTION PREVIOUS_GTIDS GTID_TAGGED QUERY GTID_TAGGED QUERY "
                                        "TABLE_MAP WRITE_ROWS XID GTID_TAGGED QUERY TABLE_MAP WRITE_ROWS XID ROTATE";
    QTest::newRow("MySQL 8.0, compressed transactions")
        << "payload-mysql80"
        << "FORMAT_DESCRIPTION PREVIOUS_GTIDS GTID QUERY GTID QUERY TABLE_MAP WRITE_ROWS XID GTID QUERY GTID "
           "TRANSACTION_PAYLOAD QUERY TABLE_MAP WRITE_ROWS XID GTID TRANSACTION_PAYLOAD QUERY TABLE_MAP "
           "UPDATE_ROWS TABLE_MAP DELETE_ROWS TABLE_MAP WRITE_ROWS XID GTID TRANSACTION_PAYLOAD QUERY "
           "TABLE_MAP PARTIAL_UPDATE_ROWS XID GTID QUERY GTID QUERY TABLE_MAP WRITE_ROWS*2 XID GTID QUERY TABLE_MAP "
           "PARTIAL_UPDATE_ROWS XID ROTATE";
    QTest::newRow("MariaDB 10.11")
        << "charsets-mariadb1011"
        << "FORMAT_DESCRIPTION MARIADB_GTID_LIST MARIADB_BINLOG_CHECKPOINT*2 MARIADB_GTID QUERY MARIADB_GTID "
           "MARIADB_ANNOTATE_ROWS TABLE_MAP WRITE_ROWS_V1 XID MARIADB_GTID MARIADB_ANNOTATE_ROWS TABLE_MAP "
           "WRITE_ROWS_V1 XID MARIADB_GTID MARIADB_ANNOTATE_ROWS TABLE_MAP UPDATE_ROWS_V1 XID ROTATE";
}

void TestBinlogParser::filesOfServers()
{
    QFETCH(QString, name);
    QFETCH(QString, summary);
    QCOMPARE(summaryOf(Capture(name)), summary);
}

void TestBinlogParser::formatDescription()
{
    const auto firstOf = [](const char *name, const std::function<void(const FormatDescriptionEvent &)> &check) {
        const auto done = Capture(QString::fromLatin1(name)).forEachEvent([&](const BinlogEvent &event, size_t) {
            if (const auto *format = std::get_if<FormatDescriptionEvent>(&event.body)) {
                check(*format);
            }
            return Result<void>();
        });
        QVERIFY(done);
    };
    firstOf("numbers-mysql80", [](const FormatDescriptionEvent &format) {
        QCOMPARE(text(format.serverVersion), QStringLiteral("8.0.33"));
        QVERIFY(!format.isMariaDb);
        QVERIFY(format.hasChecksums);
        QCOMPARE(format.postHeaderBytes.size(), size_t(41));
    });
    firstOf("numbers-mariadb1011", [](const FormatDescriptionEvent &format) {
        QVERIFY(format.serverVersion.starts_with("10.11."));
        QVERIFY(format.isMariaDb);
        QVERIFY(format.hasChecksums);
        QCOMPARE(format.postHeaderBytes.size(), size_t(171));
    });
}

// The CREATE TABLE of temporal.sql ran with sql_mode=ALLOW_INVALID_DATES.
void TestBinlogParser::queryKeepsSession()
{
    constexpr uint64_t kAllowInvalidDates = uint64_t(1) << 25;
    for (const char *name : {"temporal-mysql80", "temporal-mariadb1011"}) {
        int seen = 0;
        const auto done = Capture(QString::fromLatin1(name)).forEachEvent([&](const BinlogEvent &event, size_t) {
            const auto *query = std::get_if<QueryEvent>(&event.body);
            if (query != nullptr && query->text.find("create table") != std::string_view::npos) {
                seen += query->schema == "orc" && query->sqlMode == kAllowInvalidDates && query->errorCode == 0
                        && query->clientCharset.has_value()
                    ? 1
                    : 0;
            }
            return Result<void>();
        });
        QVERIFY(done);
        QCOMPARE(seen, 1);
    }
}

void TestBinlogParser::gtids()
{
    int gtids = 0;
    std::string previous;
    const auto done = Capture(QStringLiteral("numbers-mysql80")).forEachEvent([&](const BinlogEvent &event, size_t) {
        if (const auto *set = std::get_if<PreviousGtidsEvent>(&event.body)) {
            previous = GtidSet::fromBinary(set->set)->text();
        }
        if (const auto *gtid = std::get_if<GtidEvent>(&event.body)) {
            ++gtids;
            // the file goes on where the one before it ended
            const std::string expected = uuidText(gtid->uuid) + ":1-" + std::to_string(gtid->number - uint64_t(gtids));
            if (previous != expected || gtid->isAnonymous || gtid->sequenceNumber != gtids
                || gtid->immediateCommitMicros / 1'000'000 != event.header.timestamp || gtid->transactionBytes == 0
                || gtid->originalCommitMicros != gtid->immediateCommitMicros) {
                return found(QString::fromStdString(expected));
            }
        }
        return Result<void>();
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text() + QString::fromStdString(previous)));
    QCOMPARE(gtids, 8);
}

// The first GTID_TAGGED of MySQL 9.7 after `SET gtid_next='AUTOMATIC:mytag'`.
void TestBinlogParser::taggedGtids()
{
    EventReader reader;
    const auto event = reader.read<GtidEvent>(eventOf(42,
        "02 7a 00 00 00 02 45034502b50229039903d90322c5032902f90204f10300000002 04 04 06 0a6d79746167 08 18 0a 1c"
        "0c 7f2cf4fe30ea6006 10 a504 12 83120b"));
    QCOMPARE(uuidText(event.uuid), std::string("d191adca-e6f6-11f1-8abe-02fc00000001"));
    QCOMPARE(text(event.tag), QStringLiteral("mytag"));
    QCOMPARE(event.number, uint64_t(1));
    QCOMPARE(event.lastCommitted, int64_t(6));
    QCOMPARE(event.sequenceNumber, int64_t(7));
    QCOMPARE(event.transactionBytes, uint64_t(297));
    QCOMPARE(event.immediateCommitMicros, uint64_t(0x0660ea30fef42c));
    QVERIFY(!event.isAnonymous);
    // a field that this program does not know: refused only when it must be understood
    QVERIFY(!reader.isRefused(eventOf(42, "02 7a 00 04 04 fd 01")));
    QVERIFY(reader.isRefused(eventOf(42, "02 7a fd 01 04 04 fd 01")));
    QVERIFY(reader.isRefused(eventOf(42, "04 7a 00 04 04")));
}

void TestBinlogParser::mariaDbGtids()
{
    EventReader reader;
    const auto plain = reader.read<MariaDbGtidEvent>(eventOf(162, "0900000000000000 01000000 0c 000000000000"));
    QCOMPARE(plain.sequence, uint64_t(9));
    QCOMPARE(plain.domain, 1U);
    QCOMPARE(plain.server, 9U);
    QVERIFY(!plain.isStandalone());
    const auto ddl = reader.read<MariaDbGtidEvent>(eventOf(162, "0d00000000000000 00000000 29 000000000000"));
    QVERIFY(ddl.isStandalone());
    const auto xa = reader.read<MariaDbGtidEvent>(
        eventOf(162, "0d00000000000000 00000000 42 0700000000000000 01000000 02 01 61 62 63"));
    QVERIFY(xa.preparesXa());
    QCOMPARE(xa.commitId, uint64_t(7));
    QCOMPARE(text(xa.xaGlobal), QStringLiteral("ab"));
    QCOMPARE(text(xa.xaBranch), QStringLiteral("c"));
    const auto list = reader.read<GtidListEvent>(
        eventOf(163, "02000010 00000000 6c520000 0800000000000000 01000000 02000000 0900000000000000"));
    QCOMPARE(list.flags, uint8_t(1));
    QCOMPARE(MariaDbGtidList::fromEvent(list)->text(), std::string("0-21100-8,1-2-9"));
    QVERIFY(reader.isRefused(eventOf(163, "03000000 00000000 6c520000 0800000000000000")));
}

void TestBinlogParser::smallEvents()
{
    EventReader reader;
    QCOMPARE(reader.read<XidEvent>(eventOf(16, "2700000000000000")).xid, uint64_t(0x27));
    const auto rotate = reader.read<RotateEvent>(eventOf(4, "0400000000000000 62696e6c6f672e303030303032", 0x20));
    QVERIFY(rotate.isArtificial);
    QCOMPARE(text(rotate.file), QStringLiteral("binlog.000002"));
    const auto xa = reader.read<XaPrepareEvent>(eventOf(38, "01 07000000 02000000 01000000 616263"));
    QVERIFY(xa.isOnePhase);
    QCOMPARE(xa.format, 7U);
    QCOMPARE(text(xa.global), QStringLiteral("ab"));
    QCOMPARE(text(xa.branch), QStringLiteral("c"));
    const auto beat = reader.read<HeartbeatEvent>(eventOf(27, "62696e2e303031"));
    QCOMPARE(beat.position, uint64_t(256)); // the header's
    QVERIFY(!beat.is64Bit);
    const auto beat64 = reader.read<HeartbeatEvent>(eventOf(41, "01 07 62696e2e303031 02 09 fe 0000000002000000 00"));
    QVERIFY(beat64.is64Bit);
    QCOMPARE(text(beat64.file), QStringLiteral("bin.001"));
    QCOMPARE(beat64.position, uint64_t(2) << 32);
    const auto incident = reader.read<IncidentEvent>(eventOf(26, "0100 04 6c6f7374"));
    QCOMPARE(incident.number, uint16_t(1));
    QCOMPARE(text(incident.message), QStringLiteral("lost"));
    QCOMPARE(text(reader.read<RowsQueryEvent>(eventOf(29, "03 616263")).text), QStringLiteral("abc"));
    QCOMPARE(text(reader.read<RowsQueryEvent>(eventOf(160, "616263")).text), QStringLiteral("abc"));
    QCOMPARE(text(reader.read<BinlogCheckpointEvent>(eventOf(161, "03000000 616263")).file), QStringLiteral("abc"));
    QCOMPARE(reader.read<StartEncryptionEvent>(eventOf(164, "01 02000000 000000000000000000000000")).keyVersion, 2U);
    reader.read<StopEvent>(eventOf(3, ""));
    for (const unsigned type : {5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 17U}) {
        reader.read<StatementPartEvent>(eventOf(uint8_t(type), "00"));
    }
    const auto load = reader.read<QueryEvent>(
        eventOf(18, "07000000 00000000 04 0000 0000  01000000 09000000 1c000000 00  73686f70 00 4c4f41442044415441"));
    QCOMPARE(load.threadId, 7U);
    QCOMPARE(text(load.schema), QStringLiteral("shop"));
    QCOMPARE(text(load.text), QStringLiteral("LOAD DATA"));
    reader.read<GroupReplicationEvent>(eventOf(36, "00"));
    reader.read<GroupReplicationEvent>(eventOf(37, "00"));
}

// Aurora's padding event is of type 100; MySQL 9.7's large transactions have a header event; 20 to 22 were never
// released.
void TestBinlogParser::unknownEvents()
{
    EventReader reader;
    QVERIFY(reader.read<UnknownEvent>(eventOf(100, "0000", EventHeader::kIgnorable)).isIgnorable);
    QVERIFY(reader.read<UnknownEvent>(eventOf(28, "00")).isIgnorable);
    const auto unknown = reader.read<UnknownEvent>(eventOf(99, "0000"));
    QVERIFY(!unknown.isIgnorable);
    QCOMPARE(unknown.typeNumber, uint8_t(99));
    for (const unsigned type : {0U, 1U, 20U, 21U, 22U, 172U, 255U}) {
        QVERIFY(!reader.read<UnknownEvent>(eventOf(uint8_t(type), "00")).isIgnorable);
    }
}

// Each single bit of each event of a file with checksums.
void TestBinlogParser::flippedBitIsFound()
{
    const Capture capture(QStringLiteral("partial-mysql80"));
    size_t events = 0;
    const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t at) {
        std::vector<uint8_t> bytes(capture.binlog().begin() + std::ptrdiff_t(at),
            capture.binlog().begin() + std::ptrdiff_t(at + event.header.eventBytes));
        ++events;
        for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            // the file in use is marked in its FORMAT_DESCRIPTION after the checksum was made
            const bool isInUseMark = event.header.type() == EventType::FormatDescription && bit == 17 * 8;
            bytes[bit / 8] ^= uint8_t(1U << bit % 8);
            BinlogParser parser;
            parser.expectChecksums(true);
            const auto parsed = parser.parse(bytes);
            bytes[bit / 8] ^= uint8_t(1U << bit % 8);
            // a FORMAT_DESCRIPTION whose checksum byte or version is turned says itself that it has none
            const bool mayPass = isInUseMark || event.header.type() == EventType::FormatDescription;
            if (parsed && !mayPass) {
                return found(QStringLiteral("bit %1 of the event at %2").arg(bit).arg(at));
            }
        }
        return Result<void>();
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QVERIFY(events > 20);
}

void TestBinlogParser::cutEventsAreRefused()
{
    for (const char *name : {"payload-mysql80", "mariadb-mariadb1011", "vector-mysql97", "metadata-mysql80"}) {
        const Capture capture(QString::fromLatin1(name));
        const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t at) {
            const std::span whole = std::span(capture.binlog()).subspan(at);
            if (whole[4] != event.header.typeNumber) {
                return Result<void>(); // inside of a compressed transaction
            }
            for (size_t size = 0; size < event.header.eventBytes; ++size) {
                BinlogParser parser;
                if (parser.parse(whole.first(std::min(size, whole.size())))) {
                    return found(QStringLiteral("%1 bytes").arg(size));
                }
            }
            return Result<void>();
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }
}

void TestBinlogParser::wrongSizesAreRefused()
{
    BinlogParser parser;
    for (const auto &bytes :
        {eventOf(19, "6a0000000000 0100 ff 7600"), eventOf(30, "6a0000000000 0100 0100 01 ff ff"),
            eventOf(30, "6a0000000000 0100 0200 fe ffffffffffffff7f ff"), eventOf(2, "00000000 00000000 ff 0000 0000"),
            eventOf(2, "00000000 00000000 00 0000 0500 04"), eventOf(16, "00"), eventOf(26, "0100 ff 61"),
            eventOf(40, "01 01 ff 00"), eventOf(40, "02 01 07 00"), eventOf(166, "6a0000000000 0100 01 01 81ff00"),
            eventOf(165, "00000000 00000000 00 0000 0000 00 84ffffffff00"), eventOf(15, "0400"), eventOf(15, "0300")}) {
        const auto parsed = parser.parse(bytes);
        QVERIFY2(!parsed, qPrintable(QString::number(bytes[4])));
        QCOMPARE(parsed.error().code, QStringLiteral("mysql.binlog.corrupt"));
    }
}

void TestBinlogParser::failuresNameThePlace()
{
    BinlogParser parser;
    parser.setPlace("binlog.000007", 5'000'000'000);
    const auto parsed = parser.parse(eventOf(16, "00"));
    QVERIFY(!parsed);
    QVERIFY(parsed.error().cause.contains(QStringLiteral("binlog.000007:5000000000")));
    QVERIFY(parsed.error().remedy.contains(QStringLiteral("mysqlbinlog")));
    QVERIFY(!parsed.error().retryable);
}

QTEST_GUILESS_MAIN(TestBinlogParser)
#include "tst_binlogparser.moc"
