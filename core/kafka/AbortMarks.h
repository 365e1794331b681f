// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"

#include <deque>
#include <map>
#include <vector>

namespace rowcast::kafka {

// Tells which records of a topic were aborted, from what a reader of everything saw and what a reader of committed
// records delivered and passed over. Holds a record back until the second has passed it. One thread.
class AbortMarks {
public:
    // From the reader of everything, in the order of each partition.
    void add(TopicRecord record);
    // From the reader of committed records: it delivered this one, or its position is next now.
    void committed(int32_t partition, int64_t offset);
    void passed(int32_t partition, int64_t next);
    // Gives the records that are decided, in the order of each partition.
    void take(std::vector<TopicRecord> &out);
    // Gives up waiting: the rest belongs to transactions that are still open, so it is not marked.
    void takeUndecided(int32_t partition, std::vector<TopicRecord> &out);

    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }
    [[nodiscard]] bool isEmpty(int32_t partition) const;
    // Roughly, of all records held back.
    [[nodiscard]] size_t bytes() const { return m_bytes; }

private:
    struct Range {
        int64_t begin = 0;
        int64_t end = 0;
    };
    struct Partition {
        std::deque<TopicRecord> held;
        std::deque<Range> committed; // ascending, not touching each other
        int64_t passed = 0;
    };
    void release(Partition &partition, bool isAborted, std::vector<TopicRecord> &out);

    std::map<int32_t, Partition> m_partitions;
    size_t m_bytes = 0;
};

} // namespace rowcast::kafka
