// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ByteReader.h"
#include "core/base/Utf8.h"

#include <QtTest>

using namespace rowcast;

class BytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers();
    void neverReadsPastTheEnd();
    void lengthEncoded_data();
    void lengthEncoded();
    void repairsUtf8_data();
    void repairsUtf8();
};

void BytesTest::readsNumbers()
{
    const uint8_t bytes[] = {1, 2, 3, 4, 5, 6, 7, 8, 0x12, 0x34};
    ByteReader reader(bytes);
    QCOMPARE(reader.little(3), uint64_t(0x030201));
    QCOMPARE(reader.big(2), uint64_t(0x0405));
    QCOMPARE(reader.u8(), uint8_t(6));
    QCOMPARE(reader.u16(), uint16_t(0x0807));
    QCOMPARE(reader.big(2), uint64_t(0x1234));
    QVERIFY(reader.ok() && reader.atEnd());
}

void BytesTest::neverReadsPastTheEnd()
{
    const uint8_t bytes[] = {1, 2};
    ByteReader reader(bytes);
    QCOMPARE(reader.u32(), uint32_t(0));
    QVERIFY(!reader.ok());
    QCOMPARE(reader.u8(), uint8_t(0));
    QVERIFY(ByteReader(bytes).text(3).empty());
}

void BytesTest::lengthEncoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isOk");
    QTest::addColumn<quint64>("value");
    QTest::newRow("one byte") << QByteArray::fromHex("fa") << true << quint64(250);
    QTest::newRow("two bytes") << QByteArray::fromHex("fc3412") << true << quint64(0x1234);
    QTest::newRow("three bytes") << QByteArray::fromHex("fd563412") << true << quint64(0x123456);
    QTest::newRow("eight bytes") << QByteArray::fromHex("fe0807060504030201") << true << quint64(0x0102030405060708);
    QTest::newRow("cut off") << QByteArray::fromHex("fd5634") << false << quint64(0);
    QTest::newRow("null is no number") << QByteArray::fromHex("fb") << false << quint64(0);
    QTest::newRow("error mark is no number") << QByteArray::fromHex("ff") << false << quint64(0);
}

void BytesTest::lengthEncoded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isOk);
    QFETCH(quint64, value);
    ByteReader reader({reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())});
    QCOMPARE(quint64(reader.lengthEncoded()), value);
    QCOMPARE(reader.ok(), isOk);
}

void BytesTest::repairsUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("repaired");
    const QByteArray mark = "\xEF\xBF\xBD";
    QTest::newRow("ascii") << QByteArray("plain ascii text") << QByteArray("plain ascii text");
    QTest::newRow("korean") << QByteArray("쿠폰") << QByteArray("쿠폰");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x8E\x81") << QByteArray("\xF0\x9F\x8E\x81");
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << QByteArray("a" + mark + "z");
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << QByteArray(mark + mark);
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray(mark + mark + mark);
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << QByteArray(mark + mark + mark + mark);
    QTest::newRow("cut sequence at the end") << QByteArray("ab\xE2\x82") << QByteArray("ab" + mark);
    QTest::newRow("cut sequence inside") << QByteArray("\xE2\x82z") << QByteArray(mark + "z");
}

void BytesTest::repairsUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, repaired);
    std::string out;
    const bool isRepaired = appendUtf8Repaired(out, bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(out), repaired);
    QCOMPARE(isRepaired, bytes != repaired);
    QCOMPARE(isValidUtf8(bytes.toStdString()), bytes == repaired);
    QVERIFY(isValidUtf8(out));
}

QTEST_GUILESS_MAIN(BytesTest)
#include "tst_bytes.moc"
