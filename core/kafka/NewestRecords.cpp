// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/NewestRecords.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace rowcast::kafka {

namespace {

auto ageOf(const TopicRecord &record)
{
    return std::tuple(record.timestampMillis, record.partition, record.offset);
}

} // namespace

void NewestRecords::add(std::vector<TopicRecord> &records)
{
    std::move(records.begin(), records.end(), std::back_inserter(m_records));
    records.clear();
    if (m_records.size() >= 2 * m_most) {
        cut();
    }
}

std::vector<TopicRecord> NewestRecords::take()
{
    cut();
    std::ranges::sort(m_records, {}, ageOf);
    return std::exchange(m_records, {});
}

void NewestRecords::cut()
{
    if (m_records.size() <= m_most) {
        return;
    }
    const auto surplus = static_cast<std::ptrdiff_t>(m_records.size() - m_most);
    std::ranges::nth_element(m_records, m_records.begin() + surplus, {}, ageOf);
    m_records.erase(m_records.begin(), m_records.begin() + surplus);
}

} // namespace rowcast::kafka
