// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "MessageFixture.h"

#include <QCryptographicHash>
#include <QDateTime>

using namespace rowcast;

Q_DECLARE_METATYPE(MessageSettings)

namespace {

const TransactionInfo kTransaction{7, 0};

} // namespace

// Which columns, keys and images a message has under which settings.
class TestDmsJsonRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choosesKeys_data();
    void choosesKeys();
    void showsBeforeImages_data();
    void showsBeforeImages();
    void fillsKeyColumnsOfPartialImages();
    void refusesRowsWithoutKey();
    void refusesRowsThatDoNotFit();
    void writesTombstones();
    void writesHeaders();
    void fillsTopicPatterns_data();
    void fillsTopicPatterns();
    void noticesAnotherSchemaAtTheSameAddress();
};

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
    const auto suffix = [](const QByteArray &name) { // printf NAME | sha256sum | cut -c 1-8
        return '-' + QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(8);
    };
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("topic");
    QTest::newRow("none") << QByteArray() << QByteArray("s") << QByteArray("t");
    QTest::newRow("both") << QByteArray("cdc.${schema}.${table}") << QByteArray("s") << QByteArray("cdc.s.Gift-1");
    QTest::newRow("other bytes") << QByteArray("${schema}") << QByteArray("a b$ü") << "a_b___" + suffix("a b$ü");
    QTest::newRow("same length, other letters") << QByteArray("${schema}") << QByteArray("표") << "___" + suffix("표");
    QTest::newRow("same length, yet others") << QByteArray("${schema}") << QByteArray("값") << "___" + suffix("값");
    QTest::newRow("no recursion") << QByteArray("${schema}") << QByteArray("${table}")
                                  << "__table_" + suffix("${table}");
    QTest::newRow("longest") << QByteArray("${schema}") << QByteArray(249, 'x') << QByteArray(249, 'x');
    QTest::newRow("too long") << QByteArray("${schema}") << QByteArray(250, 'x')
                              << QByteArray(240, 'x') + suffix(QByteArray(250, 'x'));
    QTest::newRow("only a dot") << QByteArray("${schema}") << QByteArray(".") << "." + suffix(".");
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

QTEST_APPLESS_MAIN(TestDmsJsonRules)
#include "tst_dmsjsonrules.moc"
