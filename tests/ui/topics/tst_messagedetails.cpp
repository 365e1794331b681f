// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestMessages.h"
#include "ui/topics/FieldChangeModel.h"
#include "ui/topics/JsonTreeModel.h"
#include "ui/topics/MessageCopy.h"
#include "ui/topics/MessageDetails.h"
#include "ui/topics/MessageWorker.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

class MessageDetailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryDigit();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void prettyKeepsTokens();
    void comparesWithTheBeforeImage();
    void comparesWithThePreviousMessage();
    void comparesWithAMarkedMessage();
    void cutsLargeValues();
    void opensBranchesLazily();
    void copies();
};

void MessageDetailsTest::keepsEveryDigit()
{
    const auto tree
        = JsonTree::parse(R"({"a":18446744073709551615,"b":-9223372036854775808,"c":1.0000,"e":"\u00e9\"x"})");
    QVERIFY(tree);
    QStringList texts;
    for (uint32_t i = 1; i < tree->size(); ++i) {
        texts.append(tree->text(tree->node(i)));
    }
    const QStringList expected = {QStringLiteral("18446744073709551615"), QStringLiteral("-9223372036854775808"),
        QStringLiteral("1.0000"), QStringLiteral("\u00e9\"x")};
    QCOMPARE(texts, expected);
}

void MessageDetailsTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("word") << QByteArray("hello");
    QTest::newRow("unclosed") << QByteArray(R"({"a":[1,2})");
    QTest::newRow("too deep") << QByteArray(300, '[') + QByteArray(300, ']');
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    QTest::newRow("two values") << QByteArray("{} {}");
}

void MessageDetailsTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(!JsonTree::parse(text));
    // the pretty printer does not read over the end, whatever it gets
    QVERIFY(prettyJson(text).size() >= 0);
}

void MessageDetailsTest::prettyKeepsTokens()
{
    QCOMPARE(prettyJson(R"({"a":[1,{}, []],"b":"x , : }"})"),
        QByteArray("{\n  \"a\": [\n    1,\n    {},\n    []\n  ],\n  \"b\": \"x , : }\"\n}"));
}

void MessageDetailsTest::comparesWithTheBeforeImage()
{
    MessageParser parser;
    const MessageRowPtr row = parser.read(record(
        5, message({.operation = "update", .name = "new", .before = R"("BI":{"id":1,"name":"old","gone":true},)"})));
    const MessageDetails details = MessageDetails::of(row, {}, false);
    QCOMPARE(int(details.before), int(MessageDetails::Before::Image));
    FieldChangeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDetails(details);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.rowCount(), 4);
    const auto isBold = [&](int line) { return model.index(line, 2).data(Qt::FontRole).value<QFont>().bold(); };
    QVERIFY(!isBold(0));
    QVERIFY(isBold(1)); // name
    QVERIFY(!isBold(2)); // price: its old value is not known
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("old"));
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("new"));
}

void MessageDetailsTest::comparesWithThePreviousMessage()
{
    MessageWorker worker({});
    std::vector<TopicRecord> records
        = {record(3, message({.name = "old"})), record(6, message({.operation = "update", .name = "new"}))};
    MessageRows seen;
    connect(
        &worker, &MessageWorker::filtered, &worker, [&](quint64, const SharedMessageRows &rows, int) { seen = *rows; });
    std::optional<MessageDetails> details;
    connect(&worker, &MessageWorker::described, &worker, [&](const MessageDetails &found) { details = found; });
    worker.add(RecordBatch::create(records));
    QCOMPARE(seen.size(), size_t(2));
    worker.describe(seen[1], false);
    QVERIFY(details);
    QCOMPARE(int(details->before), int(MessageDetails::Before::PreviousMessage));
    QCOMPARE(details->previousOffset, 3);
    QVERIFY(details->fields[1].isChanged);
    QCOMPARE(details->fields[1].before, QStringLiteral("old"));
    // a key that stands for the whole table names no row
    records[0].value = message({.keyType = "schema-table"});
    records[1].value = message({.operation = "update", .keyType = "schema-table", .name = "new"});
    worker.add(RecordBatch::create(records));
    worker.describe(seen[1], false);
    QCOMPARE(int(details->before), int(MessageDetails::Before::None));
}

