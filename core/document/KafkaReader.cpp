// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/DocumentNames.h"
#include "core/document/DocumentParts.h"
#include "core/message/TopicName.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMostMessage = 1'000'000'000; // librdkafka's own limit
constexpr int64_t kMostPartitions = 100'000;

void readTopic(JsonReader &settings, const char *key, QString &topic)
{
    const QString name = settings.text(key).value_or(QString());
    if (name.isEmpty()) {
        return;
    }
    topic = name;
    if (!isTopicName(name.toStdString())) {
        settings.fail(key,
            name.size() > qsizetype(kMostTopicBytes)
                ? tooLongText(name.size(), qsizetype(kMostTopicBytes))
                : QCoreApplication::translate("Document", "`%1` is not the name of a topic.").arg(name.left(100)),
            QCoreApplication::translate("Document", "Use up to 249 letters, digits, dots, underscores and hyphens."));
    }
}

void readFormat(JsonReader &settings, KafkaEndpointSettings &kafka)
{
    kafka.messageFormat = settings.choice("MessageFormat", kFormats).value_or(kafka.messageFormat);
    struct Flag {
        const char *key;
        bool KafkaEndpointSettings::*member;
    };
    constexpr Flag kFlags[] = {{"IncludeTransactionDetails", &KafkaEndpointSettings::includeTransactionDetails},
        {"IncludePartitionValue", &KafkaEndpointSettings::includePartitionValue},
        {"PartitionIncludeSchemaTable", &KafkaEndpointSettings::partitionIncludeSchemaTable},
        {"IncludeTableAlterOperations", &KafkaEndpointSettings::includeTableAlterOperations},
        {"IncludeControlDetails", &KafkaEndpointSettings::includeControlDetails},
        {"IncludeNullAndEmpty", &KafkaEndpointSettings::includeNullAndEmpty},
        {"NoHexPrefix", &KafkaEndpointSettings::noHexPrefix},
        {"UseLargeIntegerValue", &KafkaEndpointSettings::useLargeIntegerValue}};
    for (const Flag &flag : kFlags) {
        kafka.*flag.member = settings.boolean(flag.key).value_or(kafka.*flag.member);
    }
    kafka.messageMaxBytes
        = int(settings.integer("MessageMaxBytes", 1000, kMostMessage).value_or(kafka.messageMaxBytes));
}

void readSecurity(JsonReader &settings, KafkaEndpointSettings &kafka)
{
    kafka.securityProtocol = settings.choice("SecurityProtocol", kProtocols).value_or(kafka.securityProtocol);
    const bool isMutual = kafka.securityProtocol == SecurityProtocol::SslAuthentication;
    const bool isEncrypted = isMutual || kafka.securityProtocol == SecurityProtocol::SslEncryption
        || kafka.securityProtocol == SecurityProtocol::SaslSsl;
    kafka.sslCaCertificate = readCertificate(settings, "SslCaCertificateArn", isEncrypted);
    kafka.sslClientCertificate = readCertificate(settings, "SslClientCertificateArn", isMutual);
    kafka.sslClientKey = readCertificate(settings, "SslClientKeyArn", isMutual);
    kafka.sslClientKeyPassword = readSecret(settings, "SslClientKeyPassword");
    kafka.saslUsername = settings.text("SaslUsername").value_or(QString());
    kafka.saslPassword = readSecret(settings, "SaslPassword");
    kafka.saslMechanism = settings.choice("SaslMechanism", kMechanisms).value_or(kafka.saslMechanism);
    const auto algorithm
        = settings.oneOf("SslEndpointIdentificationAlgorithm", {QStringLiteral("none"), QStringLiteral("https")});
    kafka.verifiesHostName = !algorithm || *algorithm == 1;
}

void checkSecurity(JsonReader &settings, const KafkaEndpointSettings &kafka, SecretCheck secrets)
{
    const bool isSasl = kafka.securityProtocol == SecurityProtocol::SaslSsl
        || kafka.securityProtocol == SecurityProtocol::SaslPlaintext;
    const QString why = QCoreApplication::translate("Document", "`SecurityProtocol` is `%1`, which needs it.")
                            .arg(QLatin1String(choiceName(kProtocols, kafka.securityProtocol)));
    if (isSasl && kafka.saslUsername.isEmpty()) {
        settings.missing("SaslUsername", why);
    }
    if (isSasl && kafka.saslPassword.isEmpty() && secrets == SecretCheck::Required) {
        settings.missing("SaslPassword", why);
    }
    if (!isSasl && !(kafka.saslUsername.isEmpty() && kafka.saslPassword.isEmpty())) {
        settings.fail(kafka.saslUsername.isEmpty() ? "SaslPassword" : "SaslUsername",
            QCoreApplication::translate("Document", "`SecurityProtocol` is `%1`, which logs in nobody.")
                .arg(QLatin1String(choiceName(kProtocols, kafka.securityProtocol))),
            QCoreApplication::translate("Document",
                "Set `SecurityProtocol` to `sasl-ssl` or `sasl-plaintext`, or remove user name and password."));
    }
    if (kafka.securityProtocol == SecurityProtocol::SslAuthentication) {
        if (kafka.sslClientCertificate.isEmpty()) {
            settings.missing("SslClientCertificateArn", why);
        }
        if (kafka.sslClientKey.isEmpty() && secrets == SecretCheck::Required) {
            settings.missing("SslClientKeyArn", why);
        }
    }
}

