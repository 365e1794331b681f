// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/RowDecoder.h"
#include "tests/core/mysql/Bytes.h"
#include "tests/core/mysql/Capture.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// The oracle is the server: its SELECT and its row images must give the same cells, on files that real servers wrote.
class TestRowDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreWhatSelectShows_data();
    void rowsAreWhatSelectShows();
    void missingColumnsAreAbsent();
    void partialJsonWithoutDocumentIsLost();
    void damageIsFound_data();
    void damageIsFound();
    void textsStayUntilTheArenaIsReset();
    void rowsOfDefaultsHaveNoBytes_data();
    void rowsOfDefaultsHaveNoBytes();
};

void TestRowDecoder::rowsAreWhatSelectShows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("losses"); // invalid texts
    const auto add = [](const char *name, int rows, int losses = 0) {
        QTest::newRow(name) << QString::fromLatin1(name) << rows << losses;
    };
    add("numbers-mysql80", 21);
    add("numbers-mariadb1011", 21);
    add("temporal-mysql80", 13);
    add("temporal-mariadb1011", 13);
    add("texts-mysql80", 21);
    add("texts-mariadb1011", 21);
    add("charsets-mysql80", 2, 3);
    add("charsets-mariadb1011", 2, 3);
    add("layouts-mysql80", 8);
    add("layouts-mariadb1011", 8);
    add("metadata-mysql80", 3);
    add("metadata-mysql97", 3);
    add("metadata-mariadb1011", 3);
    add("json-mysql80", 10);
    add("payload-mysql80", 5);
    add("payload-mysql97", 5);
    add("mariadb-mariadb1011", 32);
}

void TestRowDecoder::rowsAreWhatSelectShows()
{
    QFETCH(QString, name);
    QFETCH(int, rows);
    QFETCH(int, losses);
    Capture capture(name);
    const Capture::Rows selected = capture.selected();
    const Capture::Rows replayed = capture.replayed();
    QCOMPARE(capture.complaints(), QStringList());
    int compared = 0;
    for (const auto &[table, byKey] : selected) {
        QCOMPARE(replayed.at(table).size(), byKey.size());
        for (const auto &[key, row] : byKey) {
            for (size_t i = 0; i < row.size(); ++i) {
                const QString place = QString::fromStdString(table + ' ' + key + std::to_string(i) + ": ");
                QCOMPARE(place + QString::fromStdString(replayed.at(table).at(key).at(i)),
                    place + QString::fromStdString(row[i]));
            }
            ++compared;
        }
    }
    QCOMPARE(compared, rows);
    QCOMPARE(int(capture.replacedBySelect()), losses);
    QCOMPARE(int(capture.lossesOfReplay()), losses);
}

// images.sql: MINIMAL and NOBLOB, more than eight nullable columns. What an insert's image lacks stays "?" here.
void TestRowDecoder::missingColumnsAreAbsent()
{
    for (const char *name : {"images-mysql80", "images-mariadb1011"}) {
        Capture capture(QString::fromLatin1(name));
        const auto selected = capture.selected().at("w");
        const auto replayed = capture.replayed().at("w");
        QCOMPARE(capture.complaints(), QStringList());
        QCOMPARE(replayed.at("i1 "), selected.at("i1 "));
        QCOMPARE(replayed.at("i2 "), selected.at("i2 "));
        QVERIFY(!replayed.contains("i3 "));
        QCOMPARE(replayed.at("i4 ")[11], std::string("i4"));
        QCOMPARE(replayed.at("i4 ")[1], std::string("?"));
        QCOMPARE(replayed.at("i5 ")[14], std::string("0x71"));
        QCOMPARE(replayed.at("i5 ")[13], std::string("?"));
    }
}

// partial.sql: with MINIMAL the event holds differences of two columns, but not the documents they change.
void TestRowDecoder::partialJsonWithoutDocumentIsLost()
{
    Capture capture(QStringLiteral("partial-mysql80"));
    const auto replayed = capture.replayed().at("j").at("i1 ");
    QCOMPARE(capture.lossesOfReplay(), uint64_t(2));
    QCOMPARE(replayed[1], std::string("j:{\"a\": \"q\"}"));
    QCOMPARE(replayed[3], std::string("j:[1]"));
    QCOMPARE(replayed[4], std::string("i77"));
}

namespace {

// CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a','b'), v VARCHAR(10)): TABLE_MAP's and layout's columns.
struct SmallTable {
    TableLayoutPtr layout;
    std::vector<uint8_t> types = bytesOf("03 fe 0f");
    std::vector<uint8_t> metadata = bytesOf("f701 2800");
    std::vector<uint8_t> nullable = bytesOf("06");
    TableMapEvent map;

    SmallTable()
    {
        auto schema = std::make_shared<TableSchema>();
        schema->id = {"shop", "t"};
        schema->columns.resize(3);
        TableLayout made;
        made.columns.resize(3);
        made.columns[0].name = "id";
        made.columns[0].integerBytes = 4;
        made.columns[1].name = "e";
        made.columns[1].kind = ValueKind::Enum;
        made.columns[1].labels = {"a", "b"};
        made.columns[2].name = "v";
        made.columns[2].kind = ValueKind::Text;
        made.schema = schema;
        layout = std::make_shared<const TableLayout>(made);
        map.types = types;
        map.metadata = metadata;
        map.nullable = nullable;
    }
};

} // namespace

