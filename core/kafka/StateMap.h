// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rowcast::kafka {

// One task's records in the checkpoint topic, compacted while they are read. The Kafka key of a task's record is its
// identifier for the key "", else identifier and key with a slash between; identifiers hold no slash.
class StateMap {
public:
    // The record that names the run which owns the task; this room's own, not part of records().
    static constexpr std::string_view kWriterKey = "writer";

    explicit StateMap(std::string task)
        : m_task(std::move(task))
    {
    }

    [[nodiscard]] static std::string kafkaKey(std::string_view task, std::string_view key);

    // Takes one record of the topic; those of other tasks are passed over.
    void apply(std::string_view kafkaKey, std::optional<std::string_view> value);

    [[nodiscard]] const std::string &task() const { return m_task; }
    // Sorted by key.
    [[nodiscard]] StateRecords records() const;
    [[nodiscard]] const std::optional<std::string> &writer() const { return m_writer; }
    [[nodiscard]] bool isEmpty() const { return m_values.empty() && !m_writer; }

private:
    std::string m_task;
    std::map<std::string, std::string, std::less<>> m_values;
    std::optional<std::string> m_writer;
};

} // namespace rowcast::kafka
