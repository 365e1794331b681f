// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/event/TableMetadata.h"
#include "core/mysql/row/TableLayout.h"
#include "core/mysql/row/TypeMap.h"
#include "tests/core/mysql/Bytes.h"
#include "tests/core/mysql/Capture.h"

#include <QtTest>

#include <algorithm>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

TableDefinition definitionOf(const char *type, const char *charset)
{
    TableDefinition definition;
    definition.id = {"shop", "t"};
    ColumnDefinition column;
    column.name = "c";
    column.type = type;
    column.charset = charset;
    definition.columns = {column};
    return definition;
}

// A TABLE_MAP of one column.
struct OneColumn {
    std::vector<uint8_t> types;
    std::vector<uint8_t> metadata;
    std::vector<uint8_t> optional;
    TableMapEvent event;

    OneColumn(const char *type, const char *meta, const char *optionalMetadata)
        : types(bytesOf(type))
        , metadata(bytesOf(meta))
        , optional(bytesOf(optionalMetadata))
    {
        event.types = types;
        event.metadata = metadata;
        event.optionalMetadata = optional;
    }
};

} // namespace

class TestTableLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneColumn_data();
    void oneColumn();
    void changedDefinitions_data();
    void changedDefinitions();
    void hiddenHashOfMariaDb();
    void optionalMetadata();
    void damagedMetadata();
};

void TestTableLayout::oneColumn_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QByteArray>("binlog"); // type, metadata, optional metadata
    QTest::addColumn<QString>("contradiction"); // empty: fits
    const auto add = [](const char *name, const char *type, const char *charset, const char *binlog,
                         const char *contradiction = "") {
        QTest::newRow(name) << QString::fromUtf8(type) << QString::fromLatin1(charset) << QByteArray(binlog)
                            << QString::fromLatin1(contradiction);
    };
    add("int", "int", "", "03||");
    add("int is now bigint", "int", "", "08||", "binlog type 8");
    add("sign fits", "int unsigned", "", "03||010180");
    add("sign changed", "int", "", "03||010180", "unsigned");
    add("decimal", "decimal(10,2)", "", "f6|0a02|");
    add("scale changed", "decimal(10,2)", "", "f6|0a03|", "binlog type 246");
    add("datetime", "datetime(3)", "", "12|03|");
    add("datetime of before 5.6", "datetime", "", "0c||");
    add("digits changed", "datetime(3)", "", "12|06|", "binlog type 18");
    add("bit", "bit(9)", "", "10|0101|");
    add("bits changed", "bit(9)", "", "10|0201|", "binlog type 16");
    add("binary", "binary(10)", "", "fe|fe0a|");
    add("binary 300 bytes, length in the type", "char(75)", "utf8mb4", "fe|ee2c|");
    add("binary of other length", "binary(10)", "", "fe|fe0b|", "binlog type 254");
    add("enum", "enum('a','b')", "latin1", "fe|f701|");
    add("enum grew beyond a byte", "enum('a','b')", "latin1", "fe|f702|", "binlog type 254");
    add("enum is a char now", "enum('a','b')", "latin1", "fe|fe01|", "binlog type 254");
    add("labels fit", "enum('a','ü')", "latin1", "fe|f701|06 05 02 01 61 01 fc");
    add("labels changed", "enum('a','b')", "latin1", "fe|f701|06 05 02 01 61 01 63", "labels");
    add("label added", "enum('a','b')", "latin1", "fe|f701|06 07 03 01 61 01 62 01 63", "labels");
    add("set of 9", "set('1','2','3','4','5','6','7','8','9')", "latin1", "fe|f802|");
    add("varchar", "varchar(10)", "latin1", "0f|0a00|02 01 08");
    add("charset changed", "varchar(10)", "latin1", "0f|2800|02 01 1c", "gbk");
    add("utf8mb3 and utf8mb4 decode alike", "varchar(10)", "utf8mb3", "0f|2800|02 03 fcff00");
    add("collation of a newer server", "varchar(10)", "latin1", "0f|2800|02 03 fc60ea");
    add("text", "text", "utf8mb4", "fc|02|");
    add("text is compressed now", "text", "utf8mb4", "8c|02|", "binlog type 140");
    add("compressed text", "text /*M!100301 COMPRESSED*/", "utf8mb4", "8c|02|");
    add("json", "json", "", "f5|04|");
    add("MariaDB's json", "json", "", "fc|04|");
    add("geometry", "point", "", "ff|04|07 01 01");
    add("vector", "vector(3)", "", "f2|02|0d 01 03");
    add("uuid", "uuid", "", "fe|fe10|");
    add("inet4", "inet4", "", "fe|fe04|");
    add("name fits", "int", "", "03||04 02 01 63");
    add("name changed", "int", "", "03||04 02 01 64", "called d");
    add("two columns", "int", "", "0303||", "2 columns");
}

void TestTableLayout::oneColumn()
{
    QFETCH(QString, type);
    QFETCH(QString, charset);
    QFETCH(QByteArray, binlog);
    QFETCH(QString, contradiction);
    const auto parts = binlog.split('|');
    const OneColumn column(parts[0].constData(), parts[1].constData(), parts[2].constData());
    const auto layout = layoutOf(definitionOf(type.toUtf8().constData(), charset.toLatin1().constData()));
    QVERIFY(layout);
    const auto fits = layout->checkAgainst(column.event);
    QVERIFY2(fits.has_value() == contradiction.isEmpty(), fits ? "fits" : qPrintable(fits.error().text()));
    if (!fits) {
        QCOMPARE(fits.error().code, QStringLiteral("mysql.schema.mismatch"));
        QVERIFY2(fits.error().cause.contains(contradiction), qPrintable(fits.error().cause));
        QVERIFY(fits.error().cause.contains(QStringLiteral("shop.t")));
    }
}

