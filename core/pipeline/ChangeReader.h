// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/pipeline/BatchBuilder.h"
#include "core/pipeline/Writer.h"

#include <functional>
#include <string>

namespace rowcast {

// Follows a change source: collects its changes into batches and hands them to the queue, each with the state that goes
// with it. Runs on the reader thread.
class ChangeReader {
public:
    struct Limits {
        size_t batchBytes = 1024 * 1024; // handed over at the latest
        size_t readyBytes = 128 * 1024; // enough to wake an idle writer while more input is waiting
        std::chrono::seconds idleCheckpoint{30}; // a quiet stream still commits its position this often
    };
    ChangeReader(ChangeSource &source, BatchQueue &queue, BatchBuilder &builder, const Clock &clock,
        PipelineObserver &observer, const TaskRecord &record, const Limits &limits);

    // Until stopped (then success: everything handed over is queued), until everything up to target is queued, or until
    // something breaks. An empty target is never reached.
    Result<void> run(const std::string &target, const std::stop_token &stop);
    // Queues the state as it is now, with the record's phase; for changes of phase.
    Result<void> checkpoint(TaskRecord::Phase phase, const std::stop_token &stop);

    // False while there is something unread or unsent. Any thread.
    [[nodiscard]] bool isQuiet() const { return m_isQuiet.load(); }
    // When the source said last that there is nothing unread, with everything read handed over; micros since 1970 UTC,
    // 0: not yet. Any thread.
    [[nodiscard]] int64_t caughtUpMicros() const { return m_caughtUpMicros.load(); }

private:
    [[nodiscard]] bool isTimeToHandOver(bool isQuiet) const;
    Result<void> handOver(const std::stop_token &stop);

    ChangeSource &m_source;
    BatchQueue &m_queue;
    BatchBuilder &m_builder;
    const Clock &m_clock;
    PipelineObserver &m_observer;
    TaskRecord m_record;
    const Limits m_limits;
    std::chrono::steady_clock::time_point m_handedOver;
    bool m_hasMoved = false; // events were read since the last hand-over
    std::atomic<bool> m_isQuiet = false;
    std::atomic<int64_t> m_caughtUpMicros = 0;
};

} // namespace rowcast
