// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicCreation.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/base/StoppableCall.h"
#include "core/kafka/StandIn.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowcast::kafka {

namespace {

constexpr std::chrono::milliseconds kMostWait{10'000};
constexpr std::chrono::milliseconds kStep{50};
constexpr std::chrono::milliseconds kAutomaticWait{3000};
constexpr int kCallTimeoutMs = 5000;

bool isReady(const TopicInfo &topic)
{
    return !topic.partitions.empty()
        && std::ranges::all_of(topic.partitions, [](const PartitionInfo &partition) { return partition.leader >= 0; });
}

} // namespace

Result<void> awaitTopic(const TopicAdmin &admin, const QString &topic, const std::stop_token &stop)
{
    SystemClock clock;
    const auto deadline = clock.steady() + kMostWait;
    while (clock.steady() < deadline) {
        auto found = admin.topic(topic, stop);
        if (!found) {
            return found.error();
        }
        if (*found && isReady(**found)) {
            return {};
        }
        if (!clock.sleep(kStep, stop)) {
            return stoppedFailure();
        }
    }
    return Failure{.code = QStringLiteral("kafka.topic.not-ready"),
        .cause = QCoreApplication::translate("Kafka", "The topic %1 has no leader for all its partitions.").arg(topic),
        .remedy = QCoreApplication::translate("Kafka", "Look at the brokers: `kafka-topics.sh --describe --topic %1`.")
                      .arg(topic),
        .detail = {},
        .retryable = true};
}

Result<QMap<QString, QString>> awaitTopicConfig(
    const TopicAdmin &admin, const QString &topic, const std::stop_token &stop)
{
    SystemClock clock;
    const auto deadline = clock.steady() + kMostWait;
    auto config = admin.topicConfig(topic, stop);
    while (!config && config.error().code == QLatin1String("kafka.topic.missing") && clock.steady() < deadline
        && clock.sleep(kStep, stop)) {
        config = admin.topicConfig(topic, stop);
    }
    return config;
}

Result<void> TopicCreation::ensure(const std::string &topic, const std::stop_token &stop)
{
    if (m_known.contains(topic)) {
        return {};
    }
    const QString name = QString::fromStdString(topic);
    auto found = m_admin.topic(name, stop);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        if (auto created = create(name, stop); !created) {
            return created;
        }
    }
    if (isStandIn(*m_admin.client())) {
        m_known.emplace(topic, std::nullopt);
        return {};
    }
    std::optional<int64_t> limit;
    if (auto config = awaitTopicConfig(m_admin, name, stop)) {
        if (const QString text = config->value(QStringLiteral("max.message.bytes")); !text.isEmpty()) {
            limit = text.toLongLong();
        }
    } else if (isStopped(config.error())) {
        return config.error();
    } else {
        qCInfo(lcTargetApply).noquote() << "the limits of topic" << name << "cannot be read:" << config.error().detail;
    }
    m_known.emplace(topic, limit);
    return {};
}

Result<void> TopicCreation::create(const QString &topic, const std::stop_token &stop)
{
    auto created = m_admin.create({.name = topic,
                                      .partitions = m_settings.topicPartitions.value_or(-1),
                                      .replicationFactor = m_settings.topicReplicationFactor.value_or(-1),
                                      .config = m_settings.topicConfig},
        false, stop);
    if (created) {
        qCInfo(lcTargetApply).noquote() << "created topic" << topic;
        return awaitTopic(m_admin, topic, stop);
    }
    if (created.error().code != QLatin1String("kafka.topic.not-created")) {
        return created;
    }
    auto automatic = isCreatedByBroker(topic, stop);
    if (!automatic) {
        return automatic.error();
    }
    if (!*automatic) {
        return created;
    }
    qCWarning(lcTargetApply).noquote()
        << "the broker created topic" << topic
        << "by itself: TopicPartitions, TopicReplicationFactor and TopicConfig do not apply";
    return awaitTopic(m_admin, topic, stop);
}

Result<bool> TopicCreation::isCreatedByBroker(const QString &topic, const std::stop_token &stop)
{
    // only a producer's question makes the broker create it
    auto producer = Client::open(m_settings, {.role = ClientRole::IdempotentProducer});
    if (!producer) {
        return producer.error();
    }
    const auto asked = callStoppable(stop, [client = *producer, name = topic.toUtf8()] {
        const TopicHandle handle(rd_kafka_topic_new(client->handle(), name.constData(), nullptr));
        const rd_kafka_metadata_t *metadata = nullptr;
        const auto code = rd_kafka_metadata(client->handle(), 0, handle.get(), &metadata, kCallTimeoutMs);
        if (metadata != nullptr) {
            rd_kafka_metadata_destroy(metadata);
        }
        return code;
    });
    Client::retire(std::move(*producer));
    SystemClock clock;
    // its answer to the first question is "unknown" either way
    const auto deadline = clock.steady() + kAutomaticWait;
    while (asked && clock.steady() < deadline) {
        auto found = m_admin.topic(topic, stop);
        if (!found || *found) {
            return found ? Result<bool>(true) : found.error();
        }
        clock.sleep(kStep, stop);
    }
    return stop.stop_requested() ? Result<bool>(stoppedFailure()) : false;
}

std::optional<int64_t> TopicCreation::sizeLimit(const QString &topic) const
{
    const auto found = m_known.find(topic.toStdString());
    return found == m_known.end() ? std::nullopt : found->second;
}

std::optional<int64_t> TopicCreation::smallestLimit() const
{
    std::optional<int64_t> smallest;
    for (const auto &[topic, limit] : m_known) {
        if (limit && (!smallest || *limit < *smallest)) {
            smallest = limit;
        }
    }
    return smallest;
}

} // namespace rowcast::kafka
