// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace rowcast {

// Runs a call that blocks and cannot be interrupted (a name look-up, a client library) on a thread of its own, and
// waits for it or for stop, whichever is first. When stopped, nothing is returned and the call ends later by its own
// time-out: so it must have one, and must own all it uses.
template <typename Call> auto callStoppable(const std::stop_token &stop, Call call) -> std::optional<decltype(call())>
{
    struct Shared {
        std::mutex mutex;
        std::condition_variable_any done;
        std::optional<decltype(call())> result;
    };
    auto shared = std::make_shared<Shared>();
    std::thread([shared, call = std::move(call)]() mutable {
        auto result = call();
        {
            std::lock_guard lock(shared->mutex);
            shared->result = std::move(result);
        }
        shared->done.notify_all();
    }).detach();
    std::unique_lock lock(shared->mutex);
    shared->done.wait(lock, stop, [&] { return shared->result.has_value(); });
    return std::move(shared->result);
}

} // namespace rowcast
