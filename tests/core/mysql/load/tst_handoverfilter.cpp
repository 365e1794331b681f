// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/LoadTable.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

const TableId kGift{"shop", "gift"};
const char *const kUuid = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

TableDefinition gift(bool hasKey)
{
    TableDefinition definition;
    definition.id = kGift;
    for (const char *name : {"id", "v"}) {
        ColumnDefinition column;
        column.name = name;
        column.type = "int";
        column.nullable = false;
        definition.columns.push_back(column);
    }
    if (hasKey) {
        definition.primaryKey = {"id"};
    }
    return definition;
}

StateRecord record(ChunkOrder order, std::optional<std::vector<std::string>> lower,
    std::optional<std::vector<std::string>> upper, uint64_t offset, const std::string &gtids, bool hasKey = true,
    const char *server = "server-a")
{
    ChunkRecord chunk;
    chunk.order = order;
    chunk.key = hasKey ? std::vector<std::string>{"id"} : std::vector<std::string>();
    chunk.bounds = {std::move(lower), std::move(upper)};
    chunk.moment = {server, {"binlog.000002", offset}, gtids};
    return {LoadRecordKey{kGift, order}.text(), chunk.toJson()};
}

// Three chunks: up to 10 as of 1000, up to 20 as of 3000, the rest as of 2000.
StateRecords threeChunks()
{
    const std::string uuid = kUuid;
    return {record({1}, std::nullopt, {{"10"}}, 1000, uuid + ":1-10"),
        record({2}, {{"10"}}, {{"20"}}, 3000, uuid + ":1-30"),
        record({3}, {{"20"}}, std::nullopt, 2000, uuid + ":1-20"), {LoadRecordKey{kGift, {}}.text(), R"({"v":1})"}};
}

std::shared_ptr<LoadRegistry> registryWith(const StateRecords &state, bool hasKey = true)
{
    auto registry = std::make_shared<LoadRegistry>(LoadSettings());
    const auto added = registry->add(gift(hasKey));
    const auto restored = registry->restore(state);
    return added && restored ? registry : nullptr;
}

std::vector<Cell> row(int64_t id)
{
    return {Cell::integer(id), Cell::integer(0)};
}

StreamPlace place(uint64_t offset, const std::string &file = "binlog.000002")
{
    return {"server-a", file, offset, {}};
}

} // namespace

Q_DECLARE_METATYPE(rowcast::mysql::HandOver)
Q_DECLARE_METATYPE(rowcast::mysql::HandOverFilter::Chunks)

class HandOverFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesByPlaceAndKey_data();
    void decidesByPlaceAndKey();
    void decidesByGtidAfterFailover();
    void decidesByGtidWhereChunksAreOfTwoServers();
    void forgetsItselfBehindTheLastMoment();
    void keepsWhatWasReadBehindAStatement_data();
    void keepsWhatWasReadBehindAStatement();
    void wholeTables();
    void missingKeyColumnIsAFailure();
};

void HandOverFilterTest::decidesByPlaceAndKey_data()
{
    QTest::addColumn<int>("before"); // 0: none
    QTest::addColumn<int>("after");
    QTest::addColumn<qulonglong>("offset");
    QTest::addColumn<HandOver>("decision");
    const auto row = [](const char *name, int before, int after, qulonglong offset, HandOver decision) {
        QTest::newRow(name) << before << after << offset << decision;
    };
    row("before all moments", 0, 5, 900, HandOver::Drop);
    row("exactly at the moment", 0, 5, 1000, HandOver::Drop);
    row("behind its own moment", 0, 5, 1001, HandOver::Send);
    row("the bound belongs to the lower chunk", 0, 10, 1001, HandOver::Send);
    row("behind the bound", 0, 11, 1001, HandOver::Drop);
    row("last chunk, known", 0, 1'000'000, 1500, HandOver::Drop);
    row("last chunk, new", 0, 1'000'000, 2500, HandOver::Send);
    row("delete, known", 15, 0, 2500, HandOver::Drop);
    row("delete, new", 15, 0, 3001, HandOver::Send);
    row("update within a chunk", 15, 16, 2500, HandOver::Drop);
    row("moved, both new", 5, 25, 2500, HandOver::Send);
    row("moved, both known", 15, 25, 1500, HandOver::Drop);
    row("moved, only its new place knows", 5, 15, 2500, HandOver::SendAsDelete);
    row("moved, only its old place knows", 15, 5, 2500, HandOver::SendAsInsert);
}

void HandOverFilterTest::decidesByPlaceAndKey()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(qulonglong, offset);
    QFETCH(HandOver, decision);
    const auto registry = registryWith(threeChunks());
    QVERIFY(registry);
    const auto filter = registry->filter();
    QVERIFY(filter);
    (*filter)->moveTo(place(offset));
    const auto layout = (*LoadTable::make(gift(true)))->layout;
    const std::vector<Cell> old = row(before);
    const std::vector<Cell> now = row(after);
    RowImages images;
    images.before = before == 0 ? RowView() : RowView(old);
    images.after = after == 0 ? RowView() : RowView(now);
    const auto decisions = (*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {});
    QVERIFY(decisions);
    QCOMPARE(decisions->size(), size_t(1));
    QCOMPARE(decisions->front(), decision);
}

// Offsets of the new writer mean nothing.
void HandOverFilterTest::decidesByGtidAfterFailover()
{
    const auto registry = registryWith(threeChunks());
    const auto filter = registry->filter();
    QVERIFY(filter);
    const auto layout = (*LoadTable::make(gift(true)))->layout;
    const auto decide = [&](int id, int number) {
        (*filter)->moveTo({"server-b", "binlog.000001", 4, std::string(kUuid) + ':' + std::to_string(number)});
        const std::vector<Cell> now = row(id);
        RowImages images;
        images.after = now;
        return (*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {})->front();
    };
    QCOMPARE(decide(5, 10), HandOver::Drop);
    QCOMPARE(decide(5, 11), HandOver::Send);
    QCOMPARE(decide(15, 30), HandOver::Drop);
    QCOMPARE(decide(25, 30), HandOver::Send);
    QVERIFY(!(*filter)->isEmpty());
}

