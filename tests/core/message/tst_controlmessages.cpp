// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "MessageFixture.h"

#include <nlohmann/json.hpp>

#include <QDateTime>

using namespace rowcast;

namespace {

MessageSettings settingsOf(bool details, bool alterations)
{
    MessageSettings settings;
    settings.taskIdentifier = "gift-task";
    settings.topic = "t";
    settings.isFormatted = false;
    settings.includeControlDetails = details;
    settings.includeTableAlterOperations = alterations;
    return settings;
}

Column sized(const char *name, uint32_t length, bool nullable)
{
    Column made = column(name, DmsType::WString);
    made.length = length;
    made.nullable = nullable;
    return made;
}

TableSchemaPtr shared(TableSchema schema)
{
    return std::make_shared<const TableSchema>(std::move(schema));
}

const TransactionInfo kTransaction{7, 0};

} // namespace

class TestControlMessages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesTheGuidesCreateTable();
    void writesTheWorkflowsRecords();
    void writesTheFormattedLayout();
    void sendsWhatSettingsAskFor_data();
    void sendsWhatSettingsAskFor();
    void obeysTheDdlPolicy();
    void describesAlterations_data();
    void describesAlterations();
    void namesTheTask();
};

void TestControlMessages::writesTheGuidesCreateTable()
{
    TableSchema schema = schemaOf("sbtest", "sbtest_t1", {sized("id", 512, false), sized("fname", 255, true)}, {0});
    schema.collation = "latin1_swedish_ci";
    Encoded encoded(settingsOf(true, false));
    QVERIFY(encoded.control({SchemaChangeKind::CreateTable, schema.id, nullptr, shared(schema), nullptr, {}},
        micros("2019-11-21T19:14:22.223792Z")));
    QCOMPARE(encoded.value(),
        QByteArray(
            R"({"control":{"table-def":{"columns":{"id":{"type":"WSTRING","length":512,"nullable":false},)"
            R"("fname":{"type":"WSTRING","length":255,"nullable":true}},)"
            R"("primary-key":["id"],"collation-name":"latin1_swedish_ci"}},)"
            R"("metadata":{"timestamp":"2019-11-21T19:14:22.223792Z","record-type":"control","operation":"create-table",)"
            R"("partition-key-type":"task-id","schema-name":"sbtest","table-name":"sbtest_t1"}})"));
    QCOMPARE(encoded.key(), QByteArray("gift-task.sbtest.sbtest_t1"));
}

void TestControlMessages::writesTheWorkflowsRecords()
{
    const TableSchemaPtr schema = shared(schemaOf("kwtoon", "gift", {column("id", DmsType::Int4)}, {0}));
    Encoded encoded(settingsOf(false, false));
    QVERIFY(encoded.control({SchemaChangeKind::DropTable, schema->id, schema, nullptr, nullptr, {}},
        micros("2020-11-26T13:27:02.482358Z")));
    QVERIFY(encoded.control({SchemaChangeKind::CreateTable, schema->id, nullptr, schema, nullptr, {}},
        micros("2020-11-26T13:27:02.489854Z")));
    QCOMPARE(encoded.value(0),
        QByteArray(
            R"({"metadata":{"timestamp":"2020-11-26T13:27:02.482358Z","record-type":"control","operation":"drop-table","partition-key-type":"task-id","schema-name":"kwtoon","table-name":"gift"}})"));
    QCOMPARE(encoded.value(1),
        QByteArray(
            R"({"metadata":{"timestamp":"2020-11-26T13:27:02.489854Z","record-type":"control","operation":"create-table","partition-key-type":"task-id","schema-name":"kwtoon","table-name":"gift"}})"));
}

