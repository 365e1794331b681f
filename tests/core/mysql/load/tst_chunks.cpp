// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkSql.h"
#include "core/mysql/load/CollationOrder.h"
#include "core/mysql/load/TableLoad.h"
#include "core/mysql/value/Temporal.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

ColumnDefinition column(const char *name, const char *type, const char *charset = "", const char *collation = "")
{
    ColumnDefinition definition;
    definition.name = name;
    definition.type = type;
    definition.charset = charset;
    definition.collation = collation;
    definition.nullable = false;
    return definition;
}

LoadTablePtr table(std::vector<ColumnDefinition> columns, std::vector<std::string> key)
{
    TableDefinition definition;
    definition.id = {"shop", "gift"};
    definition.columns = std::move(columns);
    definition.primaryKey = std::move(key);
    return *LoadTable::make(definition);
}

ChunkRecord chunk(
    ChunkOrder order, std::optional<std::vector<std::string>> lower, std::optional<std::vector<std::string>> upper)
{
    ChunkRecord record;
    record.order = std::move(order);
    record.key = {"id"};
    record.bounds = {std::move(lower), std::move(upper)};
    return record;
}

QString textOf(const std::deque<TableLoad::Gap> &gaps)
{
    QStringList lines;
    for (const TableLoad::Gap &gap : gaps) {
        ChunkOrder first = gap.prefix;
        first.push_back(gap.next);
        const auto bound
            = [](const auto &raws) { return raws ? QString::fromStdString(raws->front()) : QStringLiteral("-"); };
        lines << QStringLiteral("(%1,%2] %3")
                     .arg(bound(gap.bounds.lower), bound(gap.bounds.upper), QString::fromStdString(orderText(first)));
    }
    return lines.join(QLatin1Char(' '));
}

} // namespace

class ChunksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statementsUseTheIndex();
    void keysThatHaveNoOrder_data();
    void keysThatHaveNoOrder();
    void partsCompareAsTheServerOrders_data();
    void partsCompareAsTheServerOrders();
    void datesOfTheBinlogAndOfTextsAreTheSame_data();
    void datesOfTheBinlogAndOfTextsAreTheSame();
    void literals_data();
    void literals();
    void weightsAreAskedOfTheColumnsCollation();
    void recordsSurviveTheirText();
    void recordsOfOthersAreRefused();
    void chunksOfAnotherKeyAreOfNoUse_data();
    void chunksOfAnotherKeyAreOfNoUse();
    void gapsOfAResumedLoad_data();
    void gapsOfAResumedLoad();
    void orderOfGapsFitsBetween();
};

void ChunksTest::statementsUseTheIndex()
{
    const auto gift
        = table({column("id", "int"), column("name", "varchar(20)", "latin1", "latin1_swedish_ci")}, {"id", "name"});
    QCOMPARE(QString::fromStdString(boundarySql(*gift, {}, 100)),
        QStringLiteral("SELECT `id`, CONVERT(`name` USING binary) FROM `shop`.`gift` FORCE INDEX (PRIMARY)"
                       " ORDER BY `id`, `name` LIMIT 99, 1"));
    const ChunkBounds bounds{{{"7", "a'\xE9"}}, {{"9", "z"}}};
    QCOMPARE(QString::fromStdString(chunkSql(*gift, bounds)),
        QStringLiteral("SELECT `id`, CONVERT(`name` USING binary) FROM `shop`.`gift` FORCE INDEX (PRIMARY) WHERE"
                       " `id` >= 7 AND (`id` > 7 OR (`id` = 7 AND `name` > _latin1 X'6127E9'))"
                       " AND `id` <= 9 AND (`id` < 9 OR (`id` = 9 AND `name` <= _latin1 X'7A'))"));
}

void ChunksTest::keysThatHaveNoOrder_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("digits cut off") << QByteArray("float(7,2)");
    QTest::newRow("a float of all digits has") << QByteArray("double");
    QTest::newRow("bytes have") << QByteArray("varbinary(16)");
}

void ChunksTest::keysThatHaveNoOrder()
{
    QFETCH(QByteArray, type);
    const auto gift = table({column("id", type.constData())}, {"id"});
    QCOMPARE(gift->key.has_value(), !type.contains(','));
}

