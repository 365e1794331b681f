// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskPlan.h"

#include <QTest>

using namespace rowcast;

class TaskPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
};

namespace {

constexpr size_t kMegabyte = 1024 * 1024;

TaskPlan planOf(const QByteArray &settings)
{
    MigrationDocument document;
    document.task.identifier = QStringLiteral("plan");
    const auto read = TaskSettings::parse(settings);
    if (!read) {
        qFatal("%s", qPrintable(read.error().text()));
    }
    document.task.settings = *read;
    return TaskPlan::of(document);
}

} // namespace

void TaskPlanTest::limits_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<int>("loaders");
    QTest::addColumn<qulonglong>("queueMegabytes");
    QTest::addColumn<qulonglong>("transactionMegabytes");
    const TaskPlan usual = planOf("{}");
    const auto queue = qulonglong(usual.queueBytes / kMegabyte);
    const auto transaction = qulonglong(usual.source.memoryBytes / kMegabyte);
    QTest::newRow("nothing stated") << QByteArray("{}") << usual.loaders << queue << transaction;
    QTest::newRow("threads for the load")
        << QByteArray(R"({"TargetMetadata": {"ParallelLoadThreads": 5}})") << 5 << queue << transaction;
    QTest::newRow("smaller buffers") << QByteArray(R"({"StreamBufferSettings": {"StreamBufferSizeInMB": 3},
                          "ChangeProcessingTuning": {"MemoryLimitTotal": 7}})")
                                     << usual.loaders << qulonglong(3) << qulonglong(7);
    QTest::newRow("what AWS prints is more than the class has")
        << QByteArray(R"({"ChangeProcessingTuning": {"MemoryLimitTotal": 102400}})") << usual.loaders << queue
        << transaction;
}

void TaskPlanTest::limits()
{
    QFETCH(QByteArray, settings);
    QFETCH(int, loaders);
    QFETCH(qulonglong, queueMegabytes);
    QFETCH(qulonglong, transactionMegabytes);
    const TaskPlan plan = planOf(settings);
    QCOMPARE(plan.loaders, loaders);
    QCOMPARE(qulonglong(plan.queueBytes / kMegabyte), queueMegabytes);
    QCOMPARE(qulonglong(plan.source.memoryBytes / kMegabyte), transactionMegabytes);
}

QTEST_GUILESS_MAIN(TaskPlanTest)
#include "tst_taskplan.moc"