void TestControlMessages::writesTheFormattedLayout()
{
    const TableSchemaPtr schema = shared(schemaOf("s", "t", {sized("a", 5, true), sized("b", 5, false)}, {0, 1}));
    MessageSettings settings = settingsOf(true, false);
    settings.isFormatted = true;
    Encoded encoded(settings);
    QVERIFY(encoded.control({SchemaChangeKind::CreateTable, schema->id, nullptr, schema, nullptr, {}}));
    QVERIFY2(
        encoded.value().startsWith("{\n\t\"control\":\t{\n\t\t\"table-def\":\t{\n\t\t\t\"columns\":\t{\n"
                                   "\t\t\t\t\"a\":\t{\n\t\t\t\t\t\"type\":\t\"WSTRING\",\n\t\t\t\t\t\"length\":\t5,\n"
                                   "\t\t\t\t\t\"nullable\":\ttrue\n\t\t\t\t},\n\t\t\t\t\"b\":\t{\n"),
        encoded.value().constData());
    QVERIFY2(encoded.value().contains("\n\t\t\t\"primary-key\":\t[\"a\", \"b\"]\n\t\t}\n\t},\n\t\"metadata\":\t{\n"),
        encoded.value().constData());
    QVERIFY(encoded.control({SchemaChangeKind::DropTable, schema->id, schema, nullptr, nullptr, {}}));
    QVERIFY2(
        encoded.value(1).startsWith("{\n\t\"control\":\t{\n\t},\n\t\"metadata\":\t{\n"), encoded.value(1).constData());
}

void TestControlMessages::sendsWhatSettingsAskFor_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isFromStream");
    QTest::addColumn<bool>("byDefault");
    QTest::addColumn<bool>("withAlterations");
    QTest::newRow("create by prep mode") << int(SchemaChangeKind::CreateTable) << false << true << true;
    QTest::newRow("drop by prep mode") << int(SchemaChangeKind::DropTable) << false << true << true;
    QTest::newRow("create") << int(SchemaChangeKind::CreateTable) << true << true << true;
    QTest::newRow("drop") << int(SchemaChangeKind::DropTable) << true << false << true;
    QTest::newRow("rename") << int(SchemaChangeKind::RenameTable) << true << false << true;
    QTest::newRow("add column") << int(SchemaChangeKind::AddColumn) << true << false << true;
    QTest::newRow("change columns") << int(SchemaChangeKind::ChangeColumns) << true << false << true;
    QTest::newRow("truncate has no operation") << int(SchemaChangeKind::TruncateTable) << true << false << false;
}

void TestControlMessages::sendsWhatSettingsAskFor()
{
    QFETCH(int, kind);
    QFETCH(bool, isFromStream);
    QFETCH(bool, byDefault);
    QFETCH(bool, withAlterations);
    const TableSchemaPtr before = shared(schemaOf("s", "t", {column("a")}, {}));
    const TableSchemaPtr after = shared(schemaOf("s", "t", {column("a"), column("b")}, {}));
    const SchemaChange change{
        SchemaChangeKind(kind), before->id, before, after, isFromStream ? &kTransaction : nullptr, {}};
    for (const bool details : {false, true}) {
        Encoded first(settingsOf(details, false));
        QVERIFY(first.control(change));
        QCOMPARE(!first.out().messages.empty(), byDefault);
        Encoded second(settingsOf(details, true));
        QVERIFY(second.control(change));
        QCOMPARE(!second.out().messages.empty(), withAlterations);
    }
}

void TestControlMessages::obeysTheDdlPolicy()
{
    const TableSchemaPtr schema = shared(schemaOf("s", "t", {column("a")}, {}));
    MessageSettings settings = settingsOf(false, true);
    settings.handlesDroppedTables = false;
    Encoded encoded(settings);
    QVERIFY(encoded.control({SchemaChangeKind::DropTable, schema->id, schema, nullptr, &kTransaction, {}}));
    QVERIFY(encoded.out().messages.empty());
    QVERIFY(encoded.control({SchemaChangeKind::DropTable, schema->id, schema, nullptr, nullptr, {}}));
    QVERIFY(encoded.control({SchemaChangeKind::AddColumn, schema->id, schema, schema, &kTransaction, {}}));
    QCOMPARE(encoded.out().messages.size(), size_t(2));
    settings.handlesAlteredTables = false;
    Encoded without(settings);
    QVERIFY(without.control({SchemaChangeKind::AddColumn, schema->id, schema, schema, &kTransaction, {}}));
    QVERIFY(without.out().messages.empty());
}

