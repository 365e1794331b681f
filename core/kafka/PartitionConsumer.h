// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Client.h"
#include "core/kafka/TopicAdmin.h"

#include <chrono>
#include <memory>
#include <vector>

namespace rowcast::kafka {

// Reads some partitions of one topic from given offsets, without a consumer group, so that nothing is left at the
// broker. One thread.
class PartitionConsumer {
public:
    // starts: partition and first offset (or RD_KAFKA_OFFSET_BEGINNING, RD_KAFKA_OFFSET_END). The role of the plan says
    // whether open and aborted transactions are seen.
    static Result<std::unique_ptr<PartitionConsumer>> open(const KafkaSettings &settings, const ClientPlan &plan,
        const QString &topic, const std::vector<PartitionOffset> &starts);
    ~PartitionConsumer();
    PartitionConsumer(const PartitionConsumer &) = delete;
    PartitionConsumer &operator=(const PartitionConsumer &) = delete;

    // The next message, or null when none came in that time. A message with err RD_KAFKA_RESP_ERR__PARTITION_EOF says
    // that the partition's end was reached, its offset being the next one; other errors are failures. Who does not call
    // it is not sent more than the plan's queuedKilobytes for each partition.
    Result<MessageHandle> next(std::chrono::milliseconds wait);
    // Appends up to most messages, ends of partitions among them.
    Result<void> next(std::vector<MessageHandle> &messages, size_t most, std::chrono::milliseconds wait);
    [[nodiscard]] const std::shared_ptr<Client> &client() const { return m_client; }

private:
    PartitionConsumer() = default;
    // Whether the caller gets to see it: a lost connection is none of its business, the client goes on by itself.
    [[nodiscard]] Result<bool> isWanted(const rd_kafka_message_t &message) const;

    std::shared_ptr<Client> m_client;
    TopicHandle m_topic;
    QueueHandle m_queue;
    QString m_name;
    std::vector<int32_t> m_partitions;
    std::vector<rd_kafka_message_t *> m_scratch;
};

} // namespace rowcast::kafka