// A failover in the middle of the load: the places of the two servers must not be compared, though their files have the
// same names.
void HandOverFilterTest::decidesByGtidWhereChunksAreOfTwoServers()
{
    const std::string uuid = kUuid;
    const auto registry = registryWith({record({1}, std::nullopt, {{"10"}}, 500, uuid + ":1-50", true, "server-b"),
        record({2}, {{"10"}}, std::nullopt, 9000, uuid + ":1-20")});
    QVERIFY(registry);
    const auto filter = registry->filter();
    QVERIFY(filter);
    const auto layout = (*LoadTable::make(gift(true)))->layout;
    const auto decide = [&](int id, uint64_t offset, int number) {
        (*filter)->moveTo({"server-b", "binlog.000002", offset, uuid + ':' + std::to_string(number)});
        const std::vector<Cell> now = row(id);
        RowImages images;
        images.after = now;
        return (*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {})->front();
    };
    QCOMPARE(decide(15, 200, 20), HandOver::Drop);
    QCOMPARE(decide(15, 210, 21), HandOver::Send);
    QCOMPARE(decide(5, 500, 50), HandOver::Drop);
    QCOMPARE(decide(5, 510, 51), HandOver::Send);
    // numbers of other servers' transactions may still come: nothing is forgotten by the place alone
    QVERIFY(!(*filter)->isEmpty());
}

void HandOverFilterTest::forgetsItselfBehindTheLastMoment()
{
    const auto registry = registryWith(threeChunks());
    QVERIFY(registry->isLoaded(kGift));
    const auto filter = registry->filter();
    QVERIFY(filter && !(*filter)->isEmpty());
    (*filter)->moveTo(place(3000));
    QVERIFY((*filter)->concerns(kGift));
    QVERIFY((*filter)->takeState().empty());
    (*filter)->moveTo(place(4, "binlog.000003"));
    QVERIFY((*filter)->isEmpty());
    QVERIFY(!(*filter)->concerns(kGift));
    const StateRecords tombstones = (*filter)->takeState();
    QCOMPARE(tombstones.size(), size_t(3));
    for (const StateRecord &tombstone : tombstones) {
        QVERIFY(!tombstone.value);
        QVERIFY2(!tombstone.key.ends_with("/done"), "the table stays loaded");
    }
    QVERIFY((*filter)->takeState().empty());
}

void HandOverFilterTest::keepsWhatWasReadBehindAStatement_data()
{
    QTest::addColumn<qulonglong>("statement"); // where the table was dropped or made
    QTest::addColumn<HandOverFilter::Chunks>("chunks");
    QTest::addColumn<HandOver>("decision"); // of an insert into the newest chunk, right behind it
    using Chunks = HandOverFilter::Chunks;
    QTest::newRow("before all chunks") << qulonglong(900) << Chunks::Newer << HandOver::Drop;
    QTest::newRow("between chunks") << qulonglong(1500) << Chunks::Both << HandOver::Drop;
    QTest::newRow("behind all chunks") << qulonglong(3001) << Chunks::Older << HandOver::Send;
}

void HandOverFilterTest::keepsWhatWasReadBehindAStatement()
{
    QFETCH(qulonglong, statement);
    QFETCH(HandOverFilter::Chunks, chunks);
    QFETCH(HandOver, decision);
    const auto registry = registryWith(threeChunks());
    const auto filter = registry->filter();
    QVERIFY(filter);
    QCOMPARE((*filter)->forgetOlder(kGift, place(statement)), chunks);
    (*filter)->moveTo(place(statement + 1));
    const std::vector<Cell> now = row(15);
    RowImages images;
    images.after = now;
    const auto layout = (*LoadTable::make(gift(true)))->layout;
    const auto decisions = (*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {});
    QVERIFY(decisions);
    QCOMPARE(decisions->front(), decision);
}

void HandOverFilterTest::wholeTables()
{
    const auto registry = registryWith({record({1}, std::nullopt, std::nullopt, 2000, "", false)}, false);
    QVERIFY(registry);
    const auto filter = registry->filter();
    QVERIFY(filter);
    const auto layout = (*LoadTable::make(gift(false)))->layout;
    const std::vector<Cell> now = row(1);
    RowImages images;
    images.after = now;
    (*filter)->moveTo(place(2000));
    QCOMPARE((*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {})->front(), HandOver::Drop);
    (*filter)->moveTo(place(2001));
    QCOMPARE((*filter)->decide(kGift, *layout->schema, std::span(&images, 1), {})->front(), HandOver::Send);
}

void HandOverFilterTest::missingKeyColumnIsAFailure()
{
    const auto registry = registryWith(threeChunks());
    const auto filter = registry->filter();
    QVERIFY(filter);
    (*filter)->moveTo(place(1500));
    TableSchema altered;
    altered.id = kGift;
    altered.columns.resize(1);
    altered.columns.front().name = "number";
    const std::vector<Cell> now = {Cell::integer(1)};
    RowImages images;
    images.after = now;
    const auto decisions = (*filter)->decide(kGift, altered, std::span(&images, 1), {});
    QVERIFY(!decisions);
    QCOMPARE(decisions.error().code, QStringLiteral("mysql.load.key-changed"));
}

QTEST_GUILESS_MAIN(HandOverFilterTest)
#include "tst_handoverfilter.moc"
