// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rowcast {

// How the threads of a task are made and wait for each other, behind an interface so that a simulation can let one run
// at a time, in an order that a seed decides. Thread-safe; must outlive the threads it made.
class Threads {
public:
    // One thread. Joined before it is let go.
    class Thread {
    public:
        virtual ~Thread() = default;
        virtual void join() = 0; // waits until its work has ended
    };

    virtual ~Threads() = default;
    [[nodiscard]] virtual std::unique_ptr<Thread> start(std::function<void()> work) = 0;
    // Waits until isDone(), until that time has passed (none: for ever), or stop is asked for; what isDone() says then.
    // isDone() is called with the lock held; whoever changes what it reads holds the same lock and notifies `changed`.
    virtual bool wait(std::condition_variable_any &changed, std::unique_lock<std::mutex> &lock,
        const std::stop_token &stop, std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone)
        = 0;
};

// As the operating system does it.
class SystemThreads final : public Threads {
public:
    [[nodiscard]] std::unique_ptr<Thread> start(std::function<void()> work) override;
    bool wait(std::condition_variable_any &changed, std::unique_lock<std::mutex> &lock, const std::stop_token &stop,
        std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone) override;
};

} // namespace rowcast
