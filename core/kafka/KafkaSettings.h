// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace rowcast {

// How a connection to the brokers is protected: DMS's SecurityProtocol, and the one mode that DMS does not offer.
enum class KafkaSecurity : uint8_t {
    Plaintext, // "plaintext"
    SslEncryption, // "ssl-encryption": TLS, the broker shows a certificate
    SslAuthentication, // "ssl-authentication": mutual TLS
    SaslSsl, // "sasl-ssl"
    SaslPlaintext, // "sasl-plaintext", not known to DMS
};

// One Kafka target endpoint, as this room needs it. A plain value.
struct KafkaSettings {
    QString brokers; // "host:port,host:port"; a missing port is 9092
    KafkaSecurity security = KafkaSecurity::Plaintext;
    // Certificates and the key: PEM text ("-----BEGIN ...") or the path of a PEM file.
    QString caCertificate; // empty: the system's authorities
    QString clientCertificate;
    Secret clientKey;
    Secret clientKeyPassword;
    QString saslMechanism = QStringLiteral("scram-sha-512"); // also plain, scram-sha-256; others by librdkafka's names
    QString saslUsername;
    Secret saslPassword;
    bool isHostNameChecked = true; // DMS's SslEndpointIdentificationAlgorithm https (true) or none
    std::optional<int> messageMaxBytes; // largest message; none: only the topic's own limit counts

    QString topic; // the endpoint's default topic: what the connection test looks at
    std::optional<int> topicPartitions; // of topics that Rowcast creates; none: the broker's default
    std::optional<int> topicReplicationFactor;
    QMap<QString, QString> topicConfig;
    QString checkpointTopic = QStringLiteral("rowcast.checkpoints");
    bool isExactlyOnce = true;
    QMap<QString, QString> producerProperties; // librdkafka's names

    // The brokers one by one, without blanks and empty entries.
    [[nodiscard]] QStringList brokerList() const;
    [[nodiscard]] bool usesTls() const;
    [[nodiscard]] bool usesSasl() const;
};

// "host:port" taken apart; IPv6 addresses stand in brackets. The port is 9092 where none is given.
struct BrokerAddress {
    QString host;
    uint16_t port = 9092;
};
[[nodiscard]] Result<BrokerAddress> parseBrokerAddress(const QString &text);

// Refuses ProducerProperties that would break what Rowcast promises, or that stand in fields of their own, or that
// librdkafka does not know; the failure names the property.
[[nodiscard]] Result<void> checkProducerProperties(const QMap<QString, QString> &properties);

} // namespace rowcast
