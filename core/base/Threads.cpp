// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Threads.h"

#include <thread>

namespace rowcast {

namespace {

class SystemThread final : public Threads::Thread {
public:
    explicit SystemThread(std::function<void()> work)
        : m_thread(std::move(work))
    {
    }
    void join() override { m_thread.join(); }

private:
    std::jthread m_thread;
};

} // namespace

std::unique_ptr<Threads::Thread> SystemThreads::start(std::function<void()> work)
{
    return std::make_unique<SystemThread>(std::move(work));
}

bool SystemThreads::wait(std::condition_variable_any &changed, std::unique_lock<std::mutex> &lock,
    const std::stop_token &stop, std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone)
{
    return most ? changed.wait_for(lock, stop, *most, isDone) : changed.wait(lock, stop, isDone);
}

} // namespace rowcast
