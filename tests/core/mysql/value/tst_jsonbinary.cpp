// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/value/JsonBinary.h"
#include "core/mysql/value/JsonDiff.h"
#include "core/mysql/value/JsonPath.h"
#include "core/mysql/value/JsonScalars.h"
#include "tests/core/mysql/Bytes.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

// {"b":1,"a":[true,null,"x\n"]} as MySQL 8.0.33 stores it.
constexpr const char *kDocument
    = "00 0200 2400 1200 0100 1300 0100 02 1400 05 0100 61 62 0300 1000 04 0100 04 0000 0c 0d00 02 78 0a";

} // namespace

// Whole documents of a real server, small and large, are compared in tst_rowdecoder.
class TestJsonBinary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void doubles_data();
    void doubles();
    void damageIsRefused_data();
    void damageIsRefused();
    void repeatedOffsetsStayBounded();
    void deepNestingIsRefused();
    void differences_data();
    void differences();
    void paths();
};

void TestJsonBinary::texts_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QByteArray &document, const QByteArray &text) {
        QTest::newRow(name) << document << QString::fromUtf8(text);
    };
    add("no bytes", "", "null");
    add("null", "04 00", "null");
    add("true", "04 01", "true");
    add("int16", "05 ffff", "-1");
    add("uint16", "06 ffff", "65535");
    add("int32", "07 00000080", "-2147483648");
    add("uint32", "08 ffffffff", "4294967295");
    add("int64", "09 0000000000000080", "-9223372036854775808");
    add("uint64", "0a ffffffffffffffff", "18446744073709551615");
    add("string", "0c 03 c3a9 22", "\"é\\\"\"");
    add("control characters", "0c 06 00 1f 7f 08 0c 0d", "\"\\u0000\\u001f\x7f\\b\\f\\r\"");
    add("invalid UTF-8", "0c 02 61 ff", "\"a\xEF\xBF\xBD\"");
    add("empty object", "00 0000 0400", "{}");
    add("empty array", "02 0000 0400", "[]");
    add("object", kDocument, "{\"a\": [true, null, \"x\\n\"], \"b\": 1}");
    add("large array", "03 02000000 12000000 07 05000000 04 01000000", "[5, true]");
    // json_object('d', -12.50, 't', '12:34:56.5', 'x', x'00ff') with the types DECIMAL, TIME and BINARY
    add("opaque values",
        "00 0300 3300 1900 0100 1a00 0100 1b00 0100 0f 1c00 0f 2500 0f 2f00 64 74 78 f6 07 0a 02 7f ff ff f3 cd"
        "0b 08 20a107b8c8000000 0f 02 00ff",
        "{\"d\": -12.50, \"t\": \"12:34:56.500000\", \"x\": \"base64:type15:AP8=\"}");
    add("opaque date", "0f 0a 08 00000000001e9519", "\"2015-01-15\"");
    // the server's own text of json_object('b', cast(repeat('x', n) as binary))
    const QByteArray line = QByteArray("eHh4").repeated(19);
    add("57 bytes in one line", "0f fe 39 " + QByteArray("78").repeated(57), "\"base64:type254:" + line + '"');
    add("58 bytes in two lines", "0f fe 3a " + QByteArray("78").repeated(58), "\"base64:type254:" + line + "\\neA==\"");
    add("114 bytes in two lines", "0f fe 72 " + QByteArray("78").repeated(114),
        "\"base64:type254:" + line + "\\n" + line + '"');
    add("bit", "0f 10 01 0b", "\"base64:type16:Cw==\"");
}

void TestJsonBinary::texts()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, text);
    std::string out = "before ";
    QVERIFY(appendJsonText(out, bytesOf(document.constData())));
    QCOMPARE(QString::fromStdString(out), QStringLiteral("before ") + text);
}

