// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/Decimal.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// Bytes are those of row images of MySQL 8.0.33.
class TestDecimal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsTheServers_data();
    void textIsTheServers();
    void sizes();
    void wrongBytesAreRefused();
};

void TestDecimal::textIsTheServers_data()
{
    QTest::addColumn<unsigned>("precision");
    QTest::addColumn<unsigned>("scale");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, unsigned precision, unsigned scale, const char *bytes, const char *text) {
        QTest::newRow(name) << precision << scale << QByteArray(bytes) << QString::fromLatin1(text);
    };
    add("zero", 10, 2, "80000000 00", "0.00");
    add("one hundredth", 10, 2, "80000000 01", "0.01");
    add("negative hundredth", 10, 2, "7fffffff fe", "-0.01");
    add("all nines", 10, 2, "85f5e0ff 63", "99999999.99");
    add("negative nines", 10, 2, "7a0a1f00 9c", "-99999999.99");
    add("manual's example", 14, 4, "81 0dfb38d2 04d2", "1234567890.1234");
    add("manual's negative", 14, 4, "7e f204c72d fb2d", "-1234567890.1234");
    add("no fraction", 10, 0, "81 00000001", "1000000001");
    add("only a fraction", 9, 9, "80000001", "0.000000001");
    add("empty groups", 27, 9, "80000001 00000000 00000001", "1000000000.000000001");
    add("negative with empty groups", 27, 9, "7ffffffe ffffffff fffffffe", "-1000000000.000000001");
    add("one digit", 1, 0, "87", "7");
}

void TestDecimal::textIsTheServers()
{
    QFETCH(unsigned, precision);
    QFETCH(unsigned, scale);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    Arena arena;
    const auto result = decimalText(bytesOf(bytes.constData()), precision, scale, arena);
    QVERIFY(result);
    QCOMPARE(QString::fromLatin1(result->data(), qsizetype(result->size())), text);
}

void TestDecimal::sizes()
{
    QCOMPARE(decimalBytes(65, 30), size_t(30));
    QCOMPARE(decimalBytes(65, 0), size_t(29));
    QCOMPARE(decimalBytes(30, 30), size_t(14));
    QCOMPARE(decimalBytes(10, 2), size_t(5));
    QCOMPARE(decimalBytes(1, 0), size_t(1));
}

void TestDecimal::wrongBytesAreRefused()
{
    Arena arena;
    QVERIFY(!decimalText(bytesOf("80000000"), 10, 2, arena)); // too short
    QVERIFY(!decimalText({}, 10, 2, arena));
    QVERIFY(!decimalText(bytesOf("ffffffff 63"), 10, 2, arena)); // a group above 99999999
    QVERIFY(!decimalText(bytesOf("80000000 64"), 10, 2, arena)); // a fraction of 100 hundredths
    QVERIFY(!decimalText(bytesOf("80"), 2, 3, arena));
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
