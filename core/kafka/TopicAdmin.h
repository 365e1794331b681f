// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kafka/Client.h"
#include "core/pipeline/TopicReader.h"

#include <QMap>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::kafka {

struct NewTopic {
    QString name;
    int partitions = -1; // -1: the broker's default
    int replicationFactor = -1;
    QMap<QString, QString> config{};
};

// A question about offsets and its answer.
struct PartitionOffset {
    int32_t partition = 0;
    int64_t offset = 0;
};

// Where a partition begins and ends, asked by these in place of a time.
inline constexpr int64_t kAskBeginning = -2;
inline constexpr int64_t kAskEnd = -1;

// Asks the cluster and creates topics. Works on a reader's client, which never creates a topic by asking for it. Any
// thread; every call ends at once when stopped.
class TopicAdmin {
public:
    static constexpr std::chrono::milliseconds kCallTimeout{10'000};

    // client must be of the role AllReader or CommittedReader.
    explicit TopicAdmin(std::shared_ptr<Client> client)
        : m_client(std::move(client))
    {
    }

    // Partitions without offsets; internal topics included.
    Result<std::vector<TopicInfo>> topics(const std::stop_token &stop) const;
    // Nothing where the topic does not exist.
    Result<std::optional<TopicInfo>> topic(const QString &name, const std::stop_token &stop) const;
    Result<std::vector<BrokerInfo>> brokers(
        const std::stop_token &stop, std::chrono::milliseconds timeout = kCallTimeout) const;
    // Every entry of the topic's effective configuration.
    Result<QMap<QString, QString>> topicConfig(const QString &name, const std::stop_token &stop) const;
    Result<QMap<QString, QString>> brokerConfig(int32_t brokerId, const std::stop_token &stop) const;
    // A topic that exists already is a success. Failure code kafka.topic.not-created, with the broker's words.
    // isTrial: the broker only checks whether it would.
    Result<void> create(const NewTopic &topic, bool isTrial, const std::stop_token &stop) const;
    // For each partition the first offset at or after a time (milliseconds since 1970; -1 where there is none), or the
    // beginning or end by kAskBeginning and kAskEnd (the end of a CommittedReader is the last stable offset).
    Result<std::vector<PartitionOffset>> offsets(
        const QString &topic, const std::vector<PartitionOffset> &questions, const std::stop_token &stop) const;
    // Fills in where the partitions begin and end, of all topics at once; -1 where a partition does not tell.
    Result<void> fillOffsets(std::vector<TopicInfo> &topics, const std::stop_token &stop) const;

    [[nodiscard]] const std::shared_ptr<Client> &client() const { return m_client; }

    // Starts an operation of librdkafka's admin interface and waits for its event.
    using StartCall = std::function<void(rd_kafka_t *, rd_kafka_AdminOptions_t *, rd_kafka_queue_t *)>;
    // An answer that is an error is returned as it came.
    Result<EventHandle> callRaw(
        rd_kafka_admin_op_t operation, const StartCall &start, const std::stop_token &stop, bool isTrial = false) const;
    // An answer that is an error becomes a failure; what: translated.
    Result<EventHandle> call(rd_kafka_admin_op_t operation, const StartCall &start, const QString &what,
        const std::stop_token &stop, bool isTrial = false) const;

private:
    struct Offset {
        rd_kafka_resp_err_t error = RD_KAFKA_RESP_ERR_NO_ERROR;
        int64_t value = -1;
    };
    struct OffsetQuestion {
        QByteArray topic;
        int32_t partition = 0;
        int64_t question = kAskEnd;
    };
    // The answers in the questions' order.
    Result<std::vector<Offset>> ask(std::vector<OffsetQuestion> questions, const std::stop_token &stop) const;
    Result<MetadataHandle> metadata(
        const QString &topic, const std::stop_token &stop, std::chrono::milliseconds timeout = kCallTimeout) const;
    Result<QMap<QString, QString>> config(
        rd_kafka_ResourceType_t kind, const QByteArray &name, const QString &what, const std::stop_token &stop) const;

    std::shared_ptr<Client> m_client;
};

} // namespace rowcast::kafka
