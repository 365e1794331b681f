// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Threads.h"
#include "tests/fakes/Fiber.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <vector>

namespace rowcast::tests {

// Threads that run one at a time, in an order that a seed decides, and time that passes only while all of them wait (or
// when the seed lets a wait run out). The same seed gives the same run, step by step. The thread that makes this object
// is the first of them, the others are fibers on it; a thread gives way when it waits, sleeps, joins or calls step(),
// and holds no lock then that another one takes.
class SeededThreads final : public Threads, public Clock {
public:
    explicit SeededThreads(uint64_t seed);
    ~SeededThreads() override;

    [[nodiscard]] std::unique_ptr<Thread> start(std::function<void()> work) override;
    bool wait(std::condition_variable_any &changed, std::unique_lock<std::mutex> &lock, const std::stop_token &stop,
        std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone) override;

    [[nodiscard]] int64_t nowMicros() const override { return m_steady + m_wallOffset; }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override;
    bool sleep(std::chrono::milliseconds duration, const std::stop_token &stop) override;

    // Another thread may go on here.
    void step();
    // As somebody set the computer's clock: nowMicros() moves, steady() does not.
    void jumpWallClock(std::chrono::seconds by) { m_wallOffset += by.count() * 1'000'000; }
    // Called once, by whichever thread runs, when that many steps have been made.
    void at(uint64_t step, std::function<void()> happening);
    void forgetHappenings() { m_happenings.clear(); }

    [[nodiscard]] uint64_t steps() const { return m_steps; }
    // A number that differs where two runs took another order.
    [[nodiscard]] uint64_t trace() const { return m_trace; }

private:
    struct Fellow {
        std::unique_ptr<Fiber> fiber;
        bool isDone = false;
        bool isBlocked = false; // it waits for something that others do
        uint64_t checkedAt = 0; // m_progress when it last found its wait unfulfilled
        int64_t deadline = INT64_MAX; // micros of steady time
    };
    using FellowPtr = std::shared_ptr<Fellow>;
    class Handle;

    void join(const Fellow &fellow);
    // Gives way until this thread's turn comes again.
    void giveWay(bool isBlocked, int64_t deadline);
    FellowPtr chooseNext();
    [[noreturn]] void end();
    void happen();
    [[nodiscard]] int64_t deadlineIn(std::optional<std::chrono::milliseconds> most) const;

    FellowPtr m_running;
    std::vector<FellowPtr> m_fellows;
    std::vector<FellowPtr> m_ready; // as chooseNext() last found them
    std::multimap<uint64_t, std::function<void()>> m_happenings;
    std::mt19937_64 m_random;
    mutable int64_t m_steady = 1'700'000'000'000'000;
    int64_t m_wallOffset = 0;
    uint64_t m_progress = 1;
    uint64_t m_steps = 0;
    uint64_t m_trace = 14695981039346656037ULL;
};

} // namespace rowcast::tests
