// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Threads.h"
#include "core/pipeline/BatchBuilder.h"
#include "core/pipeline/Writer.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace rowcast {

// The loader threads of a full load: they share the tables, larger load order first, and when no table is left to begin
// they help with one that is being loaded. Each chunk becomes one batch, so that its rows and its mark are committed
// together. A server that has no room for all threads (Failure::isBusy) is read by those that it lets in, while the
// others ask again.
class LoadCrew {
public:
    struct Order {
        TableId table;
        int64_t loadOrder = 0;
        uint64_t estimatedRows = 0;
    };
    struct Parts {
        SourceSession &session;
        BatchQueue &queue;
        const MessageSettings &settings;
        ErrorHandler &policy;
        const Clock &clock;
        Threads &threads;
        PipelineObserver &observer;
        QString task; // for the log lines of the threads
    };
    // mostTables: DMS's MaxFullLoadSubTasks.
    LoadCrew(const Parts &parts, std::vector<Order> tables, int mostTables);

    // Loads with that many threads; returns when all chunks are queued, the first one broke, or stop was requested
    // (then "stopped"). Runs on the calling thread and makes the others.
    Result<void> run(int threads, const std::stop_token &stop);

private:
    enum class State : uint8_t { Waiting, Loading, Taken, Done };
    struct Job {
        Order order;
        State state = State::Waiting;
        int loaders = 0; // threads that read a chunk of it now
        bool isBroken = false; // a chunk was taken and not handed over: its load is not complete in this run
    };
    Result<void> work(const std::stop_token &stop);
    Result<void> loadWith(TableLoader &loader, const std::stop_token &stop);
    // The calling thread leaves the loading to the others; false when it is the last one.
    bool stepBack();
    // It may ask again; false when no table is left to load, or stop was requested.
    bool waitForRoom(const std::stop_token &stop);
    [[nodiscard]] bool isWorkLeft() const; // with m_mutex held
    Result<void> loadTable(Job &job, TableLoader &loader, BatchBuilder &builder, const std::stop_token &stop);
    Job *nextJob();
    // True for the one thread that finds the table's last chunk queued.
    bool leave(Job &job, bool isExhausted);
    void leaveBroken(Job &job);
    Result<void> finish(Job &job, BatchBuilder &builder, const std::stop_token &stop);
    Result<void> queue(
        BatchBuilder &builder, StateRecords records, const TableId *finished, const std::stop_token &stop);
    void fail(const Failure &failure);

    const Parts m_parts;
    std::vector<Job> m_jobs;
    const int m_mostTables;
    std::mutex m_mutex; // guards m_jobs' states and what follows
    std::condition_variable_any m_changed; // no work is left
    int m_standing = 1; // threads that did not step back
    Failure m_failure; // the first that was no stop
    bool m_hasFailed = false;
    std::stop_source m_giveUp; // one thread broke: the others end too
};

} // namespace rowcast
