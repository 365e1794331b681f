// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/task/TaskState.h"

namespace rowcast {

// Failures that only the task can tell.
[[nodiscard]] Failure noCheckpointFailure(const QString &task, const QString &checkpointTopic); // "task.no-checkpoint"
[[nodiscard]] Failure noTablesFailure(); // "task.no-tables"

// In DMS's shape: "Last Error <cause> Task error notification received from subtask 0, thread 0 [<code>] <detail>; Stop
// Reason FATAL_ERROR Error Level FATAL", with the remedy behind the cause.
[[nodiscard]] QString lastFailureMessage(const Failure &failure);

} // namespace rowcast
