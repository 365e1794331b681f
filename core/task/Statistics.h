// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/pipeline/PipelineObserver.h"
#include "core/task/TaskSnapshot.h"

#include <map>
#include <mutex>

namespace rowcast {

// Counts what a task did, table by table, and how fast. Fed by the pipeline once per batch and commit, read by whoever
// wants a snapshot. Thread-safe.
class Statistics final : public PipelineObserver {
public:
    explicit Statistics(const Clock &clock);

    // Forgets everything: a fresh start.
    void reset();
    // As a task's committed state says: a resumed run goes on counting, and a retry forgets what was not confirmed.
    void restore(const StateRecords &state);
    void setTable(const TableId &table, uint64_t estimatedRows, bool isLoaded);
    void setFailed(const TableId &table, const Failure &failure);
    // Where the task begins anew, as the source's time; 0: not known. What happened before is not needed any more.
    void beginAt(int64_t micros);
    // Everything that the source had until then is confirmed.
    void setCaughtUp(int64_t micros);
    // The source stands at the end of what there is: latency is 0.
    void setQuiet(bool isQuiet);

    void tableLoading(const TableId &table) override;
    void captured(const Batch &batch) override;
    // The counts of the tables concerned, as they will be.
    [[nodiscard]] StateRecords committing(const CommitInfo &commit) override;
    void committed(const CommitInfo &commit) override;

    // Fills tables, load counts, metrics, gauges' commit time and the position. pendingMicros: source time of the
    // oldest change that is read and not confirmed.
    void fill(TaskSnapshot &snapshot);
    // Commits since construction: a retry that got further may start its back-off anew.
    [[nodiscard]] uint64_t commits() const;

private:
    struct Totals {
        uint64_t sourceRows = 0;
        uint64_t targetRows = 0;
        uint64_t sourceBytes = 0;
        uint64_t targetBytes = 0;
        uint64_t commits = 0;
    };
    TableStatistics &at(const TableId &table);
    void fillMetrics(TaskMetrics &metrics);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::map<TableId, TableStatistics> m_tables;
    Totals m_totals;
    uint64_t m_abandonedRows = 0; // read by attempts that broke before they were confirmed
    Totals m_sampledTotals; // at the last metrics sample
    std::chrono::steady_clock::time_point m_sampled;
    TaskMetrics m_metrics;
    bool m_isQuiet = true;
    int64_t m_capturedMicros = 0; // source time of the newest change read
    int64_t m_confirmedMicros = 0; // ... and of the newest one confirmed
    double m_lastCommitMilliseconds = 0;
    std::string m_position;
    int64_t m_positionMicros = 0; // source time up to which nothing is needed any more; 0: not known
};

} // namespace rowcast