void TestTableLayout::changedDefinitions_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"metadata-mysql80", "metadata-mysql97", "metadata-mariadb1011"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

// Full metadata of real servers: each pair of columns exchanged in our definition must be noticed.
void TestTableLayout::changedDefinitions()
{
    QFETCH(QString, name);
    const Capture capture(name);
    const TableLayoutPtr layout = capture.layouts().at("m");
    int exchanged = 0;
    const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t) {
        const auto *map = std::get_if<TableMapEvent>(&event.body);
        const auto metadata = map == nullptr ? Result<TableMetadata>(TableMetadata()) : TableMetadata::read(*map);
        if (!metadata || !metadata->hasNames || map->table != "m") {
            return metadata ? Result<void>() : Result<void>(metadata.error());
        }
        for (size_t i = 0; i + 1 < layout->columns.size(); ++i) {
            TableLayout other = *layout;
            std::swap(other.columns[i], other.columns[i + 1]);
            if (other.checkAgainst(*map)) {
                return Result<void>(Failure{QStringLiteral("test"), QStringLiteral("column %1").arg(i), {}, {}, false});
            }
            ++exchanged;
        }
        return layout->checkAgainst(*map);
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QCOMPARE(exchanged, int(layout->columns.size()) - 1);
}

// CREATE TABLE h (id INT PRIMARY KEY, b TEXT, UNIQUE (b)): a third column that SQL does not show.
void TestTableLayout::hiddenHashOfMariaDb()
{
    TableDefinition definition = definitionOf("int", "");
    definition.columns.push_back(definition.columns[0]);
    definition.columns[1].type = "text";
    auto layout = layoutOf(definition);
    QVERIFY(layout);
    OneColumn map("03 fc 08", "02", "");
    QVERIFY(!layout->checkAgainst(map.event)); // MySQL has none
    map.event.isMariaDb = true;
    QVERIFY(layout->checkAgainst(map.event));
    definition.columns[1].type = "int"; // nothing that could have a hash: a column was added
    layout = layoutOf(definition);
    OneColumn numbers("03 03 08", "", "");
    numbers.event.isMariaDb = true;
    QVERIFY(!layout->checkAgainst(numbers.event));
}

void TestTableLayout::optionalMetadata()
{
    // columns: INT UNSIGNED, VARCHAR latin1, VARCHAR gbk, YEAR, SET('x','y'), POINT, VECTOR(3), BIGINT
    const OneColumn map("03 0f 0f 0d fe ff f2 08", "0a00 0a00 f801 04 02",
        "01 01 c0  02 03 08 01 1c  05 05 02 01 78 01 79  07 01 01  0d 01 03  0c 01 fe  09 04 00 00 01 05"
        "04 10 01 61 01 62 01 63 01 64 01 65 01 66 01 67 01 68  63 02 0000");
    const auto metadata = TableMetadata::read(map.event);
    QVERIFY2(metadata, metadata ? "" : qPrintable(metadata.error().text()));
    QVERIFY(*metadata->columns[0].isUnsigned);
    QVERIFY(*metadata->columns[3].isUnsigned);
    QVERIFY(!*metadata->columns[7].isUnsigned);
    QVERIFY(!metadata->columns[1].isUnsigned);
    QCOMPARE(*metadata->columns[1].collation, 8U);
    QCOMPARE(*metadata->columns[2].collation, 28U);
    QCOMPARE(metadata->columns[4].labels.size(), size_t(2));
    QCOMPARE(*metadata->columns[5].geometryType, 1U);
    QCOMPARE(*metadata->columns[6].dimensions, 3U);
    QVERIFY(*metadata->columns[6].isVisible);
    QVERIFY(!*metadata->columns[7].isVisible);
    QCOMPARE(metadata->primaryKey.size(), size_t(2));
    QCOMPARE(metadata->primaryKey[1].prefix, 5U);
    QVERIFY(metadata->hasNames);
    QCOMPARE(std::string(*metadata->columns[7].name), std::string("h"));
}

void TestTableLayout::damagedMetadata()
{
    for (const char *optional : {"01", "01 02 80", "01 00", "02 03 08 07 1c", "04 01 05", "08 01 09", "06 02 ff 01"}) {
        const OneColumn map("fe", "f701", optional);
        const OneColumn number("03", "", optional);
        const bool isFound = !TableMetadata::read(map.event) || !TableMetadata::read(number.event);
        QVERIFY2(isFound, optional);
    }
    for (const char *metadata : {"", "0a", "0a00"}) {
        const OneColumn map("f6 f6", metadata, "");
        QVERIFY2(!TableMetadata::read(map.event), metadata);
    }
    for (const auto &[type, metadata] : {std::pair("f6", "0001"), std::pair("fc", "05"), std::pair("12", "07"),
             std::pair("fe", "f703"), std::pair("fe", "f809"), std::pair("10", "0000"), std::pair("10", "01ff")}) {
        const OneColumn map(type, metadata, "");
        QVERIFY2(!TableMetadata::read(map.event), type);
    }
}

QTEST_GUILESS_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
