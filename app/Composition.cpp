// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Composition.h"

#include "core/base/StrictJson.h"
#include "core/kafka/KafkaConnector.h"
#include "core/mysql/MySqlConnector.h"
#include "core/mysql/server/StreamFailures.h"
#include "core/mysql/stream/StartResolver.h"

#include <QCoreApplication>

namespace rowcast {

namespace {

constexpr int kDmsMessageMaxBytes = 1'000'000; // DMS's default, printed with every endpoint: no limit anybody chose
constexpr qsizetype kMostShown = 200;

Failure engineFailure(const EndpointSpec &endpoint)
{
    return {.code = QStringLiteral("endpoint.engine"),
        .cause = QCoreApplication::translate("Composition", "This version of Rowcast has no %1 for engine “%2”.")
                     .arg(endpoint.role == EndpointRole::Source ? QCoreApplication::translate("Composition", "source")
                                                                : QCoreApplication::translate("Composition", "target"),
                         engineName(endpoint.engine)),
        .remedy = QCoreApplication::translate(
            "Composition", "Use `aurora`, `mysql` or `mariadb` as source and `kafka` as target."),
        .detail = {},
        .retryable = false};
}

mysql::TlsMode tlsOf(SslMode mode)
{
    switch (mode) {
    case SslMode::None:
        return mysql::TlsMode::None;
    case SslMode::Require:
        return mysql::TlsMode::Require;
    case SslMode::VerifyCa:
        return mysql::TlsMode::VerifyCa;
    case SslMode::VerifyFull:
        break;
    }
    return mysql::TlsMode::VerifyFull;
}

KafkaSecurity securityOf(SecurityProtocol protocol)
{
    switch (protocol) {
    case SecurityProtocol::Plaintext:
        return KafkaSecurity::Plaintext;
    case SecurityProtocol::SslEncryption:
        return KafkaSecurity::SslEncryption;
    case SecurityProtocol::SslAuthentication:
        return KafkaSecurity::SslAuthentication;
    case SecurityProtocol::SaslPlaintext:
        return KafkaSecurity::SaslPlaintext;
    case SecurityProtocol::SaslSsl:
        break;
    }
    return KafkaSecurity::SaslSsl;
}

// "mysql" is said of Aurora, too, as DMS's consoles do.
std::optional<mysql::Flavour> expectedFlavour(Engine engine)
{
    switch (engine) {
    case Engine::Aurora:
        return mysql::Flavour::Aurora;
    case Engine::MariaDb:
        return mysql::Flavour::MariaDb;
    default:
        return std::nullopt;
    }
}

QString mechanismOf(SaslMechanism mechanism)
{
    switch (mechanism) {
    case SaslMechanism::Plain:
        return QStringLiteral("plain");
    case SaslMechanism::ScramSha256:
        return QStringLiteral("scram-sha-256");
    case SaslMechanism::ScramSha512:
        break;
    }
    return QStringLiteral("scram-sha-512");
}

// Empty where the tables' names decide.
QString topicToLookAt(const EndpointSpec &endpoint)
{
    const QString &pattern = endpoint.kafkaExtras.topicPattern;
    return pattern.isEmpty() ? endpoint.kafka.topic : pattern.contains(QLatin1Char('$')) ? QString() : pattern;
}

KafkaSettings kafkaSettingsOf(const EndpointSpec &endpoint)
{
    const KafkaEndpointSettings &from = endpoint.kafka;
    const KafkaExtras &extras = endpoint.kafkaExtras;
    KafkaSettings settings;
    settings.brokers = from.broker;
    settings.security = securityOf(from.securityProtocol);
    settings.caCertificate = from.sslCaCertificate;
    settings.clientCertificate = from.sslClientCertificate;
    settings.clientKey = Secret(from.sslClientKey);
    settings.clientKeyPassword = from.sslClientKeyPassword.secret;
    settings.saslMechanism = mechanismOf(from.saslMechanism);
    settings.saslUsername = from.saslUsername;
    settings.saslPassword = from.saslPassword.secret;
    settings.isHostNameChecked = from.verifiesHostName;
    if (from.messageMaxBytes != kDmsMessageMaxBytes) {
        settings.messageMaxBytes = from.messageMaxBytes;
    }
    settings.topic = topicToLookAt(endpoint);
    settings.topicPartitions = extras.topicPartitions;
    settings.topicReplicationFactor = extras.topicReplicationFactor;
    settings.topicConfig = extras.topicConfig;
    settings.checkpointTopic = extras.checkpointTopic;
    settings.isExactlyOnce = extras.delivery == Delivery::ExactlyOnce;
    settings.producerProperties = extras.producerProperties;
    return settings;
}

Failure atPath(const QString &path, const Failure &failure)
{
    Failure told = documentFailure(path, failure.cause, failure.remedy);
    told.detail = failure.detail;
    return told;
}

Result<void> checkProperties(const QMap<QString, QString> &properties)
{
    const QString path = QStringLiteral("$.TargetEndpoint.RowcastSettings.ProducerProperties");
    for (auto it = properties.cbegin(); it != properties.cend(); ++it) {
        if (auto checked = checkProducerProperties({{it.key(), it.value()}}); !checked) {
            return atPath(jsonPath(path, it.key()), checked.error());
        }
    }
    return {};
}

// The server tells which kind of GTIDs it has: either passes here.
Result<void> checkStartPosition(const QString &position)
{
    if (position.isEmpty() || mysql::isStartPosition(position.toStdString())) {
        return {};
    }
    return atPath(QStringLiteral("$.ReplicationTask.CdcStartPosition"),
        mysql::startPositionFailure(position.left(kMostShown).toStdString()));
}

} // namespace

Result<void> Composition::check(const MigrationDocument &document)
{
    if (document.source.isMySqlFamily()) {
        if (auto checked = checkStartPosition(document.task.cdcStartPosition); !checked) {
            return checked;
        }
    }
    return checkProperties(document.target.kafkaExtras.producerProperties);
}

Result<std::unique_ptr<SourceConnector>> Composition::source(const EndpointSpec &endpoint) const
{
    if (endpoint.role != EndpointRole::Source || !endpoint.isMySqlFamily()) {
        return engineFailure(endpoint);
    }
    mysql::MySqlSourceSettings settings;
    settings.connection.host = endpoint.serverName;
    settings.connection.port = uint16_t(endpoint.port);
    settings.connection.user = endpoint.userName;
    settings.connection.password = endpoint.password.secret;
    settings.connection.tls = tlsOf(endpoint.sslMode);
    settings.connection.caCertificate = endpoint.caCertificate;
    settings.connection.connectTimeout = std::chrono::seconds(endpoint.mysql.connectionTimeout);
    settings.connection.readTimeout = std::chrono::seconds(endpoint.mysql.executeTimeout);
    settings.connection.afterConnectScript = endpoint.mysql.afterConnectScript;
    settings.expected = expectedFlavour(endpoint.engine);
    settings.serverId = endpoint.serverId;
    settings.skipTableSuspensionForPartitionDdl = endpoint.mysql.skipTableSuspensionForPartitionDdl;
    settings.serverTimezone = endpoint.mysql.serverTimezone;
    return {std::make_unique<mysql::MySqlConnector>(std::move(settings))};
}

Result<std::unique_ptr<SinkConnector>> Composition::target(const EndpointSpec &endpoint) const
{
    if (endpoint.role != EndpointRole::Target || endpoint.engine != Engine::Kafka) {
        return engineFailure(endpoint);
    }
    return {std::make_unique<KafkaConnector>(kafkaSettingsOf(endpoint))};
}

} // namespace rowcast
