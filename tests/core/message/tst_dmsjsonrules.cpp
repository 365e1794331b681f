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
Q_DECLARE_METATYPE(MessageSettings)

namespace {

MessageSettings plain()
{
    MessageSettings settings;
    settings.taskIdentifier = "task";
    settings.topic = "t";
    settings.isFormatted = false;
    return settings;
}

template <typename Change> MessageSettings with(Change change)
{
    MessageSettings settings = plain();
    change(settings);
    return settings;
}

const TransactionInfo kTransaction{7, 0};

} // namespace

// Which columns, keys and images a message has under which settings.
class TestDmsJsonRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesEveryKind_data();
    void writesEveryKind();
    void choosesKeys_data();
    void choosesKeys();
    void showsBeforeImages_data();
    void showsBeforeImages();
    void fillsKeyColumnsOfPartialImages();
    void refusesRowsWithoutKey();
    void refusesRowsThatDoNotFit();
    void cutsLobs_data();
    void cutsLobs();
    void leavesLobsOut();
    void writesTombstones();
    void writesHeaders();
    void fillsTopicPatterns_data();
    void fillsTopicPatterns();
    void noticesAnotherSchemaAtTheSameAddress();
    void alwaysWritesJson_data();
    void alwaysWritesJson();
};

void TestDmsJsonRules::writesEveryKind_data()
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

void TestDmsJsonRules::writesEveryKind()
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

void TestDmsJsonRules::choosesKeys_data()
{
    QTest::addColumn<MessageSettings>("settings");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<QByteArray>("load");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("keyMetadata"); // of the change
    const QByteArray table = R"("partition-key-type":"schema-table","schema-name")";
    const QByteArray row = R"("partition-key-type":"primary-key","schema-name")";
    const auto parallel = [](MessageSettings &s) { s.isParallelApply = true; };
    const auto ownRule = [](MessageSettings &s) { s.keyRule = KeyRule::PrimaryKey; };
    const auto shown = [](MessageSettings &s) { s.includePartitionValue = true; };
    const auto shownRows = [](MessageSettings &s) { s.includePartitionValue = s.isParallelApply = true; };
    const auto prefixed = [](MessageSettings &s) { s.partitionIncludeSchemaTable = true; };
    const auto all = [](MessageSettings &s) {
        s.partitionIncludeSchemaTable = s.includePartitionValue = s.isParallelApply = true;
    };
    QTest::newRow("dms") << plain() << true << QByteArray("a\"b.0x01") << QByteArray("s.t") << table;
    QTest::newRow("parallel apply") << with(parallel) << true << QByteArray("a\"b.0x01") << QByteArray("a\"b.0x01")
                                    << row;
    QTest::newRow("key rule") << with(ownRule) << true << QByteArray("a\"b.0x01") << QByteArray("a\"b.0x01") << row;
    QTest::newRow("value, by table") << with(shown) << true << QByteArray("a\"b.0x01") << QByteArray("s.t") << table;
    QTest::newRow("value, by row")
        << with(shownRows) << true << QByteArray("a\"b.0x01") << QByteArray("a\"b.0x01")
        << QByteArray(R"("partition-key-type":"primary-key","partition-key-value":"a\"b.0x01","schema-name")");
    QTest::newRow("prefix, by table") << with(prefixed) << true << QByteArray("s.t.a\"b.0x01") << QByteArray("s.t")
                                      << table;
    QTest::newRow("prefix, by row")
        << with(all) << true << QByteArray("s.t.a\"b.0x01") << QByteArray("s.t.a\"b.0x01")
        << QByteArray(R"("partition-key-type":"primary-key","partition-key-value":"s.t.a\"b.0x01","schema-name")");
    QTest::newRow("no key") << plain() << false << QByteArray("s.t") << QByteArray("s.t") << table;
    QTest::newRow("no key, all settings") << with(all) << false << QByteArray("s.t") << QByteArray("s.t") << table;
}

void TestDmsJsonRules::choosesKeys()
{
    QFETCH(MessageSettings, settings);
    QFETCH(bool, hasKey);
    QFETCH(QByteArray, keyMetadata);
    // The key's order is its own, not the columns'.
    const TableSchema schema = schemaOf("s", "t", {column("b", DmsType::Bytes), column("a")},
        hasKey ? std::vector<uint16_t>{1, 0} : std::vector<uint16_t>{});
    const std::vector<Cell> row = {Cell::view(CellKind::Bytes, "\x01"), text("a\"b")};
    Encoded encoded(settings);
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QVERIFY(encoded.row({Operation::Delete, &schema, row, {}, &kTransaction, {}}));
    QTEST(encoded.key(0), "load");
    QTEST(encoded.key(1), "change");
    QVERIFY2(encoded.value(1).contains(keyMetadata), encoded.value(1).constData());
    QVERIFY(!encoded.value(0).contains("transaction-id"));
}

