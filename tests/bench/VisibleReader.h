// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Handles.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace rowcast::bench {

// A read_committed reader of one topic of one partition, on a thread of its own: notes when each message, named by the
// number that is its key, could be seen. Numbers begin at 1.
class VisibleReader {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Reads what comes from now on.
    static Result<std::unique_ptr<VisibleReader>> open(const QString &brokers, const QString &topic, size_t numbers);
    ~VisibleReader();

    // False when they have not all come in that time.
    bool waitForAll(std::chrono::seconds most);
    [[nodiscard]] size_t count() const { return m_count; }
    // After waitForAll().
    [[nodiscard]] Time seen(size_t number) const { return m_seen[number]; }
    // Kafka transactions: each leaves one record that no reader sees.
    [[nodiscard]] int64_t transactions() const { return m_newest - m_oldest + 1 - int64_t(m_count); }

private:
    explicit VisibleReader(size_t numbers);
    void read();

    struct Consumer {
        void operator()(rd_kafka_t *client) const;
    };
    std::unique_ptr<rd_kafka_t, Consumer> m_client;
    std::vector<Time> m_seen; // by number
    std::atomic<size_t> m_count = 0;
    int64_t m_oldest = -1; // offsets
    int64_t m_newest = -1;
    std::atomic<bool> m_isEnding = false;
    std::jthread m_thread;
};

} // namespace rowcast::bench
