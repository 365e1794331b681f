// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardFacts.h"

#include "ui/tasks/RetentionTexts.h"
#include "ui/tasks/TaskBook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rowcast::ui::Dashboard)
};

constexpr int64_t kDay = int64_t(24) * 3600 * 1'000'000;
constexpr int64_t kOldAfter = 7 * kDay;

void addTask(DashboardFacts &facts, const TaskSnapshot &task)
{
    ++facts.tasksByStatus[task.status];
    const bool isRunning = isActive(task.status);
    if (isRunning) {
        ++facts.running;
        facts.rowsIn += task.metrics.sourceRowsPerSecond;
        facts.rowsOut += task.metrics.targetRowsPerSecond;
        if (task.phase == TaskPhase::Cdc
            && (facts.worstTask.isEmpty() || task.metrics.cdcLatencyTarget > facts.worstLag)) {
            facts.worstTask = task.identifier;
            facts.worstLag = task.metrics.cdcLatencyTarget;
        }
    }
    const bool isRetrying = isRunning && task.attempt > 0;
    if (task.failure && (task.status == TaskStatus::Failed || isRetrying)) {
        facts.failures.push_back({task.identifier, task.failure->cause, task.failureMicros, isRetrying});
    }
}

void addFuses(DashboardFacts &facts, const TaskSnapshot &task, int64_t nowMicros)
{
    for (const Retention &retention : task.retentions) {
        if (retention.isAlarming(nowMicros)) {
            facts.shortFuses.push_back({task.identifier, retentionAlarmText(retention, task, nowMicros),
                retentionStatus(retention, nowMicros) == Status::Failed});
        }
    }
}

void addTest(DashboardFacts &facts, const StoredEndpoint &endpoint, int64_t nowMicros)
{
    const QString &name = endpoint.spec.identifier;
    if (!endpoint.lastTest) {
        facts.dueTests.push_back({name, Words::tr("never tested"), false});
    } else if (endpoint.lastTest->verdict() == StepState::Failed) {
        facts.dueTests.push_back({name, Words::tr("the last test failed"), true});
    } else if (!endpoint.lastTest->isCurrent) {
        facts.dueTests.push_back({name, Words::tr("edited since the last test"), false});
    } else if (nowMicros - endpoint.lastTest->micros > kOldAfter) {
        const auto days = int((nowMicros - endpoint.lastTest->micros) / kDay);
        facts.dueTests.push_back({name, Words::tr("last tested %n day(s) ago", nullptr, days), false});
    }
}

} // namespace

DashboardFacts DashboardFacts::of(TaskBook &book, const DefinitionsSnapshot &definitions)
{
    DashboardFacts facts;
    for (const StoredTask &task : definitions.tasks) {
        const TaskSnapshot snapshot = book.snapshot(task);
        addTask(facts, snapshot);
        addFuses(facts, snapshot, book.nowMicros());
    }
    for (const StoredEndpoint &endpoint : definitions.endpoints) {
        addTest(facts, endpoint, book.nowMicros());
    }
    std::ranges::stable_sort(facts.failures, std::ranges::greater(), &FailedTask::micros);
    std::ranges::stable_sort(facts.shortFuses, std::ranges::greater(), &ShortFuse::isTooLate);
    std::ranges::stable_sort(facts.dueTests, std::ranges::greater(), &DueTest::isFailed);
    return facts;
}

} // namespace rowcast::ui
