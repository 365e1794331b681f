// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/task/TaskRunner.h"

#include "core/base/Log.h"
#include "core/task/RetryPolicy.h"
#include "core/task/TaskFailures.h"

namespace rowcast {

TaskRunner::TaskRunner(const MigrationDocument &document, const Connectors &connectors, Clock &clock, Threads &threads)
    : m_plan(TaskPlan::of(document))
    , m_connectors(connectors)
    , m_clock(clock)
    , m_threads(threads)
    , m_statistics(clock)
    , m_errors(document.task.settings, m_statistics)
{
    m_snapshot.identifier = document.task.identifier;
}

TaskSnapshot TaskRunner::snapshot()
{
    TaskSnapshot copy;
    PipelineGauges gauges;
    {
        std::lock_guard lock(m_mutex);
        copy = m_snapshot;
        if (m_attempt != nullptr) {
            gauges = m_attempt->gauges();
            m_statistics.setQuiet(m_attempt->isQuiet());
            m_statistics.setCaughtUp(m_attempt->caughtUpMicros());
        }
    }
    copy.gauges = gauges;
    m_statistics.fill(copy);
    copy.recoveryCheckpoint = copy.sourcePosition;
    return copy;
}

void TaskRunner::change(const std::function<void(TaskSnapshot &)> &edit)
{
    std::lock_guard lock(m_mutex);
    edit(m_snapshot);
}

void TaskRunner::advance(TaskEvent event)
{
    std::lock_guard lock(m_mutex);
    auto next = nextStatus(m_snapshot.status, event);
    Q_ASSERT(next);
    if (next) {
        m_snapshot.status = *next;
    }
}

void TaskRunner::run(StartType type, RunUntil until, const std::stop_token &stop)
{
    const LogTaskScope scope(m_plan.document.task.identifier);
    advance(TaskEvent::Start);
    change([this](TaskSnapshot &snapshot) { snapshot.startMicros = m_clock.nowMicros(); });
    const std::stop_callback stopping(stop, [this] {
        std::lock_guard lock(m_mutex);
        if (auto next = nextStatus(m_snapshot.status, TaskEvent::StopRequested)) {
            m_snapshot.status = *next;
        }
    });
    RetryPolicy policy(m_plan.document.task.settings);
    while (true) {
        const uint64_t commitsBefore = m_statistics.commits();
        auto outcome = attempt(m_hasBegun ? StartType::Default : type, until, stop);
        if (outcome || stop.stop_requested()) {
            ended(outcome);
            return;
        }
        if (m_statistics.commits() > commitsBefore) {
            policy.reset();
        }
        if (!waitForRetry(outcome.error(), policy, stop)) {
            ended(stop.stop_requested() ? Result<QString>{QStringLiteral("NORMAL")} : outcome);
            return;
        }
    }
}

Result<QString> TaskRunner::attempt(StartType type, RunUntil until, const std::stop_token &stop)
{
    auto source = m_connectors.source(m_plan.document.source);
    if (!source) {
        return source.error();
    }
    auto sink = m_connectors.target(m_plan.document.target);
    if (!sink) {
        return sink.error();
    }
    TaskAttempt attempt(m_plan, **source, **sink, m_statistics, m_errors, m_clock, m_threads, progress());
    {
        std::lock_guard lock(m_mutex);
        m_attempt = &attempt;
    }
    Result<QString> outcome = internalFailure(QStringLiteral("attempt did not run"));
    try {
        outcome = attempt.run(type, until, stop);
    } catch (const std::exception &exception) {
        outcome = internalFailure(QString::fromUtf8(exception.what()));
    }
    std::lock_guard lock(m_mutex);
    m_attempt = nullptr;
    return outcome;
}

TaskAttempt::Progress TaskRunner::progress()
{
    TaskAttempt::Progress progress;
    progress.phaseChanged = [this](TaskPhase phase) {
        qCInfo(lcTaskManager).noquote() << "Phase" << taskPhaseName(phase);
        change([phase](TaskSnapshot &snapshot) { snapshot.phase = phase; });
    };
    progress.opened = [this](const QString &description) {
        qCInfo(lcTaskManager).noquote() << "Running, source is" << description;
        m_hasRun = true;
        advance(TaskEvent::Opened);
        change([&description](TaskSnapshot &snapshot) {
            snapshot.sourceDescription = description;
            snapshot.attempt = 0;
            snapshot.nextAttemptMicros = 0;
        });
    };
    progress.begunFresh = [this](int64_t micros) {
        m_hasBegun = true;
        change([micros](TaskSnapshot &snapshot) { snapshot.freshStartMicros = micros; });
    };
    progress.resumed
        = [this](int64_t micros) { change([micros](TaskSnapshot &snapshot) { snapshot.freshStartMicros = micros; }); };
    progress.loadStarted = [this](int64_t micros) {
        change([micros](TaskSnapshot &snapshot) { snapshot.fullLoadStartMicros = micros; });
    };
    progress.loadFinished
        = [this](int64_t micros) { change([micros](TaskSnapshot &snapshot) { snapshot.fullLoadEndMicros = micros; }); };
    return progress;
}

bool TaskRunner::waitForRetry(const Failure &failure, RetryPolicy &policy, const std::stop_token &stop)
{
    // A task that never got as far as reading tells at once what is wrong, rather than trying in silence; that a server
    // is full just now is nothing of the task's.
    if (!m_hasRun && !failure.isBusy) {
        return false;
    }
    const auto wait = policy.next(failure);
    if (!wait) {
        return false;
    }
    const int64_t now = m_clock.nowMicros();
    change([&](TaskSnapshot &snapshot) {
        snapshot.failure = failure;
        snapshot.failureMicros = snapshot.attempt == 0 ? now : snapshot.failureMicros;
        snapshot.lastFailureMessage = lastFailureMessage(failure);
        snapshot.attempt = policy.attempts();
        snapshot.nextAttemptMicros = now + wait->count() * 1000;
    });
    qCWarning(lcTaskManager).noquote() << "Attempt" << policy.attempts() << "in" << wait->count()
                                       << "ms after:" << failure.text();
    return m_clock.sleep(*wait, stop);
}

void TaskRunner::ended(const Result<QString> &outcome)
{
    const bool isFailed = !outcome && !isStopped(outcome.error());
    change([&](TaskSnapshot &snapshot) {
        snapshot.stopMicros = m_clock.nowMicros();
        snapshot.attempt = 0;
        snapshot.nextAttemptMicros = 0;
        if (isFailed) {
            const Failure &failure = outcome.error();
            snapshot.failure = failure;
            snapshot.failureMicros = snapshot.stopMicros;
            snapshot.lastFailureMessage = lastFailureMessage(failure);
            snapshot.stopReason = failure.retryable ? QStringLiteral("Stop Reason RECOVERABLE_ERROR")
                                                    : QStringLiteral("Stop Reason FATAL_ERROR");
        } else {
            snapshot.stopReason = QStringLiteral("Stop Reason ") + (outcome ? *outcome : QStringLiteral("NORMAL"));
            snapshot.failure.reset();
            snapshot.lastFailureMessage.clear();
        }
    });
    if (isFailed) {
        qCCritical(lcTaskManager).noquote() << outcome.error().text();
    }
    advance(isFailed ? TaskEvent::Broke : TaskEvent::Finished);
    qCInfo(lcTaskManager).noquote() << "Task ended";
}

} // namespace rowcast
