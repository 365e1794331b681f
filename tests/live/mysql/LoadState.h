// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Source.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace rowcast {

// The durable state, as the checkpoint topic would hold it.
class LoadState {
public:
    void add(const StateRecords &records)
    {
        const std::lock_guard lock(m_mutex);
        for (const StateRecord &record : records) {
            if (record.value) {
                m_records[record.key] = *record.value;
            } else {
                m_records.erase(record.key);
            }
        }
    }
    [[nodiscard]] StateRecords all() const
    {
        const std::lock_guard lock(m_mutex);
        StateRecords records;
        for (const auto &[key, value] : m_records) {
            records.push_back({key, value});
        }
        return records;
    }
    [[nodiscard]] int chunks() const
    {
        const std::lock_guard lock(m_mutex);
        return int(std::count_if(m_records.begin(), m_records.end(),
            [](const auto &record) { return record.first.starts_with("load/") && !record.first.ends_with("/done"); }));
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_records;
};

} // namespace rowcast