// Values may be given as texts, numbers or booleans: both Kafka and librdkafka know only texts.
QMap<QString, QString> readProperties(JsonReader &settings, const char *key)
{
    QMap<QString, QString> properties;
    JsonReader object = settings.object(key);
    for (const QString &name : object.keys()) {
        const Json *found = object.value(name.toLatin1().constData());
        if (found == nullptr) {
            continue;
        }
        if (found->is_object() || found->is_array()) {
            object.fail(name.toLatin1().constData(),
                QCoreApplication::translate("Document", "A text or a number is expected here."));
        } else {
            properties[name] = QString::fromStdString(found->is_string() ? found->get<std::string>() : found->dump());
        }
    }
    object.finish();
    return properties;
}

void readPattern(JsonReader &settings, QString &pattern)
{
    pattern = settings.text("TopicPattern").value_or(QString());
    QString rest = pattern;
    rest.replace(QLatin1String("${schema}"), QLatin1String("s")).replace(QLatin1String("${table}"), QLatin1String("t"));
    if (!pattern.isEmpty() && !isTopicName(rest.toStdString())) {
        settings.fail("TopicPattern",
            rest.size() > qsizetype(kMostTopicBytes)
                ? tooLongText(rest.size(), qsizetype(kMostTopicBytes))
                : QCoreApplication::translate("Document", "`%1` does not make names of topics.").arg(pattern.left(100)),
            QCoreApplication::translate("Document",
                "Use `${schema}`, `${table}`, letters, digits, dots, underscores and hyphens, such as "
                "`cdc.${schema}.${table}`."));
    }
}

} // namespace

void readKafka(JsonReader &settings, EndpointSpec &spec, SecretCheck secrets)
{
    KafkaEndpointSettings &kafka = spec.kafka;
    kafka.broker = settings.text("Broker").value_or(kafka.broker).trimmed();
    if (kafka.broker.isEmpty()) {
        settings.missing("Broker",
            QCoreApplication::translate(
                "Document", "Give one or more brokers, such as `10.0.0.5:9092,10.0.0.6:9092`."));
    }
    readTopic(settings, "Topic", kafka.topic);
    readFormat(settings, kafka);
    readSecurity(settings, kafka);
    checkSecurity(settings, kafka, secrets);
    settings.finish();
}

void readKafkaExtras(JsonReader &settings, KafkaExtras &extras)
{
    extras.delivery = settings.choice("Delivery", kDeliveries).value_or(extras.delivery);
    readTopic(settings, "CheckpointTopic", extras.checkpointTopic);
    readPattern(settings, extras.topicPattern);
    extras.isPrimaryKeyRule
        = settings.oneOf("KeyRule", {QStringLiteral("dms"), QStringLiteral("primary-key")}).value_or(0) == 1;
    extras.headers = settings.boolean("Headers").value_or(false);
    extras.tombstones = settings.boolean("Tombstones").value_or(false);
    extras.transactionBoundaries = settings.boolean("TransactionBoundaries").value_or(false);
    if (const auto count = settings.integer("TopicPartitions", 1, kMostPartitions)) {
        extras.topicPartitions = int(*count);
    }
    if (const auto count = settings.integer("TopicReplicationFactor", 1, 1000)) {
        extras.topicReplicationFactor = int(*count);
    }
    extras.topicConfig = readProperties(settings, "TopicConfig");
    extras.producerProperties = readProperties(settings, "ProducerProperties");
    if (extras.transactionBoundaries) {
        settings.refuse("TransactionBoundaries",
            QCoreApplication::translate("Document", "Transaction begin and end messages are not supported yet."),
            QCoreApplication::translate(
                "Document", "Remove it; `IncludeTransactionDetails` numbers the changes of each transaction."));
    }
    settings.finish();
}

} // namespace rowcast