void TestJsonBinary::doubles_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    // SELECT CAST(CAST(value AS JSON) AS CHAR) of MySQL 8.0.33
    QTest::newRow("one") << 1.0 << "1.0";
    QTest::newRow("zero") << 0.0 << "0.0";
    QTest::newRow("minus zero") << -0.0 << "-0.0";
    QTest::newRow("tenth") << 0.1 << "0.1";
    QTest::newRow("15 digits") << 123456789012345.0 << "123456789012345.0";
    QTest::newRow("16 digits") << 1234567890123456.0 << "1.234567890123456e15";
    QTest::newRow("1e15") << 1e15 << "1e15";
    QTest::newRow("1e14") << 1e14 << "100000000000000.0";
    QTest::newRow("1e-14") << 1e-14 << "0.00000000000001";
    QTest::newRow("1e-15") << 1e-15 << "0.000000000000001";
    QTest::newRow("1e-16") << 1e-16 << "1e-16";
    QTest::newRow("sum") << 0.30000000000000004 << "0.30000000000000004";
    QTest::newRow("largest") << 1.7976931348623157e308 << "1.7976931348623157e308";
    QTest::newRow("smallest") << 5e-324 << "5e-324";
}

void TestJsonBinary::doubles()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    std::string out;
    appendJsonDouble(out, value);
    QCOMPARE(QString::fromStdString(out), text);
}

void TestJsonBinary::damageIsRefused_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("unknown type") << QByteArray("0d 00");
    QTest::newRow("type only") << QByteArray("07");
    QTest::newRow("literal 3") << QByteArray("04 03");
    QTest::newRow("string too long") << QByteArray("0c 05 61");
    QTest::newRow("length without end") << QByteArray("0c ffffffffff");
    QTest::newRow("array larger than the document") << QByteArray("02 0100 ff00 04 0100");
    QTest::newRow("more elements than bytes") << QByteArray("02 ffff 0700 04 0100");
    QTest::newRow("element outside") << QByteArray("02 0100 0700 0c f000");
    QTest::newRow("element inside the entries") << QByteArray("02 0100 0700 02 0000");
    QTest::newRow("key outside") << QByteArray("00 0100 0b00 f000 0100 04 0100");
    QTest::newRow("decimal cut") << QByteArray("0f f6 03 0a 02 7f");
    QTest::newRow("date of 4 bytes") << QByteArray("0f 0a 04 00000000");
}

void TestJsonBinary::damageIsRefused()
{
    QFETCH(QByteArray, document);
    std::string out = "kept";
    QVERIFY(!appendJsonText(out, bytesOf(document.constData())));
    QCOMPARE(out, std::string("kept"));
}

// Arrays of which each element is the same next array: 2^30 values out of 300 bytes.
void TestJsonBinary::repeatedOffsetsStayBounded()
{
    std::vector<uint8_t> document = bytesOf("02 0000 0400");
    for (int level = 0; level < 30; ++level) {
        const std::vector<uint8_t> inner(document.begin() + 1, document.end());
        const auto size = uint8_t((inner.size() + 10) & 0xFF);
        const auto high = uint8_t((inner.size() + 10) >> 8);
        document = {0x02, 2, 0, size, high, 0x02, 10, 0, 0x02, 10, 0};
        document.insert(document.end(), inner.begin(), inner.end());
    }
    std::string out;
    QVERIFY(!appendJsonText(out, document));
    QVERIFY(out.capacity() < 64 * 1024);
}

void TestJsonBinary::deepNestingIsRefused()
{
    const auto nested = [](int levels) {
        std::vector<uint8_t> document = bytesOf("02 0000 0400");
        for (int level = 1; level < levels; ++level) {
            const std::vector<uint8_t> inner(document.begin() + 1, document.end());
            const size_t size = inner.size() + 7;
            document = {0x02, 1, 0, uint8_t(size & 0xFF), uint8_t(size >> 8), 0x02, 7, 0};
            document.insert(document.end(), inner.begin(), inner.end());
        }
        return document;
    };
    std::string out;
    QVERIFY(appendJsonText(out, nested(100)));
    QCOMPARE(out.size(), size_t(200));
    QVERIFY(!appendJsonText(out, nested(200)));
}

