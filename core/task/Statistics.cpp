// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/Statistics.h"

#include "core/pipeline/CountsRecord.h"
#include "core/task/ProcessMemory.h"

#include <algorithm>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kSampleTime{450};

double secondsSince(int64_t micros, int64_t now)
{
    return micros == 0 ? 0 : std::max(0.0, double(now - micros) / 1e6);
}

uint64_t rowsOf(const TableCounts &counts)
{
    return counts.loads + counts.inserts + counts.updates + counts.deletes;
}

} // namespace

Statistics::Statistics(const Clock &clock)
    : m_clock(clock)
    , m_sampled(clock.steady())
{
}

void Statistics::reset()
{
    std::lock_guard lock(m_mutex);
    m_tables.clear();
    m_abandonedRows = m_totals.sourceRows - std::min(m_totals.targetRows, m_totals.sourceRows);
    m_capturedMicros = m_confirmedMicros = 0;
}

void Statistics::restore(const StateRecords &state)
{
    reset();
    std::lock_guard lock(m_mutex);
    for (const auto &[table, delivered] : deliveredCounts(state)) {
        const TableCounts &counts = delivered.counts;
        TableStatistics &statistics = at(table);
        statistics.inserts = statistics.appliedInserts = counts.inserts;
        statistics.updates = statistics.appliedUpdates = counts.updates;
        statistics.deletes = statistics.appliedDeletes = counts.deletes;
        statistics.ddls = statistics.appliedDdls = counts.ddls;
        statistics.fullLoadRows = counts.loads;
        statistics.losses = counts.losses;
        statistics.fullLoadStartMicros = delivered.loadStartMicros;
        statistics.fullLoadEndMicros = delivered.loadEndMicros;
        statistics.lastUpdateMicros = delivered.lastUpdateMicros;
    }
}

TableStatistics &Statistics::at(const TableId &table)
{
    TableStatistics &statistics = m_tables[table];
    if (statistics.tableName.isEmpty()) {
        statistics.state = TableState::Completed; // setTable() says which are loaded; later ones come whole in changes
        statistics.schemaName = QString::fromStdString(table.schema);
        statistics.tableName = QString::fromStdString(table.table);
    }
    return statistics;
}

void Statistics::setTable(const TableId &table, uint64_t estimatedRows, bool isLoaded)
{
    std::lock_guard lock(m_mutex);
    TableStatistics &statistics = at(table);
    statistics.estimatedRows = estimatedRows;
    if (statistics.state != TableState::Error) {
        statistics.state = isLoaded ? TableState::Completed : TableState::BeforeLoad;
    }
}

void Statistics::setFailed(const TableId &table, const Failure &failure)
{
    std::lock_guard lock(m_mutex);
    TableStatistics &statistics = at(table);
    statistics.state = TableState::Error;
    statistics.failure = failure;
}

void Statistics::beginAt(int64_t micros)
{
    std::lock_guard lock(m_mutex);
    m_positionMicros = micros;
}

void Statistics::setCaughtUp(int64_t micros)
{
    std::lock_guard lock(m_mutex);
    m_positionMicros = std::max(m_positionMicros, micros);
}

void Statistics::setQuiet(bool isQuiet)
{
    std::lock_guard lock(m_mutex);
    m_isQuiet = isQuiet;
}

void Statistics::tableLoading(const TableId &table)
{
    std::lock_guard lock(m_mutex);
    TableStatistics &statistics = at(table);
    statistics.state = TableState::FullLoad;
    if (statistics.fullLoadStartMicros == 0) {
        statistics.fullLoadStartMicros = m_clock.nowMicros();
    }
}

void Statistics::captured(const Batch &batch)
{
    std::lock_guard lock(m_mutex);
    for (const TableCounts &counts : batch.tables) {
        TableStatistics &statistics = at(counts.table);
        statistics.inserts += counts.inserts;
        statistics.updates += counts.updates;
        statistics.deletes += counts.deletes;
        statistics.ddls += counts.ddls;
        statistics.losses += counts.losses;
        m_totals.sourceRows += rowsOf(counts);
    }
    m_totals.sourceBytes += batch.bytes.size();
    m_capturedMicros = std::max(m_capturedMicros, batch.newestCommitMicros);
    if (m_positionMicros == 0) { // resumed: what comes first tells where the task stood
        m_positionMicros = batch.oldestCommitMicros != 0 ? batch.oldestCommitMicros : batch.positionMicros;
    }
}

StateRecords Statistics::committing(const CommitInfo &commit)
{
    const int64_t now = m_clock.nowMicros();
    std::lock_guard lock(m_mutex);
    std::map<TableId, DeliveredCounts> tables;
    const auto of = [&](const TableId &table) -> DeliveredCounts & {
        const auto [place, isNew] = tables.try_emplace(table);
        if (isNew) {
            const TableStatistics &known = at(table);
            place->second = {{table, known.fullLoadRows, known.appliedInserts, known.appliedUpdates,
                                 known.appliedDeletes, known.appliedDdls, known.losses},
                known.fullLoadStartMicros, known.fullLoadEndMicros, known.lastUpdateMicros};
        }
        return place->second;
    };
    for (const TableCounts &counts : commit.tables) {
        DeliveredCounts &delivered = of(counts.table);
        delivered.counts.loads += counts.loads;
        delivered.counts.inserts += counts.inserts;
        delivered.counts.updates += counts.updates;
        delivered.counts.deletes += counts.deletes;
        delivered.counts.ddls += counts.ddls;
        delivered.lastUpdateMicros = now;
    }
    for (const TableId &table : commit.finishedTables) {
        of(table).loadEndMicros = now;
    }
    StateRecords records;
    for (const auto &[table, delivered] : tables) {
        records.push_back(countsRecord(delivered));
    }
    return records;
}

