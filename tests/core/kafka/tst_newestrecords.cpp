// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/NewestRecords.h"

#include <QTest>

using namespace rowcast;
using kafka::NewestRecords;

class TestNewestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Three partitions, read one after the other; the newest are those of the last times, wherever they lie.
    void keepsNewestOfAllPartitions_data()
    {
        QTest::addColumn<int>("most");
        QTest::newRow("one") << 1;
        QTest::newRow("some") << 7;
        QTest::newRow("all") << 300;
        QTest::newRow("more than there are") << 1000;
    }
    void keepsNewestOfAllPartitions()
    {
        QFETCH(int, most);
        NewestRecords newest(static_cast<size_t>(most));
        for (int32_t partition = 0; partition < 3; ++partition) {
            std::vector<TopicRecord> records;
            for (int64_t i = 0; i < 100; ++i) {
                TopicRecord record;
                record.partition = partition;
                record.offset = i;
                record.timestampMillis = i * 3 + partition;
                records.push_back(record);
            }
            newest.add(records);
            QVERIFY(records.empty());
        }
        const auto kept = newest.take();
        const int expected = std::min(most, 300);
        QCOMPARE(kept.size(), size_t(expected));
        for (int i = 0; i < expected; ++i) {
            QCOMPARE(kept[static_cast<size_t>(i)].timestampMillis, int64_t(300 - expected + i));
        }
        QCOMPARE(newest.count(), size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestNewestRecords)
#include "tst_newestrecords.moc"
