// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/SecretValue.h"

#include <QMap>
#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

enum class MessageFormat : uint8_t { Json, JsonUnformatted };
// SaslPlaintext ("sasl-plaintext") and ScramSha256 ("scram-sha-256") are not known to DMS.
enum class SecurityProtocol : uint8_t { Plaintext, SslEncryption, SslAuthentication, SaslSsl, SaslPlaintext };
enum class SaslMechanism : uint8_t { ScramSha512, Plain, ScramSha256 };
enum class Delivery : uint8_t { ExactlyOnce, AtLeastOnce };

// DMS's KafkaSettings. Certificates and keys are the path of a PEM file or the PEM text itself; an ARN cannot be read
// here.
struct KafkaEndpointSettings {
    QString broker; // "host:port,host:port"
    QString topic = QStringLiteral("kafka-default-topic");
    MessageFormat messageFormat = MessageFormat::Json;
    bool includeTransactionDetails = false;
    bool includePartitionValue = false;
    bool partitionIncludeSchemaTable = false;
    bool includeTableAlterOperations = false;
    bool includeControlDetails = false;
    bool includeNullAndEmpty = false;
    int messageMaxBytes = 1'000'000;
    SecurityProtocol securityProtocol = SecurityProtocol::Plaintext;
    QString sslClientCertificate; // SslClientCertificateArn
    QString sslClientKey; // SslClientKeyArn; PEM text is a secret and not exported
    SecretValue sslClientKeyPassword;
    QString sslCaCertificate; // SslCaCertificateArn; empty: the system's own authorities
    QString saslUsername;
    SecretValue saslPassword;
    SaslMechanism saslMechanism = SaslMechanism::ScramSha512;
    bool verifiesHostName = true; // SslEndpointIdentificationAlgorithm https (default) or none
    bool noHexPrefix = false;
    bool useLargeIntegerValue = true; // Rowcast's default; DMS's is false

    bool operator==(const KafkaEndpointSettings &) const = default;
};

// RowcastSettings of a target endpoint.
struct KafkaExtras {
    Delivery delivery = Delivery::ExactlyOnce;
    QString checkpointTopic = QStringLiteral("rowcast.checkpoints");
    QString topicPattern; // with ${schema} and ${table}; empty: KafkaEndpointSettings::topic
    bool isPrimaryKeyRule = false; // KeyRule primary-key
    bool headers = false;
    bool tombstones = false;
    bool transactionBoundaries = false;
    std::optional<int> topicPartitions; // of topics that Rowcast creates; none: the broker's default
    std::optional<int> topicReplicationFactor;
    QMap<QString, QString> topicConfig;
    QMap<QString, QString> producerProperties; // librdkafka's names

    bool operator==(const KafkaExtras &) const = default;
};

} // namespace rowcast
