// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/validation/TopicSide.h"

namespace rowcast {

TopicSide::TopicSide(TopicReader &reader, RowSpill &spill, std::vector<Table> tables, std::string beforeField)
    : m_reader(reader)
    , m_spill(spill)
    , m_messages(std::move(beforeField))
    , m_tables(std::move(tables))
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        m_indices[m_tables[i].id] = uint16_t(i);
    }
}

Result<void> TopicSide::beginWindow(const std::vector<std::string> &topics, const std::stop_token &stop)
{
    const auto existing = m_reader.topics(stop);
    if (!existing) {
        return existing.error();
    }
    for (const std::string &topic : topics) {
        const QString name = QString::fromStdString(topic);
        const bool exists = std::any_of(
            existing->begin(), existing->end(), [&name](const TopicInfo &info) { return info.name == name; });
        m_topics.push_back(topic);
        if (!exists) {
            continue;
        }
        const auto described = m_reader.describe(name, stop);
        if (!described) {
            return described.error();
        }
        for (const PartitionInfo &partition : described->partitions) {
            m_window[{topic, partition.partition}] = partition.high;
        }
    }
    return {};
}

Result<void> TopicSide::read(const std::function<void(uint64_t)> &progress, const std::stop_token &stop)
{
    const auto existing = m_reader.topics(stop);
    if (!existing) {
        return existing.error();
    }
    for (const std::string &topic : m_topics) {
        const auto info = std::find_if(existing->begin(), existing->end(),
            [&topic](const TopicInfo &known) { return known.name == QString::fromStdString(topic); });
        if (info == existing->end()) {
            continue;
        }
        for (const PartitionInfo &partition : info->partitions) {
            if (auto read = readPartition({topic, partition.partition}, progress, stop); !read) {
                return read;
            }
        }
    }
    return stop.stop_requested() ? Result<void>(stoppedFailure()) : Result<void>();
}

Result<void> TopicSide::readPartition(
    const Place &place, const std::function<void(uint64_t)> &progress, const std::stop_token &stop)
{
    TopicQuery query;
    query.topic = QString::fromStdString(place.first);
    query.partitions = {place.second};
    query.isFollowing = false;
    query.start.kind = TopicStart::Kind::Beginning;
    if (const auto next = m_next.find(place); next != m_next.end()) {
        query.start = {TopicStart::Kind::Offset, next->second};
    }
    const auto window = m_window.find(place);
    const int64_t windowBegin = window == m_window.end() ? 0 : window->second;
    // A failure of the disk ends the reading.
    std::stop_source giveUp;
    const std::stop_callback forward(stop, [&giveUp] { giveUp.request_stop(); });
    Result<void> kept;
    const auto onRecords = [&](std::vector<TopicRecord> &records) {
        for (const TopicRecord &record : records) {
            kept = kept ? keep(record, record.offset >= windowBegin) : kept;
            m_next[place] = record.offset + 1;
        }
        m_read += records.size();
        progress(m_read);
        if (!kept) {
            giveUp.request_stop();
        }
        return true;
    };
    auto read = m_reader.read(
        query, onRecords, [](const TailProgress &) {}, giveUp.get_token());
    return kept ? read : kept;
}

Result<void> TopicSide::keep(const TopicRecord &record, bool isInWindow)
{
    if (!record.value) {
        return {}; // a tombstone repeats a delete
    }
    const auto message = m_messages.read({record.value->constData(), size_t(record.value->size())});
    const auto table
        = message ? m_indices.find({std::string(message->schema), std::string(message->table)}) : m_indices.end();
    if (table == m_indices.end()) {
        m_foreign += message && message->kind == RowMessage::Kind::Other ? 0U : 1U;
        return {};
    }
    SpilledRow row;
    row.kind = message->kind;
    row.isInWindow = isInWindow;
    row.table = table->second;
    row.partition = record.partition;
    row.timestampMillis = record.timestampMillis;
    if (message->kind == RowMessage::Kind::Clear) {
        return m_spill.addEverywhere(RowSpill::Side::Topic, row);
    }
    if (message->kind == RowMessage::Kind::Other) {
        return {};
    }
    const auto key = m_messages.key(message->data, m_tables[row.table].key);
    if (!key) {
        ++m_foreign; // a message of the table as it was with another key
        return {};
    }
    if (auto moved = keepMoved(*message, *key, row); !moved) {
        return moved;
    }
    row.key = *key;
    row.data = message->data;
    return m_spill.add(RowSpill::Side::Topic, row);
}

// An update that moved the row's key names the old one in its before image.
Result<void> TopicSide::keepMoved(const RowMessage &message, const std::string &newKey, SpilledRow row)
{
    if (message.kind != RowMessage::Kind::Update || message.before.empty()) {
        return {};
    }
    const auto oldKey = m_messages.key(message.before, m_tables[row.table].key);
    if (!oldKey || *oldKey == newKey) {
        return {};
    }
    row.kind = RowMessage::Kind::Delete;
    row.key = *oldKey;
    return m_spill.add(RowSpill::Side::Topic, row);
}

} // namespace rowcast
