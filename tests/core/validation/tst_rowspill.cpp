// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/RowSpill.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace rowcast;

class RowSpillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackInOrder();
    void keepsSidesApart();
    void leavesNothingBehind();
    void saysWhereItCannotWrite();
};

namespace {

std::unique_ptr<RowSpill> spillIn(const QString &folder)
{
    auto spill = RowSpill::create(folder);
    if (!spill) {
        qFatal("%s", qPrintable(spill.error().text()));
    }
    return *std::move(spill);
}

} // namespace

void RowSpillTest::givesBackInOrder()
{
    const QTemporaryDir folder;
    const auto spill = spillIn(folder.path());
    constexpr int kRows = 40'000; // several buffers of each bucket
    for (int i = 0; i < kRows; ++i) {
        const std::string key = "k" + std::to_string(i % 1000);
        const std::string data(size_t(i % 70), 'x');
        QVERIFY(spill->add(RowSpill::Side::Topic,
            {RowMessage::Kind::Update, i % 2 == 0, uint16_t(i % 3), i, int64_t(i) * 1000, key, data}));
    }
    std::map<std::string, int> last;
    int rows = 0;
    for (size_t bucket = 0; bucket < RowSpill::kBuckets; ++bucket) {
        QVERIFY(spill->read(RowSpill::Side::Topic, bucket, [&](const SpilledRow &row) {
            ++rows;
            const int i = row.partition;
            QCOMPARE(std::string(row.key), "k" + std::to_string(i % 1000));
            QCOMPARE(row.data.size(), size_t(i % 70));
            QCOMPARE(row.isInWindow, i % 2 == 0);
            QCOMPARE(row.timestampMillis, int64_t(i) * 1000);
            const std::string place = std::to_string(row.table) + std::string(row.key);
            QVERIFY(!last.contains(place) || last[place] < i);
            last[place] = i;
        }));
    }
    QCOMPARE(rows, kRows);
}

void RowSpillTest::keepsSidesApart()
{
    const auto spill = spillIn({});
    QVERIFY(spill->add(RowSpill::Side::Source, {.key = "a", .data = "source"}));
    QVERIFY(spill->addEverywhere(RowSpill::Side::Topic, {.kind = RowMessage::Kind::Clear}));
    size_t sourceRows = 0;
    size_t topicRows = 0;
    for (size_t bucket = 0; bucket < RowSpill::kBuckets; ++bucket) {
        QVERIFY(spill->read(RowSpill::Side::Source, bucket, [&](const SpilledRow &) { ++sourceRows; }));
        QVERIFY(spill->read(RowSpill::Side::Topic, bucket, [&](const SpilledRow &) { ++topicRows; }));
    }
    QCOMPARE(sourceRows, size_t(1));
    QCOMPARE(topicRows, RowSpill::kBuckets);
}

void RowSpillTest::leavesNothingBehind()
{
    const QTemporaryDir folder;
    {
        const auto spill = spillIn(folder.path());
        const std::string data(100'000, 'x');
        QVERIFY(spill->addEverywhere(RowSpill::Side::Topic, {.key = "k", .data = data}));
        QVERIFY(!QDir(folder.path()).isEmpty());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void RowSpillTest::saysWhereItCannotWrite()
{
    const auto spill = RowSpill::create(QStringLiteral("/proc/nowhere"));
    QVERIFY(!spill);
    QCOMPARE(spill.error().code, QStringLiteral("validation.disk"));
    QVERIFY(spill.error().cause.contains(QStringLiteral("/proc/nowhere")));
}

QTEST_GUILESS_MAIN(RowSpillTest)
#include "tst_rowspill.moc"
