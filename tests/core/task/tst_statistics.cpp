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

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