void ChunksTest::partsCompareAsTheServerOrders_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("small");
    QTest::addColumn<QByteArray>("large");
    QTest::newRow("negative int") << QByteArray("int") << QByteArray("-5") << QByteArray("3");
    QTest::newRow("unsigned bigint") << QByteArray("bigint unsigned") << QByteArray("9223372036854775807")
                                     << QByteArray("18446744073709551615");
    QTest::newRow("decimal by length") << QByteArray("decimal(10,2)") << QByteArray("9.50") << QByteArray("10.25");
    QTest::newRow("decimal negative") << QByteArray("decimal(10,2)") << QByteArray("-10.25") << QByteArray("-9.50");
    QTest::newRow("decimal fraction") << QByteArray("decimal(10,2)") << QByteArray("-0.01") << QByteArray("0.00");
    QTest::newRow("double") << QByteArray("double") << QByteArray("-1e300") << QByteArray("-2.5");
    QTest::newRow("datetime") << QByteArray("datetime(3)") << QByteArray("2020-01-01 10:00:00.999")
                              << QByteArray("2020-01-01 10:00:01.000");
    QTest::newRow("zero date") << QByteArray("date") << QByteArray("0000-00-00") << QByteArray("2013-00-00");
    QTest::newRow("month zero") << QByteArray("date") << QByteArray("2013-00-00") << QByteArray("2013-01-01");
    QTest::newRow("day zero") << QByteArray("date") << QByteArray("2012-12-31") << QByteArray("2013-01-00");
    QTest::newRow("no such day") << QByteArray("date") << QByteArray("2013-02-28") << QByteArray("2013-02-30");
    QTest::newRow("behind no such day") << QByteArray("date") << QByteArray("2013-02-30") << QByteArray("2013-03-01");
    QTest::newRow("clock of no such day")
        << QByteArray("datetime(3)") << QByteArray("2013-02-30 10:00:00.009") << QByteArray("2013-02-30 10:00:00.010");
    QTest::newRow("no timestamp") << QByteArray("timestamp") << QByteArray("0000-00-00 00:00:00")
                                  << QByteArray("1970-01-01 00:00:01");
    QTest::newRow("time beyond a day") << QByteArray("time") << QByteArray("-10:00:00") << QByteArray("-09:00:00");
    QTest::newRow("time of three digits") << QByteArray("time") << QByteArray("99:00:00") << QByteArray("100:00:00");
    QTest::newRow("time fraction") << QByteArray("time(2)") << QByteArray("10:00:00.09") << QByteArray("10:00:00.10");
    QTest::newRow("binary above 0x7F") << QByteArray("varbinary(4)") << QByteArray("\x7F") << QByteArray("\x80");
    QTest::newRow("enum by number") << QByteArray("enum('z','a')") << QByteArray("z") << QByteArray("a");
    QTest::newRow("set by bits") << QByteArray("set('z','a')") << QByteArray("z") << QByteArray("z,a");
    QTest::newRow("bit") << QByteArray("bit(12)") << QByteArray("\x00\xFF", 2) << QByteArray("\x01\x00", 2);
    QTest::newRow("year") << QByteArray("year") << QByteArray("1999") << QByteArray("2001");
}

void ChunksTest::partsCompareAsTheServerOrders()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, small);
    QFETCH(QByteArray, large);
    auto id = column("id", type.constData());
    if (type.startsWith("enum") || type.startsWith("set")) {
        id.charset = "utf8mb4";
        id.collation = "utf8mb4_general_ci";
    }
    const auto gift = table({id}, {"id"});
    QVERIFY(gift->key);
    const auto less = gift->key->valueOf({small.toStdString()});
    const auto more = gift->key->valueOf({large.toStdString()});
    QVERIFY2(less && more, "the server's own text");
    QVERIFY(compareKeys(*gift->key, *less, *more) < 0);
    QVERIFY(compareKeys(*gift->key, *more, *less) > 0);
    QVERIFY(compareKeys(*gift->key, *more, *more) == 0);
}

void ChunksTest::datesOfTheBinlogAndOfTextsAreTheSame_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("stored"); // as in a row image
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("date") << QByteArray("date") << QByteArray::fromHex("5dba0f") << QByteArray("2013-02-29");
    QTest::newRow("real date") << QByteArray("date") << QByteArray::fromHex("5cba0f") << QByteArray("2013-02-28");
    QTest::newRow("zero date") << QByteArray("date") << QByteArray::fromHex("000000") << QByteArray("0000-00-00");
    QTest::newRow("datetime") << QByteArray("datetime(2)") << QByteArray::fromHex("998efaa00032")
                              << QByteArray("2013-02-29 10:00:00.50");
    QTest::newRow("real datetime") << QByteArray("datetime(2)") << QByteArray::fromHex("998ef8a00032")
                                   << QByteArray("2013-02-28 10:00:00.50");
}

