// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/task/TaskSnapshot.h"

namespace rowcast::ui::test {

inline TableStatistics table(const char *name, uint64_t rows, TableState state = TableState::Completed)
{
    TableStatistics statistics;
    statistics.schemaName = QStringLiteral("shop");
    statistics.tableName = QString::fromLatin1(name);
    statistics.state = state;
    statistics.inserts = statistics.appliedInserts = rows / 10;
    statistics.updates = statistics.appliedUpdates = rows / 20;
    statistics.deletes = statistics.appliedDeletes = rows / 100;
    statistics.fullLoadRows = rows;
    statistics.estimatedRows = rows;
    statistics.fullLoadStartMicros = 1'795'410'000'000'000;
    statistics.fullLoadEndMicros = statistics.fullLoadStartMicros + 12'400'000;
    statistics.lastUpdateMicros = SystemClock().nowMicros() - 12'000'000;
    return statistics;
}

inline TaskSnapshot running(const QString &identifier)
{
    TaskSnapshot snapshot;
    snapshot.identifier = identifier;
    snapshot.status = TaskStatus::Running;
    snapshot.phase = TaskPhase::Cdc;
    snapshot.fullLoadProgressPercent = 100;
    snapshot.tablesLoaded = 2;
    snapshot.startMicros = SystemClock().nowMicros() - 600'000'000;
    snapshot.fullLoadStartMicros = snapshot.startMicros;
    snapshot.sourcePosition = QStringLiteral("mysql-bin-changelog.000017:48211 (2026-11-23 05:00:00 UTC)");
    snapshot.recoveryCheckpoint = QStringLiteral("checkpoint:V1#17#mysql-bin-changelog.000017:48211:-1:48211");
    snapshot.sourceDescription = QStringLiteral("Aurora MySQL 8.0.33, writer");
    snapshot.metrics.sourceRowsPerSecond = 8234;
    snapshot.metrics.targetRowsPerSecond = 8190;
    snapshot.metrics.sourceBytesPerSecond = 2.4e6;
    snapshot.metrics.targetBytesPerSecond = 3.9e6;
    snapshot.metrics.cdcLatencySource = 0.4;
    snapshot.metrics.cdcLatencyTarget = 1.2;
    snapshot.metrics.memoryBytes = 96 * 1024 * 1024;
    snapshot.metrics.commitsPerSecond = 12;
    snapshot.gauges
        = {.queueBytes = 3 << 20, .queueMaxBytes = 24 << 20, .pendingBytes = 400'000, .lastCommitMilliseconds = 14};
    snapshot.tables = {table("customer", 1200), table("gift", 1'248'000)};
    return snapshot;
}

inline Retention binlogRetention(std::optional<int64_t> seconds, int64_t neededMicros)
{
    Retention retention;
    retention.name = QStringLiteral("binlog");
    retention.isKnown = true;
    retention.heldSeconds = seconds;
    retention.remedy = QStringLiteral("Let the task run and catch up in time, or have the binlogs kept longer: `CALL "
                                      "mysql.rds_set_configuration('binlog retention hours', 168);`");
    retention.neededMicros = neededMicros;
    return retention;
}

// A task that was stopped so long ago, while its source keeps binlogs for a day and its topic records for a week.
inline TaskSnapshot stoppedFor(const QString &identifier, int64_t seconds, int64_t nowMicros)
{
    TaskSnapshot snapshot = running(identifier);
    snapshot.status = TaskStatus::Stopped;
    snapshot.stopReason = QStringLiteral("Stop Reason NORMAL");
    snapshot.positionMicros = snapshot.stopMicros = nowMicros - seconds * 1'000'000;
    snapshot.freshStartMicros = snapshot.stopMicros - 3'600'000'000;
    Retention topic = binlogRetention(7 * 86'400, snapshot.freshStartMicros);
    topic.holder = Retention::Holder::Topic;
    topic.name = QStringLiteral("shop");
    snapshot.retentions = {binlogRetention(86'400, snapshot.positionMicros), topic};
    return snapshot;
}

inline Failure purged()
{
    return {.code = QStringLiteral("mysql.binlog.purged"),
        .cause
        = QStringLiteral("The server no longer has the binary log mysql-bin-changelog.000011 that the task needs."),
        .remedy = QStringLiteral("Reload the target, and keep logs longer: `CALL "
                                 "mysql.rds_set_configuration('binlog retention hours', 72);`"),
        .detail = QStringLiteral("1236: Could not find first log file name in binary log index file"),
        .retryable = false};
}

inline TaskSnapshot failed(const QString &identifier)
{
    TaskSnapshot snapshot = running(identifier);
    snapshot.status = TaskStatus::Failed;
    snapshot.failure = purged();
    snapshot.failureMicros = SystemClock().nowMicros() - 30'000'000;
    snapshot.lastFailureMessage
        = QStringLiteral("Last Error Task error notification received; Stop Reason FATAL_ERROR");
    return snapshot;
}

inline TaskSnapshot retrying(const QString &identifier)
{
    TaskSnapshot snapshot = running(identifier);
    snapshot.failure = Failure{.code = QStringLiteral("kafka.unreachable"),
        .cause = QStringLiteral("No broker of b-1.shop.kafka:9092 answers."),
        .remedy = QStringLiteral("Check that the brokers run."),
        .detail = {},
        .retryable = true};
    snapshot.failureMicros = SystemClock().nowMicros() - 30'000'000;
    snapshot.attempt = 3;
    snapshot.nextAttemptMicros = SystemClock().nowMicros() + 20'000'000;
    return snapshot;
}

} // namespace rowcast::ui::test
