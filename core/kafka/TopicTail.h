// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/AbortMarks.h"
#include "core/kafka/KafkaSettings.h"
#include "core/kafka/NewestRecords.h"
#include "core/kafka/PartitionConsumer.h"
#include "core/kafka/TopicAdmin.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::kafka {

// One read of a topic: from where the query says to the end, and on. One thread.
//
//   consumer (all or committed) --> records --(all: held until decided)--> [newest only] --> ready --> receiver
//   second consumer (committed) --> what was delivered and passed over --^
class TopicTail {
public:
    TopicTail(const KafkaSettings &settings, const TopicAdmin &admin, const TopicQuery &query,
        const TopicReader::OnRecords &onRecords, const TopicReader::OnProgress &onProgress);

    Result<void> run(const std::stop_token &stop);

private:
    struct Position {
        int64_t low = 0; // as of the start of the read
        int64_t end = 0;
        int64_t first = 0; // where reading begins
        int64_t next = 0; // behind what was read
        bool isAtEnd = false; // the consumer said so
        int64_t committedNext = 0; // of the second consumer
        bool isCommittedAtEnd = false;
    };

    Result<void> findBounds(const std::stop_token &stop);
    Result<void> findStarts(const std::stop_token &stop);
    void startNewest(int64_t window);
    Result<void> openConsumers();
    Result<void> poll();
    Result<void> pollCommitted();
    void take(const rd_kafka_message_t &message);
    void moveReady();
    [[nodiscard]] bool hasReachedEnd();
    Result<bool> finishNewest();
    bool deliver();
    void tell(bool isLast);
    [[nodiscard]] TailProgress progress() const;

    const KafkaSettings &m_settings;
    const TopicAdmin &m_admin;
    const TopicQuery &m_query;
    const TopicReader::OnRecords &m_onRecords;
    const TopicReader::OnProgress &m_onProgress;

    std::map<int32_t, Position> m_positions;
    std::unique_ptr<PartitionConsumer> m_consumer;
    std::unique_ptr<PartitionConsumer> m_committed; // only where all records are wanted
    AbortMarks m_marks;
    std::optional<NewestRecords> m_newest; // until the end was reached
    int64_t m_window = 0; // offsets of each partition that the newest are looked for in
    std::vector<MessageHandle> m_messages;
    std::vector<TopicRecord> m_ready;
    TailProgress m_progress;
    std::chrono::steady_clock::time_point m_told;
};

// A message as a value of its own.
[[nodiscard]] TopicRecord toRecord(const rd_kafka_message_t &message);

} // namespace rowcast::kafka
