// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "MessageFixture.h"

#include <nlohmann/json.hpp>

#include <QDateTime>

#include <limits>
#include <random>

using namespace rowcast;
using namespace std::string_literals;

Q_DECLARE_METATYPE(Cell)

namespace {

const TransactionInfo kTransaction{7, 0};

} // namespace

// How values look, whatever they are.
class TestDmsJsonValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesEveryKind_data();
    void writesEveryKind();
    void cutsLobs_data();
    void cutsLobs();
    void leavesLobsOut();
    void alwaysWritesJson_data();
    void alwaysWritesJson();
};

void TestDmsJsonValues::writesEveryKind_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QByteArray>("byDefault");
    QTest::addColumn<QByteArray>("withAll"); // IncludeNullAndEmpty, NoHexPrefix, UseLargeIntegerValue off
    const auto add = [](const char *name, const Cell &cell, const char *byDefault, const char *withAll) {
        QTest::newRow(name) << cell << QByteArray(byDefault) << QByteArray(withAll);
    };
    add("absent", Cell::absent(), "", "");
    add("null", Cell::null(), "", "null");
    add("true", Cell::boolean(true), "true", "true");
    add("false", Cell::boolean(false), "false", "false");
    add("zero", Cell::integer(0), "0", "0");
    add("least integer", Cell::integer(std::numeric_limits<int64_t>::min()), "-9223372036854775808",
        "-9.2233720368547758e+18");
    add("most integer", Cell::integer(std::numeric_limits<int64_t>::max()), "9223372036854775807",
        "9.2233720368547758e+18");
    add("16 digits", Cell::integer(9999999999999999), "9999999999999999", "9999999999999999");
    add("17 digits", Cell::integer(10000000000000000), "10000000000000000", "1e+16");
    add("most unsigned", Cell::unsignedInteger(std::numeric_limits<uint64_t>::max()), "18446744073709551615",
        "1.8446744073709552e+19");
    add("float", Cell::real(0.1F), "0.1", "0.1");
    add("double", Cell::real(0.1), "0.1", "0.1");
    add("double that is an integer", Cell::real(100000.0), "100000", "100000");
    add("large double", Cell::real(1.5e300), "1.5e+300", "1.5e+300");
    add("not a number", Cell::real(std::numeric_limits<double>::quiet_NaN()), "null", "null");
    add("infinity", Cell::real(-std::numeric_limits<float>::infinity()), "null", "null");
    add("decimal", Cell::view(CellKind::Number, "1.0000"), "1.0000", "1.0000");
    add("long decimal", Cell::view(CellKind::Number, "-12345678901234567890.123456789"),
        "-12345678901234567890.123456789", "-12345678901234567890.123456789");
    add("date", Cell::view(CellKind::Plain, "2023-03-23"), "\"2023-03-23\"", "\"2023-03-23\"");
    add("text", text("Grüße 안녕 😀"), "\"Grüße 안녕 😀\"", "\"Grüße 안녕 😀\"");
    add("escapes", text("a\"b\\c\n\t\x01/"), R"("a\"b\\c\n\t\u0001/")", R"("a\"b\\c\n\t\u0001/")");
    add("empty text", text(""), "", "\"\"");
    add("json", Cell::view(CellKind::Json, R"({"a": "b\n"})"), R"("{\"a\": \"b\\n\"}")", R"("{\"a\": \"b\\n\"}")");
    add("bytes", Cell::view(CellKind::Bytes, "Hello"), "\"0x48656c6c6f\"", "\"48656c6c6f\"");
    add("bytes from 128 on", Cell::view(CellKind::Bytes, "\x80\xff"), "\"0x80ff\"", "\"80ff\"");
    add("empty bytes", Cell::view(CellKind::Bytes, ""), "", "\"\"");
}

void TestDmsJsonValues::writesEveryKind()
{
    QFETCH(Cell, cell);
    QFETCH(QByteArray, byDefault);
    QFETCH(QByteArray, withAll);
    const TableSchema schema = schemaOf("s", "t", {column("c")}, {});
    const std::vector<Cell> row = {cell};
    const Change change{Operation::Insert, &schema, {}, row, &kTransaction, {}};
    Encoded first(plain());
    QVERIFY(first.row(change));
    QCOMPARE(first.data(), byDefault.isEmpty() ? QByteArray("{}") : "{\"c\":" + byDefault + '}');
    Encoded second(with([](MessageSettings &s) {
        s.includeNullAndEmpty = true;
        s.noHexPrefix = true;
        s.useLargeIntegerValue = false;
    }));
    QVERIFY(second.row(change));
    QCOMPARE(second.data(), withAll.isEmpty() ? QByteArray("{}") : "{\"c\":" + withAll + '}');
}

