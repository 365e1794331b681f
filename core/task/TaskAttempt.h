// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Threads.h"
#include "core/pipeline/LoadCrew.h"
#include "core/task/Connectors.h"
#include "core/task/Statistics.h"
#include "core/task/TaskErrors.h"
#include "core/task/TaskPlan.h"

#include <atomic>
#include <functional>
#include <memory>

namespace rowcast {

// One attempt to run a task: opens sink and source, resumes or begins, loads, follows, until it is stopped, its work is
// done or something breaks. Runs on the task's own thread, which is the reader; makes the writer thread and, for a
// load, the loader threads. Everything that must survive lies in the checkpoint, so a new attempt needs nothing of an
// old one.
class TaskAttempt {
public:
    struct Progress {
        std::function<void(TaskPhase)> phaseChanged;
        std::function<void(const QString &description)> opened;
        std::function<void(int64_t micros)> begunFresh; // the run of the task began anew, and that is committed
        std::function<void(int64_t micros)> resumed; // a run that began anew then
        std::function<void(int64_t micros)> loadStarted;
        std::function<void(int64_t micros)> loadFinished;
    };
    TaskAttempt(const TaskPlan &plan, SourceConnector &source, SinkConnector &sink, Statistics &statistics,
        TaskErrors &errors, Clock &clock, Threads &threads, Progress progress);

    // DMS's stop reason ("NORMAL", "FULL_LOAD_ONLY_FINISHED", ...), or what broke.
    Result<QString> run(StartType type, RunUntil until, const std::stop_token &stop);
    // For the pipeline picture. Any thread, while run() runs.
    [[nodiscard]] PipelineGauges gauges() const;
    [[nodiscard]] bool isQuiet() const;
    // When everything that the source had was confirmed; 0: not yet, or not now.
    [[nodiscard]] int64_t caughtUpMicros() const;

private:
    Result<void> open(StartType type, const std::stop_token &stop);
    Result<void> begin(const StateRecords &old, const std::stop_token &stop);
    Result<void> resume(const StateRecords &state, const std::stop_token &stop);
    Result<void> announceTables(BatchBuilder &builder);
    Result<void> commitNow(std::unique_ptr<Batch> batch, const std::stop_token &stop);
    void registerTables();

    Result<QString> work(RunUntil until, const std::stop_token &stop);
    Result<void> load(const std::stop_token &stop);
    Result<QString> follow(RunUntil until, const std::stop_token &stop);
    Result<void> queueRecord(const std::stop_token &stop);
    // A newer run of this task throws this one out of the source before it fences it at the target: a retry would throw
    // the newer one out in turn.
    Failure explainedByNewerRun(const Failure &failure, const std::stop_token &stop);
    Result<void> finishWriter(Result<void> outcome, const std::stop_token &stop);
    void startWriter();

    const TaskPlan &m_plan;
    SourceConnector &m_sourceConnector;
    SinkConnector &m_sinkConnector;
    Statistics &m_statistics;
    TaskErrors &m_errors;
    Clock &m_clock;
    Threads &m_threads;
    Progress m_progress;

    std::unique_ptr<Sink> m_sink;
    std::unique_ptr<SourceSession> m_session;
    TaskRecord m_record;
    BatchQueue m_queue;
    std::unique_ptr<Writer> m_writer;
    std::stop_source m_reading; // asked to end by the user, or because the writer broke
    std::stop_source m_writerAbort;
    Result<void> m_writerResult;
    std::atomic<bool> m_isWriterDone = false;
    std::unique_ptr<Threads::Thread> m_writerThread;
    std::atomic<ChangeReader *> m_reader = nullptr;
    std::atomic<Writer *> m_gaugedWriter = nullptr;
};

} // namespace rowcast
