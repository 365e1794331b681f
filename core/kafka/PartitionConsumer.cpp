// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/PartitionConsumer.h"

#include "core/kafka/Failures.h"

#include <QCoreApplication>

namespace rowcast::kafka {

Result<std::unique_ptr<PartitionConsumer>> PartitionConsumer::open(const KafkaSettings &settings,
    const ClientPlan &plan, const QString &topic, const std::vector<PartitionOffset> &starts)
{
    auto client = Client::open(settings, plan);
    if (!client) {
        return client.error();
    }
    std::unique_ptr<PartitionConsumer> consumer(new PartitionConsumer);
    consumer->m_client = std::move(*client);
    consumer->m_name = topic;
    consumer->m_topic.reset(rd_kafka_topic_new(consumer->m_client->handle(), topic.toUtf8().constData(), nullptr));
    consumer->m_queue.reset(rd_kafka_queue_new(consumer->m_client->handle()));
    for (const PartitionOffset &start : starts) {
        if (rd_kafka_consume_start_queue(
                consumer->m_topic.get(), start.partition, start.offset, consumer->m_queue.get())
            != 0) {
            return consumer->m_client->failure(
                rd_kafka_last_error(), QCoreApplication::translate("Kafka", "starting to read topic %1").arg(topic));
        }
        consumer->m_partitions.push_back(start.partition);
    }
    return consumer;
}

PartitionConsumer::~PartitionConsumer()
{
    for (const int32_t partition : m_partitions) {
        rd_kafka_consume_stop(m_topic.get(), partition);
    }
    m_queue.reset();
    m_topic.reset();
    Client::retire(std::move(m_client));
}

Result<bool> PartitionConsumer::isWanted(const rd_kafka_message_t &message) const
{
    switch (message.err) {
    case RD_KAFKA_RESP_ERR_NO_ERROR:
    case RD_KAFKA_RESP_ERR__PARTITION_EOF:
        return true;
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN:
    case RD_KAFKA_RESP_ERR__RESOLVE:
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
        return false;
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
        return notPermitted(QStringLiteral("Read"), QCoreApplication::translate("Kafka", "topic %1").arg(m_name),
            QStringLiteral("--operation Read --topic ") + m_name, QString::fromUtf8(rd_kafka_message_errstr(&message)));
    default:
        return m_client->failure(message.err, QCoreApplication::translate("Kafka", "reading topic %1").arg(m_name),
            QString::fromUtf8(rd_kafka_message_errstr(&message)));
    }
}

Result<MessageHandle> PartitionConsumer::next(std::chrono::milliseconds wait)
{
    rd_kafka_poll(m_client->handle(), 0);
    MessageHandle message(rd_kafka_consume_queue(m_queue.get(), static_cast<int>(wait.count())));
    if (!message) {
        return message;
    }
    auto wanted = isWanted(*message);
    if (!wanted) {
        return wanted.error();
    }
    return *wanted ? std::move(message) : MessageHandle();
}

Result<void> PartitionConsumer::next(std::vector<MessageHandle> &messages, size_t most, std::chrono::milliseconds wait)
{
    rd_kafka_poll(m_client->handle(), 0);
    m_scratch.resize(most);
    const ssize_t count
        = rd_kafka_consume_batch_queue(m_queue.get(), static_cast<int>(wait.count()), m_scratch.data(), most);
    if (count < 0) {
        return m_client->failure(
            rd_kafka_last_error(), QCoreApplication::translate("Kafka", "reading topic %1").arg(m_name));
    }
    std::optional<Failure> failure;
    for (ssize_t i = 0; i < count; ++i) {
        MessageHandle message(m_scratch[static_cast<size_t>(i)]);
        auto wanted = isWanted(*message);
        if (!wanted) {
            failure = std::move(wanted).error();
        } else if (*wanted) {
            messages.push_back(std::move(message));
        }
    }
    return failure ? Result<void>(*failure) : Result<void>();
}

} // namespace rowcast::kafka
