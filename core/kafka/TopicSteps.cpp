// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/TopicSteps.h"

#include "core/kafka/CheckpointTopic.h"
#include "core/kafka/Failures.h"
#include "core/kafka/Permissions.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowcast::kafka {

namespace {

constexpr char kTransactionArguments[]
    = "--operation Write --operation Describe --transactional-id rowcast- --resource-pattern-type prefixed";

// kafka-acls.sh with what is to be given.
QString aclCommand(const ProbeContext &context, const QString &arguments)
{
    const QString user = context.settings.usesSasl() ? context.settings.saslUsername : QStringLiteral("NAME");
    return QStringLiteral("kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:%1 %2")
        .arg(user, arguments);
}

bool holds(const Operations &operations, rd_kafka_AclOperation_t operation)
{
    return std::ranges::find(operations, operation) != operations.end();
}

// What is missing on one topic, as arguments of kafka-acls.sh; empty: nothing, or the broker does not tell.
Result<QString> missingOnTopic(const ProbeContext &context, const QString &topic,
    const std::vector<std::pair<rd_kafka_AclOperation_t, const char *>> &needed)
{
    auto operations = topicOperations(*context.admin, topic, context.stop);
    if (!operations) {
        return operations.error();
    }
    QString missing;
    for (const auto &[operation, name] : needed) {
        if (*operations && !holds(**operations, operation)) {
            missing += QStringLiteral("--operation %1 ").arg(QLatin1String(name));
        }
    }
    return missing.isEmpty() ? missing : missing + QStringLiteral("--topic ") + topic;
}

Failure permissionsMissing(const ProbeContext &context, const QStringList &missing)
{
    QStringList commands;
    for (const QString &arguments : missing) {
        commands << QLatin1Char('`') + aclCommand(context, arguments) + QLatin1Char('`');
    }
    return {.code = QStringLiteral("kafka.not-permitted"),
        .cause = QCoreApplication::translate("KafkaProbe", "The user lacks permissions: %1.")
                     .arg(missing.join(QStringLiteral("; "))),
        .remedy = QCoreApplication::translate("KafkaProbe", "Give them: %1").arg(commands.join(QStringLiteral(" "))),
        .detail = {},
        .retryable = false};
}

Failure transactionsUnknown(const ProbeContext &context)
{
    return {.code = QStringLiteral("kafka.permission.unknown"),
        .cause = QCoreApplication::translate("KafkaProbe",
            "The broker does not tell this user whether it may write in transactions, which exactly-once delivery "
            "needs."),
        .remedy = QCoreApplication::translate(
            "KafkaProbe", "If a task fails with \"Transactional Id authorization failed\", give the permission: `%1`")
                      .arg(aclCommand(context, QString::fromLatin1(kTransactionArguments))),
        .detail = {},
        .retryable = false};
}

// A number of the topic's configuration, else of the broker's under its own name.
std::optional<int64_t> number(const ProbeContext &context, const char *topicName, const char *brokerName)
{
    const QString text = context.topic ? context.topicConfig.value(QLatin1String(topicName))
                                       : context.brokerConfig.value(QLatin1String(brokerName));
    bool isNumber = false;
    const int64_t value = text.toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

NewTopic wantedTopic(const KafkaSettings &settings)
{
    return {.name = settings.topic,
        .partitions = settings.topicPartitions.value_or(-1),
        .replicationFactor = settings.topicReplicationFactor.value_or(-1),
        .config = settings.topicConfig};
}

ProbeOutcome missingTopic(ProbeContext &context)
{
    const QString &name = context.settings.topic;
    const auto created = context.admin->create(wantedTopic(context.settings), true, context.stop);
    if (created) {
        return ProbeOutcome::passed(
            QCoreApplication::translate("KafkaProbe", "topic %1 does not exist; this user may create it").arg(name));
    }
    if (isStopped(created.error())) {
        return ProbeOutcome::end(created.error());
    }
    const QString evidence
        = QCoreApplication::translate("KafkaProbe", "topic %1 does not exist; this user cannot create it").arg(name);
    if (context.brokerConfig.value(QStringLiteral("auto.create.topics.enable")) == QLatin1String("true")) {
        return ProbeOutcome::warning(
            evidence + QCoreApplication::translate("KafkaProbe", ", but the broker creates topics by itself"),
            created.error());
    }
    return ProbeOutcome::failed(evidence, created.error());
}

} // namespace

ProbeOutcome probeTopic(ProbeContext &context)
{
    if (!context.brokers.empty()) {
        // not every user may read it: then the steps that would use it say so
        if (auto config = context.admin->brokerConfig(context.brokers.front().id, context.stop)) {
            context.brokerConfig = std::move(*config);
        }
    }
    if (context.settings.topic.isEmpty()) {
        return ProbeOutcome::skipped(QCoreApplication::translate(
            "KafkaProbe", "the topics' names come from a pattern, so there is none to look at yet"));
    }
    auto topic = context.admin->topic(context.settings.topic, context.stop);
    if (!topic) {
        return ProbeOutcome::failed({}, topic.error());
    }
    if (!*topic) {
        return missingTopic(context);
    }
    context.topic = **topic;
    if (auto config = context.admin->topicConfig(context.settings.topic, context.stop)) {
        context.topicConfig = std::move(*config);
    }
    const auto leaderless = std::ranges::count_if(
        context.topic->partitions, [](const PartitionInfo &partition) { return partition.leader < 0; });
    const QString evidence = QCoreApplication::translate(
        "KafkaProbe", "topic %1 exists with %n partition(s)", nullptr, int(context.topic->partitions.size()))
                                 .arg(context.settings.topic);
    if (leaderless > 0) {
        return ProbeOutcome::failed(evidence,
            {.code = QStringLiteral("kafka.topic.not-ready"),
                .cause = QCoreApplication::translate(
                    "KafkaProbe", "%n partition(s) have no leader.", nullptr, int(leaderless)),
                .remedy = QCoreApplication::translate("KafkaProbe",
                    "Look at the brokers: `kafka-topics.sh --bootstrap-server BROKER --describe --topic %1`.")
                              .arg(context.settings.topic),
                .detail = {},
                .retryable = true});
    }
    return ProbeOutcome::passed(evidence);
}

ProbeOutcome probePermission(ProbeContext &context)
{
    std::vector<Result<QString>> answers;
    if (context.topic) {
        answers.push_back(missingOnTopic(context, context.settings.topic, {{RD_KAFKA_ACL_OPERATION_WRITE, "Write"}}));
    }
    // describing a topic that does not exist, or may not be seen, tells nothing and fails nothing
    answers.push_back(missingOnTopic(context, context.settings.checkpointTopic,
        {{RD_KAFKA_ACL_OPERATION_READ, "Read"}, {RD_KAFKA_ACL_OPERATION_WRITE, "Write"},
            {RD_KAFKA_ACL_OPERATION_DESCRIBE_CONFIGS, "DescribeConfigs"}}));
    QStringList missing;
    for (const Result<QString> &answer : answers) {
        if (!answer) {
            return ProbeOutcome::failed({}, answer.error());
        }
        if (!answer->isEmpty()) {
            missing << *answer;
        }
    }
    if (!missing.isEmpty()) {
        return ProbeOutcome::failed({}, permissionsMissing(context, missing));
    }
    if (!context.settings.isExactlyOnce) {
        return ProbeOutcome::passed(QCoreApplication::translate("KafkaProbe", "may write"));
    }
    const auto transactions = transactionPermission(*context.admin, context.settings, context.stop);
    if (!transactions) {
        return ProbeOutcome::failed({}, transactions.error());
    }
    if (*transactions == Permission::Denied) {
        return ProbeOutcome::failed({}, permissionsMissing(context, {QString::fromLatin1(kTransactionArguments)}));
    }
    if (*transactions == Permission::Allowed) {
        return ProbeOutcome::passed(QCoreApplication::translate("KafkaProbe", "may write, in transactions too"));
    }
    return ProbeOutcome::warning(
        QCoreApplication::translate("KafkaProbe", "may write; whether in transactions is not known"),
        transactionsUnknown(context));
}

ProbeOutcome probeMessageSize(ProbeContext &context)
{
    const auto limit = number(context, "max.message.bytes", "message.max.bytes");
    if (!limit) {
        return ProbeOutcome::skipped(QCoreApplication::translate("KafkaProbe", "this user may not read the limits"));
    }
    const auto &own = context.settings.messageMaxBytes;
    if (!own) {
        return ProbeOutcome::passed(
            QCoreApplication::translate("KafkaProbe", "up to %1 bytes after compression").arg(*limit));
    }
    const QString evidence
        = QCoreApplication::translate("KafkaProbe", "MessageMaxBytes is %1; the broker takes %2 bytes")
              .arg(QString::number(*own), QString::number(*limit));
    if (*own <= *limit) {
        return ProbeOutcome::passed(evidence);
    }
    const QString command = context.topic
        ? QStringLiteral("kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %1 "
                         "--add-config max.message.bytes=%2")
              .arg(context.settings.topic, QString::number(*own))
        : QStringLiteral("\"TopicConfig\": {\"max.message.bytes\": \"%1\"}").arg(*own);
    return ProbeOutcome::warning(evidence,
        {.code = QStringLiteral("kafka.message-size"),
            .cause = QCoreApplication::translate("KafkaProbe",
                "A message that MessageMaxBytes permits can be too large for the topic, unless it compresses well."),
            .remedy = QCoreApplication::translate("KafkaProbe", "Raise the topic's limit: `%1`").arg(command),
            .detail = {},
            .retryable = false});
}

ProbeOutcome probeReplication(ProbeContext &context)
{
    const int64_t copies = context.topic ? context.topic->partitions.front().replicas
                                         : context.settings.topicReplicationFactor.value_or(static_cast<int>(
                                             number(context, "", "default.replication.factor").value_or(0)));
    const auto inSync = number(context, "min.insync.replicas", "min.insync.replicas");
    if (copies == 0) {
        return ProbeOutcome::skipped(
            QCoreApplication::translate("KafkaProbe", "this user may not read the configuration"));
    }
    const QString evidence
        = QCoreApplication::translate("KafkaProbe", "copies: %1, brokers: %2; min.insync.replicas is %3")
              .arg(QString::number(copies), QString::number(context.brokers.size()),
                  inSync ? QString::number(*inSync) : QStringLiteral("?"));
    if (inSync && *inSync > copies) {
        return ProbeOutcome::failed(evidence,
            {.code = QStringLiteral("kafka.replication.impossible"),
                .cause = QCoreApplication::translate(
                    "KafkaProbe", "The topic wants more copies in sync than it has, so every write is refused."),
                .remedy = QCoreApplication::translate("KafkaProbe",
                    "Lower it: `kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name "
                    "%1 "
                    "--add-config min.insync.replicas=1`, or add replicas.")
                              .arg(context.settings.topic),
                .detail = {},
                .retryable = false});
    }
    if (copies == 1 && context.brokers.size() > 1) {
        return ProbeOutcome::warning(evidence,
            {.code = QStringLiteral("kafka.replication.single"),
                .cause = QCoreApplication::translate(
                    "KafkaProbe", "The topic has one copy only: messages are lost with the broker that holds it."),
                .remedy = QCoreApplication::translate("KafkaProbe",
                    "Set `TopicReplicationFactor` to 3 before the topic is created, or add replicas by "
                    "`kafka-reassign-partitions.sh`."),
                .detail = {},
                .retryable = false});
    }
    return ProbeOutcome::passed(evidence);
}

ProbeOutcome probeCheckpointTopic(ProbeContext &context)
{
    const CheckpointTopic topic(context.settings, *context.admin);
    const QString &name = context.settings.checkpointTopic;
    const auto exists = topic.exists(context.stop);
    if (!exists) {
        return ProbeOutcome::failed({}, exists.error());
    }
    if (*exists) {
        return ProbeOutcome::passed(
            QCoreApplication::translate("KafkaProbe", "topic %1 exists and is compact").arg(name));
    }
    const auto created = context.admin->create(topic.wanted(), true, context.stop);
    if (!created) {
        return ProbeOutcome::failed({}, created.error());
    }
    return ProbeOutcome::passed(
        QCoreApplication::translate("KafkaProbe", "topic %1 does not exist; this user may create it").arg(name));
}

} // namespace rowcast::kafka
