// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"
#include "core/validation/RowSpill.h"
#include "core/validation/ValidationReport.h"

#include <functional>
#include <map>
#include <utility>

namespace rowcast {

// Reads what topics hold, committed records only, and keeps what they say about the selected tables. Used by one
// thread.
class TopicSide {
public:
    struct Table {
        TableId id;
        std::vector<std::string> key;
    };
    // beforeField: the name of the before image in messages; empty: there is none.
    TopicSide(TopicReader &reader, RowSpill &spill, std::vector<Table> tables, std::string beforeField);

    // From here on is the window: what is written behind this moment. A topic that does not exist yet is empty.
    Result<void> beginWindow(const std::vector<std::string> &topics, const std::stop_token &stop);
    // Reads on from where the last call ended to the end of now.
    Result<void> read(const std::function<void(uint64_t messages)> &progress, const std::stop_token &stop);
    [[nodiscard]] uint64_t foreignMessages() const { return m_foreign; }

private:
    using Place = std::pair<std::string, int32_t>; // topic, partition
    Result<void> readPartition(
        const Place &place, const std::function<void(uint64_t)> &progress, const std::stop_token &stop);
    Result<void> keep(const TopicRecord &record, bool isInWindow);
    Result<void> keepMoved(const RowMessage &message, const std::string &newKey, SpilledRow row);

    TopicReader &m_reader;
    RowSpill &m_spill;
    RowMessageReader m_messages;
    std::vector<Table> m_tables;
    std::map<TableId, uint16_t> m_indices;
    std::vector<std::string> m_topics;
    std::map<Place, int64_t> m_window; // first offset in it
    std::map<Place, int64_t> m_next; // offset to go on from
    uint64_t m_read = 0;
    uint64_t m_foreign = 0;
};

} // namespace rowcast
