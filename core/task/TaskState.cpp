// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskState.h"

#include "core/task/TaskSnapshot.h"

#include <QCoreApplication>

#include <array>

namespace rowcast {

namespace {

struct Transition {
    TaskStatus from;
    TaskEvent event;
    TaskStatus to;
};

constexpr std::array kTransitions = {
    Transition{TaskStatus::Ready, TaskEvent::Start, TaskStatus::Starting},
    Transition{TaskStatus::Stopped, TaskEvent::Start, TaskStatus::Starting},
    Transition{TaskStatus::Failed, TaskEvent::Start, TaskStatus::Starting},
    Transition{TaskStatus::Starting, TaskEvent::Opened, TaskStatus::Running},
    Transition{TaskStatus::Starting, TaskEvent::StopRequested, TaskStatus::Stopping},
    Transition{TaskStatus::Starting, TaskEvent::Finished, TaskStatus::Stopped},
    Transition{TaskStatus::Starting, TaskEvent::Broke, TaskStatus::Failed},
    Transition{TaskStatus::Running, TaskEvent::Opened, TaskStatus::Running}, // again, after a retry
    Transition{TaskStatus::Running, TaskEvent::StopRequested, TaskStatus::Stopping},
    Transition{TaskStatus::Running, TaskEvent::Finished, TaskStatus::Stopped},
    Transition{TaskStatus::Running, TaskEvent::Broke, TaskStatus::Failed},
    Transition{TaskStatus::Stopping, TaskEvent::Opened, TaskStatus::Stopping},
    Transition{TaskStatus::Stopping, TaskEvent::StopRequested, TaskStatus::Stopping},
    Transition{TaskStatus::Stopping, TaskEvent::Finished, TaskStatus::Stopped},
    Transition{TaskStatus::Stopping, TaskEvent::Broke, TaskStatus::Failed},
};

} // namespace

Result<TaskStatus> nextStatus(TaskStatus status, TaskEvent event)
{
    for (const Transition &transition : kTransitions) {
        if (transition.from == status && transition.event == event) {
            return transition.to;
        }
    }
    return Failure{.code = QStringLiteral("task.state"),
        .cause = QCoreApplication::translate("TaskState", "The task is %1; this does not apply now.")
                     .arg(taskStatusName(status)),
        .remedy = isActive(status) ? QCoreApplication::translate("TaskState", "Stop the task first.")
                                   : QCoreApplication::translate("TaskState", "Start or resume the task first."),
        .detail = {},
        .retryable = false};
}

QString taskStatusName(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Ready:
        return QStringLiteral("ready");
    case TaskStatus::Starting:
        return QStringLiteral("starting");
    case TaskStatus::Running:
        return QStringLiteral("running");
    case TaskStatus::Stopping:
        return QStringLiteral("stopping");
    case TaskStatus::Stopped:
        return QStringLiteral("stopped");
    case TaskStatus::Failed:
        break;
    }
    return QStringLiteral("failed");
}

bool isActive(TaskStatus status)
{
    return status == TaskStatus::Starting || status == TaskStatus::Running || status == TaskStatus::Stopping;
}

QString taskPhaseName(TaskPhase phase)
{
    switch (phase) {
    case TaskPhase::FullLoad:
        return QStringLiteral("full-load");
    case TaskPhase::CachedChanges:
        return QStringLiteral("cached-changes");
    case TaskPhase::Cdc:
        return QStringLiteral("cdc");
    case TaskPhase::None:
        break;
    }
    return {};
}

QString tableStateName(TableState state)
{
    switch (state) {
    case TableState::BeforeLoad:
        return QStringLiteral("Before load");
    case TableState::FullLoad:
        return QStringLiteral("Full load");
    case TableState::Completed:
        return QStringLiteral("Table completed");
    case TableState::Cancelled:
        return QStringLiteral("Table cancelled");
    case TableState::Error:
        return QStringLiteral("Table error");
    case TableState::Reloading:
        return QStringLiteral("Table is being reloaded");
    case TableState::DoesNotExist:
        break;
    }
    return QStringLiteral("Table does not exist");
}

} // namespace rowcast