void TestControlMessages::describesAlterations_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArrayList>("details"); // what stands beside table-def, one a message
    QTest::newRow("rename table")
        << int(SchemaChangeKind::RenameTable)
        << QByteArrayList{R"({"new-name":"u","new-schema-name":"s2","old-name":"t","old-schema-name":"s"})"};
    QTest::newRow("add column")
        << int(SchemaChangeKind::AddColumn)
        << QByteArrayList{R"({"columns":{"n1":{"nullable":true,"precision":10,"scale":2,"type":"NUMERIC"},)"
                          R"("n2":{"nullable":true,"type":"INT4"}}})"};
    QTest::newRow("drop column") << int(SchemaChangeKind::DropColumn)
                                 << QByteArrayList{R"({"columns":{"o1":{"length":9,"nullable":false,"type":"WSTRING"},)"
                                                   R"("o2":{"nullable":true,"type":"INT4"}}})"};
    QTest::newRow("rename columns") << int(SchemaChangeKind::RenameColumn)
                                    << QByteArrayList{R"({"new-name":"n1","old-name":"o1"})",
                                           R"({"new-name":"n2","old-name":"o2"})"};
    QTest::newRow("type change")
        << int(SchemaChangeKind::ColumnTypeChange)
        << QByteArrayList{
               R"({"columns":{"same":{"new":{"nullable":true,"type":"INT8"},"old":{"nullable":true,"type":"INT4"}}}})"};
    QTest::newRow("change columns") << int(SchemaChangeKind::ChangeColumns) << QByteArrayList{"{}"};
}

void TestControlMessages::describesAlterations()
{
    QFETCH(int, kind);
    QFETCH(QByteArrayList, details);
    Column number = column("n1", DmsType::Numeric);
    number.precision = 10;
    number.scale = 2;
    const TableSchemaPtr before = shared(
        schemaOf("s", "t", {column("same", DmsType::Int4), sized("o1", 9, false), column("o2", DmsType::Int4)}, {}));
    const TableSchemaPtr after
        = shared(schemaOf("s2", "u", {column("same", DmsType::Int8), number, column("n2", DmsType::Int4)}, {}));
    Encoded encoded(settingsOf(true, true));
    QVERIFY(encoded.control({SchemaChangeKind(kind), before->id, before, after, &kTransaction, {}}));
    QByteArrayList found;
    for (size_t i = 0; i < encoded.out().messages.size(); ++i) {
        auto value = nlohmann::json::parse(encoded.value(i).toStdString());
        QCOMPARE(value["control"]["table-def"]["columns"].size(), size_t(3));
        QVERIFY(value["control"]["table-def"]["columns"].contains("n1"));
        value["control"].erase("table-def");
        found += QByteArray::fromStdString(value["control"].dump());
        QCOMPARE(value["metadata"]["table-name"].get<std::string>(), std::string("t"));
    }
    QCOMPARE(found, details);
}

void TestControlMessages::namesTheTask()
{
    MessageSettings settings = settingsOf(false, false);
    settings.includePartitionValue = true;
    settings.headers = true;
    Encoded encoded(settings);
    QVERIFY(encoded.control({SchemaChangeKind::CreateTable, {}, nullptr, shared({}), nullptr, {}}));
    QCOMPARE(encoded.key(), QByteArray("gift-task"));
    QVERIFY2(
        encoded.value().contains(
            R"("partition-key-type":"task-id","partition-key-value":"gift-task","schema-name":"","table-name":"")"),
        encoded.value().constData());
    QCOMPARE(encoded.headers(), QByteArray("record-type=control operation=create-table schema-name= table-name="));
}

QTEST_APPLESS_MAIN(TestControlMessages)
#include "tst_controlmessages.moc"
