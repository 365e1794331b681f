// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/CountsRecord.h"

#include <QTest>

using namespace rowcast;

class CountsRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void leavesOutWhatItDoesNotKnow_data();
    void leavesOutWhatItDoesNotKnow();
};

void CountsRecordTest::comesBackAsItWas_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("table");
    QTest::newRow("plain") << QStringLiteral("shop") << QStringLiteral("gift");
    QTest::newRow("a slash in the name") << QStringLiteral("a/b") << QStringLiteral("c/d");
    QTest::newRow("other scripts") << QStringLiteral("가게") << QStringLiteral("선물 %");
}

void CountsRecordTest::comesBackAsItWas()
{
    QFETCH(QString, schema);
    QFETCH(QString, table);
    const TableId id{schema.toStdString(), table.toStdString()};
    const DeliveredCounts sent{{id, 1, 2, 3, 4, 5, UINT64_MAX}, 1'700'000'000'000'000, 0, -1};
    const auto read = deliveredCounts({countsRecord(sent)});
    QCOMPARE(read.size(), size_t(1));
    const DeliveredCounts &back = read.at(id);
    QCOMPARE(back.counts.loads, uint64_t(1));
    QCOMPARE(back.counts.inserts, uint64_t(2));
    QCOMPARE(back.counts.updates, uint64_t(3));
    QCOMPARE(back.counts.deletes, uint64_t(4));
    QCOMPARE(back.counts.ddls, uint64_t(5));
    QCOMPARE(back.counts.losses, UINT64_MAX);
    QCOMPARE(back.loadStartMicros, int64_t(1'700'000'000'000'000));
    QCOMPARE(back.loadEndMicros, int64_t(0));
    QCOMPARE(back.lastUpdateMicros, int64_t(-1));
}

void CountsRecordTest::leavesOutWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("another record") << QStringLiteral("suspended/a/b") << QStringLiteral("{}");
    QTest::newRow("no table") << QStringLiteral("counts/a") << QStringLiteral("{}");
    QTest::newRow("no JSON") << QStringLiteral("counts/a/b") << QStringLiteral("{");
    QTest::newRow("no object") << QStringLiteral("counts/a/b") << QStringLiteral("[1]");
}

void CountsRecordTest::leavesOutWhatItDoesNotKnow()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QVERIFY(deliveredCounts({{key.toStdString(), value.toStdString()}}).empty());
}

QTEST_GUILESS_MAIN(CountsRecordTest)
#include "tst_countsrecord.moc"
