// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/IsoTime.h"
#include "core/message/JsonText.h"

#include <QTest>

#include <limits>

using namespace rowcast;

class TestJsonText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsSpecialsAtEveryPlace();
    void writesReals_data();
    void writesReals();
    void writesTimes_data();
    void writesTimes();
};

// The word-wise search must see each special byte at each place, and nothing else.
void TestJsonText::findsSpecialsAtEveryPlace()
{
    for (int value = 0; value < 256; ++value) {
        for (size_t place = 0; place < 19; ++place) {
            std::string text(19, 'x');
            text[place] = char(value);
            std::string out;
            appendEscaped(out, text);
            const bool isSpecial = value < 0x20 || value == '"' || value == '\\';
            QCOMPARE(out.size() > text.size(), isSpecial);
            QCOMPARE(out.substr(0, place), std::string(place, 'x'));
            QVERIFY(out.ends_with(std::string(18 - place, 'x')));
            QVERIFY(isSpecial || out == text);
        }
    }
}

void TestJsonText::writesReals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isFloat");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << false << QByteArray("0");
    QTest::newRow("minus zero") << -0.0 << false << QByteArray("-0");
    QTest::newRow("third") << 1.0 / 3 << false << QByteArray("0.3333333333333333");
    QTest::newRow("small plain") << 0.00001 << false << QByteArray("0.00001");
    QTest::newRow("smaller") << 0.0000015 << false << QByteArray("1.5e-06");
    QTest::newRow("last plain") << 999999999999999.0 << false << QByteArray("999999999999999");
    QTest::newRow("first with exponent") << 1e15 << false << QByteArray("1e+15");
    QTest::newRow("integer beyond") << 9007199254740993.0 << false << QByteArray("9007199254740992");
    QTest::newRow("largest") << std::numeric_limits<double>::max() << false << QByteArray("1.7976931348623157e+308");
    QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min() << false << QByteArray("5e-324");
    QTest::newRow("float") << double(3.14F) << true << QByteArray("3.14");
    QTest::newRow("float million") << 1e6 << true << QByteArray("1000000");
    QTest::newRow("float beyond") << 1e7 << true << QByteArray("1e+07");
    QTest::newRow("largest float") << double(std::numeric_limits<float>::max()) << true << QByteArray("3.4028235e+38");
}

void TestJsonText::writesReals()
{
    QFETCH(double, value);
    QFETCH(bool, isFloat);
    std::string out;
    isFloat ? appendReal(out, float(value)) : appendReal(out, value);
    QTEST(QByteArray::fromStdString(out), "text");
}

void TestJsonText::writesTimes_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000000Z");
    QTest::newRow("article") << qint64(1606397222482358) << QByteArray("2020-11-26T13:27:02.482358Z");
    QTest::newRow("leap day") << qint64(951782400000001) << QByteArray("2000-02-29T00:00:00.000001Z");
    QTest::newRow("before the epoch") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999999Z");
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << QByteArray("0000-01-01T00:00:00.000000Z");
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << QByteArray("9999-12-31T23:59:59.999999Z");
}

void TestJsonText::writesTimes()
{
    QFETCH(qint64, micros);
    QTEST(QByteArray::fromStdString(isoTime(micros)), "text");
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
