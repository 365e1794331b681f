// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/Temporal.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// What whole files of real servers hold is compared in tst_rowdecoder; here stand the edges, byte by byte.
class TestTemporal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binaryValues_data();
    void binaryValues();
    void texts_data();
    void texts();
    void realDates();
    void packedNumbers();
};

void TestTemporal::binaryValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<unsigned>("digits");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cell"); // empty: refused
    const auto add = [](const char *name, FieldType type, unsigned digits, const char *bytes, const char *cell) {
        QTest::newRow(name) << int(type) << digits << QByteArray(bytes) << QString::fromLatin1(cell);
    };
    add("date", FieldType::Date, 0, "77ce0f", "p:2023-03-23");
    add("zero date", FieldType::Date, 0, "000000", "NULL");
    add("30 February", FieldType::Date, 0, "5eba0f", "NULL");
    add("month without day", FieldType::Date, 0, "40ba0f", "NULL");
    add("datetime2", FieldType::DateTime2, 0, "99a7f4c99c", "p:2020-11-26T12:38:28Z");
    add("datetime2 with 1 digit", FieldType::DateTime2, 1, "99a7f4c99c 32", "p:2020-11-26T12:38:28.5Z");
    add("datetime2 with 3 digits", FieldType::DateTime2, 3, "99a7f4c99c 04ce", "p:2020-11-26T12:38:28.123Z");
    add("datetime2 with 6 digits", FieldType::DateTime2, 6, "99a7f4c99c 01e240", "p:2020-11-26T12:38:28.123456Z");
    add("zero datetime2", FieldType::DateTime2, 0, "8000000000", "NULL");
    add("datetime2 of 61 seconds", FieldType::DateTime2, 0, "99a7f4c9bd", "");
    add("timestamp2", FieldType::Timestamp2, 0, "5fbfa1c4", "p:2020-11-26T12:38:28Z");
    add("timestamp2 with 2 digits", FieldType::Timestamp2, 2, "5fbfa1c4 0c", "p:2020-11-26T12:38:28.12Z");
    add("timestamp2 beyond 2038", FieldType::Timestamp2, 0, "ffffffff", "p:2106-02-07T06:28:15Z");
    add("zero timestamp2", FieldType::Timestamp2, 6, "00000000 000000", "NULL");
    add("time2", FieldType::Time2, 0, "80c8b8", "p:12:34:56");
    add("negative time2", FieldType::Time2, 0, "6043e5", "p:-507:48:27");
    add("time2 of a tenth below zero", FieldType::Time2, 1, "7fffff f6", "p:-00:00:00.1");
    add("time2 of a micro below zero", FieldType::Time2, 6, "7fffffffffff", "p:-00:00:00.000001");
    add("largest time2", FieldType::Time2, 0, "b46efb", "p:838:59:59");
    add("smallest time2", FieldType::Time2, 0, "4b9105", "p:-838:59:59");
    add("time2 of 61 minutes", FieldType::Time2, 0, "800f40", "");
    add("old timestamp", FieldType::Timestamp, 0, "c4a1bf5f", "p:2020-11-26T12:38:28Z");
    add("old datetime", FieldType::DateTime, 0, "3459f2705f120000", "p:2020-11-26T12:38:28Z");
    add("old time", FieldType::Time, 0, "40e201", "p:12:34:56");
    add("negative old time", FieldType::Time, 0, "c01dfe", "p:-12:34:56");
    add("cut", FieldType::DateTime2, 0, "99a7f4", "");
    add("7 digits", FieldType::DateTime2, 7, "99a7f4c99c 01e24000", "");
}

void TestTemporal::binaryValues()
{
    QFETCH(int, type);
    QFETCH(unsigned, digits);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cell);
    const auto raw = bytesOf(bytes.constData());
    ByteReader reader(raw);
    Arena arena;
    const auto result = readTemporal(reader, static_cast<FieldType>(type), digits, arena);
    if (cell.isEmpty()) {
        QVERIFY(!result || !reader.ok());
        return;
    }
    QVERIFY(result);
    QVERIFY(reader.ok() && reader.atEnd());
    QCOMPARE(QString::fromStdString(cellText(*result)), cell);
}

void TestTemporal::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTime");
    QTest::addColumn<unsigned>("digits");
    QTest::addColumn<QString>("cell");
    QTest::newRow("datetime") << "2020-11-26 12:38:28" << false << 0U << "p:2020-11-26T12:38:28Z";
    QTest::newRow("datetime with fraction") << "2020-11-26 12:38:28.120" << false << 3U << "p:2020-11-26T12:38:28.120Z";
    QTest::newRow("year 18") << "0018-01-01 00:00:00" << false << 0U << "p:0018-01-01T00:00:00Z";
    QTest::newRow("zero") << "0000-00-00 00:00:00" << false << 0U << "NULL";
    QTest::newRow("30 February") << "2013-02-30 01:02:03" << false << 0U << "NULL";
    QTest::newRow("time") << "12:34:56" << true << 0U << "p:12:34:56";
    QTest::newRow("long negative time") << "-838:59:58.99" << true << 2U << "p:-838:59:58.99";
    QTest::newRow("letters") << "yesterday" << false << 0U << "";
    QTest::newRow("something behind") << "2020-11-26 12:38:28x" << false << 0U << "";
    QTest::newRow("empty") << "" << true << 0U << "";
}

void TestTemporal::texts()
{
    QFETCH(QString, text);
    QFETCH(bool, isTime);
    QFETCH(unsigned, digits);
    QFETCH(QString, cell);
    const std::string bytes = text.toStdString();
    const auto parts = isTime ? parseTimeText(bytes) : parseDateTimeText(bytes);
    QCOMPARE(parts.has_value(), !cell.isEmpty());
    if (parts) {
        Arena arena;
        const Cell made = isTime ? timeCell(*parts, digits, arena) : dateTimeCell(*parts, digits, arena);
        QCOMPARE(QString::fromStdString(cellText(made)), cell);
    }
}

void TestTemporal::realDates()
{
    QVERIFY((DateTimeParts{2000, 2, 29}.isRealDate()));
    QVERIFY((DateTimeParts{2024, 2, 29}.isRealDate()));
    QVERIFY((!DateTimeParts{1900, 2, 29}.isRealDate()));
    QVERIFY((!DateTimeParts{2023, 4, 31}.isRealDate()));
    QVERIFY((!DateTimeParts{2023, 13, 1}.isRealDate()));
    QVERIFY((!DateTimeParts{2023, 1, 0}.isRealDate()));
    QVERIFY((DateTimeParts{1, 1, 1}.isRealDate()));
}

// JSON documents: 2015-01-15 23:24:25.500000 and -12:34:56.123456 as MySQL packs them.
void TestTemporal::packedNumbers()
{
    const DateTimeParts date
        = unpackDateTime((((((2015LL * 13 + 1) << 5) | 15) << 17 | 23 << 12 | 24 << 6 | 25) << 24) + 500000);
    QCOMPARE(date.year, 2015U);
    QCOMPARE(date.day, 15U);
    QCOMPARE(date.second, 25U);
    QCOMPARE(date.micros, 500000U);
    const DateTimeParts time = unpackTime(-(((12LL << 12 | 34 << 6 | 56) << 24) + 123456));
    QVERIFY(time.isNegative);
    QCOMPARE(time.hour, 12U);
    QCOMPARE(time.micros, 123456U);
}

QTEST_GUILESS_MAIN(TestTemporal)
#include "tst_temporal.moc"
