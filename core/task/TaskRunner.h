// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/task/Connectors.h"
#include "core/task/Statistics.h"
#include "core/task/TaskAttempt.h"
#include "core/task/TaskErrors.h"
#include "core/task/TaskPlan.h"

#include <memory>
#include <mutex>

namespace rowcast {

// Runs one task from start to end and owns all policy: life cycle, retries and their waits, what the error settings
// say. run() occupies the calling thread; snapshot() may be called from any other.
class TaskRunner {
public:
    TaskRunner(const MigrationDocument &document, const Connectors &connectors, Clock &clock, Threads &threads);

    // Returns when the task has ended: stopped on request, its work done, or failed for good. The outcome is in the
    // snapshot. Called once.
    void run(StartType type, RunUntil until, const std::stop_token &stop);
    [[nodiscard]] TaskSnapshot snapshot();

private:
    Result<QString> attempt(StartType type, RunUntil until, const std::stop_token &stop);
    TaskAttempt::Progress progress();
    // False when there is to be no further attempt.
    bool waitForRetry(const Failure &failure, class RetryPolicy &policy, const std::stop_token &stop);
    void advance(TaskEvent event);
    void ended(const Result<QString> &outcome);
    void change(const std::function<void(TaskSnapshot &)> &edit);

    const TaskPlan m_plan;
    const Connectors &m_connectors;
    Clock &m_clock;
    Threads &m_threads;
    Statistics m_statistics;
    TaskErrors m_errors;
    bool m_hasRun = false; // an attempt came as far as reading: what breaks later is retried
    bool m_hasBegun = false; // the fresh start is committed: later attempts resume

    std::mutex m_mutex; // guards what follows
    TaskSnapshot m_snapshot;
    TaskAttempt *m_attempt = nullptr;
};

} // namespace rowcast
