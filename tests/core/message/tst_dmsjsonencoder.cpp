// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "MessageFixture.h"

#include <nlohmann/json.hpp>

#include <QDateTime>

using namespace rowcast;

namespace {

MessageSettings settingsOf(bool isFormatted)
{
    MessageSettings settings;
    settings.taskIdentifier = "task";
    settings.topic = "kafka-default-topic";
    settings.isFormatted = isFormatted;
    return settings;
}

const TableSchema &gift()
{
    static const TableSchema schema = schemaOf(
        "kwtoon", "gift", {column("id", DmsType::Int4), column("name"), column("created", DmsType::DateTime)}, {0});
    return schema;
}

} // namespace

// Messages that AWS DMS is known to have written, byte for byte.
class TestDmsJsonEncoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesTheGuidesDataRecord();
    void writesTheWorkflowsRecords_data();
    void writesTheWorkflowsRecords();
    void writesTheFormattedLayout();
    void derivesTransactionIds_data();
    void derivesTransactionIds();
};

void TestDmsJsonEncoder::writesTheGuidesDataRecord()
{
    MessageSettings settings = settingsOf(false);
    settings.includeTransactionDetails = true;
    settings.includePartitionValue = true;
    settings.partitionIncludeSchemaTable = true;
    settings.isParallelApply = true;
    const TableSchema schema = schemaOf(
        "sbtest", "sbtest_x", {column("id", DmsType::Int4), column("fname"), column("lname"), column("REGION")}, {0});
    const std::vector<Cell> row = {Cell::integer(100000161), text("val61s"), text("val61s"), text("val61s")};
    const TransactionInfo transaction{9324410911751, micros("2019-10-31T22:53:55.000000Z")};
    const Change change{Operation::Insert, &schema, {}, row, &transaction,
        "mysql-bin-changelog.002171:36912271:0:36912333:9324410911751:mysql-bin-changelog.002171:36912209"};
    Encoded encoded(settings);
    QVERIFY(encoded.row(change, micros("2019-10-31T22:53:59.721201Z"), {1, 9324410910341, 10}));
    QCOMPARE(encoded.value(),
        QByteArray(
            R"({"data":{"id":100000161,"fname":"val61s","lname":"val61s","REGION":"val61s"},)"
            R"("metadata":{"timestamp":"2019-10-31T22:53:59.721201Z","record-type":"data","operation":"insert",)"
            R"("partition-key-type":"primary-key","partition-key-value":"sbtest.sbtest_x.100000161",)"
            R"("schema-name":"sbtest","table-name":"sbtest_x","transaction-id":9324410911751,)"
            R"("transaction-record-id":1,"prev-transaction-id":9324410910341,"prev-transaction-record-id":10,)"
            R"("commit-timestamp":"2019-10-31T22:53:55.000000Z","stream-position":)"
            R"("mysql-bin-changelog.002171:36912271:0:36912333:9324410911751:mysql-bin-changelog.002171:36912209"}})"));
    QCOMPARE(encoded.key(), QByteArray("sbtest.sbtest_x.100000161"));
    QCOMPARE(encoded.topic(), QByteArray("kafka-default-topic"));
}

void TestDmsJsonEncoder::writesTheWorkflowsRecords_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("load")
        << int(Operation::Load) << QByteArray("coupon") << QByteArray("2020-11-26T13:27:02.498033Z") << QByteArray("1")
        << QByteArray(
               R"({"data":{"id":1,"name":"coupon","created":"2020-11-26T12:38:28Z"},"metadata":{"timestamp":"2020-11-26T13:27:02.498033Z","record-type":"data","operation":"load","partition-key-type":"primary-key","schema-name":"kwtoon","table-name":"gift"}})");
    QTest::newRow("update")
        << int(Operation::Update) << QByteArray("cash") << QByteArray("2020-11-26T13:29:24.751256Z")
        << QByteArray("kwtoon.gift")
        << QByteArray(
               R"({"data":{"id":1,"name":"cash","created":"2020-11-26T12:38:28Z"},"metadata":{"timestamp":"2020-11-26T13:29:24.751256Z","record-type":"data","operation":"update","partition-key-type":"schema-table","schema-name":"kwtoon","table-name":"gift","transaction-id":8589934811}})");
    QTest::newRow("delete")
        << int(Operation::Delete) << QByteArray("cash") << QByteArray("2020-11-26T13:30:15.674865Z")
        << QByteArray("kwtoon.gift")
        << QByteArray(
               R"({"data":{"id":1,"name":"cash","created":"2020-11-26T12:38:28Z"},"metadata":{"timestamp":"2020-11-26T13:30:15.674865Z","record-type":"data","operation":"delete","partition-key-type":"schema-table","schema-name":"kwtoon","table-name":"gift","transaction-id":8589934811}})");
    QTest::newRow("insert")
        << int(Operation::Insert) << QByteArray("cash") << QByteArray("2020-11-26T13:30:15.674865Z")
        << QByteArray("kwtoon.gift")
        << QByteArray(
               R"({"data":{"id":1,"name":"cash","created":"2020-11-26T12:38:28Z"},"metadata":{"timestamp":"2020-11-26T13:30:15.674865Z","record-type":"data","operation":"insert","partition-key-type":"schema-table","schema-name":"kwtoon","table-name":"gift","transaction-id":8589934811}})");
}