void ChunksTest::datesOfTheBinlogAndOfTextsAreTheSame()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, text);
    const auto gift = table({column("id", type.constData())}, {"id"});
    ByteReader reader({reinterpret_cast<const uint8_t *>(stored.constData()), size_t(stored.size())});
    Arena arena;
    const bool isDate = type == "date";
    const auto cell = readTemporal(reader, isDate ? FieldType::Date : FieldType::DateTime2, isDate ? 0 : 2, arena);
    QVERIFY(cell);
    const auto asText = gift->key->valueOf({text.toStdString()});
    QVERIFY(asText);
    QVERIFY(gift->key->valueOf(RowView(&*cell, 1)) == *asText);
}

void ChunksTest::literals_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("int") << QByteArray("int") << QByteArray("-5") << QByteArray("-5");
    QTest::newRow("double") << QByteArray("double") << QByteArray("0.1") << QByteArray("0.1e0");
    QTest::newRow("double with exponent") << QByteArray("double") << QByteArray("1e300") << QByteArray("1e300");
    QTest::newRow("binary") << QByteArray("varbinary(9)") << QByteArray("\x00'\\", 3) << QByteArray("X'00275C'");
    QTest::newRow("bit") << QByteArray("bit(12)") << QByteArray("\x01\x02", 2) << QByteArray("258");
    QTest::newRow("date") << QByteArray("date") << QByteArray("2020-02-03") << QByteArray("'2020-02-03'");
}

void ChunksTest::literals()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, literal);
    const auto gift = table({column("id", type.constData())}, {"id"});
    QCOMPARE(QByteArray::fromStdString(gift->key->columns().front().literal(raw.toStdString())), literal);
}

void ChunksTest::weightsAreAskedOfTheColumnsCollation()
{
    const auto gift = table({column("id", "varchar(20)", "latin1", "latin1_german1_ci")}, {"id"});
    const std::vector<std::string> texts = {"a", "\xC3\xA4"};
    QCOMPARE(QString::fromStdString(CollationOrder::weightsSql(gift->key->columns().front(), true, texts)),
        QStringLiteral(
            "SELECT WEIGHT_STRING((CONVERT(_utf8mb4 X'61' USING latin1) COLLATE latin1_german1_ci) AS CHAR(20)), "
            "WEIGHT_STRING((CONVERT(_utf8mb4 X'C3A4' USING latin1) COLLATE latin1_german1_ci) AS CHAR(20))"));
}

void ChunksTest::recordsSurviveTheirText()
{
    ChunkRecord record;
    record.order = {3, 1};
    record.key = {"id", "näme"};
    record.kinds = {{"int", "", ""}, {"varchar(20)", "utf8mb4", "utf8mb4_general_ci"}};
    record.bounds = {{{"7", std::string("\x00\xFF'", 3)}}, std::nullopt};
    record.moment = {"uuid", {"binlog.000003", 5'000'000'000ULL}, "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"};
    record.rows = 12;
    const LoadRecordKey key{{"a/b", "c d%"}, {3, 1}};
    QCOMPARE(QString::fromStdString(key.text()), QStringLiteral("load/a%2Fb/c%20d%25/3.1"));
    const auto parsed = LoadRecordKey::parse(key.text());
    QVERIFY(parsed && parsed->table == key.table && parsed->order == key.order);
    const auto again = ChunkRecord::fromJson(key.text(), record.toJson());
    QVERIFY(again);
    QVERIFY(*again == record);
    record.kinds.clear(); // as older versions wrote it
    const auto older = ChunkRecord::fromJson(key.text(), record.toJson());
    QVERIFY(older && *older == record);
    const auto done = LoadRecordKey::parse("load/shop/gift/done");
    QVERIFY(done && done->isDone());
}

void ChunksTest::recordsOfOthersAreRefused()
{
    QVERIFY(!LoadRecordKey::parse("schema/shop/gift"));
    QVERIFY(!LoadRecordKey::parse("load/shop/gift/x"));
    for (const char *json : {"", "[]", "{\"v\":2}", "{\"v\":\"1\"}", "{\"v\":1}", "{\"v\":1,\"key\":7}",
             R"({"v":1,"rows":1,"key":["k"],"kinds":[[7]],"lower":null,"upper":null,"server":"","at":"","gtids":""})",
             R"({"v":1,"rows":1,"key":["k"],"kinds":[["a","",""],["b","",""]],"lower":null,"upper":null,"server":"",
                 "at":"","gtids":""})",
             R"({"v":1,"rows":1e54,"key":["k"],"lower":null,"upper":null,"server":"","at":"","gtids":""})"}) {
        const auto record = ChunkRecord::fromJson("load/shop/gift/1", json);
        QVERIFY2(!record && record.error().code == QStringLiteral("mysql.state.invalid"), json);
    }
}

