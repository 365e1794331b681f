// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/TaskSettings.h"
#include "core/pipeline/PipelineObserver.h"
#include "core/task/Statistics.h"

#include <map>
#include <mutex>

namespace rowcast {

// The task's ErrorBehavior (DMS task settings): what becomes of tables and rows that cannot be sent. Logs each decision
// with the table and the row's key. Thread-safe.
class TaskErrors final : public ErrorHandler {
public:
    TaskErrors(const TaskSettings &settings, Statistics &statistics);

    // A fresh start forgets what was suspended; a resume brings back what the checkpoint holds.
    void reset(std::map<TableId, Failure> suspended);

    Result<void> tableFailed(const TableId &table, const Failure &failure) override;
    Result<void> rowFailed(const TableId &table, const QString &rowKey, const Failure &failure) override;
    Result<void> valueCut(const TableId &table, const QString &rowKey, const QString &column, uint64_t bytes) override;
    [[nodiscard]] bool isSuspended(const TableId &table) const override;

private:
    // Applies one of the policies to a row; action says in the log what happened to it.
    Result<void> apply(ErrorPolicy policy, const TableId &table, const Failure &failure, const QString &action);
    void suspend(const TableId &table, const Failure &failure);
    // DataErrorEscalationCount errors of a table bring DataErrorEscalationPolicy.
    Result<void> countDataError(const TableId &table, const Failure &failure);

    const TaskSettings m_settings;
    Statistics &m_statistics;
    mutable std::mutex m_mutex;
    std::map<TableId, Failure> m_suspended;
    std::map<TableId, int64_t> m_dataErrors;
};

} // namespace rowcast
