// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <cstdint>

namespace rowcast {

// A task's life cycle, DMS's words (DMS guide, "Task status"). From where and to where:
//   Ready     made, never started                        <- create            -> Starting
//   Starting  connecting, taking over the checkpoint     <- Ready Stopped Failed -> Running Stopping Failed Stopped
//   Running   loading or following, also while retrying  <- Starting          -> Stopping Failed Stopped
//   Stopping  draining and committing                    <- Starting Running  -> Stopped Failed
//   Stopped   at rest, can be resumed                    <- Running Stopping  -> Starting
//   Failed    ended by a failure                         <- any active one    -> Starting
enum class TaskStatus : uint8_t { Ready, Starting, Running, Stopping, Stopped, Failed };

enum class TaskEvent : uint8_t {
    Start, // somebody asked for it: start, resume or reload
    Opened, // source and sink are open
    StopRequested,
    Finished, // ended as asked for, or its work is done
    Broke, // ended by a failure
};

// The next status, or a Failure "task.state" that says why the event does not apply now.
[[nodiscard]] Result<TaskStatus> nextStatus(TaskStatus status, TaskEvent event);

// "running", as the DMS API prints it.
[[nodiscard]] QString taskStatusName(TaskStatus status);
// Starting, Running, Stopping.
[[nodiscard]] bool isActive(TaskStatus status);

enum class TaskPhase : uint8_t { None, FullLoad, CachedChanges, Cdc };
// "full-load", "cached-changes", "cdc"; empty for None.
[[nodiscard]] QString taskPhaseName(TaskPhase phase);

enum class StartType : uint8_t {
    Default, // resume where a checkpoint exists, else start
    StartReplication, // "start-replication"
    ResumeProcessing, // "resume-processing"
    ReloadTarget, // "reload-target"
};

} // namespace rowcast
