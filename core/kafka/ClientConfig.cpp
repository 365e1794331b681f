// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/ClientConfig.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace rowcast::kafka {

namespace {

constexpr int kStatisticsMs = 100;
constexpr int kLargestMessage = 1'000'000'000; // the most that librdkafka takes

QString securityName(KafkaSecurity security)
{
    switch (security) {
    case KafkaSecurity::Plaintext:
        return QStringLiteral("plaintext");
    case KafkaSecurity::SslEncryption:
    case KafkaSecurity::SslAuthentication:
        return QStringLiteral("ssl");
    case KafkaSecurity::SaslSsl:
        return QStringLiteral("sasl_ssl");
    case KafkaSecurity::SaslPlaintext:
        break;
    }
    return QStringLiteral("sasl_plaintext");
}

Failure unreadable(const QString &path)
{
    return {.code = QStringLiteral("kafka.tls.file"),
        .cause = QCoreApplication::translate("Kafka", "The certificate or key file %1 cannot be read.").arg(path),
        .remedy = QCoreApplication::translate(
            "Kafka", "Name a PEM file that this program may read, or paste the PEM text itself."),
        .detail = {},
        .retryable = false};
}

// Collects properties and keeps the first failure, so that the callers read as a plain list.
class Properties {
public:
    void set(const char *name, const QString &value)
    {
        if (m_failure) {
            return;
        }
        std::array<char, 512> words{};
        if (rd_kafka_conf_set(m_conf.get(), name, value.toUtf8().constData(), words.data(), words.size())
            != RD_KAFKA_CONF_OK) {
            m_failure = Failure{.code = QStringLiteral("kafka.setting.invalid"),
                .cause = QCoreApplication::translate("Kafka", "The Kafka client does not accept the setting %1.")
                             .arg(QLatin1String(name)),
                .remedy = QCoreApplication::translate("Kafka", "Correct the target endpoint's settings."),
                .detail = QString::fromUtf8(words.data()),
                .retryable = false};
        }
    }
    void set(const char *name, int value) { set(name, QString::number(value)); }
    void set(const char *name, bool value) { set(name, value ? QStringLiteral("true") : QStringLiteral("false")); }

    // PEM text, or the path of a file with it.
    void setPem(const char *textName, const char *fileName, const QString &value)
    {
        if (value.isEmpty()) {
            return;
        }
        if (value.contains(QLatin1String("-----BEGIN"))) {
            set(textName, value);
        } else if (const QFileInfo file(value); file.isFile() && file.isReadable()) {
            set(fileName, value);
        } else if (!m_failure) {
            m_failure = unreadable(value);
        }
    }

