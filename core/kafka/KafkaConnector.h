// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/KafkaSettings.h"
#include "core/kafka/KafkaSink.h"
#include "core/pipeline/Sink.h"

namespace rowcast {

// A Kafka target endpoint. See SinkConnector; any thread.
class KafkaConnector final : public SinkConnector {
public:
    explicit KafkaConnector(KafkaSettings settings);

    void probe(const ProbeReport &report, const std::stop_token &stop) override;
    std::unique_ptr<Sink> sink(const SinkPlan &plan) override;
    std::unique_ptr<TopicReader> topicReader() override;
    Result<std::vector<Retention>> retentions(
        const std::vector<std::string> &topics, const std::stop_token &stop) override;
    // No records where the checkpoint topic does not exist.
    Result<StateRecords> readState(const QString &taskIdentifier, const std::stop_token &stop) override;
    // Ends a run of the task that is still writing: it fails with kafka.fenced.
    Result<void> removeState(const QString &taskIdentifier, const std::stop_token &stop) override;

private:
    const KafkaSettings m_settings;
    const KafkaSink::BatchLimit m_batchLimit;
};

} // namespace rowcast
