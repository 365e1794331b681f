// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/LoadCrew.h"

#include "core/base/Log.h"

#include <algorithm>
#include <iterator>

namespace rowcast {

namespace {

constexpr std::chrono::milliseconds kRoomWait{1000}; // until a loader asks again for a connection

} // namespace

LoadCrew::LoadCrew(const Parts &parts, std::vector<Order> tables, int mostTables)
    : m_parts(parts)
    , m_mostTables(std::max(1, mostTables))
{
    std::stable_sort(tables.begin(), tables.end(), [](const Order &a, const Order &b) {
        return a.loadOrder != b.loadOrder ? a.loadOrder > b.loadOrder : a.estimatedRows > b.estimatedRows;
    });
    for (Order &order : tables) {
        m_jobs.push_back({.order = std::move(order)});
    }
}

Result<void> LoadCrew::run(int threads, const std::stop_token &stop)
{
    const std::stop_callback forward(stop, [this] { m_giveUp.request_stop(); });
    m_standing = std::max(1, threads);
    std::vector<std::unique_ptr<Threads::Thread>> helpers;
    for (int helper = 1; helper < threads; ++helper) {
        helpers.push_back(m_parts.threads.start([this] {
            const LogTaskScope scope(m_parts.task);
            if (auto worked = work(m_giveUp.get_token()); !worked) {
                fail(worked.error());
            }
        }));
    }
    if (auto worked = work(m_giveUp.get_token()); !worked) {
        fail(worked.error());
    }
    for (const auto &helper : helpers) {
        helper->join();
    }
    if (m_hasFailed) {
        return m_failure;
    }
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    return {};
}

void LoadCrew::fail(const Failure &failure)
{
    std::lock_guard lock(m_mutex);
    // What made the others stop is the cause; their "stopped" must not hide it.
    if (!m_hasFailed && !isStopped(failure)) {
        m_failure = failure;
        m_hasFailed = true;
    }
    m_giveUp.request_stop();
}

LoadCrew::Job *LoadCrew::nextJob()
{
    std::lock_guard lock(m_mutex);
    const auto loading = std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job &job) { return job.loaders > 0; });
    Job *found = nullptr;
    for (Job &job : m_jobs) {
        if (job.state == State::Waiting && loading < m_mostTables) {
            found = &job;
            break;
        }
        if (job.state == State::Loading && (found == nullptr || job.loaders < found->loaders)) {
            found = &job;
        }
    }
    if (found != nullptr) {
        if (found->state == State::Waiting) {
            found->state = State::Loading;
            m_parts.observer.tableLoading(found->order.table);
        }
        ++found->loaders;
    }
    return found;
}

bool LoadCrew::leave(Job &job, bool isExhausted)
{
    std::lock_guard lock(m_mutex);
    --job.loaders;
    if (isExhausted && job.state == State::Loading) {
        job.state = State::Taken;
        m_changed.notify_all();
    }
    // A chunk that somebody took and did not hand over is missing, whoever found that none is left to take.
    if (job.state == State::Taken && job.loaders == 0 && !job.isBroken) {
        job.state = State::Done;
        return true;
    }
    return false;
}

void LoadCrew::leaveBroken(Job &job)
{
    std::lock_guard lock(m_mutex);
    --job.loaders;
    job.isBroken = true;
}

bool LoadCrew::stepBack()
{
    std::lock_guard lock(m_mutex);
    return --m_standing > 0;
}

bool LoadCrew::isWorkLeft() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
        [](const Job &job) { return job.state == State::Waiting || job.state == State::Loading; });
}

bool LoadCrew::waitForRoom(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_parts.threads.wait(m_changed, lock, stop, kRoomWait, [this] { return !isWorkLeft(); });
    ++m_standing;
    return isWorkLeft() && !stop.stop_requested();
}

Result<void> LoadCrew::work(const std::stop_token &stop)
{
    do {
        auto loader = m_parts.session.loader(stop);
        if (loader) {
            return loadWith(**loader, stop);
        }
        if (!loader.error().isBusy || !stepBack()) {
            return loader.error();
        }
        qCInfo(lcSourceUnload).noquote() << "A loader waits for room:" << loader.error().text();
    } while (waitForRoom(stop));
    return {};
}

Result<void> LoadCrew::loadWith(TableLoader &loader, const std::stop_token &stop)
{
    BatchBuilder builder(m_parts.settings, m_parts.policy, m_parts.clock);
    while (Job *job = nextJob()) {
        auto loaded = loadTable(*job, loader, builder, stop);
        if (!loaded) {
            return loaded;
        }
        if (stop.stop_requested()) {
            return stoppedFailure();
        }
    }
    return {};
}

Result<void> LoadCrew::loadTable(Job &job, TableLoader &loader, BatchBuilder &builder, const std::stop_token &stop)
{
    bool isExhausted = m_parts.policy.isSuspended(job.order.table);
    while (!isExhausted && !stop.stop_requested()) {
        auto chunk = loader.loadNext(job.order.table, builder, stop);
        if (!chunk) {
            leaveBroken(job);
            return chunk.error();
        }
        if (!*chunk) {
            isExhausted = true;
        } else if (auto queued = queue(builder, std::move((*chunk)->records), nullptr, stop); !queued) {
            leaveBroken(job);
            return queued;
        }
        isExhausted = isExhausted || m_parts.policy.isSuspended(job.order.table);
    }
    return leave(job, isExhausted) ? finish(job, builder, stop) : Result<void>{};
}

Result<void> LoadCrew::finish(Job &job, BatchBuilder &builder, const std::stop_token &stop)
{
    if (m_parts.policy.isSuspended(job.order.table)) {
        return {};
    }
    return queue(builder, m_parts.session.finishTable(job.order.table), &job.order.table, stop);
}

Result<void> LoadCrew::queue(
    BatchBuilder &builder, StateRecords records, const TableId *finished, const std::stop_token &stop)
{
    auto batch = builder.take();
    std::move(records.begin(), records.end(), std::back_inserter(batch->state));
    if (finished != nullptr) {
        batch->finishedTables.push_back(*finished);
    }
    m_parts.observer.captured(*batch);
    const size_t bytes = batch->memory();
    return m_parts.queue.push(std::move(batch), bytes, stop) ? Result<void>{} : Result<void>{stoppedFailure()};
}

} // namespace rowcast
