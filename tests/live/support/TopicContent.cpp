// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/TopicContent.h"

#include <librdkafka/rdkafka.h>

#include <algorithm>
#include <map>
#include <memory>

namespace rowcast {

namespace {

using Client = std::unique_ptr<rd_kafka_t, decltype(&rd_kafka_destroy)>;
using Metadata = std::unique_ptr<const rd_kafka_metadata_t, decltype(&rd_kafka_metadata_destroy)>;
using Clock = std::chrono::steady_clock;

Failure topicFailure(const QString &what, rd_kafka_resp_err_t error)
{
    return {.code = QStringLiteral("test.topic"),
        .cause = what,
        .remedy = {},
        .detail = QString::fromUtf8(rd_kafka_err2str(error)),
        .retryable = false};
}

int millisLeft(Clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::max<int64_t>(left, 1));
}

Client openConsumer(const QString &brokers, Isolation isolation)
{
    rd_kafka_conf_t *settings = rd_kafka_conf_new();
    const auto set = [&](const char *name, const QByteArray &value) {
        char words[256];
        if (rd_kafka_conf_set(settings, name, value.constData(), words, sizeof words) != RD_KAFKA_CONF_OK) {
            qFatal("%s", words);
        }
    };
    set("bootstrap.servers", brokers.toUtf8());
    set("group.id", "rowcast-test"); // wanted by the consumer, never joined
    set("log_level", "0"); // stories of dying brokers ask again and again, and each failure is returned
    set("enable.auto.commit", "false");
    set("enable.partition.eof", "true");
    set("isolation.level", isolation == Isolation::ReadCommitted ? "read_committed" : "read_uncommitted");
    char words[256];
    rd_kafka_t *client = rd_kafka_new(RD_KAFKA_CONSUMER, settings, words, sizeof words);
    if (client == nullptr) {
        qFatal("%s", words);
    }
    rd_kafka_poll_set_consumer(client);
    return {client, rd_kafka_destroy};
}

Result<Metadata> metadataOf(rd_kafka_t *client, Clock::time_point deadline)
{
    const rd_kafka_metadata_t *metadata = nullptr;
    const auto error = rd_kafka_metadata(client, 1, nullptr, &metadata, millisLeft(deadline));
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return topicFailure(QStringLiteral("The broker gives no metadata."), error);
    }
    return Metadata(metadata, rd_kafka_metadata_destroy);
}

int partitionCount(const rd_kafka_metadata_t &metadata, const QByteArray &topic)
{
    for (int index = 0; index < metadata.topic_cnt; ++index) {
        if (topic == metadata.topics[index].topic) {
            return metadata.topics[index].partition_cnt;
        }
    }
    return 0;
}

TopicMessage messageOf(const rd_kafka_message_t &raw)
{
    TopicMessage message;
    message.partition = raw.partition;
    message.offset = raw.offset;
    message.timestampMillis = rd_kafka_message_timestamp(&raw, nullptr);
    if (raw.key != nullptr) {
        message.key = QByteArray(static_cast<const char *>(raw.key), static_cast<qsizetype>(raw.key_len));
    }
    if (raw.payload != nullptr) {
        message.value = QByteArray(static_cast<const char *>(raw.payload), static_cast<qsizetype>(raw.len));
    }
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(&raw, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char *name = nullptr;
        const void *value = nullptr;
        size_t size = 0;
        for (size_t index = 0;
             rd_kafka_header_get_all(headers, index, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR; ++index) {
            message.headers.append(
                {QByteArray(name), QByteArray(static_cast<const char *>(value), static_cast<qsizetype>(size))});
        }
    }
    return message;
}

// Reads every partition to its end; a partition's end is told by librdkafka, past aborted records and markers too.
Result<void> readToEnds(
    rd_kafka_t *client, int partitions, const std::function<void(TopicMessage)> &take, Clock::time_point deadline)
{
    std::map<int32_t, bool> ended;
    while (static_cast<int>(ended.size()) < partitions) {
        if (Clock::now() >= deadline) {
            return topicFailure(
                QStringLiteral("The topic was not read to its end in time."), RD_KAFKA_RESP_ERR__TIMED_OUT);
        }
        const std::unique_ptr<rd_kafka_message_t, decltype(&rd_kafka_message_destroy)> raw(
            rd_kafka_consumer_poll(client, std::min(millisLeft(deadline), 1000)), rd_kafka_message_destroy);
        if (raw && raw->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
            ended[raw->partition] = true;
        } else if (raw && raw->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            take(messageOf(*raw));
        }
    }
    return {};
}

Result<void> readAll(const QString &brokers, const QString &topic, Isolation isolation,
    const std::function<void(TopicMessage)> &take, std::chrono::milliseconds timeout)
{
    const auto deadline = Clock::now() + timeout;
    const Client client = openConsumer(brokers, isolation);
    const auto metadata = metadataOf(client.get(), deadline);
    if (!metadata) {
        return metadata.error();
    }
    const int partitions = partitionCount(**metadata, topic.toUtf8());
    const std::unique_ptr<rd_kafka_topic_partition_list_t, decltype(&rd_kafka_topic_partition_list_destroy)> assigned(
        rd_kafka_topic_partition_list_new(partitions), rd_kafka_topic_partition_list_destroy);
    for (int partition = 0; partition < partitions; ++partition) {
        rd_kafka_topic_partition_list_add(assigned.get(), topic.toUtf8().constData(), partition)->offset
            = RD_KAFKA_OFFSET_BEGINNING;
    }
    rd_kafka_assign(client.get(), assigned.get());
    auto read = readToEnds(client.get(), partitions, take, deadline);
    rd_kafka_consumer_close(client.get());
    return read;
}

} // namespace

