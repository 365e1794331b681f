// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskState.h"

#include <QtTest>

using namespace rowcast;

Q_DECLARE_METATYPE(TaskStatus)
Q_DECLARE_METATYPE(TaskEvent)

class TaskStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPair_data();
    void everyPair();
    void names();
};

void TaskStateTest::everyPair_data()
{
    using S = TaskStatus;
    using E = TaskEvent;
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<TaskEvent>("event");
    QTest::addColumn<int>("next"); // -1: refused
    const std::map<std::pair<S, E>, S> allowed = {
        {{S::Ready, E::Start}, S::Starting},
        {{S::Stopped, E::Start}, S::Starting},
        {{S::Failed, E::Start}, S::Starting},
        {{S::Starting, E::Opened}, S::Running},
        {{S::Starting, E::StopRequested}, S::Stopping},
        {{S::Starting, E::Finished}, S::Stopped},
        {{S::Starting, E::Broke}, S::Failed},
        {{S::Running, E::Opened}, S::Running},
        {{S::Running, E::StopRequested}, S::Stopping},
        {{S::Running, E::Finished}, S::Stopped},
        {{S::Running, E::Broke}, S::Failed},
        {{S::Stopping, E::Opened}, S::Stopping},
        {{S::Stopping, E::StopRequested}, S::Stopping},
        {{S::Stopping, E::Finished}, S::Stopped},
        {{S::Stopping, E::Broke}, S::Failed},
    };
    for (const S status : {S::Ready, S::Starting, S::Running, S::Stopping, S::Stopped, S::Failed}) {
        for (const E event : {E::Start, E::Opened, E::StopRequested, E::Finished, E::Broke}) {
            const auto found = allowed.find({status, event});
            QTest::addRow("%s, event %d", qPrintable(taskStatusName(status)), int(event))
                << status << event << (found == allowed.end() ? -1 : int(found->second));
        }
    }
}

void TaskStateTest::everyPair()
{
    QFETCH(TaskStatus, status);
    QFETCH(TaskEvent, event);
    QFETCH(int, next);
    const auto result = nextStatus(status, event);
    QCOMPARE(result ? int(*result) : -1, next);
    if (!result) {
        QCOMPARE(result.error().code, QStringLiteral("task.state"));
        QVERIFY(!result.error().remedy.isEmpty());
    }
}

void TaskStateTest::names()
{
    QCOMPARE(taskStatusName(TaskStatus::Starting), QStringLiteral("starting"));
    QCOMPARE(taskPhaseName(TaskPhase::CachedChanges), QStringLiteral("cached-changes"));
    QVERIFY(isActive(TaskStatus::Stopping));
    QVERIFY(!isActive(TaskStatus::Stopped));
}

QTEST_GUILESS_MAIN(TaskStateTest)
#include "tst_taskstate.moc"
