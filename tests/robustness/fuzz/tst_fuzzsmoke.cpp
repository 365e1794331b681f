// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/RowDecoder.h"
#include "tests/core/mysql/Capture.h"
#include "tests/robustness/fuzz/DecodingTargets.h"

#include <QtTest>

#include <random>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

constexpr const char *kCaptures[] = {"numbers-mysql80", "temporal-mariadb1011", "texts-mysql80", "charsets-mysql80",
    "layouts-mysql80", "metadata-mysql97", "metadata-mariadb1011", "partial-mysql80", "payload-mysql80",
    "vector-mysql97", "mariadb-mariadb1011"};

// Changes a few bytes, cuts or doubles a piece; what it does follows from the seed alone.
class Mutator {
public:
    explicit Mutator(uint32_t seed)
        : m_random(seed)
    {
    }
    std::vector<uint8_t> mutated(std::span<const uint8_t> original)
    {
        std::vector<uint8_t> bytes(original.begin(), original.end());
        const uint32_t changes = 1 + m_random() % 4;
        for (uint32_t i = 0; i < changes && !bytes.empty(); ++i) {
            change(bytes);
        }
        return bytes;
    }
    uint32_t below(size_t limit) { return uint32_t(m_random() % limit); }

private:
    void change(std::vector<uint8_t> &bytes)
    {
        static constexpr uint8_t kEdges[] = {0, 1, 0x7F, 0x80, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};
        const size_t at = below(bytes.size());
        switch (below(5)) {
        case 0:
            bytes[at] ^= uint8_t(1U << below(8));
            break;
        case 1:
            bytes[at] = kEdges[below(std::size(kEdges))];
            break;
        case 2:
            bytes[at] = uint8_t(below(256));
            break;
        case 3:
            bytes.resize(at);
            break;
        default: {
            const size_t count = std::min<size_t>(1 + below(16), bytes.size() - at);
            const std::vector<uint8_t> piece(
                bytes.begin() + std::ptrdiff_t(at), bytes.begin() + std::ptrdiff_t(at + count));
            bytes.insert(bytes.begin() + std::ptrdiff_t(at), piece.begin(), piece.end());
            break;
        }
        }
    }

    std::mt19937 m_random;
};

} // namespace

// A deterministic short run of what the fuzzers do for long: real events, damaged, through every decoder.
class TestFuzzSmoke : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedEvents_data();
    void damagedEvents();
    void damagedRows_data();
    void damagedRows();
    void targetsTakeAnything_data();
    void targetsTakeAnything();

private:
    static void addCaptures()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : kCaptures) {
            QTest::newRow(name) << QString::fromLatin1(name);
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

void TestFuzzSmoke::targetsTakeAnything_data()
{
    QTest::addColumn<int>("target");
    for (size_t i = 0; i < fuzz::targets().size(); ++i) {
        QTest::newRow(std::string(fuzz::targets()[i].name).c_str()) << int(i);
    }
}

void TestFuzzSmoke::targetsTakeAnything()
{
    QFETCH(int, target);
    Mutator random(3);
    for (int i = 0; i < 5000; ++i) {
        std::vector<uint8_t> bytes(random.below(120));
        // mostly small numbers: they get further than noise
        std::generate(bytes.begin(), bytes.end(),
            [&] { return uint8_t(random.below(3) == 0 ? random.below(256) : random.below(16)); });
        fuzz::targets()[size_t(target)].run(bytes);
    }
}

QTEST_GUILESS_MAIN(TestFuzzSmoke)
#include "tst_fuzzsmoke.moc"
