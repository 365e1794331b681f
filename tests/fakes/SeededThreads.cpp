// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SeededThreads.h"

#include <QtGlobal>

#include <algorithm>

namespace rowcast::tests {

namespace {

constexpr uint64_t kTimeoutOneIn = 24; // turns at which the next deadline comes although somebody could go on

} // namespace

class SeededThreads::Handle final : public Threads::Thread {
public:
    Handle(SeededThreads &threads, FellowPtr fellow)
        : m_threads(threads)
        , m_fellow(std::move(fellow))
    {
    }
    void join() override { m_threads.join(*m_fellow); }

private:
    SeededThreads &m_threads;
    const FellowPtr m_fellow;
};

SeededThreads::SeededThreads(uint64_t seed)
    : m_running(std::make_shared<Fellow>())
    , m_fellows{m_running}
    , m_random(seed)
{
    m_running->fiber = std::make_unique<Fiber>();
}

SeededThreads::~SeededThreads() = default;

std::unique_ptr<Threads::Thread> SeededThreads::start(std::function<void()> work)
{
    auto fellow = std::make_shared<Fellow>();
    fellow->fiber = std::make_unique<Fiber>([this, work = std::move(work)] {
        work();
        end();
    });
    m_fellows.push_back(fellow);
    ++m_progress;
    return std::make_unique<Handle>(*this, std::move(fellow));
}

void SeededThreads::join(const Fellow &fellow)
{
    ++m_progress;
    while (!fellow.isDone) {
        giveWay(true, INT64_MAX);
    }
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
    Fellow &self = *m_running;
    self.isBlocked = isBlocked;
    self.checkedAt = m_progress;
    self.deadline = deadline;
    FellowPtr next = chooseNext();
    next->isBlocked = false;
    if (next.get() != &self) {
        m_running = std::move(next);
        self.fiber->switchTo(*m_running->fiber);
    }
}

// The running thread has nothing left to do. Its handle keeps its stack until it is joined.
void SeededThreads::end()
{
    Fellow &self = *m_running;
    self.isDone = true;
    ++m_progress;
    std::erase(m_fellows, m_running);
    m_running = chooseNext();
    m_running->isBlocked = false;
    self.fiber->leaveFor(*m_running->fiber);
}

// Who can go on: who gave way of its own accord, whose wait has run out, and who waits for something and has not looked
// since somebody did something.
SeededThreads::FellowPtr SeededThreads::chooseNext()
{
    const auto canGoOn = [this](const FellowPtr &fellow) {
        return !fellow->isBlocked || fellow->deadline <= m_steady || fellow->checkedAt < m_progress;
    };
    m_ready.clear();
    std::copy_if(m_fellows.begin(), m_fellows.end(), std::back_inserter(m_ready), canGoOn);
    if (m_ready.empty() || m_random() % kTimeoutOneIn == 0) {
        const auto first = std::min_element(m_fellows.begin(), m_fellows.end(),
            [](const FellowPtr &a, const FellowPtr &b) { return a->deadline < b->deadline; });
        if (first != m_fellows.end() && (*first)->isBlocked && (*first)->deadline != INT64_MAX) {
            m_steady = std::max(m_steady, (*first)->deadline);
            m_ready = {*first};
        }
    }
    if (m_ready.empty()) {
        qFatal("deadlock: all threads of the simulation wait for each other");
    }
    const size_t chosen = size_t(m_random() % m_ready.size());
    m_trace = (m_trace ^ (chosen + 1 + m_ready.size() * 64 + uint64_t(m_steady) * 4096)) * 1099511628211ULL;
    return m_ready[chosen];
}

} // namespace rowcast::tests
