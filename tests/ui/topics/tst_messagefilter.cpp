// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestMessages.h"
#include "ui/topics/MessageFilter.h"

#include <QTest>

using namespace rowcast::ui;
using namespace rowcast::ui::test;

class MessageFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFacts();
    void survivesHostileBytes_data();
    void survivesHostileBytes();
    void matches_data();
    void matches();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void coversTheLineWithSpans();
};

void MessageFilterTest::readsFacts()
{
    MessageParser parser;
    const MessageRowPtr row = parser.read(record(7, message({.operation = "update"})));
    QCOMPARE(row->kind, MessageKind::Update);
    QCOMPARE(row->schema, QByteArray("kwtoon"));
    QCOMPARE(row->table, QByteArray("gift"));
    QCOMPARE(row->transaction, 8589934811ULL);
    QVERIFY(row->isRowKey);
    QCOMPARE(row->body(), QByteArray(R"({"id":1,"name":"ann","price":12.3400})"));
}

void MessageFilterTest::survivesHostileBytes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("cut in a string") << QByteArray(R"({"data":{"id":1,"na)");
    QTest::newRow("no object") << QByteArray("[1,2,3]");
    QTest::newRow("metadata is a number") << QByteArray(R"({"data":{},"metadata":7})");
    QTest::newRow("names are numbers") << QByteArray(R"({"metadata":{"operation":7,"table-name":null}})");
    QTest::newRow("transaction is a text") << QByteArray(R"({"metadata":{"transaction-id":"x"}})");
    QTest::newRow("deep") << QByteArray("{\"data\":") + QByteArray(5000, '[');
    QTest::newRow("binary") << QByteArray("{\x00\xff\xfe\x80", 4);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("brace") << QByteArray("{");
}

void MessageFilterTest::survivesHostileBytes()
{
    QFETCH(QByteArray, value);
    MessageParser parser;
    const MessageRowPtr row = parser.read(record(1, value));
    QCOMPARE(row->kind, MessageKind::Other);
    QVERIFY(row->bodyBegin + row->bodySize <= uint32_t(value.size()));
    QVERIFY(!parser.field(*row, "id").has_value() || row->bodySize > 0);
    // the parser is as good as new afterwards
    QCOMPARE(parser.read(record(2, message({})))->kind, MessageKind::Insert);
}

void MessageFilterTest::matches_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *line, bool isMatch) { QTest::newRow(line) << QString::fromUtf8(line) << isMatch; };
    row("", true);
    row("ann", true);
    row("ANN", true);
    row("anna", false);
    row("한국", true);
    row("-ann", false);
    row("-bob", true);
    row("ann bob", false);
    row("\"ann 한국\"", true);
    row("\"한국 ann\"", false);
    row("op:update", true);
    row("op:U", true);
    row("op:insert,update", true);
    row("-op:insert,delete", true);
    row("op:load", false);
    row("op:create-table", false);
    row("table:gift", true);
    row("table:Kwtoon.Gift", true);
    row("table:gif", false);
    row("table:other.gift", false);
    row("key:gift.1", true);
    row("key:gift.2", false);
    row("tx:8589934811", true);
    row("tx:>8589934810", true);
    row("tx:>8589934811", false);
    row("partition:1", true);
    row("offset:7", true);
    row("offset:<7", false);
    row("header:trace", true);
    row("value:price", true);
    row("data.id:=9007199254740993", true);
    row("data.id:=9007199254740992", false);
    row("data.price:>12", true);
    row("data.price:<12", false);
    row("data.price:=12.3400", true);
    row("data.name:한", true);
    row("data.missing:1", false);
    row("-data.missing:1", true);
    row("http://x", false);
    row("op:", true);
}

void MessageFilterTest::matches()
{
    QFETCH(QString, line);
    QFETCH(bool, isMatch);
    MessageParser parser;
    auto entry = record(
        7, message({.operation = "update", .id = 9007199254740993, .name = QStringLiteral("Ann 한국").toUtf8()}));
    entry.headers.append(qMakePair(QByteArray("trace"), QByteArray("abc")));
    const MessageRowPtr row = parser.read(entry);
    QCOMPARE(MessageFilter::parse(line).matches(*row, parser), isMatch);
}

void MessageFilterTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("operation") << QStringLiteral("ann op:upsert") << QStringLiteral("upsert");
    QTest::newRow("transaction") << QStringLiteral("tx:abc") << QStringLiteral("abc");
    QTest::newRow("offset") << QStringLiteral("offset:>1x") << QStringLiteral("1x");
}

void MessageFilterTest::namesWhatIsWrong()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const MessageFilter filter = MessageFilter::parse(line);
    QVERIFY2(filter.problem().contains(named), qPrintable(filter.problem()));
    const FilterSpan &span = filter.spans().back();
    QCOMPARE(int(span.kind), int(FilterSpan::Kind::Wrong));
    QVERIFY(line.mid(span.begin, span.size).contains(named));
}

void MessageFilterTest::coversTheLineWithSpans()
{
    const QString line = QStringLiteral("  op:update \"two words\" -table:gift");
    const MessageFilter filter = MessageFilter::parse(line);
    QStringList parts;
    for (const FilterSpan &span : filter.spans()) {
        parts.append(line.mid(span.begin, span.size));
    }
    const QStringList expected = {QStringLiteral("op:"), QStringLiteral("update"), QStringLiteral("\"two words\""),
        QStringLiteral("-table:"), QStringLiteral("gift")};
    QCOMPARE(parts, expected);
}

QTEST_MAIN(MessageFilterTest)
#include "tst_messagefilter.moc"