void TestDmsJsonValues::cutsLobs_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<quint64>("cutFrom"); // 0: not cut
    QTest::newRow("fits") << text("abcd") << QByteArray("\"abcd\"") << quint64(0);
    QTest::newRow("one too long") << text("abcde") << QByteArray("\"abcd\"") << quint64(5);
    QTest::newRow("at a character") << text("abcü") << QByteArray("\"abc\"") << quint64(5);
    QTest::newRow("nothing fits") << text("😀😀") << QByteArray("\"😀\"") << quint64(8);
    QTest::newRow("bytes") << Cell::view(CellKind::Bytes, "abc\x80\x81") << QByteArray("\"0x61626380\"") << quint64(5);
    QTest::newRow("json") << Cell::view(CellKind::Json, "[1,2]") << QByteArray("\"[1,2\"") << quint64(5);
    QTest::newRow("null") << Cell::null() << QByteArray("null") << quint64(0);
}

void TestDmsJsonValues::cutsLobs()
{
    QFETCH(Cell, cell);
    QFETCH(QByteArray, value);
    QFETCH(quint64, cutFrom);
    const TableSchema schema = schemaOf("s", "t", {column("plain"), column("lob", DmsType::NClob, true)}, {});
    const std::vector<Cell> row = {text("longer than four"), cell};
    Encoded encoded(with([](MessageSettings &s) {
        s.lobMaxBytes = 4;
        s.includeNullAndEmpty = true;
    }));
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QCOMPARE(encoded.data(), R"({"plain":"longer than four","lob":)" + value + '}');
    QCOMPARE(encoded.out().cutValues.size(), size_t(cutFrom == 0 ? 0 : 1));
    if (cutFrom != 0) {
        QCOMPARE(encoded.out().cutValues[0].message, size_t(0));
        QCOMPARE(encoded.out().cutValues[0].column, uint16_t(1));
        QCOMPARE(encoded.out().cutValues[0].bytes, uint64_t(cutFrom));
    }
}

void TestDmsJsonValues::leavesLobsOut()
{
    const TableSchema schema = schemaOf("s", "t", {column("lob", DmsType::Blob, true), column("a")}, {});
    const std::vector<Cell> row = {Cell::view(CellKind::Bytes, "x"), text("y")};
    Encoded encoded(with([](MessageSettings &s) { s.supportLobs = false; }));
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QCOMPARE(encoded.data(), QByteArray(R"({"a":"y"})"));
}

void TestDmsJsonValues::alwaysWritesJson_data()
{
    QTest::addColumn<bool>("isFormatted");
    QTest::newRow("json") << true;
    QTest::newRow("json-unformatted") << false;
}

// Random rows of every kind: the value is JSON and reads back to what went in.
void TestDmsJsonValues::alwaysWritesJson()
{
    QFETCH(bool, isFormatted);
    std::mt19937_64 random(4711);
    const TableSchema schema = schemaOf(
        "s\"x", "t\\y", {column("i"), column("u"), column("d"), column("f"), column("te\"xt"), column("b")}, {0});
    Encoded encoded(with([&](MessageSettings &s) {
        s.isFormatted = isFormatted;
        s.includeNullAndEmpty = s.includeTransactionDetails = s.includePartitionValue = s.isParallelApply = true;
        s.beforeImage = {true, "before \"image\"", ImageFilter::All};
    }));
    for (size_t round = 0; round < 2000; ++round) {
        std::string words;
        for (size_t i = random() % 40; i > 0; --i) {
            const uint64_t pick = random() % 8;
            words += pick == 0 ? "é"s : pick == 1 ? "😀"s : std::string(1, char(random() % 128));
        }
        const double real = std::bit_cast<double>(random());
        const float single = std::bit_cast<float>(uint32_t(random()));
        const std::vector<Cell> row = {Cell::integer(int64_t(random())), Cell::unsignedInteger(random()),
            Cell::real(real), Cell::real(single), text(words), Cell::view(CellKind::Bytes, words)};
        QVERIFY(encoded.row({Operation::Update, &schema, row, row, &kTransaction, words}, int64_t(random() >> 8)));
        const auto parsed = nlohmann::json::parse(encoded.value(round).toStdString(), nullptr, false);
        QVERIFY2(!parsed.is_discarded(), encoded.value(round).constData());
        const auto &data = parsed["data"];
        QCOMPARE(data["i"].get<int64_t>(), row[0].i);
        QCOMPARE(data["u"].get<uint64_t>(), row[1].u);
        QVERIFY(std::isfinite(real) ? data["d"].get<double>() == real : data["d"].is_null());
        QVERIFY(std::isfinite(single) ? float(data["f"].get<double>()) == single : data["f"].is_null());
        QCOMPARE(data["te\"xt"].get<std::string>(), words);
        QVERIFY(parsed["before \"image\""] == data);
        QCOMPARE(parsed["metadata"]["stream-position"].get<std::string>(), words);
        QCOMPARE(parsed["metadata"]["schema-name"].get<std::string>(), "s\"x"s);
    }
}

QTEST_APPLESS_MAIN(TestDmsJsonValues)
#include "tst_dmsjsonvalues.moc"
