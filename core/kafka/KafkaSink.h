// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/CheckpointTopic.h"
#include "core/kafka/KafkaSettings.h"
#include "core/kafka/Producer.h"
#include "core/kafka/TopicCreation.h"
#include "core/pipeline/Sink.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace rowcast {

// Writes a task's messages and its checkpoint. Which thread, what is promised: see Sink.
//
// Exactly-once: one transactional producer, transactional.id "rowcast-" and the task's identifier; the checkpoint's
// records are the last of each transaction. A fence is told apart from an expired transaction by the writer's record in
// the checkpoint topic. At least once: the writer's record is all that tells two runs apart; each commit looks at it.
class KafkaSink final : public Sink {
public:
    // What one sink learned for the next ones of the same endpoint: the smallest size of requests that topics forced on
    // us.
    using BatchLimit = std::shared_ptr<std::atomic<int>>;

    KafkaSink(KafkaSettings settings, SinkPlan plan, BatchLimit batchLimit);
    ~KafkaSink() override;

    Result<StateRecords> open(const std::stop_token &stop) override;
    Result<void> send(std::unique_ptr<Batch> batch, const std::stop_token &stop) override;
    Result<void> commit(const StateRecords &records, const std::stop_token &stop) override;
    Result<void> idle() override;
    void close() override;
    [[nodiscard]] size_t pendingBytes() const override;
    [[nodiscard]] QString limitations() const override;

private:
    Result<void> prepareTopics(const std::stop_token &stop);
    Result<void> openProducer(const std::stop_token &stop);
    Result<kafka::Checkpoint> readCheckpoint(const std::stop_token &stop);
    Result<void> markCheckpointTopic(const std::stop_token &stop);
    Result<void> writeWriter(const std::stop_token &stop);
    Result<void> begin();
    Result<void> sendRecords(const StateRecords &records, const std::stop_token &stop);
    Result<void> checkWriter();
    // The failure as the runner should see it: a fence explained, a refused message with its topic's limit.
    [[nodiscard]] Failure explained(const Failure &failure, const std::stop_token &stop) const;
    [[nodiscard]] Failure explainedFence(const Failure &failure, const std::stop_token &stop) const;
    [[nodiscard]] Failure withSizeLimit(const Failure &failure) const;

    const KafkaSettings m_settings;
    const SinkPlan m_plan;
    const std::string m_task;
    const std::string m_checkpointTopic;
    const std::string m_writer; // this run's record
    const BatchLimit m_batchLimit;
    std::optional<kafka::TopicAdmin> m_admin;
    std::optional<kafka::CheckpointTopic> m_checkpoint;
    std::optional<kafka::TopicCreation> m_topics;
    std::unique_ptr<kafka::Producer> m_producer;
    std::unique_ptr<kafka::PartitionConsumer> m_newerWriters; // sees the writer's record of a newer run
    int m_batchBytes = 0;
    bool m_isTransactionOpen = false;
    int64_t m_begunAtMillis = 0; // of the clock that goes on while the computer sleeps
};

} // namespace rowcast