void TestDmsJsonRules::showsBeforeImages_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<int>("operation");
    QTest::addColumn<QByteArray>("middle");
    QTest::newRow("pk only") << int(ImageFilter::PkOnly) << int(Operation::Update)
                             << QByteArray(R"(},"old":{"id":1},"metadata")");
    QTest::newRow("non-lob") << int(ImageFilter::NonLob) << int(Operation::Update)
                             << QByteArray(R"(},"old":{"id":1,"name":"x"},"metadata")");
    QTest::newRow("all has no lobs either")
        << int(ImageFilter::All) << int(Operation::Update) << QByteArray(R"(},"old":{"id":1,"name":"x"},"metadata")");
    QTest::newRow("not on deletes") << int(ImageFilter::All) << int(Operation::Delete) << QByteArray(R"(},"metadata")");
    QTest::newRow("not on inserts") << int(ImageFilter::All) << int(Operation::Insert) << QByteArray(R"(},"metadata")");
}

void TestDmsJsonRules::showsBeforeImages()
{
    QFETCH(int, filter);
    QFETCH(int, operation);
    QFETCH(QByteArray, middle);
    const TableSchema schema = schemaOf("s", "t",
        {column("id", DmsType::Int4), column("name"), column("nothing"), column("body", DmsType::NClob, true)}, {0});
    const std::vector<Cell> before = {Cell::integer(1), text("x"), Cell::null(), text("old body")};
    const std::vector<Cell> after = {Cell::integer(2), text("y"), Cell::null(), text("new body")};
    Encoded encoded(with([&](MessageSettings &s) { s.beforeImage = {true, "old", ImageFilter(filter)}; }));
    const bool isInsert = Operation(operation) == Operation::Insert;
    const bool isDelete = Operation(operation) == Operation::Delete;
    QVERIFY(encoded.row({Operation(operation), &schema, isInsert ? RowView() : RowView(before),
        isDelete ? RowView() : RowView(after), &kTransaction, {}}));
    QVERIFY2(encoded.value().contains(middle), encoded.value().constData());
    QCOMPARE(encoded.value().count("\"old\""), middle.count("\"old\""));
}

void TestDmsJsonRules::fillsKeyColumnsOfPartialImages()
{
    const TableSchema schema
        = schemaOf("s", "t", {column("id", DmsType::Int4), column("a"), column("b"), column("k")}, {0, 3});
    const std::vector<Cell> before = {Cell::integer(5), Cell::absent(), text("not shown"), text("")};
    const std::vector<Cell> after = {Cell::absent(), text("new"), Cell::absent(), Cell::absent()};
    Encoded encoded(with([](MessageSettings &s) { s.isParallelApply = true; }));
    QVERIFY(encoded.row({Operation::Update, &schema, before, after, &kTransaction, {}}));
    QCOMPARE(encoded.data(), QByteArray(R"({"id":5,"a":"new","k":""})"));
    QCOMPARE(encoded.key(), QByteArray("5."));
}

void TestDmsJsonRules::refusesRowsWithoutKey()
{
    const TableSchema schema = schemaOf("s", "t", {column("id", DmsType::Int4), column("a")}, {0});
    const std::vector<Cell> partial = {Cell::absent(), text("new")};
    Encoded encoded(with([](MessageSettings &s) { s.isParallelApply = true; }));
    const Result<void> done = encoded.row({Operation::Update, &schema, partial, partial, &kTransaction, {}});
    QVERIFY(!done);
    QCOMPARE(done.error().code, QStringLiteral("message.key.missing"));
    QVERIFY(done.error().cause.contains(QStringLiteral("s.t")));
    QVERIFY(done.error().remedy.contains(QStringLiteral("binlog_row_image")));
    QVERIFY(encoded.bytes().empty());
    QVERIFY(encoded.out().messages.empty());
}

void TestDmsJsonRules::refusesRowsThatDoNotFit()
{
    const TableSchema schema = schemaOf("s", "t", {column("id", DmsType::Int4), column("a")}, {0});
    const std::vector<Cell> row = {Cell::integer(1)};
    Encoded encoded(plain());
    for (const Change &change : {Change{Operation::Load, &schema, {}, row, nullptr, {}},
             Change{Operation::Delete, &schema, {}, {}, nullptr, {}},
             Change{Operation::Load, nullptr, {}, row, nullptr, {}}}) {
        const Result<void> done = encoded.row(change);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("message.row.mismatch"));
    }
    QVERIFY(encoded.bytes().empty());
}

void TestDmsJsonRules::cutsLobs_data()
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

void TestDmsJsonRules::cutsLobs()
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

void TestDmsJsonRules::leavesLobsOut()
{
    const TableSchema schema = schemaOf("s", "t", {column("lob", DmsType::Blob, true), column("a")}, {});
    const std::vector<Cell> row = {Cell::view(CellKind::Bytes, "x"), text("y")};
    Encoded encoded(with([](MessageSettings &s) { s.supportLobs = false; }));
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QCOMPARE(encoded.data(), QByteArray(R"({"a":"y"})"));
}

