// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/Writer.h"

namespace rowcast {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kIdleWait{200};

void addCounts(std::vector<TableCounts> &into, const std::vector<TableCounts> &counts)
{
    into.insert(into.end(), counts.begin(), counts.end());
}

} // namespace

Writer::Writer(
    Sink &sink, BatchQueue &queue, const CommitPolicy &policy, const Clock &clock, PipelineObserver &observer)
    : m_sink(sink)
    , m_queue(queue)
    , m_policy(policy)
    , m_clock(clock)
    , m_observer(observer)
    , m_committed(clock.steady())
{
}

bool Writer::isDue() const
{
    const auto now = m_clock.steady();
    return m_policy.isDue({.bytes = m_info.bytes,
        .messages = m_info.messages,
        .sinceFirst = duration_cast<milliseconds>(now - m_opened),
        .sinceCommit = duration_cast<milliseconds>(now - m_committed),
        .isAtTransactionEnd = m_isAtTransactionEnd,
        .hasBacklog = m_queue.bytes() > 0});
}

milliseconds Writer::patience() const
{
    if (!m_isOpen) {
        return kIdleWait;
    }
    const auto since = duration_cast<milliseconds>(m_clock.steady() - m_committed);
    return m_isAtTransactionEnd && since < m_policy.leastTime ? m_policy.leastTime - since : milliseconds(1);
}

Result<void> Writer::run(const std::stop_token &abort)
{
    while (!abort.stop_requested()) {
        auto batch = m_queue.pop(patience(), abort);
        if (batch) {
            if (auto sent = take(std::move(*batch), abort); !sent) {
                return sent;
            }
        } else if (m_queue.isFinished()) {
            return m_isOpen ? commit(abort) : Result<void>{};
        } else if (auto served = m_sink.idle(); !served) {
            return served;
        }
        if (m_isOpen && isDue()) {
            if (auto committed = commit(abort); !committed) {
                return committed;
            }
        }
    }
    return stoppedFailure();
}

Result<void> Writer::take(std::unique_ptr<Batch> batch, const std::stop_token &abort)
{
    m_isIdle = false;
    if (!m_isOpen) {
        m_isOpen = true;
        m_opened = m_clock.steady();
    }
    m_info.messages += batch->messages.size();
    m_info.bytes += batch->bytes.size();
    m_info.newestCommitMicros = std::max(m_info.newestCommitMicros, batch->newestCommitMicros);
    if (!batch->displayPosition.empty()) {
        m_info.displayPosition = batch->displayPosition;
    }
    m_info.positionMicros = std::max(m_info.positionMicros, batch->positionMicros);
    addCounts(m_info.tables, batch->tables);
    m_info.finishedTables.insert(
        m_info.finishedTables.end(), batch->finishedTables.begin(), batch->finishedTables.end());
    for (StateRecord &record : batch->state) {
        m_state[record.key] = std::move(record.value);
    }
    m_isAtTransactionEnd = batch->isTransactionEnd;
    m_pendingBytes = m_info.bytes;
    return m_sink.send(std::move(batch), abort);
}

Result<void> Writer::commit(const std::stop_token &abort)
{
    StateRecords records;
    records.reserve(m_state.size());
    for (auto &[key, value] : m_state) {
        records.push_back({key, std::move(value)});
    }
    for (StateRecord &record : m_observer.committing(m_info)) {
        records.push_back(std::move(record));
    }
    const auto begun = m_clock.steady();
    if (auto committed = m_sink.commit(records, abort); !committed) {
        return committed;
    }
    m_committed = m_clock.steady();
    m_info.milliseconds = std::chrono::duration<double, std::milli>(m_committed - begun).count();
    m_observer.committed(m_info);
    m_state.clear();
    m_info = {};
    m_isOpen = false;
    m_pendingBytes = 0;
    m_isIdle = true;
    return {};
}

} // namespace rowcast
