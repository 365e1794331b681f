// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Threads.h"

namespace rowcast {

std::jthread SystemThreads::start(std::function<void()> work)
{
    return std::jthread(std::move(work));
}

void SystemThreads::join(std::jthread &thread)
{
    thread.join();
}

bool SystemThreads::wait(std::condition_variable_any &changed, std::unique_lock<std::mutex> &lock,
    const std::stop_token &stop, std::optional<std::chrono::milliseconds> most, const std::function<bool()> &isDone)
{
    return most ? changed.wait_for(lock, stop, *most, isDone) : changed.wait(lock, stop, isDone);
}

} // namespace rowcast