void ChunksTest::chunksOfAnotherKeyAreOfNoUse_data()
{
    QTest::addColumn<bool>("isDone");
    QTest::addColumn<QByteArray>("recorded"); // type of the record's key; empty: an older version's
    QTest::addColumn<QByteArray>("checkpoint"); // in the definition of then; empty: not known
    QTest::addColumn<bool>("isUsed"); // beside a key of int
    QTest::newRow("same") << false << QByteArray("int") << QByteArray("bigint") << true;
    QTest::newRow("another type") << false << QByteArray("varchar(9)") << QByteArray("int") << false;
    QTest::newRow("old record, same") << false << QByteArray() << QByteArray("int") << true;
    QTest::newRow("old record, another type") << false << QByteArray() << QByteArray("date") << false;
    QTest::newRow("old record, not known") << false << QByteArray() << QByteArray() << true;
    QTest::newRow("complete: only compared with") << true << QByteArray("varbinary(9)") << QByteArray() << true;
}

void ChunksTest::chunksOfAnotherKeyAreOfNoUse()
{
    QFETCH(bool, isDone);
    QFETCH(QByteArray, recorded);
    QFETCH(QByteArray, checkpoint);
    QFETCH(bool, isUsed);
    ChunkRecord record = chunk({1}, std::nullopt, {{"5"}});
    if (!recorded.isEmpty()) {
        record.kinds = {{recorded.toStdString(), "", ""}};
    }
    const auto before = table({column("id", checkpoint.isEmpty() ? "int" : checkpoint.constData())}, {"id"});
    TableLoad load(table({column("id", "int")}, {"id"}), 1024);
    load.restore({record}, isDone, checkpoint.isEmpty() ? nullptr : &before->definition);
    QCOMPARE(load.chunks().size(), size_t(isUsed ? 1 : 0));
    if (isDone) {
        QCOMPARE(QByteArray::fromStdString(load.table()->keyKinds().front().type), recorded);
    }
    QCOMPARE(load.reset().size(), size_t(2)); // what is of no use is not left in the state, either
}

void ChunksTest::gapsOfAResumedLoad_data()
{
    using Chunks = std::vector<ChunkRecord>;
    QTest::addColumn<Chunks>("chunks");
    QTest::addColumn<QString>("gaps");
    const auto none = std::nullopt;
    const auto at = [](const char *value) { return std::optional(std::vector<std::string>{value}); };
    QTest::newRow("nothing done") << Chunks{} << QStringLiteral("(-,-] 1");
    QTest::newRow("all done") << Chunks{chunk({1}, none, at("5")), chunk({2}, at("5"), none)} << QString();
    QTest::newRow("tail") << Chunks{chunk({1}, none, at("5")), chunk({2}, at("5"), at("9"))}
                          << QStringLiteral("(9,-] 3");
    QTest::newRow("hole") << Chunks{chunk({1}, none, at("5")), chunk({3}, at("9"), none)}
                          << QStringLiteral("(5,9] 1.1");
    QTest::newRow("head") << Chunks{chunk({2}, at("5"), none)} << QStringLiteral("(-,5] 1.1");
    QTest::newRow("hole in a filled hole") << Chunks{chunk({1}, none, at("5")), chunk({1, 2}, at("7"), at("9")),
        chunk({3}, at("9"), none)} << QStringLiteral("(5,7] 1.1.1");
    QTest::newRow("hole behind a filled hole") << Chunks{chunk({1}, none, at("5")), chunk({1, 1}, at("5"), at("7")),
        chunk({3}, at("9"), none)} << QStringLiteral("(7,9] 1.1.1");
}

void ChunksTest::gapsOfAResumedLoad()
{
    QFETCH(std::vector<ChunkRecord>, chunks);
    QFETCH(QString, gaps);
    QCOMPARE(textOf(TableLoad::gapsBetween(chunks)), gaps);
}

// Whatever is cut off however often, numbers stay in key order.
void ChunksTest::orderOfGapsFitsBetween()
{
    std::vector<ChunkRecord> done
        = {chunk({2}, {{"5"}}, {{"6"}}), chunk({2, 3}, {{"7"}}, {{"8"}}), chunk({3}, {{"9"}}, {{"10"}})};
    for (const TableLoad::Gap &gap : TableLoad::gapsBetween(done)) {
        ChunkOrder first = gap.prefix;
        first.push_back(gap.next);
        for (const ChunkRecord &record : done) {
            QVERIFY(record.order != first);
            const bool isBefore = record.bounds.upper && gap.bounds.lower
                && std::stoi(record.bounds.upper->front()) <= std::stoi(gap.bounds.lower->front());
            QCOMPARE(record.order < first, isBefore);
        }
    }
}

QTEST_GUILESS_MAIN(ChunksTest)
#include "tst_chunks.moc"
