// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/EndpointSpec.h"

#include "core/document/DocumentNames.h"
#include "core/document/DocumentParts.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

void put(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty()) {
        object[key] = text.toStdString();
    }
}

template <typename T> void putUnless(Json &object, const char *key, T value, T usual)
{
    if (value != usual) {
        object[key] = value;
    }
}

// A secret that was given as text belongs into the keychain, not into a file.
void put(Json &object, const char *key, const SecretValue &secret)
{
    if (secret.origin == SecretValue::Origin::Environment) {
        object[key] = {{"env", secret.reference.toStdString()}};
    } else if (secret.origin == SecretValue::Origin::File) {
        object[key] = {{"file", secret.reference.toStdString()}};
    }
}

void put(Json &object, const char *key, const QMap<QString, QString> &properties)
{
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        object[key][it.key().toStdString()] = it.value().toStdString();
    }
}

Json mySqlObject(const MySqlSettings &mysql)
{
    const MySqlSettings usual;
    Json object = Json::object();
    putUnless(object, "EventsPollInterval", mysql.eventsPollInterval, usual.eventsPollInterval);
    put(object, "ServerTimezone", mysql.serverTimezone);
    put(object, "AfterConnectScript", mysql.afterConnectScript);
    putUnless(object, "CleanSourceMetadataOnMismatch", mysql.cleanSourceMetadataOnMismatch, false);
    putUnless(object, "skipTableSuspensionForPartitionDdl", mysql.skipTableSuspensionForPartitionDdl, false);
    putUnless(object, "IgnoreOpenXaTransactionsCheck", mysql.ignoreOpenXaTransactionsCheck, true);
    putUnless(object, "ExecuteTimeout", mysql.executeTimeout, usual.executeTimeout);
    putUnless(object, "ConnectionTimeout", mysql.connectionTimeout, usual.connectionTimeout);
    return object;
}

void putSecurity(Json &object, const KafkaEndpointSettings &kafka)
{
    object["SecurityProtocol"] = choiceName(kProtocols, kafka.securityProtocol);
    put(object, "SslCaCertificateArn", kafka.sslCaCertificate);
    put(object, "SslClientCertificateArn", kafka.sslClientCertificate);
    if (!kafka.sslClientKey.contains(QLatin1String("-----BEGIN"))) {
        put(object, "SslClientKeyArn", kafka.sslClientKey);
    }
    put(object, "SslClientKeyPassword", kafka.sslClientKeyPassword);
    put(object, "SaslUsername", kafka.saslUsername);
    put(object, "SaslPassword", kafka.saslPassword);
    if (kafka.saslMechanism != SaslMechanism::ScramSha512) {
        object["SaslMechanism"] = choiceName(kMechanisms, kafka.saslMechanism);
    }
    if (!kafka.verifiesHostName) {
        object["SslEndpointIdentificationAlgorithm"] = "none";
    }
}

Json kafkaObject(const KafkaEndpointSettings &kafka)
{
    Json object = {{"Broker", kafka.broker.toStdString()}, {"Topic", kafka.topic.toStdString()},
        {"MessageFormat", choiceName(kFormats, kafka.messageFormat)}};
    putUnless(object, "IncludeTransactionDetails", kafka.includeTransactionDetails, false);
    putUnless(object, "IncludePartitionValue", kafka.includePartitionValue, false);
    putUnless(object, "PartitionIncludeSchemaTable", kafka.partitionIncludeSchemaTable, false);
    putUnless(object, "IncludeTableAlterOperations", kafka.includeTableAlterOperations, false);
    putUnless(object, "IncludeControlDetails", kafka.includeControlDetails, false);
    putUnless(object, "IncludeNullAndEmpty", kafka.includeNullAndEmpty, false);
    putUnless(object, "MessageMaxBytes", kafka.messageMaxBytes, KafkaEndpointSettings().messageMaxBytes);
    putSecurity(object, kafka);
    putUnless(object, "NoHexPrefix", kafka.noHexPrefix, false);
    object["UseLargeIntegerValue"] = kafka.useLargeIntegerValue; // DMS's default is the other one
    return object;
}

Json extrasObject(const KafkaExtras &extras)
{
    const KafkaExtras usual;
    Json object = Json::object();
    putUnless(object, "Delivery", choiceName(kDeliveries, extras.delivery), choiceName(kDeliveries, usual.delivery));
    put(object, "CheckpointTopic",
        extras.checkpointTopic == usual.checkpointTopic ? QString() : extras.checkpointTopic);
    put(object, "TopicPattern", extras.topicPattern);
    if (extras.isPrimaryKeyRule) {
        object["KeyRule"] = "primary-key";
    }
    putUnless(object, "Headers", extras.headers, false);
    putUnless(object, "Tombstones", extras.tombstones, false);
    putUnless(object, "TransactionBoundaries", extras.transactionBoundaries, false);
    if (extras.topicPartitions) {
        object["TopicPartitions"] = *extras.topicPartitions;
    }
    if (extras.topicReplicationFactor) {
        object["TopicReplicationFactor"] = *extras.topicReplicationFactor;
    }
    put(object, "TopicConfig", extras.topicConfig);
    put(object, "ProducerProperties", extras.producerProperties);
    return object;
}

void putDatabase(Json &object, const EndpointSpec &spec)
{
    put(object, "ServerName", spec.serverName);
    object["Port"] = spec.port;
    put(object, "Username", spec.userName);
    put(object, "Password", spec.password);
    put(object, "DatabaseName", spec.databaseName);
    put(object, "SecretsManagerSecretId", spec.secretsManagerSecretId);
    object["SslMode"] = choiceName(kSslModes, spec.sslMode);
    put(object, "CertificateArn", spec.caCertificate);
    object["MySQLSettings"] = mySqlObject(spec.mysql);
    if (spec.serverId) {
        object["RowcastSettings"] = {{"ServerId", *spec.serverId}};
    }
}

} // namespace

QString EndpointSpec::address() const
{
    return engine == Engine::Kafka ? kafka.broker : serverName + QLatin1Char(':') + QString::number(port);
}

QString engineName(Engine engine)
{
    return QString::fromLatin1(choiceName(kEngines, engine));
}

std::optional<Engine> engineOfName(const QString &name)
{
    for (const auto &choice : kEngines) {
        if (name == QLatin1String(choice.name)) {
            return choice.meaning;
        }
    }
    return std::nullopt;
}

QString sslModeName(SslMode mode)
{
    return QString::fromLatin1(choiceName(kSslModes, mode));
}

Json endpointObject(const EndpointSpec &spec)
{
    Json object = {{"EndpointIdentifier", spec.identifier.toStdString()},
        {"EndpointType", choiceName(kRoles, spec.role)}, {"EngineName", choiceName(kEngines, spec.engine)}};
    if (spec.engine != Engine::Kafka) {
        putDatabase(object, spec);
        return object;
    }
    object["KafkaSettings"] = kafkaObject(spec.kafka);
    Json extras = extrasObject(spec.kafkaExtras);
    if (!extras.empty()) {
        object["RowcastSettings"] = std::move(extras);
    }
    return object;
}

QByteArray endpointJson(const EndpointSpec &spec)
{
    return QByteArray::fromStdString(endpointObject(spec).dump(2));
}

} // namespace rowcast
