// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/CellFromText.h"
#include "core/mysql/row/TypeMap.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// What whole tables of real servers answer is compared in tst_rowdecoder.
class TestCellFromText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void invalidBytesAreCounted();
    void nullIsNull();
};

void TestCellFromText::cells_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cell"); // empty: refused
    const auto add = [](const char *name, const char *type, const QByteArray &text, const char *cell) {
        QTest::newRow(name) << QString::fromUtf8(type) << text << QString::fromUtf8(cell);
    };
    add("integer", "bigint", "-9223372036854775808", "i-9223372036854775808");
    add("unsigned", "bigint unsigned", "18446744073709551615", "u18446744073709551615");
    add("zerofill", "int(8) unsigned zerofill", "00000042", "u42");
    add("integer with letters", "int", "12a", "");
    add("empty integer", "int", "", "");
    add("year zero", "year", "0000", "u0");
    add("year", "year", "2155", "u2155");
    add("float as a double", "float", "0.10000000149011612", "f0.100000001");
    add("float minus zero", "float", "-0", "f-0");
    add("smallest float", "float", "1.401298464324817e-45", "f1.40129846e-45");
    add("double", "double", "1.7976931348623157e308", "d1.7976931348623157e+308");
    add("double with digits", "double(10,2)", "-99999999.90", "n:-99999999.90");
    add("zerofill double with digits", "double(12,3) unsigned zerofill", "00000012.500", "n:12.500");
    add("double with digits as exponent", "double(30,2)", "1e20", "n:100000000000000000000.00");
    add("decimal", "decimal(10,2)", "1.00", "n:1.00");
    add("decimal zerofill", "decimal(10,4) unsigned zerofill", "000042.4200", "n:42.4200");
    add("decimal zero of zerofill", "decimal(5,0) unsigned zerofill", "00000", "n:0");
    add("decimal with letters", "decimal(5,0)", "1e5", "");
    add("bit", "bit(1)", QByteArray("\x01", 1), "true");
    add("bit off", "bit(1)", QByteArray("\0", 1), "false");
    add("bits", "bit(9)", QByteArray("\x01\xff", 2), "0x01ff");
    add("date", "date", "2023-03-23", "p:2023-03-23");
    add("zero date", "date", "0000-00-00", "NULL");
    add("datetime", "datetime(3)", "2020-11-26 12:38:28.120", "p:2020-11-26T12:38:28.120Z");
    add("impossible datetime", "datetime", "2013-02-30 00:00:00", "NULL");
    add("no datetime", "datetime", "now", "");
    add("time", "time(2)", "-838:59:58.99", "p:-838:59:58.99");
    add("text", "varchar(10)", "\xC3\xA9", "t:é");
    add("enum", "enum('a')", "a", "t:a");
    add("json", "json", "{\"a\": 1}", "j:{\"a\": 1}");
    add("binary", "binary(3)", QByteArray("\x01\0\0", 3), "0x010000");
    add("geometry", "point", QByteArray("\0\0\0\0\x01", 5), "0x0000000001");
    add("uuid", "uuid", "123e4567-e89b-12d3-a456-426655440000", "t:123e4567-e89b-12d3-a456-426655440000");
}

void TestCellFromText::cells()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, text);
    QFETCH(QString, cell);
    TableDefinition definition;
    definition.columns.resize(1);
    definition.columns[0].name = "c";
    definition.columns[0].type = type.toStdString();
    const auto layout = layoutOf(definition);
    QVERIFY(layout);
    Arena arena;
    uint64_t replaced = 0;
    const std::string_view view(text.constData(), size_t(text.size()));
    const auto result = cellFromText(layout->columns[0], view, arena, replaced);
    QCOMPARE(result.has_value(), !cell.isEmpty());
    if (result) {
        QCOMPARE(QString::fromStdString(cellText(*result)), cell);
    } else {
        QCOMPARE(result.error().code, QStringLiteral("mysql.value.unexpected"));
        QVERIFY(result.error().cause.contains(QStringLiteral(" c ")));
    }
}

// The stored bytes of a latin1 column come as they are (selectExpression), those of a utf8mb4 one, too.
void TestCellFromText::invalidBytesAreCounted()
{
    TableDefinition definition;
    definition.columns.resize(2);
    definition.columns[0].type = "varchar(10)";
    definition.columns[0].charset = "cp1250";
    definition.columns[1].type = "text";
    definition.columns[1].charset = "utf8mb4";
    const auto layout = layoutOf(definition);
    QVERIFY(layout);
    Arena arena;
    uint64_t replaced = 0;
    QCOMPARE(cellText(*cellFromText(layout->columns[0], "\x81\xb3", arena, replaced)),
        std::string("t:\xEF\xBF\xBD\xC5\x82"));
    QCOMPARE(replaced, uint64_t(1));
    QCOMPARE(cellText(*cellFromText(layout->columns[1], "a\xff", arena, replaced)), std::string("t:a\xEF\xBF\xBD"));
    QCOMPARE(replaced, uint64_t(2));
}

void TestCellFromText::nullIsNull()
{
    Arena arena;
    uint64_t replaced = 0;
    const ColumnLayout column;
    QCOMPARE(cellText(*cellFromText(column, std::nullopt, arena, replaced)), std::string("NULL"));
}

QTEST_GUILESS_MAIN(TestCellFromText)
#include "tst_cellfromtext.moc"