void TestJsonBinary::differences_data()
{
    QTest::addColumn<QByteArray>("differences");
    QTest::addColumn<QString>("text"); // empty: refused
    // operation, length and text of the path, length and bytes of the value
    QTest::newRow("none") << QByteArray("") << "{\"a\": [true, null, \"x\\n\"], \"b\": 1}";
    QTest::newRow("replace") << QByteArray("00 03 242e62 03 050900") << "{\"a\": [true, null, \"x\\n\"], \"b\": 9}";
    QTest::newRow("replace in array") << QByteArray("00 06 242e615b325d 03 050900")
                                      << "{\"a\": [true, null, 9], \"b\": 1}";
    QTest::newRow("insert key, short first")
        << QByteArray("01 04 242e6161 02 0401") << "{\"a\": [true, null, \"x\\n\"], \"b\": 1, \"aa\": true}";
    QTest::newRow("insert key before all")
        << QByteArray("01 04 242e2222 02 0400") << "{\"\": null, \"a\": [true, null, \"x\\n\"], \"b\": 1}";
    QTest::newRow("insert into array") << QByteArray("01 06 242e615b305d 02 0402")
                                       << "{\"a\": [false, true, null, \"x\\n\"], \"b\": 1}";
    QTest::newRow("insert behind the end")
        << QByteArray("01 07 242e615b39395d 02 0402") << "{\"a\": [true, null, \"x\\n\", false], \"b\": 1}";
    QTest::newRow("remove") << QByteArray("02 03 242e61") << "{\"b\": 1}";
    QTest::newRow("remove element, then replace")
        << QByteArray("02 06 242e615b305d 00 06 242e615b305d 02 0401") << "{\"a\": [true, \"x\\n\"], \"b\": 1}";
    QTest::newRow("unknown operation") << QByteArray("03 03 242e62 03 050900") << "";
    QTest::newRow("path to nothing") << QByteArray("00 03 242e7a 03 050900") << "";
    QTest::newRow("insert what exists") << QByteArray("01 03 242e62 03 050900") << "";
    QTest::newRow("remove what is not there") << QByteArray("02 03 242e7a") << "";
    QTest::newRow("wrong path") << QByteArray("02 03 2a2e7a") << "";
    QTest::newRow("value cut") << QByteArray("00 03 242e62 09 0509") << "";
}

void TestJsonBinary::differences()
{
    QFETCH(QByteArray, differences);
    QFETCH(QString, text);
    std::string out;
    const bool isRight = appendChangedJsonText(out, bytesOf(kDocument), bytesOf(differences.constData()));
    QCOMPARE(isRight, !text.isEmpty());
    if (isRight) {
        QCOMPARE(QString::fromStdString(out), text);
    }
}

void TestJsonBinary::paths()
{
    const auto path = parseJsonPath("$.a.\"b \\\"\\n\\u0001.[\"[12].c");
    QVERIFY(path);
    QCOMPARE(path->size(), size_t(4));
    QCOMPARE((*path)[0].key, std::string("a"));
    QCOMPARE((*path)[1].key, std::string("b \"\n\x01.["));
    QVERIFY((*path)[2].isIndex);
    QCOMPARE((*path)[2].index, uint64_t(12));
    QVERIFY(parseJsonPath("$")->empty());
    for (const char *wrong :
        {"", "a", "$a", "$.", "$[", "$[1", "$[x]", "$[-1]", "$.\"a", "$.\"\\u00e9\"", "$.\"\\x\""}) {
        QVERIFY2(!parseJsonPath(wrong), wrong);
    }
}

QTEST_GUILESS_MAIN(TestJsonBinary)
#include "tst_jsonbinary.moc"