void TestRowDecoder::damageIsFound_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("good"); // rows in front of the damage
    QTest::addColumn<QString>("detail");
    QTest::newRow("whole") << QByteArray("00 01000000 01 0161") << 1 << QString();
    QTest::newRow("no bytes for the nulls and more") << QByteArray("00") << 0 << QStringLiteral("column id");
    QTest::newRow("integer cut") << QByteArray("00 0100") << 0 << QStringLiteral("column id");
    QTest::newRow("unknown label") << QByteArray("00 01000000 03 0161") << 0 << QStringLiteral("column e");
    QTest::newRow("text longer than the event") << QByteArray("00 01000000 01 0261") << 0 << QStringLiteral("column v");
    QTest::newRow("second row cut") << QByteArray("06 01000000 06 02") << 1 << QStringLiteral("row 1");
}

void TestRowDecoder::damageIsFound()
{
    QFETCH(QByteArray, rows);
    QFETCH(int, good);
    QFETCH(QString, detail);
    SmallTable table;
    auto decoder = RowDecoder::create(table.layout, table.map);
    QVERIFY(decoder);
    const auto bytes = bytesOf(rows.constData());
    const auto present = bytesOf("07");
    RowsEvent event;
    event.columnCount = 3;
    event.columnsAfter = present;
    event.rows = bytes;
    Arena arena;
    RowView before;
    RowView after;
    auto iterator = (*decoder)->rows(event, arena);
    auto more = iterator.next(before, after);
    while (more && *more) {
        more = iterator.next(before, after);
    }
    QCOMPARE(int(iterator.count()), good);
    QCOMPARE(more.has_value(), detail.isEmpty());
    if (!more) {
        QCOMPARE(more.error().code, QStringLiteral("mysql.binlog.corrupt"));
        QVERIFY2(more.error().detail.contains(detail), qPrintable(more.error().detail));
    }
}

// Filters keep copies of the cells of a whole event.
void TestRowDecoder::textsStayUntilTheArenaIsReset()
{
    SmallTable table;
    auto decoder = RowDecoder::create(table.layout, table.map);
    QVERIFY(decoder);
    const auto bytes = bytesOf("00 01000000 01 02 61ff  00 02000000 02 01 62");
    const auto present = bytesOf("07");
    RowsEvent event;
    event.columnCount = 3;
    event.columnsAfter = present;
    event.rows = bytes;
    Arena arena;
    RowView before;
    RowView after;
    auto iterator = (*decoder)->rows(event, arena);
    QVERIFY(*iterator.next(before, after));
    const std::vector<Cell> first(after.begin(), after.end());
    QVERIFY(*iterator.next(before, after));
    QVERIFY(before.empty());
    QCOMPARE(cellText(first[2]), std::string("t:a\xEF\xBF\xBD"));
    QCOMPARE(cellText(after[1]), std::string("t:b"));
    const auto losses = (*decoder)->takeLosses();
    QCOMPARE(losses.size(), size_t(1));
    QCOMPARE(losses[0].column, uint16_t(2));
    QCOMPARE(losses[0].count, uint64_t(1));
    QVERIFY((*decoder)->takeLosses().empty());
}

// INSERT INTO t VALUES () with binlog_row_image=MINIMAL: an event without any row bytes.
void TestRowDecoder::rowsOfDefaultsHaveNoBytes_data()
{
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("rows");
    QTest::newRow("insert of defaults") << QByteArray("00") << int(RowsKind::Write) << 1;
    QTest::newRow("unused bits are set") << QByteArray("f8") << int(RowsKind::Write) << 1;
    QTest::newRow("no row at all") << QByteArray("07") << int(RowsKind::Write) << 0;
    QTest::newRow("no update") << QByteArray("00") << int(RowsKind::Update) << 0;
}

void TestRowDecoder::rowsOfDefaultsHaveNoBytes()
{
    QFETCH(QByteArray, present);
    QFETCH(int, kind);
    QFETCH(int, rows);
    SmallTable table;
    auto decoder = RowDecoder::create(table.layout, table.map);
    QVERIFY(decoder);
    const auto bitmap = bytesOf(present.constData());
    RowsEvent event;
    event.kind = RowsKind(kind);
    event.columnCount = 3;
    event.columnsBefore = event.hasBefore() ? std::span<const uint8_t>(bitmap) : std::span<const uint8_t>();
    event.columnsAfter = bitmap;
    Arena arena;
    RowView before;
    RowView after;
    auto iterator = (*decoder)->rows(event, arena);
    for (int row = 0; row < rows; ++row) {
        QVERIFY(*iterator.next(before, after));
        QVERIFY(before.empty());
        QCOMPARE(after.size(), size_t(3));
        QVERIFY(
            std::all_of(after.begin(), after.end(), [](const Cell &cell) { return cell.kind == CellKind::Absent; }));
    }
    const auto more = iterator.next(before, after);
    QVERIFY(more && !*more);
}

QTEST_GUILESS_MAIN(TestRowDecoder)
#include "tst_rowdecoder.moc"
