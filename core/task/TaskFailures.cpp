// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskFailures.h"

#include <QCoreApplication>

namespace rowcast {

Failure noCheckpointFailure(const QString &task, const QString &checkpointTopic)
{
    return {.code = QStringLiteral("task.no-checkpoint"),
        .cause = QCoreApplication::translate("Task", "Task %1 cannot be resumed: topic %2 holds no checkpoint of it.")
                     .arg(task, checkpointTopic),
        .remedy = QCoreApplication::translate("Task",
            "Start it with `--start-type start-replication`, or name the checkpoint topic that it used before in "
            "`RowcastSettings.CheckpointTopic`."),
        .detail = {},
        .retryable = false};
}

Failure noTablesFailure()
{
    return {.code = QStringLiteral("task.no-tables"),
        .cause
        = QCoreApplication::translate("Task", "The selection rules match no table that the source user may read."),
        .remedy = QCoreApplication::translate("Task",
            "Correct the names in the selection rules (they are case-sensitive), grant SELECT on the tables, or set "
            "`ErrorBehavior.FailOnNoTablesCaptured` to false to wait for tables that are created later."),
        .detail = {},
        .retryable = false};
}

QString lastFailureMessage(const Failure &failure)
{
    const QString level = failure.retryable ? QStringLiteral("RECOVERABLE") : QStringLiteral("FATAL");
    QString text = QStringLiteral("Last Error ") + failure.cause;
    if (!failure.remedy.isEmpty()) {
        text += QLatin1Char(' ') + failure.remedy;
    }
    text += QStringLiteral(
        " Task error notification received from subtask 0, thread 0 [%1] %2; Stop Reason %3_ERROR Error Level %3")
                .arg(failure.code, failure.detail, level);
    return text.simplified();
}

} // namespace rowcast
