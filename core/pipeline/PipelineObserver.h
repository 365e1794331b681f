// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/pipeline/Batch.h"

namespace rowcast {

// A commit that the target confirmed.
struct CommitInfo {
    std::vector<TableCounts> tables;
    std::vector<TableId> finishedTables;
    uint64_t messages = 0;
    uint64_t bytes = 0;
    int64_t newestCommitMicros = 0; // source time of the newest change inside; 0: none
    double milliseconds = 0; // that the commit itself took
    std::string displayPosition;
    int64_t positionMicros = 0; // source time of the position that is committed; 0: none is
};

// Hears what the pipeline does, for statistics, metrics and logs. Called on the pipeline's threads, once per batch or
// commit, never per row; implementations lock for themselves.
class PipelineObserver {
public:
    virtual ~PipelineObserver() = default;
    virtual void tableLoading(const TableId &table) = 0;
    // The batch was read and is about to be queued.
    virtual void captured(const Batch &batch) = 0;
    // A commit is about to be tried: records of the observer's own to be committed with it.
    [[nodiscard]] virtual StateRecords committing(const CommitInfo &) { return {}; }
    virtual void committed(const CommitInfo &commit) = 0;
};

// Decides what becomes of rows and tables that cannot be sent (the task's ErrorBehavior). Thread-safe.
class ErrorHandler {
public:
    virtual ~ErrorHandler() = default;
    // Success: the table is suspended from here on. A failure: the task ends with it.
    virtual Result<void> tableFailed(const TableId &table, const Failure &failure) = 0;
    // One row; rowKey names it to a person. Success: it was logged and counted and is left out.
    virtual Result<void> rowFailed(const TableId &table, const QString &rowKey, const Failure &failure) = 0;
    // A LOB was cut to LobMaxSize. Success: logged and counted.
    virtual Result<void> valueCut(const TableId &table, const QString &rowKey, const QString &column, uint64_t bytes)
        = 0;
    [[nodiscard]] virtual bool isSuspended(const TableId &table) const = 0;
};

} // namespace rowcast
