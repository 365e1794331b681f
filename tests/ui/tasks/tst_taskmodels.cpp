// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestSnapshots.h"
#include "ui/tasks/LogModel.h"
#include "ui/tasks/MetricHistory.h"
#include "ui/tasks/PipelineView.h"
#include "ui/tasks/TableStatisticsModel.h"
#include "ui/tasks/TaskTexts.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;
using namespace rowcast::ui::test;

namespace {

constexpr int64_t kNow = 1'795'410'600'000'000;

LogLine line(char severity, const char *task, const char *text)
{
    return {kNow, severity, QStringLiteral("SOURCE_CAPTURE"), QString::fromLatin1(task), QString::fromLatin1(text)};
}

} // namespace

class TaskModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsUpdateInPlace();
    void statisticsSortByValue();
    void statisticsAsCsv();
    void historyKeepsFifteenMinutes();
    void historyFindsTheNearest();
    void logFilters();
    void logIsBounded();
    void bottleneck_data();
    void bottleneck();
    void texts_data();
    void texts();
    void reloadCountsRows();
};

void TaskModelsTest::statisticsUpdateInPlace()
{
    const SystemClock clock;
    TableStatisticsModel model(clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTables({table("customer", 1200), table("gift", 48'000)});
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setTables({table("customer", 1300), table("gift", 48'000)});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(0, TableStatisticsModel::LoadRows).data().toString(), QStringLiteral("1,300"));
    model.setTables({table("customer", 1300), table("gift", 48'000), table("lead", 1)});
    QCOMPARE(resets.count(), 1);
}

void TaskModelsTest::statisticsSortByValue()
{
    const SystemClock clock;
    TableStatisticsModel model(clock);
    model.setTables({table("a", 9), table("b", 48'000)});
    const auto value = [&](int row) {
        return model.index(row, TableStatisticsModel::TotalRows).data(TableStatisticsModel::SortRole).toULongLong();
    };
    QVERIFY(value(0) < value(1));
    QCOMPARE(value(1), 48'000ULL + 4800 + 2400 + 480);
}

void TaskModelsTest::statisticsAsCsv()
{
    const SystemClock clock;
    TableStatisticsModel model(clock);
    TableStatistics odd = table("a", 1200);
    odd.tableName = QStringLiteral("odd,\"name\"");
    model.setTables({odd});
    const QStringList lines = model.csv().split(QLatin1Char('\n'));
    QVERIFY(lines[0].startsWith(QStringLiteral("Schema,Table,Load state,")));
    QVERIFY2(lines[1].startsWith(QStringLiteral("shop,\"odd,\"\"name\"\"\",Table completed,12,120,60,12,0,1200,")),
        qPrintable(lines[1]));
}

void TaskModelsTest::historyKeepsFifteenMinutes()
{
    MetricHistory history;
    const TaskSnapshot snapshot = running(QStringLiteral("a"));
    for (int half = 0; half < 2 * 1200; ++half) { // two snapshots a second for twenty minutes
        history.add(snapshot, kNow + int64_t(half) * 500'000);
    }
    QVERIFY(history.samples().size() <= 900);
    QVERIFY(history.samples().size() >= 890);
    TaskSnapshot stopped = snapshot;
    stopped.status = TaskStatus::Stopped;
    const auto before = history.samples().size();
    QVERIFY(!history.add(stopped, kNow + int64_t(1300) * 1'000'000));
    QCOMPARE(history.samples().size(), before);
}

void TaskModelsTest::historyFindsTheNearest()
{
    MetricHistory history;
    const TaskSnapshot snapshot = running(QStringLiteral("a"));
    QCOMPARE(history.nearest(kNow), -1);
    for (const int second : {0, 1, 2, 20, 21}) {
        history.add(snapshot, kNow + int64_t(second) * 1'000'000);
    }
    QCOMPARE(history.nearest(kNow + 1'100'000), 1);
    QCOMPARE(history.nearest(kNow + 19'000'000), 3);
    QCOMPARE(history.nearest(kNow + 10'000'000), -1); // in the gap
}

void TaskModelsTest::logFilters()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::deque<LogLine> lines = {line('I', "shop", "started"), line('I', "other", "started"),
        line('D', "shop", "event"), line('W', "shop", "value was cut"), line('E', "", "broker is down")};
    model.setTask(QStringLiteral("shop"), lines);
    QCOMPARE(model.rowCount(), 3); // information and above, of this task and of none
    model.setFilter('W', {});
    QCOMPARE(model.rowCount(), 2);
    model.setFilter('D', QStringLiteral("EVENT"));
    QCOMPARE(model.rowCount(), 1);
    lines.push_back(line('I', "shop", "another event"));
    lines.push_back(line('I', "other", "another event"));
    model.add(lines, 2);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY2(model.text().endsWith(QStringLiteral("]I: shop: another event")), qPrintable(model.text()));
}

void TaskModelsTest::logIsBounded()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTask(QStringLiteral("shop"), {});
    std::deque<LogLine> lines;
    for (int i = 0; i < 6; ++i) {
        std::deque<LogLine> more(1000, line('I', "shop", "line"));
        lines.insert(lines.end(), more.begin(), more.end());
        model.add(lines, 1000);
    }
    QCOMPARE(model.rowCount(), int(LogModel::kMostLines));
}

void TaskModelsTest::bottleneck_data()
{
    QTest::addColumn<uint64_t>("queue");
    QTest::addColumn<double>("latency");
    QTest::addColumn<bool>("isRunning");
    QTest::addColumn<int>("stage");
    QTest::newRow("none") << uint64_t(10) << 0.5 << true << -1;
    QTest::newRow("queue full: the writer") << uint64_t(90) << 0.5 << true << 3;
    QTest::newRow("source ahead: the reader") << uint64_t(10) << 60.0 << true << 1;
    QTest::newRow("not running") << uint64_t(90) << 60.0 << false << -1;
}

void TaskModelsTest::bottleneck()
{
    QFETCH(uint64_t, queue);
    QFETCH(double, latency);
    QFETCH(bool, isRunning);
    QFETCH(int, stage);
    TaskSnapshot snapshot = running(QStringLiteral("a"));
    snapshot.status = isRunning ? TaskStatus::Running : TaskStatus::Stopped;
    snapshot.gauges.queueBytes = queue;
    snapshot.gauges.queueMaxBytes = 100;
    snapshot.metrics.cdcLatencySource = latency;
    QCOMPARE(PipelineView::bottleneck(snapshot), stage);
}

void TaskModelsTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("lag") << lagText(0.44) << QStringLiteral("0.4 s");
    QTest::newRow("lag of a minute") << lagText(75) << QStringLiteral("75 s");
    QTest::newRow("lag of hours") << lagText(9000) << QStringLiteral("2.5 h");
    QTest::newRow("count") << countText(999'999) << QStringLiteral("999,999");
    QTest::newRow("count of millions") << countText(1'248'000) << QStringLiteral("1.2 million");
    QTest::newRow("rate") << rateText(8234.4) << QStringLiteral("8,234/s");
}

void TaskModelsTest::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(text, expected);
}

void TaskModelsTest::reloadCountsRows()
{
    TaskSnapshot snapshot = running(QStringLiteral("a"));
    QCOMPARE(reloadRows(snapshot), 1'361'628ULL);
    snapshot.tables.push_back(table("late", 100, TableState::BeforeLoad));
    snapshot.tables.back().fullLoadRows = 0;
    QCOMPARE(reloadRows(snapshot), 1'361'728ULL);
}

QTEST_MAIN(TaskModelsTest)
#include "tst_taskmodels.moc"