void MessageDetailsTest::comparesWithAMarkedMessage()
{
    MessageParser parser;
    const MessageRowPtr marked = parser.read(record(9, message({.name = "marked"})));
    const MessageRowPtr row = parser.read(
        record(5, message({.operation = "update", .name = "new", .before = R"("BI":{"id":1,"name":"old"},)"})));
    const MessageDetails details = MessageDetails::of(row, {marked, true}, false);
    QCOMPARE(int(details.before), int(MessageDetails::Before::MarkedMessage)); // not the message's own image
    QCOMPARE(details.previousOffset, 9);
    QCOMPARE(details.fields[1].before, QStringLiteral("marked"));
    QVERIFY(details.fields[1].isChanged);
    QVERIFY(!details.fields[0].isChanged);
}

void MessageDetailsTest::cutsLargeValues()
{
    MessageParser parser;
    const QByteArray large = message({.name = QByteArray(2 * 1024 * 1024, 'x')});
    const MessageRowPtr row = parser.read(record(1, large));
    const MessageDetails head = MessageDetails::of(row, {}, false);
    QVERIFY(head.isCut);
    QVERIFY(!head.tree);
    QVERIFY(head.text.size() <= MessageDetails::kShownBytes);
    const MessageDetails whole = MessageDetails::of(row, {}, true);
    QVERIFY(!whole.isCut);
    QVERIFY(whole.tree);
    QVERIFY(whole.text.size() > 2 * 1024 * 1024);
}

void MessageDetailsTest::opensBranchesLazily()
{
    QByteArray list;
    for (int i = 0; i < 2500; ++i) {
        list += (i == 0 ? "" : ",") + QByteArray::number(i);
    }
    JsonTreeModel model;
    model.setTree(JsonTree::parse("{\"data\":{\"list\":[" + list + "]}}"));
    const QModelIndex data = model.topBranch("data");
    QVERIFY(data.isValid());
    QCOMPARE(model.rowCount(data), 0);
    QVERIFY(model.canFetchMore(data));
    model.fetchMore(data);
    const QModelIndex branch = model.index(0, 0, data);
    QCOMPARE(branch.data().toString(), QStringLiteral("list"));
    model.fetchMore(branch);
    QCOMPARE(model.rowCount(branch), 1000);
    while (model.canFetchMore(branch)) {
        model.fetchMore(branch);
    }
    QCOMPARE(model.rowCount(branch), 2500);
    QCOMPARE(model.path(model.index(7, 1, branch)), QStringLiteral("data.list.7"));
    // here and not above: it fetches whatever there is
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void MessageDetailsTest::copies()
{
    MessageParser parser;
    auto entry = record(6, message({.id = 9007199254740993}));
    entry.headers.append(qMakePair(QByteArray("a"), QByteArray("b")));
    const QString json = rowAsJson(*parser.read(entry));
    QVERIFY(json.startsWith(QStringLiteral("{\"partition\":0,\"offset\":6,")));
    QVERIFY(json.contains(QStringLiteral("\"value\":{\"data\":{\"id\":9007199254740993")));
    QVERIFY(JsonTree::parse(json.toUtf8()));
    entry.value = QByteArray("no \"json\" \xff");
    QVERIFY(JsonTree::parse(rowAsJson(*parser.read(entry)).toUtf8()));

    EndpointSpec target;
    target.kafka.broker = QStringLiteral("kafka:9093");
    target.kafka.securityProtocol = SecurityProtocol::SaslSsl;
    target.kafka.saslUsername = QStringLiteral("o'brien");
    target.kafka.saslPassword = SecretValue::ofText(QStringLiteral("secret"));
    const QString command = kcatCommand(target, QStringLiteral("shop"), entry);
    QVERIFY(command.startsWith(QStringLiteral("kcat -C -b kafka:9093 -t shop -p 0 -o 6 -c 1")));
    QVERIFY(!command.contains(QStringLiteral("secret")));
    QVERIFY(command.contains(QStringLiteral("'sasl.username=o'\\''brien'")));
}

QTEST_MAIN(MessageDetailsTest)
#include "tst_messagedetails.moc"
