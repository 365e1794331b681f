// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/BucketFold.h"

#include <QTest>

using namespace rowcast;

class BucketFoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
    void countsEachTable();
    void droppedColumnsAreNoDifference();
};

namespace {

// "set 1 {...}", "update", "delete", "clear", ">" begins the window, "source 1 {...}"; partition "@2" and time "+5"
// stand in front where they matter.
QString verdictOf(const QStringList &script)
{
    BucketFold fold;
    bool isInWindow = false;
    int64_t time = 1000;
    std::vector<std::string> texts;
    for (const QString &line : script) {
        if (line == QLatin1String(">")) {
            isInWindow = true;
            continue;
        }
        QStringList words = line.split(QLatin1Char(' '));
        SpilledRow row;
        row.isInWindow = isInWindow;
        row.timestampMillis = ++time;
        if (words.first().startsWith(QLatin1Char('@'))) {
            row.partition = words.takeFirst().mid(1).toInt();
        }
        if (words.first().startsWith(QLatin1Char('+'))) {
            row.timestampMillis = words.takeFirst().mid(1).toInt();
        }
        const QString verb = words.takeFirst();
        const std::string key = words.isEmpty() ? "" : words.takeFirst().toStdString() + '\x1f';
        const std::string data = words.join(QLatin1Char(' ')).toStdString();
        row.key = key;
        row.data = data;
        if (verb == QLatin1String("source")) {
            fold.addSourceRow(row);
            continue;
        }
        row.kind = verb == QLatin1String("set") ? RowMessage::Kind::Set
            : verb == QLatin1String("update")   ? RowMessage::Kind::Update
            : verb == QLatin1String("delete")   ? RowMessage::Kind::Delete
                                                : RowMessage::Kind::Clear;
        fold.applyMessage(row);
    }
    std::vector<TableValidation> tables(1);
    QStringList found;
    fold.compare(tables, [&](const RowDifference &difference) {
        const char *kinds[] = {"differs", "missing", "extra"};
        QString text = QString::fromLatin1(kinds[int(difference.kind)]) + QLatin1Char(' ')
            + QString::fromStdString(difference.key);
        for (const std::string &column : difference.columns) {
            text += QStringLiteral(" [") + QString::fromStdString(column) + QLatin1Char(']');
        }
        found << text;
    });
    return found.join(QStringLiteral("; "));
}

} // namespace

void BucketFoldTest::compares_data()
{
    QTest::addColumn<QStringList>("script");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, std::initializer_list<const char *> lines, const char *verdict) {
        QStringList script;
        for (const char *line : lines) {
            script << QString::fromLatin1(line);
        }
        QTest::newRow(name) << script << QString::fromLatin1(verdict);
    };
    row("equal", {R"(set 1 {"a":1})", R"(source 1 {"a":1})"}, "");
    row("another value", {R"(set 1 {"a":1})", R"(source 1 {"a":2})"}, "differs 1 [a: 2 / 1]");
    row("the last message counts", {R"(set 1 {"a":1})", R"(update 1 {"a":2})", R"(source 1 {"a":2})"}, "");
    row("missing", {R"(source 1 {"a":1})"}, "missing 1");
    row("deleted too early", {R"(set 1 {"a":1})", "delete 1", R"(source 1 {"a":1})"}, "missing 1");
    row("extra", {R"(set 1 {"a":1})"}, "extra 1");
    row("deleted", {R"(set 1 {"a":1})", "delete 1"}, "");
    row("partial update", {R"(set 1 {"a":1,"b":2})", R"(update 1 {"b":3})", R"(source 1 {"a":1,"b":3})"}, "");
    row("update to null that leaves it out",
        {R"(set 1 {"a":1,"b":2})", R"(update 1 {"b":3})", R"(source 1 {"a":null,"b":3})"}, "");
    row("partial update, wrong all the same",
        {R"(set 1 {"a":1,"b":2})", R"(update 1 {"b":3})", R"(source 1 {"a":5,"b":3})"}, "differs 1 [a: 5 / 1]");
    row("changed behind the reading", {R"(set 1 {"a":1})", ">", R"(update 1 {"a":2})", R"(source 1 {"a":1})"}, "");
    row("changed before the reading", {R"(set 1 {"a":1})", ">", R"(update 1 {"a":2})", R"(source 1 {"a":2})"}, "");
    row("an older state than the window's",
        {R"(set 1 {"a":0})", R"(update 1 {"a":1})", ">", R"(update 1 {"a":2})", R"(source 1 {"a":0})"},
        "differs 1 [a: 0 / 2]");
    row("inserted behind the reading", {">", R"(set 1 {"a":1})"}, "");
    row("deleted behind the reading", {R"(set 1 {"a":1})", ">", "delete 1", R"(source 1 {"a":1})"}, "");
    row("cleared", {R"(set 1 {"a":1})", "clear"}, "");
    row("cleared and set again", {R"(set 1 {"a":1})", "clear", R"(set 1 {"a":1})", R"(source 1 {"a":1})"}, "");
    row("cleared in another partition, read first", {"@0 +50 clear", R"(@1 +40 set 1 {"a":1})"}, "");
    row("set behind a clearing in another partition, read first",
        {"@0 +50 clear", R"(@1 +60 set 1 {"a":1})", R"(source 1 {"a":1})"}, "");
    row("cleared in another partition, read last", {R"(@0 +40 set 1 {"a":1})", "@1 +50 clear"}, "");
    row("set behind a clearing in another partition, read last",
        {R"(@0 +60 set 1 {"a":1})", "@1 +50 clear", R"(source 1 {"a":1})"}, "");
}

