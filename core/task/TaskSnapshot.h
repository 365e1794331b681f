// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/pipeline/Retention.h"
#include "core/task/TaskState.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

// What a task shows of itself: plain values, copied between threads (and later over a pipe) at most twice a second.

namespace rowcast {

// DMS's TableState.
enum class TableState : uint8_t {
    BeforeLoad,
    FullLoad,
    Completed,
    Cancelled,
    Error, // suspended, its failure says why
    Reloading,
    DoesNotExist,
};
// "Table completed", as the DMS API prints it; not translated.
[[nodiscard]] QString tableStateName(TableState state);

struct TableStatistics {
    QString schemaName;
    QString tableName;
    TableState state = TableState::BeforeLoad;
    // Read from the source since the task was started fresh.
    uint64_t inserts = 0;
    uint64_t updates = 0;
    uint64_t deletes = 0;
    uint64_t ddls = 0;
    // Confirmed by the target.
    uint64_t appliedInserts = 0;
    uint64_t appliedUpdates = 0;
    uint64_t appliedDeletes = 0;
    uint64_t appliedDdls = 0;
    uint64_t fullLoadRows = 0; // confirmed by the target
    uint64_t estimatedRows = 0; // the source's own estimate
    uint64_t fullLoadErrorRows = 0;
    uint64_t losses = 0; // values that were repaired or cut, see the log
    int64_t fullLoadStartMicros = 0; // since 1970 UTC; 0: not yet
    int64_t fullLoadEndMicros = 0;
    int64_t lastUpdateMicros = 0;
    std::optional<Failure> failure; // why the table is in state Error

    [[nodiscard]] uint64_t totalRows() const { return fullLoadRows + appliedInserts + appliedUpdates + appliedDeletes; }
};

// DMS's metric names where DMS has one (guide, "Monitoring AWS DMS tasks").
struct TaskMetrics {
    int64_t sampledMicros = 0;
    double cdcLatencySource = 0; // seconds; 0 when the source is quiet
    double cdcLatencyTarget = 0; // seconds; includes the source's
    uint64_t cdcIncomingChanges = 0; // read and not yet confirmed
    double sourceRowsPerSecond = 0;
    double targetRowsPerSecond = 0;
    double sourceBytesPerSecond = 0;
    double targetBytesPerSecond = 0; // of messages, before compression
    uint64_t memoryBytes = 0; // resident, of the whole process
    double commitsPerSecond = 0; // Kafka transactions
};

// The pipeline picture: source -> reader -> queue -> writer -> topic.
struct PipelineGauges {
    uint64_t queueBytes = 0;
    uint64_t queueMaxBytes = 0;
    uint64_t pendingBytes = 0; // with the producer, not yet confirmed
    double lastCommitMilliseconds = 0;
};

struct TaskSnapshot {
    QString identifier;
    TaskStatus status = TaskStatus::Ready;
    TaskPhase phase = TaskPhase::None;
    int fullLoadProgressPercent = 0;
    int tablesLoaded = 0;
    int tablesLoading = 0;
    int tablesQueued = 0;
    int tablesErrored = 0;
    int64_t freshStartMicros = 0;
    int64_t startMicros = 0;
    int64_t stopMicros = 0;
    int64_t fullLoadStartMicros = 0;
    int64_t fullLoadEndMicros = 0;
    QString stopReason; // "Stop Reason NORMAL", ...; empty while active
    std::optional<Failure> failure; // the last one; of a retry too, while it is being retried
    int64_t failureMicros = 0; // since when
    QString lastFailureMessage; // in DMS's shape
    int attempt = 0; // of retries in a row; 0: none is going on
    int64_t nextAttemptMicros = 0; // 0: no retry is waiting
    QString sourcePosition; // for people
    // Source time of the position that the task goes on from, moved on while the source has nothing new; 0: not known.
    // While a load lasts it is the load's begin.
    int64_t positionMicros = 0;
    std::vector<Retention> retentions; // of the source, then of the topics
    QString recoveryCheckpoint; // DMS's "checkpoint:V1#..." or the source's own
    QString sourceDescription;
    TaskMetrics metrics;
    PipelineGauges gauges;
    std::vector<TableStatistics> tables;
};

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::TaskSnapshot)
