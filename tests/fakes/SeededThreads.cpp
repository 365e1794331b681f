// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SeededThreads.h"

#include <QtGlobal>

#include <algorithm>

namespace rowcast::tests {

namespace {

constexpr uint64_t kTimeoutOneIn = 24; // turns at which the next deadline comes although somebody could go on

} // namespace

SeededThreads::SeededThreads(uint64_t seed)
    : m_running(std::make_shared<Fellow>())
    , m_fellows{m_running}
    , m_random(seed)
{
    m_byThread[std::this_thread::get_id()] = m_running;
}

SeededThreads::~SeededThreads() = default;

std::jthread SeededThreads::start(std::function<void()> work)
{
    auto fellow = std::make_shared<Fellow>();
    m_fellows.push_back(fellow);
    ++m_progress;
    std::jthread thread([this, fellow, work = std::move(work)] {
        {
            std::unique_lock lock(m_mutex);
            fellow->wake.wait(lock, [&] { return m_running == fellow; });
        }
        work();
        fellow->isDone = true;
        ++m_progress;
        std::erase(m_fellows, fellow);
        handOver(chooseNext());
    });
    m_byThread[thread.get_id()] = fellow;
    return thread;
}

void SeededThreads::join(std::jthread &thread)
{
    const FellowPtr fellow = m_byThread.at(thread.get_id());
    ++m_progress;
    while (!fellow->isDone) {
        giveWay(true, INT64_MAX);
    }
    m_byThread.erase(thread.get_id());
    thread.join();
}

bool SeededThreads::wait(std::condition_variable_any &, std::unique_lock<std::mutex> &lock, const std::stop_token &stop,
    std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone)
{
    const int64_t deadline = deadlineIn(most);
    ++m_progress;
    while (!isDone() && !stop.stop_requested() && m_steady < deadline) {
        lock.unlock();
        giveWay(true, deadline);
        lock.lock();
    }
    return isDone();
}

std::chrono::steady_clock::time_point SeededThreads::steady() const
{
    return std::chrono::steady_clock::time_point(std::chrono::microseconds(++m_steady));
}

bool SeededThreads::sleep(std::chrono::milliseconds duration, const std::stop_token &stop)
{
    const int64_t deadline = deadlineIn(duration);
    ++m_progress;
    while (!stop.stop_requested() && m_steady < deadline) {
        giveWay(true, deadline);
    }
    return !stop.stop_requested();
}

void SeededThreads::step()
{
    ++m_progress;
    giveWay(false, INT64_MAX);
}

void SeededThreads::at(uint64_t step, std::function<void()> happening)
{
    m_happenings.emplace(step, std::move(happening));
}

int64_t SeededThreads::deadlineIn(std::optional<std::chrono::milliseconds> most) const
{
    return most ? m_steady + std::chrono::duration_cast<std::chrono::microseconds>(*most).count() : INT64_MAX;
}

void SeededThreads::happen()
{
    while (!m_happenings.empty() && m_happenings.begin()->first <= m_steps) {
        const auto happening = std::move(m_happenings.begin()->second);
        m_happenings.erase(m_happenings.begin());
        happening();
        ++m_progress;
    }
}

void SeededThreads::giveWay(bool isBlocked, int64_t deadline)
{
    ++m_steps;
    happen();
    const FellowPtr self = m_running;
    self->isBlocked = isBlocked;
    self->checkedAt = m_progress;
    self->deadline = deadline;
    const FellowPtr next = chooseNext();
    if (next == self) {
        self->isBlocked = false;
        return;
    }
    handOver(next);
    std::unique_lock lock(m_mutex);
    self->wake.wait(lock, [&] { return m_running == self; });
}

// Who can go on: who gave way of its own accord, whose wait has run out, and who waits for something and has not looked
// since somebody did something.
SeededThreads::FellowPtr SeededThreads::chooseNext()
{
    const auto canGoOn = [this](const FellowPtr &fellow) {
        return !fellow->isBlocked || fellow->deadline <= m_steady || fellow->checkedAt < m_progress;
    };
    std::vector<FellowPtr> ready;
    std::copy_if(m_fellows.begin(), m_fellows.end(), std::back_inserter(ready), canGoOn);
    if (ready.empty() || m_random() % kTimeoutOneIn == 0) {
        const auto first = std::min_element(m_fellows.begin(), m_fellows.end(),
            [](const FellowPtr &a, const FellowPtr &b) { return a->deadline < b->deadline; });
        if (first != m_fellows.end() && (*first)->isBlocked && (*first)->deadline != INT64_MAX) {
            m_steady = std::max(m_steady, (*first)->deadline);
            ready = {*first};
        }
    }
    if (ready.empty()) {
        qFatal("deadlock: all threads of the simulation wait for each other");
    }
    const size_t chosen = size_t(m_random() % ready.size());
    m_trace = (m_trace ^ (chosen + 1 + ready.size() * 64 + uint64_t(m_steady) * 4096)) * 1099511628211ULL;
    return ready[chosen];
}

void SeededThreads::handOver(const FellowPtr &next)
{
    std::lock_guard lock(m_mutex);
    next->isBlocked = false;
    m_running = next;
    next->wake.notify_one();
}

} // namespace rowcast::tests