void BucketFoldTest::compares()
{
    QFETCH(QStringList, script);
    QFETCH(QString, verdict);
    QCOMPARE(verdictOf(script), verdict);
}

void BucketFoldTest::countsEachTable()
{
    BucketFold fold;
    fold.applyMessage({.table = 0, .key = "1\x1f", .data = R"({"a":1})"});
    fold.applyMessage({.table = 1, .key = "1\x1f", .data = R"({"a":1})"});
    fold.applyMessage({.table = 1, .key = "2\x1f", .data = R"({"a":2})"});
    fold.addSourceRow({.table = 0, .key = "1\x1f", .data = R"({"a":1})"});
    fold.addSourceRow({.table = 1, .key = "1\x1f", .data = R"({"a":9})"});
    fold.addSourceRow({.table = 1, .key = "3\x1f", .data = R"({"a":3})"});
    std::vector<TableValidation> tables(2);
    int found = 0;
    fold.compare(tables, [&found](const RowDifference &) { ++found; });
    QCOMPARE(found, 3);
    QCOMPARE(tables[0].state, TableValidation::State::Validated);
    QCOMPARE(tables[1].state, TableValidation::State::Mismatched);
    QCOMPARE(tables[1].sourceRows, uint64_t(2));
    QCOMPARE(tables[1].topicRows, uint64_t(2));
    QCOMPARE(tables[1].differing, uint64_t(1));
    QCOMPARE(tables[1].missing, uint64_t(1));
    QCOMPARE(tables[1].extra, uint64_t(1));
}

void BucketFoldTest::droppedColumnsAreNoDifference()
{
    const std::vector<BucketFold::ColumnNames> columns{{"a", "new"}};
    BucketFold fold(columns);
    fold.applyMessage({.key = "1\x1f", .data = R"({"a":1,"dropped":5})"});
    fold.applyMessage({.key = "2\x1f", .data = R"({"a":2,"dropped":5})"});
    fold.addSourceRow({.key = "1\x1f", .data = R"({"a":1})"});
    fold.addSourceRow({.key = "2\x1f", .data = R"({"a":2,"new":7})"});
    std::vector<TableValidation> tables(1);
    std::vector<RowDifference> found;
    fold.compare(tables, [&found](const RowDifference &difference) { found.push_back(difference); });
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().columns, std::vector<std::string>{"new: 7 / -"});
}

QTEST_GUILESS_MAIN(BucketFoldTest)
#include "tst_bucketfold.moc"