void TestDmsJsonEncoder::writesTheWorkflowsRecords()
{
    QFETCH(int, operation);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, time);
    const std::string nameText = name.toStdString();
    const std::vector<Cell> cells
        = {Cell::integer(1), text(nameText), Cell::view(CellKind::Plain, "2020-11-26T12:38:28Z")};
    const TransactionInfo transaction{8589934811, 0};
    Change change{Operation(operation), &gift(), {}, {}, &transaction, {}};
    change.before
        = change.operation == Operation::Update || change.operation == Operation::Delete ? RowView(cells) : RowView();
    change.after = change.operation == Operation::Delete ? RowView() : RowView(cells);
    change.transaction = change.operation == Operation::Load ? nullptr : &transaction;
    Encoded plain(settingsOf(false));
    QVERIFY(plain.row(change, micros(time.constData())));
    QTEST(plain.value(), "value");
    QTEST(plain.key(), "key");
    Encoded formatted(settingsOf(true));
    QVERIFY(formatted.row(change, micros(time.constData())));
    QFETCH(QByteArray, value);
    QCOMPARE(nlohmann::ordered_json::parse(formatted.value().toStdString()).dump(), value.toStdString());
    QTEST(formatted.key(), "key");
}

void TestDmsJsonEncoder::writesTheFormattedLayout()
{
    const std::vector<Cell> row
        = {Cell::integer(1), text("coupon"), Cell::view(CellKind::Plain, "2020-11-26T12:38:28Z")};
    Encoded encoded(settingsOf(true));
    QVERIFY(encoded.row({Operation::Load, &gift(), {}, row, nullptr, {}}, micros("2020-11-26T13:27:02.498033Z")));
    QCOMPARE(encoded.value(),
        QByteArray("{\n"
                   "\t\"data\":\t{\n"
                   "\t\t\"id\":\t1,\n"
                   "\t\t\"name\":\t\"coupon\",\n"
                   "\t\t\"created\":\t\"2020-11-26T12:38:28Z\"\n"
                   "\t},\n"
                   "\t\"metadata\":\t{\n"
                   "\t\t\"timestamp\":\t\"2020-11-26T13:27:02.498033Z\",\n"
                   "\t\t\"record-type\":\t\"data\",\n"
                   "\t\t\"operation\":\t\"load\",\n"
                   "\t\t\"partition-key-type\":\t\"primary-key\",\n"
                   "\t\t\"schema-name\":\t\"kwtoon\",\n"
                   "\t\t\"table-name\":\t\"gift\"\n"
                   "\t}\n"
                   "}"));
}

void TestDmsJsonEncoder::derivesTransactionIds_data()
{
    QTest::addColumn<quint64>("file");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("guide") << quint64(2171) << quint64(36912135) << QByteArray("9324410911751");
    QTest::newRow("published sample") << quint64(157832) << quint64(1808) << QByteArray("677883278264080");
    QTest::newRow("article, first") << quint64(2) << quint64(219) << QByteArray("8589934811");
    QTest::newRow("article, second") << quint64(2) << quint64(505) << QByteArray("8589935097");
    QTest::newRow("beyond 53 bits") << quint64(4294967295) << quint64(4294967295) << QByteArray("18446744073709551615");
}

// The formula is the source's; the message must show the number in full.
void TestDmsJsonEncoder::derivesTransactionIds()
{
    QFETCH(quint64, file);
    QFETCH(quint64, offset);
    QFETCH(QByteArray, text);
    MessageSettings settings = settingsOf(false);
    settings.useLargeIntegerValue = false;
    const std::vector<Cell> row = {Cell::integer(1), Cell::null(), Cell::null()};
    const TransactionInfo transaction{(file << 32) | offset, 0};
    Encoded encoded(settings);
    QVERIFY(encoded.row({Operation::Insert, &gift(), {}, row, &transaction, {}}));
    QVERIFY2(encoded.value().endsWith("\"transaction-id\":" + text + "}}"), encoded.value().constData());
}

QTEST_APPLESS_MAIN(TestDmsJsonEncoder)
#include "tst_dmsjsonencoder.moc"
