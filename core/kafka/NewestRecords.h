// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"

#include <cstddef>
#include <vector>

namespace rowcast::kafka {

// Keeps the newest records of several partitions by their time, at most a given number. One thread.
class NewestRecords {
public:
    explicit NewestRecords(size_t most)
        : m_most(most)
    {
    }
    void add(std::vector<TopicRecord> &records);
    [[nodiscard]] size_t count() const { return m_records.size(); }
    // By time, then partition and offset; empty afterwards.
    [[nodiscard]] std::vector<TopicRecord> take();

private:
    void cut();

    const size_t m_most;
    std::vector<TopicRecord> m_records; // up to twice as many as wanted, so that cutting is rare
};

} // namespace rowcast::kafka
