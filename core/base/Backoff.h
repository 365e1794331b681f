// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace rowcast {

// The waits between attempts: first, doubled each time, up to most (DMS: RecoverableErrorInterval, ...Throttling,
// ...ThrottlingMax). Not thread-safe; one per runner.
class Backoff {
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, bool doubling = true)
        : m_first(first)
        , m_most(most)
        , m_next(first)
        , m_doubling(doubling)
    {
    }
    std::chrono::milliseconds next()
    {
        const auto wait = std::min(m_next, m_most);
        if (m_doubling) {
            m_next = std::min(m_next * 2, m_most);
        }
        return wait;
    }
    void reset() { m_next = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_next;
    bool m_doubling;
};

} // namespace rowcast
