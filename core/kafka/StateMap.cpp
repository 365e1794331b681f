// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/StateMap.h"

namespace rowcast::kafka {

std::string StateMap::kafkaKey(std::string_view task, std::string_view key)
{
    std::string whole(task);
    if (!key.empty()) {
        whole += '/';
        whole += key;
    }
    return whole;
}

void StateMap::apply(std::string_view kafkaKey, std::optional<std::string_view> value)
{
    if (!kafkaKey.starts_with(m_task)) {
        return;
    }
    std::string_view key = kafkaKey.substr(m_task.size());
    if (!key.empty()) {
        if (key.front() != '/' || key.size() == 1) {
            return;
        }
        key.remove_prefix(1);
    }
    if (key == kWriterKey) {
        m_writer = value ? std::optional<std::string>(*value) : std::nullopt;
    } else if (value) {
        m_values.insert_or_assign(std::string(key), std::string(*value));
    } else if (const auto found = m_values.find(key); found != m_values.end()) {
        m_values.erase(found);
    }
}

StateRecords StateMap::records() const
{
    StateRecords records;
    records.reserve(m_values.size());
    for (const auto &[key, value] : m_values) {
        records.push_back({key, value});
    }
    return records;
}

} // namespace rowcast::kafka