Result<QList<TopicMessage>> readTopic(
    const QString &brokers, const QString &topic, Isolation isolation, std::chrono::milliseconds timeout)
{
    QList<TopicMessage> messages;
    auto read = readAll(
        brokers, topic, isolation, [&](TopicMessage message) { messages.append(std::move(message)); }, timeout);
    if (!read) {
        return read.error();
    }
    std::stable_sort(messages.begin(), messages.end(), [](const TopicMessage &left, const TopicMessage &right) {
        return std::pair(left.partition, left.offset) < std::pair(right.partition, right.offset);
    });
    return messages;
}

Result<void> visitTopic(const QString &brokers, const QString &topic,
    const std::function<void(const TopicMessage &)> &visit, std::chrono::milliseconds timeout)
{
    return readAll(brokers, topic, Isolation::ReadCommitted, visit, timeout);
}

Result<int64_t> committedEnds(const QString &brokers, const QString &topic, std::chrono::milliseconds timeout)
{
    const auto deadline = Clock::now() + timeout;
    const Client client = openConsumer(brokers, Isolation::ReadCommitted);
    const auto metadata = metadataOf(client.get(), deadline);
    if (!metadata) {
        return metadata.error();
    }
    const QByteArray name = topic.toUtf8();
    int64_t offsets = 0;
    for (int partition = 0; partition < partitionCount(**metadata, name); ++partition) {
        int64_t first = 0;
        int64_t end = 0; // the last stable offset for this reader
        const auto error = rd_kafka_query_watermark_offsets(
            client.get(), name.constData(), partition, &first, &end, millisLeft(deadline));
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            return topicFailure(QStringLiteral("The broker gives no offsets."), error);
        }
        offsets += end;
    }
    return offsets;
}

Result<ClusterState> clusterState(const QString &brokers, std::chrono::milliseconds timeout)
{
    const Client client = openConsumer(brokers, Isolation::ReadCommitted);
    const auto metadata = metadataOf(client.get(), Clock::now() + timeout);
    if (!metadata) {
        return metadata.error();
    }
    ClusterState state{.brokers = (*metadata)->broker_cnt, .partitions = {}};
    for (int index = 0; index < (*metadata)->topic_cnt; ++index) {
        const rd_kafka_metadata_topic_t &topic = (*metadata)->topics[index];
        for (int place = 0; place < topic.partition_cnt; ++place) {
            const rd_kafka_metadata_partition_t &told = topic.partitions[place];
            state.partitions.append({QString::fromUtf8(topic.topic), told.id, told.leader,
                {told.replicas, told.replicas + told.replica_cnt}, {told.isrs, told.isrs + told.isr_cnt}});
        }
    }
    return state;
}

Result<QStringList> topicNames(const QString &brokers, std::chrono::milliseconds timeout)
{
    const Client client = openConsumer(brokers, Isolation::ReadCommitted);
    const auto metadata = metadataOf(client.get(), Clock::now() + timeout);
    if (!metadata) {
        return metadata.error();
    }
    QStringList names;
    for (int index = 0; index < (*metadata)->topic_cnt; ++index) {
        names.append(QString::fromUtf8((*metadata)->topics[index].topic));
    }
    names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("__")); });
    names.sort();
    return names;
}

} // namespace rowcast
