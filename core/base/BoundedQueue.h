// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Threads.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <stop_token>
#include <utility>

namespace rowcast {

// A first-in first-out queue between threads, bounded by bytes, not items. An empty queue always takes one entry, so a
// giant row cannot block for ever. All functions may be called from any thread.
template <typename T> class BoundedQueue {
public:
    // threads must outlive the queue.
    BoundedQueue(size_t maxBytes, Threads &threads)
        : m_maxBytes(maxBytes)
        , m_threads(threads)
    {
    }

    // Waits for room. False when stopped or closed: the entry was not taken.
    bool push(T entry, size_t bytes, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        const bool hasRoom = m_threads.wait(m_changed, lock, stop, std::nullopt,
            [this, bytes] { return m_closed || m_entries.empty() || m_bytes + bytes <= m_maxBytes; });
        if (!hasRoom || m_closed) {
            return false;
        }
        m_entries.emplace_back(std::move(entry), bytes);
        m_bytes += bytes;
        m_changed.notify_all();
        return true;
    }

    // Waits until there is an entry, the time has passed, or the queue is closed and empty.
    std::optional<T> pop(std::chrono::milliseconds timeout, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_hungry = m_entries.empty();
        m_threads.wait(m_changed, lock, stop, timeout, [this] { return m_closed || !m_entries.empty(); });
        m_hungry = false;
        if (m_entries.empty()) {
            return std::nullopt;
        }
        auto [entry, bytes] = std::move(m_entries.front());
        m_entries.pop_front();
        m_bytes -= bytes;
        m_changed.notify_all();
        return std::move(entry);
    }

    // True while a consumer waits for something to do: the producer then hands over what it has instead of collecting.
    [[nodiscard]] bool isConsumerWaiting() const
    {
        std::lock_guard lock(m_mutex);
        return m_hungry && m_entries.empty();
    }

    // No more entries are taken; what is inside can still be popped.
    void close()
    {
        std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

    [[nodiscard]] bool isFinished() const
    {
        std::lock_guard lock(m_mutex);
        return m_closed && m_entries.empty();
    }

    [[nodiscard]] size_t bytes() const
    {
        std::lock_guard lock(m_mutex);
        return m_bytes;
    }

    [[nodiscard]] size_t maxBytes() const { return m_maxBytes; }

private:
    const size_t m_maxBytes;
    Threads &m_threads;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::pair<T, size_t>> m_entries;
    size_t m_bytes = 0;
    bool m_closed = false;
    bool m_hungry = false;
};

} // namespace rowcast
