// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/Statistics.h"

#include <QTest>

using namespace rowcast;

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsConfirmed();
    void goesOnAfterAResume();
    void aRetryForgetsWhatWasNotConfirmed();
    void aRetryHasNothingOnTheWay();
    void knowsWhatIsNeeded();
    void tablesOfTheStreamNeedNoLoad();

private:
    const SystemClock m_clock;
    const TableId m_items{"shop", "items"};
    const TableId m_gifts{"shop", "gifts"};
};

namespace {

// Items come twice, as they do when several batches make one transaction.
CommitInfo commitOf(const TableId &items, const TableId &gifts)
{
    CommitInfo commit;
    commit.tables = {{items, 10, 0, 0, 0, 0, 0}, {gifts, 0, 1, 2, 3, 1, 0}, {items, 5, 1, 0, 0, 0, 0}};
    commit.finishedTables = {items};
    return commit;
}

// "table loads/inserts/updates/deletes/ddls captured-inserts" of each.
QString textOf(Statistics &statistics)
{
    TaskSnapshot snapshot;
    statistics.fill(snapshot);
    QStringList lines;
    for (const TableStatistics &table : snapshot.tables) {
        lines << QStringLiteral("%1 %2/%3/%4/%5/%6 %7")
                     .arg(table.tableName)
                     .arg(table.fullLoadRows)
                     .arg(table.appliedInserts)
                     .arg(table.appliedUpdates)
                     .arg(table.appliedDeletes)
                     .arg(table.appliedDdls)
                     .arg(table.inserts);
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace

void StatisticsTest::countsWhatIsConfirmed()
{
    Statistics statistics(m_clock);
    statistics.committed(commitOf(m_items, m_gifts));
    QCOMPARE(textOf(statistics), QStringLiteral("gifts 0/1/2/3/1 0; items 15/1/0/0/0 0"));
}

void StatisticsTest::goesOnAfterAResume()
{
    Statistics first(m_clock);
    StateRecords state;
    for (int i = 0; i < 2; ++i) {
        state = first.committing(commitOf(m_items, m_gifts));
        first.committed(commitOf(m_items, m_gifts));
    }
    Statistics second(m_clock);
    second.restore(state);
    QCOMPARE(textOf(second), QStringLiteral("gifts 0/2/4/6/2 2; items 30/2/0/0/0 2"));
    second.committed(commitOf(m_items, m_gifts));
    QCOMPARE(textOf(second), QStringLiteral("gifts 0/3/6/9/3 2; items 45/3/0/0/0 2"));
    TaskSnapshot snapshot;
    second.fill(snapshot);
    QVERIFY(snapshot.tables.back().fullLoadEndMicros > 0);
}

void StatisticsTest::aRetryForgetsWhatWasNotConfirmed()
{
    Statistics statistics(m_clock);
    const StateRecords state = statistics.committing(commitOf(m_items, m_gifts));
    statistics.committed(commitOf(m_items, m_gifts));
    Batch batch;
    batch.tables = {{m_items, 0, 7, 0, 0, 0, 0}};
    statistics.captured(batch);
    QCOMPARE(textOf(statistics), QStringLiteral("gifts 0/1/2/3/1 0; items 15/1/0/0/0 7"));
    statistics.restore(state);
    QCOMPARE(textOf(statistics), QStringLiteral("gifts 0/1/2/3/1 1; items 15/1/0/0/0 1"));
}

// CDCIncomingChanges: what a broken attempt had read is read again, and would be counted twice.
void StatisticsTest::aRetryHasNothingOnTheWay()
{
    Statistics statistics(m_clock);
    const auto onTheWay = [&] {
        TaskSnapshot snapshot;
        statistics.fill(snapshot);
        return snapshot.metrics.cdcIncomingChanges;
    };
    Batch batch;
    batch.tables = {{m_items, 0, 7, 0, 0, 0, 0}};
    statistics.captured(batch);
    QCOMPARE(onTheWay(), uint64_t(7));
    statistics.restore({});
    QCOMPARE(onTheWay(), uint64_t(0));
    statistics.captured(batch);
    QCOMPARE(onTheWay(), uint64_t(7));
    CommitInfo commit;
    commit.tables = batch.tables;
    statistics.committed(commit);
    QCOMPARE(onTheWay(), uint64_t(0));
}

// The source time from which the task needs changes, step by step.
void StatisticsTest::knowsWhatIsNeeded()
{
    Statistics statistics(m_clock);
    const auto needed = [&] {
        TaskSnapshot snapshot;
        statistics.fill(snapshot);
        return snapshot.positionMicros;
    };
    const auto capture = [&](int64_t oldest, int64_t position) {
        Batch batch;
        batch.oldestCommitMicros = oldest;
        batch.positionMicros = position;
        statistics.captured(batch);
    };
    const auto commit = [&](int64_t position) {
        CommitInfo info;
        info.positionMicros = position;
        statistics.committed(info);
    };
    QCOMPARE(needed(), 0);
    capture(100, 130); // resumed: the task stood before the first change that comes
    QCOMPARE(needed(), 100);
    capture(140, 150); // read is not confirmed
    QCOMPARE(needed(), 100);
    commit(130);
    QCOMPARE(needed(), 130);
    statistics.setCaughtUp(0); // not now
    QCOMPARE(needed(), 130);
    statistics.setCaughtUp(500);
    QCOMPARE(needed(), 500);
    statistics.restore({}); // a retry stands where it stood
    QCOMPARE(needed(), 500);
    commit(0); // of a chunk
    QCOMPARE(needed(), 500);
    const int64_t before = m_clock.nowMicros();
    commit(before * 2); // of a server whose clock is ahead
    QVERIFY(needed() >= before && needed() <= m_clock.nowMicros());
    statistics.beginAt(70); // anew
    QCOMPARE(needed(), 70);
}

void StatisticsTest::tablesOfTheStreamNeedNoLoad()
{
    Statistics statistics(m_clock);
    statistics.setTable(m_items, 15, false);
    CommitInfo load;
    load.tables = {{m_items, 15, 0, 0, 0, 0, 0}};
    load.finishedTables = {m_items};
    statistics.committed(load);
    CommitInfo created;
    created.tables = {{m_gifts, 0, 1, 0, 0, 1, 0}};
    statistics.committed(created);
    TaskSnapshot snapshot;
    statistics.fill(snapshot);
    QCOMPARE(snapshot.fullLoadProgressPercent, 100);
    QCOMPARE(snapshot.tablesQueued, 0);
    QCOMPARE(snapshot.tablesLoaded, 2);
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