void TestDmsJsonRules::writesTombstones()
{
    const TableSchema schema = schemaOf("s", "t", {column("id", DmsType::Int4)}, {0});
    const std::vector<Cell> one = {Cell::integer(1)};
    const std::vector<Cell> two = {Cell::integer(2)};
    Encoded encoded(with([](MessageSettings &s) {
        s.tombstones = true;
        s.keyRule = KeyRule::PrimaryKey;
    }));
    QVERIFY(encoded.row({Operation::Insert, &schema, {}, one, &kTransaction, {}}));
    QVERIFY(encoded.row({Operation::Update, &schema, one, one, &kTransaction, {}}));
    QCOMPARE(encoded.out().messages.size(), size_t(2));
    QVERIFY(encoded.row({Operation::Update, &schema, one, two, &kTransaction, {}}));
    QCOMPARE(encoded.out().messages.size(), size_t(4));
    QCOMPARE(encoded.key(2), QByteArray("2"));
    QCOMPARE(encoded.key(3), QByteArray("1"));
    QVERIFY(!encoded.out().messages[3].hasValue);
    QVERIFY(encoded.row({Operation::Delete, &schema, two, {}, &kTransaction, {}}));
    QCOMPARE(encoded.out().messages.size(), size_t(6));
    QVERIFY(encoded.out().messages[4].hasValue);
    QCOMPARE(encoded.key(5), QByteArray("2"));
    QVERIFY(!encoded.out().messages[5].hasValue);

    Encoded byTable(with([](MessageSettings &s) { s.tombstones = true; }));
    QVERIFY(byTable.row({Operation::Delete, &schema, two, {}, &kTransaction, {}}));
    QCOMPARE(byTable.out().messages.size(), size_t(1));
}

void TestDmsJsonRules::writesHeaders()
{
    const TableSchema schema = schemaOf("s", "t", {column("id", DmsType::Int4)}, {0});
    const std::vector<Cell> row = {Cell::integer(1)};
    Encoded encoded(with([](MessageSettings &s) { s.headers = true; }));
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QVERIFY(encoded.row({Operation::Insert, &schema, {}, row, &kTransaction, "f:1"}));
    QCOMPARE(encoded.headers(0), QByteArray("record-type=data operation=load schema-name=s table-name=t"));
    QCOMPARE(encoded.headers(1),
        QByteArray(
            "record-type=data operation=insert schema-name=s table-name=t transaction-id=7 stream-position=f:1"));
    QVERIFY(encoded.value(1).endsWith("}}"));
}

void TestDmsJsonRules::fillsTopicPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("topic");
    QTest::newRow("none") << QByteArray() << QByteArray("s") << QByteArray("t");
    QTest::newRow("both") << QByteArray("cdc.${schema}.${table}") << QByteArray("s") << QByteArray("cdc.s.Gift-1");
    QTest::newRow("other bytes") << QByteArray("${schema}") << QByteArray("a b$ü") << QByteArray("a_b___");
    QTest::newRow("no recursion") << QByteArray("${schema}") << QByteArray("${table}") << QByteArray("__table_");
    QTest::newRow("too long") << QByteArray("${schema}") << QByteArray(300, 'x') << QByteArray(249, 'x');
}

void TestDmsJsonRules::fillsTopicPatterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, schema);
    const TableSchema table = schemaOf(schema.toStdString(), "Gift-1", {column("id")}, {});
    const std::vector<Cell> row = {text("x")};
    Encoded encoded(with([&](MessageSettings &s) { s.topicPattern = pattern.toStdString(); }));
    QVERIFY(encoded.row({Operation::Load, &table, {}, row, nullptr, {}}));
    QTEST(encoded.topic(), "topic");
}

void TestDmsJsonRules::noticesAnotherSchemaAtTheSameAddress()
{
    TableSchema schema = schemaOf("s", "t", {column("old")}, {});
    const std::vector<Cell> row = {text("x")};
    Encoded encoded(plain());
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    schema = schemaOf("s", "u", {column("new")}, {});
    QVERIFY(encoded.row({Operation::Load, &schema, {}, row, nullptr, {}}));
    QCOMPARE(encoded.data(0), QByteArray(R"({"old":"x"})"));
    QCOMPARE(encoded.data(1), QByteArray(R"({"new":"x"})"));
    QVERIFY(encoded.value(1).contains(R"("table-name":"u")"));
}

void TestDmsJsonRules::alwaysWritesJson_data()
{
    QTest::addColumn<bool>("isFormatted");
    QTest::newRow("json") << true;
    QTest::newRow("json-unformatted") << false;
}

// Random rows of every kind: the value is JSON and reads back to what went in.
void TestDmsJsonRules::alwaysWritesJson()
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

QTEST_APPLESS_MAIN(TestDmsJsonRules)
#include "tst_dmsjsonrules.moc"
