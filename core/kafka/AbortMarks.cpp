// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/AbortMarks.h"

namespace rowcast::kafka {

namespace {

size_t memoryOf(const TopicRecord &record)
{
    return sizeof(TopicRecord) + record.sizeBytes;
}

} // namespace

void AbortMarks::add(TopicRecord record)
{
    m_bytes += memoryOf(record);
    m_partitions[record.partition].held.push_back(std::move(record));
}

void AbortMarks::committed(int32_t partition, int64_t offset)
{
    std::deque<Range> &ranges = m_partitions[partition].committed;
    if (!ranges.empty() && ranges.back().end == offset) {
        ++ranges.back().end;
    } else {
        ranges.push_back({offset, offset + 1});
    }
    passed(partition, offset + 1);
}

void AbortMarks::passed(int32_t partition, int64_t next)
{
    int64_t &passed = m_partitions[partition].passed;
    passed = std::max(passed, next);
}

void AbortMarks::take(std::vector<TopicRecord> &out)
{
    for (auto &[number, partition] : m_partitions) {
        while (!partition.held.empty() && partition.held.front().offset < partition.passed) {
            const int64_t offset = partition.held.front().offset;
            while (!partition.committed.empty() && partition.committed.front().end <= offset) {
                partition.committed.pop_front();
            }
            const bool isCommitted = !partition.committed.empty() && partition.committed.front().begin <= offset;
            release(partition, !isCommitted, out);
        }
    }
}

void AbortMarks::takeUndecided(int32_t partition, std::vector<TopicRecord> &out)
{
    Partition &rest = m_partitions[partition];
    while (!rest.held.empty()) {
        release(rest, false, out);
    }
}

bool AbortMarks::isEmpty(int32_t partition) const
{
    const auto found = m_partitions.find(partition);
    return found == m_partitions.end() || found->second.held.empty();
}

void AbortMarks::release(Partition &partition, bool isAborted, std::vector<TopicRecord> &out)
{
    TopicRecord record = std::move(partition.held.front());
    partition.held.pop_front();
    m_bytes -= memoryOf(record);
    record.isAborted = isAborted;
    out.push_back(std::move(record));
}

} // namespace rowcast::kafka
