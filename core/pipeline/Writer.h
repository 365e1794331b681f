// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/BoundedQueue.h"
#include "core/base/Clock.h"
#include "core/pipeline/CommitPolicy.h"
#include "core/pipeline/PipelineObserver.h"
#include "core/pipeline/Sink.h"

#include <atomic>
#include <map>
#include <memory>

namespace rowcast {

using BatchQueue = BoundedQueue<std::unique_ptr<Batch>>;

// Takes finished batches from the queue, sends them and ends the transactions. Runs on the writer thread; ends when the
// queue is closed and empty and everything is committed, when something breaks, or when abort is requested (then
// without a commit).
class Writer {
public:
    Writer(Sink &sink, BatchQueue &queue, const CommitPolicy &policy, const Clock &clock, PipelineObserver &observer);

    Result<void> run(const std::stop_token &abort);

    // Everything that was in the queue or sent is committed and nothing is left to do. Any thread.
    [[nodiscard]] bool isIdle() const { return m_isIdle.load() && m_queue.bytes() == 0; }
    [[nodiscard]] size_t pendingBytes() const { return m_pendingBytes.load(); }

private:
    Result<void> take(std::unique_ptr<Batch> batch, const std::stop_token &abort);
    Result<void> commit(const std::stop_token &abort);
    [[nodiscard]] bool isDue() const;
    [[nodiscard]] std::chrono::milliseconds patience() const;

    Sink &m_sink;
    BatchQueue &m_queue;
    const CommitPolicy m_policy;
    const Clock &m_clock;
    PipelineObserver &m_observer;

    // The transaction under construction.
    bool m_isOpen = false;
    bool m_isAtTransactionEnd = true;
    std::chrono::steady_clock::time_point m_opened;
    std::chrono::steady_clock::time_point m_committed;
    CommitInfo m_info;
    std::map<std::string, std::optional<std::string>> m_state; // the newest value of each record
    std::atomic<bool> m_isIdle = true;
    std::atomic<size_t> m_pendingBytes = 0;
};

} // namespace rowcast