void Statistics::committed(const CommitInfo &commit)
{
    const int64_t now = m_clock.nowMicros();
    std::lock_guard lock(m_mutex);
    for (const TableCounts &counts : commit.tables) {
        TableStatistics &statistics = at(counts.table);
        statistics.appliedInserts += counts.inserts;
        statistics.appliedUpdates += counts.updates;
        statistics.appliedDeletes += counts.deletes;
        statistics.appliedDdls += counts.ddls;
        statistics.fullLoadRows += counts.loads;
        statistics.lastUpdateMicros = now;
        m_totals.targetRows += rowsOf(counts);
    }
    for (const TableId &table : commit.finishedTables) {
        TableStatistics &statistics = at(table);
        statistics.state = TableState::Completed;
        statistics.fullLoadEndMicros = now;
    }
    m_totals.targetBytes += commit.bytes;
    ++m_totals.commits;
    m_confirmedMicros = std::max(m_confirmedMicros, commit.newestCommitMicros);
    m_positionMicros = std::max(m_positionMicros, std::min(commit.positionMicros, now)); // a clock may be ahead
    m_lastCommitMilliseconds = commit.milliseconds;
    if (!commit.displayPosition.empty()) {
        m_position = commit.displayPosition;
    }
}

uint64_t Statistics::commits() const
{
    std::lock_guard lock(m_mutex);
    return m_totals.commits;
}

void Statistics::fillMetrics(TaskMetrics &metrics)
{
    const auto steady = m_clock.steady();
    const int64_t now = m_clock.nowMicros();
    if (steady - m_sampled >= kSampleTime) {
        const double seconds = std::chrono::duration<double>(steady - m_sampled).count();
        const auto rate = [seconds](uint64_t total, uint64_t before) { return double(total - before) / seconds; };
        m_metrics.sampledMicros = now;
        m_metrics.sourceRowsPerSecond = rate(m_totals.sourceRows, m_sampledTotals.sourceRows);
        m_metrics.targetRowsPerSecond = rate(m_totals.targetRows, m_sampledTotals.targetRows);
        m_metrics.sourceBytesPerSecond = rate(m_totals.sourceBytes, m_sampledTotals.sourceBytes);
        m_metrics.targetBytesPerSecond = rate(m_totals.targetBytes, m_sampledTotals.targetBytes);
        m_metrics.commitsPerSecond = rate(m_totals.commits, m_sampledTotals.commits);
        m_metrics.memoryBytes = residentBytes();
        m_sampledTotals = m_totals;
        m_sampled = steady;
    }
    metrics = m_metrics;
    const uint64_t gone = m_totals.targetRows + m_abandonedRows;
    metrics.cdcIncomingChanges = m_totals.sourceRows - std::min(gone, m_totals.sourceRows);
    metrics.cdcLatencySource = m_isQuiet ? 0 : secondsSince(m_capturedMicros, now);
    const bool isPending = m_capturedMicros > m_confirmedMicros;
    metrics.cdcLatencyTarget
        = std::max(metrics.cdcLatencySource, isPending ? secondsSince(m_confirmedMicros, now) : 0.0);
}

void Statistics::fill(TaskSnapshot &snapshot)
{
    std::lock_guard lock(m_mutex);
    uint64_t loaded = 0;
    uint64_t expected = 0;
    snapshot.tables.clear();
    snapshot.tablesLoaded = snapshot.tablesLoading = snapshot.tablesQueued = snapshot.tablesErrored = 0;
    for (const auto &[id, table] : m_tables) {
        snapshot.tables.push_back(table);
        const bool isDone = table.state == TableState::Completed;
        snapshot.tablesLoaded += isDone ? 1 : 0;
        snapshot.tablesLoading += table.state == TableState::FullLoad ? 1 : 0;
        snapshot.tablesQueued += table.state == TableState::BeforeLoad ? 1 : 0;
        snapshot.tablesErrored += table.state == TableState::Error ? 1 : 0;
        const uint64_t size = std::max<uint64_t>({table.estimatedRows, table.fullLoadRows, 1});
        expected += size;
        loaded += isDone ? size : std::min(table.fullLoadRows, size - 1);
    }
    snapshot.fullLoadProgressPercent = expected == 0 ? 0 : int(loaded * 100 / expected);
    fillMetrics(snapshot.metrics);
    snapshot.gauges.lastCommitMilliseconds = m_lastCommitMilliseconds;
    snapshot.sourcePosition = QString::fromStdString(m_position);
    snapshot.positionMicros = m_positionMicros;
}

} // namespace rowcast
