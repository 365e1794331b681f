// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicAdmin.h"

#include "core/base/StoppableCall.h"
#include "core/kafka/Failures.h"

#include <QCoreApplication>

#include <array>

namespace rowcast::kafka {

namespace {

constexpr int kStepMs = 100;

QString translated(const char *text)
{
    return QCoreApplication::translate("Kafka", text);
}

TopicInfo toTopicInfo(const rd_kafka_metadata_topic_t &topic)
{
    TopicInfo info;
    info.name = QString::fromUtf8(topic.topic);
    info.isInternal = info.name.startsWith(QLatin1String("__"));
    info.partitions.reserve(static_cast<size_t>(topic.partition_cnt));
    for (int i = 0; i < topic.partition_cnt; ++i) {
        const rd_kafka_metadata_partition_t &partition = topic.partitions[i];
        info.partitions.push_back(
            {.partition = partition.id, .leader = partition.leader, .replicas = partition.replica_cnt});
    }
    return info;
}

Failure notCreated(const NewTopic &topic, rd_kafka_resp_err_t code, const QString &words)
{
    const QString create = QStringLiteral("kafka-topics.sh --bootstrap-server BROKER --create --topic ") + topic.name;
    QString remedy;
    if (isAuthorizationError(code)) {
        remedy = QCoreApplication::translate("Kafka",
            "Create the topic yourself: `%1`; or give the permission: `kafka-acls.sh --bootstrap-server BROKER --add "
            "--allow-principal User:NAME --operation Create --topic %2`.")
                     .arg(create, topic.name);
    } else if (code == RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR) {
        remedy = QCoreApplication::translate("Kafka",
            "Set `TopicReplicationFactor` to at most the number of brokers, or create the topic yourself: `%1`.")
                     .arg(create);
    } else {
        remedy = QCoreApplication::translate("Kafka",
            "Correct `TopicPartitions`, `TopicReplicationFactor` and `TopicConfig`, or create the topic yourself: "
            "`%1`.")
                     .arg(create);
    }
    return {.code = QStringLiteral("kafka.topic.not-created"),
        .cause
        = QCoreApplication::translate("Kafka", "The topic %1 does not exist and cannot be created.").arg(topic.name),
        .remedy = remedy,
        .detail = words,
        .retryable = false};
}

// The first failed topic's answer, or success.
Result<void> readCreation(const NewTopic &topic, const rd_kafka_event_t *event)
{
    size_t count = 0;
    const auto *result = rd_kafka_event_CreateTopics_result(const_cast<rd_kafka_event_t *>(event));
    const rd_kafka_topic_result_t **results = rd_kafka_CreateTopics_result_topics(result, &count);
    for (size_t i = 0; i < count; ++i) {
        const rd_kafka_resp_err_t code = rd_kafka_topic_result_error(results[i]);
        if (code != RD_KAFKA_RESP_ERR_NO_ERROR && code != RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) {
            const char *words = rd_kafka_topic_result_error_string(results[i]);
            return notCreated(topic, code, QString::fromUtf8(words == nullptr ? rd_kafka_err2str(code) : words));
        }
    }
    return {};
}

} // namespace

Result<MetadataHandle> TopicAdmin::metadata(
    const QString &topic, const std::stop_token &stop, std::chrono::milliseconds timeout) const
{
    struct Answer {
        rd_kafka_resp_err_t code;
        std::shared_ptr<const rd_kafka_metadata_t> metadata;
    };
    const auto answer = callStoppable(stop, [client = m_client, name = topic.toUtf8(), timeout]() -> Answer {
        const TopicHandle handle(
            name.isEmpty() ? nullptr : rd_kafka_topic_new(client->handle(), name.constData(), nullptr));
        const rd_kafka_metadata_t *metadata = nullptr;
        const auto code = rd_kafka_metadata(
            client->handle(), handle ? 0 : 1, handle.get(), &metadata, static_cast<int>(timeout.count()));
        return {code, std::shared_ptr<const rd_kafka_metadata_t>(metadata, [](const rd_kafka_metadata_t *held) {
                    if (held != nullptr) {
                        rd_kafka_metadata_destroy(held);
                    }
                })};
    });
    if (!answer) {
        return stoppedFailure();
    }
    if (answer->code != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return m_client->failure(
            answer->code, translated(QT_TRANSLATE_NOOP("Kafka", "asking for the topics and brokers")));
    }
    return answer->metadata;
}

Result<std::vector<TopicInfo>> TopicAdmin::topics(const std::stop_token &stop) const
{
    auto answer = metadata({}, stop);
    if (!answer) {
        return answer.error();
    }
    std::vector<TopicInfo> topics;
    topics.reserve(static_cast<size_t>((*answer)->topic_cnt));
    for (int i = 0; i < (*answer)->topic_cnt; ++i) {
        topics.push_back(toTopicInfo((*answer)->topics[i]));
    }
    return topics;
}

Result<std::optional<TopicInfo>> TopicAdmin::topic(const QString &name, const std::stop_token &stop) const
{
    auto answer = metadata(name, stop);
    if (!answer) {
        return answer.error();
    }
    for (int i = 0; i < (*answer)->topic_cnt; ++i) {
        const rd_kafka_metadata_topic_t &topic = (*answer)->topics[i];
        if (name != QString::fromUtf8(topic.topic)) {
            continue;
        }
        if (topic.err == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART) {
            return std::optional<TopicInfo>();
        }
        if (topic.err == RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED) {
            return notPermitted(QStringLiteral("Describe"), QCoreApplication::translate("Kafka", "topic %1").arg(name),
                QStringLiteral("--operation Describe --operation Write --operation Create --topic ") + name,
                QString::fromUtf8(rd_kafka_err2str(topic.err)));
        }
        if (topic.err != RD_KAFKA_RESP_ERR_NO_ERROR) {
            return m_client->failure(topic.err, QCoreApplication::translate("Kafka", "asking for topic %1").arg(name));
        }
        return std::optional(toTopicInfo(topic));
    }
    return std::optional<TopicInfo>();
}

Result<std::vector<BrokerInfo>> TopicAdmin::brokers(
    const std::stop_token &stop, std::chrono::milliseconds timeout) const
{
    auto answer = metadata({}, stop, timeout);
    if (!answer) {
        return answer.error();
    }
    std::vector<BrokerInfo> brokers;
    for (int i = 0; i < (*answer)->broker_cnt; ++i) {
        const rd_kafka_metadata_broker_t &broker = (*answer)->brokers[i];
        brokers.push_back({broker.id, QString::fromUtf8(broker.host), static_cast<uint16_t>(broker.port)});
    }
    return brokers;
}

Result<EventHandle> TopicAdmin::callRaw(
    rd_kafka_admin_op_t operation, const StartCall &start, const std::stop_token &stop, bool isTrial) const
{
    rd_kafka_t *handle = m_client->handle();
    const AdminOptionsHandle options(rd_kafka_AdminOptions_new(handle, operation));
    std::array<char, 256> words{};
    rd_kafka_AdminOptions_set_request_timeout(
        options.get(), static_cast<int>(kCallTimeout.count()), words.data(), words.size());
    if (isTrial) {
        rd_kafka_AdminOptions_set_validate_only(options.get(), 1, words.data(), words.size());
    }
    const QueueHandle queue(rd_kafka_queue_new(handle));
    start(handle, options.get(), queue.get());
    // the operation has a time-out of its own and always ends with an event
    while (!stop.stop_requested()) {
        EventHandle event(rd_kafka_queue_poll(queue.get(), kStepMs));
        rd_kafka_poll(handle, 0);
        if (event) {
            return event;
        }
    }
    return stoppedFailure();
}

Result<EventHandle> TopicAdmin::call(rd_kafka_admin_op_t operation, const StartCall &start, const QString &what,
    const std::stop_token &stop, bool isTrial) const
{
    auto event = callRaw(operation, start, stop, isTrial);
    if (!event) {
        return event;
    }
    if (const auto code = rd_kafka_event_error(event->get()); code != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return m_client->failure(code, what, QString::fromUtf8(rd_kafka_event_error_string(event->get())));
    }
    return event;
}

Result<QMap<QString, QString>> TopicAdmin::config(
    rd_kafka_ResourceType_t kind, const QByteArray &name, const QString &what, const std::stop_token &stop) const
{
    const ConfigResourceHandle resource(rd_kafka_ConfigResource_new(kind, name.constData()));
    rd_kafka_ConfigResource_t *resources[] = {resource.get()};
    auto event = call(
        RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS,
        [&](rd_kafka_t *handle, rd_kafka_AdminOptions_t *options, rd_kafka_queue_t *queue) {
            rd_kafka_DescribeConfigs(handle, resources, 1, options, queue);
        },
        what, stop);
    if (!event) {
        return event.error();
    }
    size_t count = 0;
    const auto *result = rd_kafka_event_DescribeConfigs_result(event->get());
    const rd_kafka_ConfigResource_t **described = rd_kafka_DescribeConfigs_result_resources(result, &count);
    QMap<QString, QString> entries;
    for (size_t i = 0; i < count; ++i) {
        if (const auto code = rd_kafka_ConfigResource_error(described[i]); code != RD_KAFKA_RESP_ERR_NO_ERROR) {
            const char *words = rd_kafka_ConfigResource_error_string(described[i]);
            return m_client->failure(code, what, QString::fromUtf8(words));
        }
        size_t entryCount = 0;
        const rd_kafka_ConfigEntry_t **found = rd_kafka_ConfigResource_configs(described[i], &entryCount);
        for (size_t j = 0; j < entryCount; ++j) {
            entries.insert(QString::fromUtf8(rd_kafka_ConfigEntry_name(found[j])),
                QString::fromUtf8(rd_kafka_ConfigEntry_value(found[j])));
        }
    }
    return entries;
}

Result<QMap<QString, QString>> TopicAdmin::topicConfig(const QString &name, const std::stop_token &stop) const
{
    return config(RD_KAFKA_RESOURCE_TOPIC, name.toUtf8(),
        QCoreApplication::translate("Kafka", "reading the configuration of topic %1").arg(name), stop);
}

Result<QMap<QString, QString>> TopicAdmin::brokerConfig(int32_t brokerId, const std::stop_token &stop) const
{
    return config(RD_KAFKA_RESOURCE_BROKER, QByteArray::number(brokerId),
        QCoreApplication::translate("Kafka", "reading the configuration of broker %1").arg(brokerId), stop);
}

Result<void> TopicAdmin::create(const NewTopic &topic, bool isTrial, const std::stop_token &stop) const
{
    std::array<char, 256> words{};
    const NewTopicHandle wanted(rd_kafka_NewTopic_new(
        topic.name.toUtf8().constData(), topic.partitions, topic.replicationFactor, words.data(), words.size()));
    if (!wanted) {
        return notCreated(topic, RD_KAFKA_RESP_ERR__INVALID_ARG, QString::fromUtf8(words.data()));
    }
    for (auto it = topic.config.cbegin(); it != topic.config.cend(); ++it) {
        rd_kafka_NewTopic_set_config(wanted.get(), it.key().toUtf8().constData(), it.value().toUtf8().constData());
    }
    rd_kafka_NewTopic_t *topics[] = {wanted.get()};
    auto event = call(
        RD_KAFKA_ADMIN_OP_CREATETOPICS,
        [&](rd_kafka_t *handle, rd_kafka_AdminOptions_t *options, rd_kafka_queue_t *queue) {
            rd_kafka_CreateTopics(handle, topics, 1, options, queue);
        },
        QCoreApplication::translate("Kafka", "creating topic %1").arg(topic.name), stop, isTrial);
    return event ? readCreation(topic, event->get()) : Result<void>(event.error());
}

Result<std::vector<TopicAdmin::Offset>> TopicAdmin::ask(
    std::vector<OffsetQuestion> questions, const std::stop_token &stop) const
{
    if (questions.empty()) {
        return std::vector<Offset>();
    }
    struct Answer {
        rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
        std::vector<Offset> offsets;
    };
    const auto answer = callStoppable(stop, [client = m_client, questions = std::move(questions)]() -> Answer {
        const PartitionListHandle list(rd_kafka_topic_partition_list_new(static_cast<int>(questions.size())));
        for (const OffsetQuestion &asked : questions) {
            rd_kafka_topic_partition_list_add(list.get(), asked.topic.constData(), asked.partition)->offset
                = asked.question;
        }
        Answer found{
            .code = rd_kafka_offsets_for_times(client->handle(), list.get(), static_cast<int>(kCallTimeout.count())),
            .offsets = {}};
        for (const OffsetQuestion &asked : questions) {
            const auto *element
                = rd_kafka_topic_partition_list_find(list.get(), asked.topic.constData(), asked.partition);
            found.offsets.push_back({element->err, element->offset});
        }
        return found;
    });
    if (!answer) {
        return stoppedFailure();
    }
    if (answer->code != RD_KAFKA_RESP_ERR_NO_ERROR) {
        return m_client->failure(
            answer->code, translated(QT_TRANSLATE_NOOP("Kafka", "asking for the offsets of topics")));
    }
    return answer->offsets;
}

Result<std::vector<PartitionOffset>> TopicAdmin::offsets(
    const QString &topic, const std::vector<PartitionOffset> &questions, const std::stop_token &stop) const
{
    std::vector<OffsetQuestion> asked;
    for (const PartitionOffset &question : questions) {
        asked.push_back({topic.toUtf8(), question.partition, question.offset});
    }
    auto answers = ask(std::move(asked), stop);
    if (!answers) {
        return answers.error();
    }
    std::vector<PartitionOffset> offsets;
    for (size_t i = 0; i < questions.size(); ++i) {
        const Offset &answer = (*answers)[i];
        if (answer.error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            return m_client->failure(
                answer.error, QCoreApplication::translate("Kafka", "asking for the offsets of topic %1").arg(topic));
        }
        offsets.push_back({questions[i].partition, answer.value});
    }
    return offsets;
}

Result<void> TopicAdmin::fillOffsets(std::vector<TopicInfo> &topics, const std::stop_token &stop) const
{
    for (const int64_t question : {kAskBeginning, kAskEnd}) {
        std::vector<OffsetQuestion> asked;
        for (const TopicInfo &topic : topics) {
            for (const PartitionInfo &partition : topic.partitions) {
                asked.push_back({topic.name.toUtf8(), partition.partition, question});
            }
        }
        auto answers = ask(std::move(asked), stop);
        if (!answers) {
            return answers.error();
        }
        auto answer = answers->cbegin();
        for (TopicInfo &topic : topics) {
            for (PartitionInfo &partition : topic.partitions) {
                const int64_t offset = answer->error == RD_KAFKA_RESP_ERR_NO_ERROR ? answer->value : -1;
                (question == kAskBeginning ? partition.low : partition.high) = offset;
                ++answer;
            }
        }
    }
    return {};
}

} // namespace rowcast::kafka
