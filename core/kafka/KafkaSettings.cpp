// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/KafkaSettings.h"

#include "core/kafka/Handles.h"

#include <QCoreApplication>

#include <array>

namespace rowcast {

namespace {

struct Owned {
    const char *name;
    const char *instead; // the field of the endpoint that decides, or null where nobody may
};

// What Rowcast sets itself. A name that ends with a dot stands for all that begin with it.
constexpr std::array kOwned = {
    Owned{"enable.idempotence", nullptr},
    Owned{"acks", nullptr},
    Owned{"request.required.acks", nullptr},
    Owned{"max.in.flight", nullptr},
    Owned{"max.in.flight.requests.per.connection", nullptr},
    Owned{"retries", nullptr},
    Owned{"message.send.max.retries", nullptr},
    Owned{"transactional.id", nullptr},
    Owned{"isolation.level", nullptr},
    Owned{"delivery.report.only.error", nullptr},
    Owned{"produce.offset.report", nullptr},
    Owned{"enable.gapless.guarantee", nullptr},
    Owned{"plugin.library.paths", nullptr},
    Owned{"log.queue", nullptr},
    Owned{"enable.partition.eof", nullptr},
    Owned{"enable.auto.commit", nullptr},
    Owned{"enable.auto.offset.store", nullptr},
    Owned{"auto.offset.reset", nullptr},
    Owned{"group.id", nullptr},
    Owned{"bootstrap.servers", "Broker"},
    Owned{"metadata.broker.list", "Broker"},
    Owned{"message.max.bytes", "MessageMaxBytes"},
    Owned{"security.protocol", "SecurityProtocol"},
    Owned{"sasl.mechanism", "SaslMechanism"},
    Owned{"sasl.mechanisms", "SaslMechanism"},
    Owned{"sasl.username", "SaslUsername"},
    Owned{"sasl.password", "SaslPassword"},
    Owned{"ssl.ca.location", "SslCaCertificateArn"},
    Owned{"ssl.ca.pem", "SslCaCertificateArn"},
    Owned{"ssl.certificate.", "SslClientCertificateArn"},
    Owned{"ssl.key.", "SslClientKeyArn"},
    Owned{"ssl.keystore.", "SslClientCertificateArn"},
    Owned{"ssl.endpoint.identification.algorithm", "SslEndpointIdentificationAlgorithm"},
};

const Owned *ownedProperty(const QString &name)
{
    for (const Owned &owned : kOwned) {
        const QLatin1String known(owned.name);
        if (known.endsWith(QLatin1Char('.')) ? name.startsWith(known) : name == known) {
            return &owned;
        }
    }
    return nullptr;
}

Failure refused(const QString &name, const Owned &owned)
{
    const QString remedy = owned.instead == nullptr
        ? QCoreApplication::translate("Kafka", "Remove `%1` from ProducerProperties.").arg(name)
        : QCoreApplication::translate(
            "Kafka", "Remove `%1` from ProducerProperties and set `%2` of the endpoint instead.")
              .arg(name, QLatin1String(owned.instead));
    return {.code = QStringLiteral("kafka.property.refused"),
        .cause = QCoreApplication::translate(
            "Kafka", "ProducerProperties may not set %1: Rowcast sets it itself, as its promises depend on it.")
                     .arg(name),
        .remedy = remedy,
        .detail = {},
        .retryable = false};
}

Failure unknown(const QString &name, const char *words)
{
    return {.code = QStringLiteral("kafka.property.invalid"),
        .cause
        = QCoreApplication::translate("Kafka", "The Kafka client does not accept %1 in ProducerProperties.").arg(name),
        .remedy = QCoreApplication::translate(
            "Kafka", "Correct `%1`: names and values are those of librdkafka's CONFIGURATION.md.")
                      .arg(name),
        .detail = QString::fromUtf8(words),
        .retryable = false};
}

Failure badAddress(const QString &text)
{
    return {.code = QStringLiteral("kafka.broker.address"),
        .cause = QCoreApplication::translate("Kafka", "\"%1\" is not the address of a broker.").arg(text),
        .remedy
        = QCoreApplication::translate("Kafka", "Write each broker as `host:port`, several with commas between."),
        .detail = {},
        .retryable = false};
}

} // namespace

QStringList KafkaSettings::brokerList() const
{
    QStringList list;
    for (const QString &part : brokers.split(QLatin1Char(','))) {
        if (const QString broker = part.trimmed(); !broker.isEmpty()) {
            list.append(broker);
        }
    }
    return list;
}

bool KafkaSettings::usesTls() const
{
    return security != KafkaSecurity::Plaintext && security != KafkaSecurity::SaslPlaintext;
}

bool KafkaSettings::usesSasl() const
{
    return security == KafkaSecurity::SaslSsl || security == KafkaSecurity::SaslPlaintext;
}

Result<BrokerAddress> parseBrokerAddress(const QString &text)
{
    BrokerAddress address;
    QString port;
    const qsizetype bracket = text.indexOf(QLatin1Char(']'));
    if (text.startsWith(QLatin1Char('[')) && bracket > 0) {
        address.host = text.mid(1, bracket - 1);
        port = text.mid(bracket + 1);
    } else {
        const qsizetype colon = text.indexOf(QLatin1Char(':'));
        address.host = colon < 0 ? text : text.left(colon);
        port = colon < 0 ? QString() : text.mid(colon);
    }
    if (!port.isEmpty()) {
        bool isNumber = false;
        address.port = port.mid(1).toUShort(&isNumber);
        if (!isNumber || address.port == 0 || !port.startsWith(QLatin1Char(':'))) {
            return badAddress(text);
        }
    }
    if (address.host.isEmpty() || address.host.contains(QLatin1Char(' ')) || address.host.contains(QLatin1Char('/'))) {
        return badAddress(text);
    }
    return address;
}

Result<void> checkProducerProperties(const QMap<QString, QString> &properties)
{
    const kafka::ConfHandle scratch(rd_kafka_conf_new());
    for (auto it = properties.cbegin(); it != properties.cend(); ++it) {
        if (const Owned *owned = ownedProperty(it.key())) {
            return refused(it.key(), *owned);
        }
        std::array<char, 512> words{};
        if (rd_kafka_conf_set(scratch.get(), it.key().toUtf8().constData(), it.value().toUtf8().constData(),
                words.data(), words.size())
            != RD_KAFKA_CONF_OK) {
            return unknown(it.key(), words.data());
        }
    }
    return {};
}

} // namespace rowcast
