// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/CheckpointTopic.h"

#include "core/kafka/StandIn.h"
#include "core/kafka/TopicCreation.h"

#include <QCoreApplication>

namespace rowcast::kafka {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kStep{100};
// Short, as an empty answer is what tells the end of the partition.
constexpr std::chrono::milliseconds kFetchWait{20};
constexpr int kQueuedKilobytes = 4096;

QString alterCommand(const QString &topic)
{
    return QStringLiteral("kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 "
                          "--add-config cleanup.policy=compact")
        .arg(topic);
}

Failure notCompact(const QString &topic, const QString &policy)
{
    return {.code = QStringLiteral("kafka.checkpoint.not-compact"),
        .cause = QCoreApplication::translate("Kafka",
            "The checkpoint topic %1 has cleanup.policy=%2: Kafka would delete the positions of tasks after a while.")
                     .arg(topic, policy),
        .remedy
        = QCoreApplication::translate("Kafka", "Name another `CheckpointTopic`, or make this one compact: `%1`.")
              .arg(alterCommand(topic)),
        .detail = {},
        .retryable = false};
}

Failure unreadablePolicy(const QString &topic, const Failure &reason)
{
    return {.code = QStringLiteral("kafka.checkpoint.unverified"),
        .cause = QCoreApplication::translate("Kafka",
            "The configuration of the checkpoint topic %1 may not be read, so nobody can tell whether Kafka keeps the "
            "positions of tasks.")
                     .arg(topic),
        .remedy = QCoreApplication::translate("Kafka",
            "Give the permission: `kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:NAME "
            "--operation "
            "DescribeConfigs --topic %1`.")
                      .arg(topic),
        .detail = reason.detail,
        .retryable = false};
}

Failure blocked(const QString &topic, std::chrono::milliseconds waited)
{
    return {.code = CheckpointTopic::kBlockedCode,
        .cause = QCoreApplication::translate("Kafka",
            "Another transaction has been open on the checkpoint topic %1 for %2 s, so the newest checkpoint cannot be "
            "read.")
                     .arg(topic, QString::number(waited.count() / 1000)),
        .remedy = QCoreApplication::translate("Kafka",
            "Wait until its time-out ends it, or find and abort it: `kafka-transactions.sh --bootstrap-server BROKER "
            "find-hanging --topic %1`.")
                      .arg(topic),
        .detail = {},
        .retryable = true};
}

} // namespace

std::optional<std::string_view> valueOf(const rd_kafka_message_t &message)
{
    if (message.payload == nullptr) {
        return std::nullopt;
    }
    return std::string_view(static_cast<const char *>(message.payload), message.len);
}

std::string_view keyOf(const rd_kafka_message_t &message)
{
    return message.key == nullptr ? std::string_view()
                                  : std::string_view(static_cast<const char *>(message.key), message.key_len);
}

NewTopic CheckpointTopic::wanted() const
{
    // small segments: the newest one is never compacted, and all of it is read at each start
    return {.name = m_settings.checkpointTopic,
        .partitions = 1,
        .replicationFactor = m_settings.topicReplicationFactor.value_or(-1),
        .config = {{QStringLiteral("cleanup.policy"), QStringLiteral("compact")},
            {QStringLiteral("segment.bytes"), QStringLiteral("16777216")},
            {QStringLiteral("min.cleanable.dirty.ratio"), QStringLiteral("0.1")}}};
}

Result<void> CheckpointTopic::ensure(const std::stop_token &stop) const
{
    auto found = exists(stop);
    if (!found) {
        return found.error();
    }
    if (*found) {
        return {};
    }
    if (auto created = m_admin.create(wanted(), false, stop); !created) {
        return created;
    }
    if (auto visible = awaitTopic(m_admin, m_settings.checkpointTopic, stop); !visible) {
        return visible;
    }
    // somebody else may have been quicker, with a policy of his own
    auto verified = exists(stop);
    return verified ? Result<void>() : Result<void>(verified.error());
}

Result<bool> CheckpointTopic::exists(const std::stop_token &stop) const
{
    const QString &name = m_settings.checkpointTopic;
    auto topic = m_admin.topic(name, stop);
    if (!topic) {
        return topic.error();
    }
    if (!*topic) {
        return false;
    }
    if (isStandIn(*m_admin.client())) {
        return true;
    }
    auto config = awaitTopicConfig(m_admin, name, stop);
    if (!config) {
        return config.error().code == QLatin1String("kafka.not-permitted") ? unreadablePolicy(name, config.error())
                                                                           : config.error();
    }
    const QString policy = config->value(QStringLiteral("cleanup.policy"));
    if (policy.trimmed() != QLatin1String("compact")) {
        return notCompact(name, policy);
    }
    return true;
}

Result<Checkpoint> CheckpointTopic::read(
    const std::string &task, std::chrono::milliseconds patience, const std::stop_token &stop) const
{
    // The end of the log first, open transactions included: the reader below stops before those, and an end it reports
    // earlier than this one is not the end.
    auto end = m_admin.offsets(m_settings.checkpointTopic, {{kCheckpointPartition, kAskEnd}}, stop);
    if (!end) {
        return end.error();
    }
    const int64_t highWatermark = end->front().offset;
    auto consumer = PartitionConsumer::open(m_settings,
        {.role = ClientRole::CommittedReader, .queuedKilobytes = kQueuedKilobytes, .fetchWait = kFetchWait},
        m_settings.checkpointTopic, {{kCheckpointPartition, RD_KAFKA_OFFSET_BEGINNING}});
    if (!consumer) {
        return consumer.error();
    }
    Checkpoint checkpoint{.state = StateMap(task)};
    auto progressed = steady_clock::now();
    while (!stop.stop_requested()) {
        auto message = (*consumer)->next(kStep);
        if (!message) {
            return message.error();
        }
        const rd_kafka_message_t *got = message->get();
        if (got != nullptr && got->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            checkpoint.state.apply(keyOf(*got), valueOf(*got));
            progressed = steady_clock::now();
        } else if (got != nullptr && got->offset >= highWatermark) {
            checkpoint.end = got->offset;
            return checkpoint;
        }
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - progressed);
        if (waited > patience) {
            return blocked(m_settings.checkpointTopic, waited);
        }
    }
    return stoppedFailure();
}

Result<std::unique_ptr<PartitionConsumer>> CheckpointTopic::follow(int64_t from) const
{
    return PartitionConsumer::open(
        m_settings, {.role = ClientRole::CommittedReader}, m_settings.checkpointTopic, {{kCheckpointPartition, from}});
}

} // namespace rowcast::kafka