    Result<ConfHandle> take()
    {
        if (m_failure) {
            return *m_failure;
        }
        return std::move(m_conf);
    }

private:
    ConfHandle m_conf{rd_kafka_conf_new()};
    std::optional<Failure> m_failure;
};

void setConnection(Properties &properties, const KafkaSettings &settings)
{
    properties.set("bootstrap.servers", settings.brokerList().join(QLatin1Char(',')));
    properties.set("client.id", QStringLiteral("rowcast"));
    properties.set("security.protocol", securityName(settings.security));
    if (settings.usesTls()) {
        properties.setPem("ssl.ca.pem", "ssl.ca.location", settings.caCertificate);
        properties.set("ssl.endpoint.identification.algorithm",
            settings.isHostNameChecked ? QStringLiteral("https") : QStringLiteral("none"));
        if (!settings.clientCertificate.isEmpty()) {
            properties.setPem("ssl.certificate.pem", "ssl.certificate.location", settings.clientCertificate);
            if (!settings.clientKeyPassword.isEmpty()) {
                properties.set("ssl.key.password", settings.clientKeyPassword.reveal());
            }
            properties.setPem("ssl.key.pem", "ssl.key.location", settings.clientKey.reveal());
        }
    }
    if (settings.usesSasl()) {
        properties.set("sasl.mechanism", settings.saslMechanism.toUpper());
        properties.set("sasl.username", settings.saslUsername);
        properties.set("sasl.password", settings.saslPassword.reveal());
    }
    properties.set("socket.keepalive.enable", true);
    properties.set("reconnect.backoff.max.ms", 2000);
}

void setProducer(Properties &properties, const KafkaSettings &settings, const ClientPlan &plan)
{
    properties.set("compression.codec", QStringLiteral("lz4"));
    properties.set("linger.ms", 10);
    properties.set("batch.size", plan.batchBytes);
    // the sink bounds the bytes itself, as this bound would never let a message pass that is larger than it
    properties.set("queue.buffering.max.kbytes", 2'000'000);
    properties.set("queue.buffering.max.messages", 100'000);
    properties.set("message.max.bytes", settings.messageMaxBytes.value_or(kLargestMessage));
    properties.set("delivery.report.only.error", true);
    properties.set("enable.idempotence", true);
    properties.set("acks", QStringLiteral("all"));
    if (plan.role == ClientRole::TransactionalProducer) {
        properties.set("transactional.id", plan.transactionalId);
        properties.set("transaction.timeout.ms", int(kTransactionTimeout.count()));
    } else {
        properties.set("message.timeout.ms", int(kTransactionTimeout.count()));
    }
}

void setReader(Properties &properties, const ClientPlan &plan)
{
    const bool isCommitted = plan.role == ClientRole::CommittedReader;
    properties.set(
        "isolation.level", isCommitted ? QStringLiteral("read_committed") : QStringLiteral("read_uncommitted"));
    properties.set("enable.partition.eof", true);
    properties.set("enable.auto.commit", false);
    properties.set("auto.offset.reset", QStringLiteral("earliest"));
    properties.set("queued.max.messages.kbytes", plan.queuedKilobytes);
    properties.set("fetch.wait.max.ms", int(plan.fetchWait.count()));
    properties.set("fetch.error.backoff.ms", 100);
}

// Which of the user's properties concern the connection, and so every client, not the producer alone.
bool isConnectionProperty(const QString &name)
{
    static const std::array kPrefixes = {"sasl.", "ssl.", "enable.ssl.", "enable.sasl.", "https.", "socket.", "broker.",
        "client.", "reconnect.", "connections.", "metadata.", "topic.metadata.", "api.version.", "debug", "log_level"};
    for (const char *prefix : kPrefixes) {
        if (name.startsWith(QLatin1String(prefix))) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<ConfHandle> makeConfig(const KafkaSettings &settings, const ClientPlan &plan)
{
    if (settings.brokerList().isEmpty()) {
        return Failure{.code = QStringLiteral("kafka.broker.address"),
            .cause = QCoreApplication::translate("Kafka", "The target endpoint names no broker."),
            .remedy = QCoreApplication::translate("Kafka", "Set `Broker` to `host:port`, several with commas between."),
            .detail = {},
            .retryable = false};
    }
    if (auto checked = checkProducerProperties(settings.producerProperties); !checked) {
        return checked.error();
    }
    Properties properties;
    setConnection(properties, settings);
    const bool isProducer
        = plan.role == ClientRole::TransactionalProducer || plan.role == ClientRole::IdempotentProducer;
    if (plan.tellsBrokers) {
        properties.set("statistics.interval.ms", kStatisticsMs);
    }
    if (isProducer) {
        setProducer(properties, settings, plan);
    } else {
        setReader(properties, plan);
    }
    for (auto it = settings.producerProperties.cbegin(); it != settings.producerProperties.cend(); ++it) {
        const bool isTransactional = it.key().startsWith(QLatin1String("transaction."));
        if (isConnectionProperty(it.key())
            || (isProducer && (!isTransactional || plan.role == ClientRole::TransactionalProducer))) {
            properties.set(it.key().toUtf8().constData(), it.value());
        }
    }
    return properties.take();
}

std::chrono::milliseconds transactionTimeout(const KafkaSettings &settings)
{
    const auto own = settings.producerProperties.constFind(QStringLiteral("transaction.timeout.ms"));
    return own == settings.producerProperties.cend() ? kTransactionTimeout : std::chrono::milliseconds(own->toInt());
}

} // namespace rowcast::kafka
