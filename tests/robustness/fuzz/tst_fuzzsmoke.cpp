// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/RowDecoder.h"
#include "tests/core/mysql/Capture.h"
#include "tests/robustness/fuzz/Mutator.h"
#include "tests/robustness/fuzz/Seeds.h"
#include "tests/robustness/fuzz/Targets.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;
using rowcast::fuzz::Mutator;

namespace {

constexpr const char *kCaptures[] = {"numbers-mysql80", "temporal-mariadb1011", "texts-mysql80", "charsets-mysql80",
    "layouts-mysql80", "metadata-mysql97", "metadata-mariadb1011", "partial-mysql80", "payload-mysql80",
    "vector-mysql97", "mariadb-mariadb1011"};

QElapsedTimer startedTimer()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

} // namespace

// A deterministic short run of what the fuzzers do for long: real events, damaged, through every decoder.
class TestFuzzSmoke : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedEvents_data();
    void damagedEvents();
    void damagedRows_data();
    void damagedRows();
    void foundCasesPass_data() { addTargets(); }
    void foundCasesPass();
    void targetsTakeAnything_data() { addTargets(); }
    void targetsTakeAnything();

private:
    static void addCaptures()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : kCaptures) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    static void addTargets()
    {
        QTest::addColumn<int>("target");
        for (size_t i = 0; i < fuzz::targets().size(); ++i) {
            QTest::newRow(std::string(fuzz::targets()[i].name).c_str()) << int(i);
        }
    }
};

void TestFuzzSmoke::damagedEvents_data()
{
    addCaptures();
}

// Without checksums, so that the damage gets in.
void TestFuzzSmoke::damagedEvents()
{
    QFETCH(QString, name);
    const Capture capture(name);
    Mutator mutator(1);
    const fuzz::Target *parser = fuzz::findTarget("binlogparser");
    const fuzz::Target *payload = fuzz::findTarget("payload");
    uint64_t runs = 0;
    const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t at) {
        const size_t size = std::min<size_t>(event.header.eventBytes, capture.binlog().size() - at);
        std::vector<uint8_t> input{0};
        input.insert(input.end(), capture.binlog().begin() + std::ptrdiff_t(at),
            capture.binlog().begin() + std::ptrdiff_t(at + size));
        for (int i = 0; i < 60; ++i) {
            parser->run(mutator.mutated(input));
            payload->run(mutator.mutated(std::span(input).subspan(std::min<size_t>(20, input.size()))));
            ++runs;
        }
        return Result<void>();
    });
    QVERIFY(done);
    QVERIFY(runs >= 500);
}

void TestFuzzSmoke::damagedRows_data()
{
    addCaptures();
}

// Rows of real tables under their own layouts, damaged behind the event's head.
void TestFuzzSmoke::damagedRows()
{
    QFETCH(QString, name);
    const Capture capture(name);
    Mutator mutator(2);
    std::map<uint64_t, std::unique_ptr<RowDecoder>> decoders;
    uint64_t refused = 0;
    uint64_t taken = 0;
    const auto done = capture.forEachEvent([&](const BinlogEvent &event, size_t) {
        const auto *map = std::get_if<TableMapEvent>(&event.body);
        if (map != nullptr && capture.layouts().contains(std::string(map->table))) {
            auto decoder = RowDecoder::create(capture.layouts().at(std::string(map->table)), *map);
            if (!decoder) {
                return Result<void>(decoder.error());
            }
            decoders[map->tableId] = std::move(*decoder);
        }
        const auto *rows = std::get_if<RowsEvent>(&event.body);
        if (rows == nullptr || !decoders.contains(rows->tableId)) {
            return Result<void>();
        }
        for (int i = 0; i < 100; ++i) {
            const auto bytes = mutator.mutated(rows->rows);
            RowsEvent damaged = *rows;
            damaged.rows = bytes;
            Arena arena;
            RowView before;
            RowView after;
            auto iterator = decoders[rows->tableId]->rows(damaged, arena);
            auto more = iterator.next(before, after);
            while (more && *more) {
                ++taken;
                more = iterator.next(before, after);
            }
            refused += more ? 0U : 1U;
        }
        return Result<void>();
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QVERIFY(refused > 30);
    QVERIFY(taken > 0);
}

// What fuzzers found once, and what was mended then: a target that still broke would end this program.
void TestFuzzSmoke::foundCasesPass()
{
    QFETCH(int, target);
    const fuzz::Target &tried = fuzz::targets()[size_t(target)];
    for (const fuzz::Bytes &bytes : fuzz::foundCases(tried.name)) {
        tried.run(bytes);
    }
    for (const fuzz::Bytes &bytes : fuzz::seedsOf(tried.name)) {
        tried.run(bytes);
    }
}

// Damaged seeds and noise by turns, in an order that follows from the seed; a minute for all targets together.
void TestFuzzSmoke::targetsTakeAnything()
{
    QFETCH(int, target);
    const fuzz::Target &tried = fuzz::targets()[size_t(target)];
    const auto seeds = fuzz::seedsOf(tried.name);
    Mutator random(3);
    const qint64 milliseconds = 60'000 / qint64(fuzz::targets().size());
    uint64_t runs = 0;
    for (QElapsedTimer timer = startedTimer(); timer.elapsed() < milliseconds || runs < 1000; ++runs) {
        const bool isNoise = seeds.empty() || random.below(4) == 0;
        tried.run(isNoise ? random.noise(120) : random.mutated(seeds[random.below(seeds.size())]));
    }
    QVERIFY(runs >= 1000);
}

QTEST_GUILESS_MAIN(TestFuzzSmoke)
#include "tst_fuzzsmoke.moc"
