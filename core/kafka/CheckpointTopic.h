// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/KafkaSettings.h"
#include "core/kafka/PartitionConsumer.h"
#include "core/kafka/StateMap.h"
#include "core/kafka/TopicAdmin.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace rowcast::kafka {

// All records are in this partition, so that they have one order.
inline constexpr int32_t kCheckpointPartition = 0;

// What the checkpoint topic held of a task.
struct Checkpoint {
    StateMap state;
    int64_t end = 0; // the offset behind the last record read
};

// The compacted topic that keeps the state of tasks: made when missing, refused when it would forget. One thread.
class CheckpointTopic {
public:
    static inline const QString kBlockedCode = QStringLiteral("kafka.checkpoint.blocked");

    // admin: of the role AllReader, as its ends must count open transactions too.
    CheckpointTopic(const KafkaSettings &settings, const TopicAdmin &admin)
        : m_settings(settings)
        , m_admin(admin)
    {
    }

    // Must come before any producer asks for the topic: that could create it with the broker's defaults.
    Result<void> ensure(const std::stop_token &stop) const;
    // False where it does not exist. Fails where its cleanup.policy is not compact, or cannot be read.
    Result<bool> exists(const std::stop_token &stop) const;
    // Reads what was committed up to the end as it is when called. Another task's open transaction holds the reader
    // back: waits for it as long as patience allows, then fails with kBlockedCode.
    Result<Checkpoint> read(
        const std::string &task, std::chrono::milliseconds patience, const std::stop_token &stop) const;
    // Follows the topic from an offset on, to see newer writers.
    Result<std::unique_ptr<PartitionConsumer>> follow(int64_t from) const;

    // How the topic is created; for the connection test too.
    [[nodiscard]] NewTopic wanted() const;

private:
    const KafkaSettings &m_settings;
    const TopicAdmin &m_admin;
};

// The value of a record's message.
[[nodiscard]] std::optional<std::string_view> valueOf(const rd_kafka_message_t &message);
[[nodiscard]] std::string_view keyOf(const rd_kafka_message_t &message);

} // namespace rowcast::kafka
