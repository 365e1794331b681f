// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaConnector.h"

#include "core/kafka/KafkaProbe.h"
#include "core/kafka/KafkaTopicReader.h"
#include "core/kafka/TopicRetention.h"

namespace rowcast {

using namespace kafka;

namespace {

constexpr std::chrono::milliseconds kPatience{75'000}; // another task's open transaction ends by then

// Whether the checkpoint topic is there, asked by a client of its own.
Result<bool> hasCheckpointTopic(const KafkaSettings &settings, const std::stop_token &stop)
{
    auto client = Client::open(settings, {.role = ClientRole::AllReader});
    if (!client) {
        return client.error();
    }
    const TopicAdmin admin(*client);
    auto topic = admin.topic(settings.checkpointTopic, stop);
    return topic ? Result<bool>(topic->has_value()) : topic.error();
}

} // namespace

KafkaConnector::KafkaConnector(KafkaSettings settings)
    : m_settings(std::move(settings))
    , m_batchLimit(std::make_shared<std::atomic<int>>(0))
{
}

void KafkaConnector::probe(const ProbeReport &report, const std::stop_token &stop)
{
    KafkaProbe(m_settings, report).run(stop);
}

std::unique_ptr<Sink> KafkaConnector::sink(const SinkPlan &plan)
{
    return std::make_unique<KafkaSink>(m_settings, plan, m_batchLimit);
}

std::unique_ptr<TopicReader> KafkaConnector::topicReader()
{
    return std::make_unique<KafkaTopicReader>(m_settings);
}

Result<std::vector<Retention>> KafkaConnector::retentions(
    const std::vector<std::string> &topics, const std::stop_token &stop)
{
    auto client = Client::open(m_settings, {.role = ClientRole::AllReader});
    if (!client) {
        return client.error();
    }
    auto retentions = readTopicRetentions(TopicAdmin(*client), topics, stop);
    Client::retire(std::move(*client));
    return retentions;
}

Result<StateRecords> KafkaConnector::readState(const QString &taskIdentifier, const std::stop_token &stop)
{
    auto client = Client::open(m_settings, {.role = ClientRole::AllReader});
    if (!client) {
        return client.error();
    }
    const TopicAdmin admin(*client);
    const CheckpointTopic topic(m_settings, admin);
    auto exists = admin.topic(m_settings.checkpointTopic, stop);
    if (!exists) {
        return exists.error();
    }
    if (!*exists) {
        return StateRecords();
    }
    auto checkpoint = topic.read(taskIdentifier.toStdString(), kPatience, stop);
    return checkpoint ? Result<StateRecords>(checkpoint->state.records()) : checkpoint.error();
}

Result<void> KafkaConnector::removeState(const QString &taskIdentifier, const std::stop_token &stop)
{
    auto exists = hasCheckpointTopic(m_settings, stop);
    if (!exists || !*exists) {
        return exists ? Result<void>() : exists.error();
    }
    KafkaSink sink(m_settings,
        {.taskIdentifier = taskIdentifier, .isExactlyOnce = m_settings.isExactlyOnce, .topics = {}}, m_batchLimit);
    auto state = sink.open(stop);
    if (!state) {
        return state.error();
    }
    StateRecords removed;
    for (const StateRecord &record : *state) {
        removed.push_back({record.key, std::nullopt});
    }
    removed.push_back({std::string(StateMap::kWriterKey), std::nullopt});
    return sink.commit(removed, stop);
}

} // namespace rowcast
