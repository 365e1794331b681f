// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/StrictJson.h"
#include "core/document/DocumentNames.h"
#include "core/document/DocumentParts.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMostServerId = 4294967295;

const QStringList &mySqlNames()
{
    static const QStringList list = QStringLiteral(
        "EventsPollInterval ServerTimezone AfterConnectScript CleanSourceMetadataOnMismatch CleanSrcMetadataOnMismatch "
        "skipTableSuspensionForPartitionDdl IgnoreOpenXaTransactionsCheck ExecuteTimeout ConnectionTimeout "
        "CharsetMapping "
        "AuthenticationMethod TargetDbType MaxFileSize ParallelLoadThreads InitStmt")
                                        .split(QLatin1Char(' '));
    return list;
}

const QStringList &kafkaNames()
{
    static const QStringList list = QStringLiteral(
        "Broker Topic MessageFormat IncludeTransactionDetails IncludePartitionValue PartitionIncludeSchemaTable "
        "IncludeTableAlterOperations IncludeControlDetails IncludeNullAndEmpty MessageMaxBytes SecurityProtocol "
        "SslClientCertificateArn SslClientKeyArn SslClientKeyPassword SslCaCertificateArn SaslUsername SaslPassword "
        "SaslMechanism SslEndpointIdentificationAlgorithm NoHexPrefix UseLargeIntegerValue")
                                        .split(QLatin1Char(' '));
    return list;
}

// The settings object with the extra connection attributes added, which may say the same but nothing else.
Json joinedSettings(JsonReader &endpoint, const char *key, const QStringList &names)
{
    const Json *found = endpoint.value(key);
    Json settings = found != nullptr && found->is_object() ? *found : Json::object();
    if (found != nullptr && !found->is_object()) {
        endpoint.fail(key, QCoreApplication::translate("Document", "An object `{...}` is expected here."));
    }
    const QString text = endpoint.text("ExtraConnectionAttributes").value_or(QString());
    const Json attributes = connectionAttributes(text, names);
    for (const auto &[name, value] : attributes.items()) {
        const auto stated = settings.find(name);
        const bool isSame = stated != settings.end()
            && (stated->is_string() ? *stated == value
                                    : stated->dump() == value.template get_ref<const std::string &>());
        if (stated != settings.end() && !stated->is_null() && !isSame) {
            endpoint.fail("ExtraConnectionAttributes",
                QCoreApplication::translate("Document", "`%1` is given here and in `%2`, with different values.")
                    .arg(QString::fromStdString(name), QLatin1String(key)),
                QCoreApplication::translate("Document", "Remove one of the two."));
        }
        settings[name] = stated != settings.end() && isSame ? *stated : value;
    }
    return settings;
}

void readSession(JsonReader &settings, MySqlSettings &mysql)
{
    mysql.eventsPollInterval = int(settings.integer("EventsPollInterval", 1, 60).value_or(mysql.eventsPollInterval));
    mysql.serverTimezone = settings.text("ServerTimezone").value_or(QString());
    mysql.afterConnectScript = settings.text("AfterConnectScript").value_or(QString());
    for (const char *key : {"CleanSourceMetadataOnMismatch", "CleanSrcMetadataOnMismatch"}) {
        mysql.cleanSourceMetadataOnMismatch = settings.boolean(key).value_or(mysql.cleanSourceMetadataOnMismatch);
        if (mysql.cleanSourceMetadataOnMismatch) {
            settings.refuse(key, QCoreApplication::translate("Document", "This setting is not supported yet."),
                QCoreApplication::translate("Document",
                    "Remove it; definitions follow the binary log, and a table that does not fit is stopped."));
        }
    }
    mysql.skipTableSuspensionForPartitionDdl = settings.boolean("skipTableSuspensionForPartitionDdl").value_or(false);
    mysql.ignoreOpenXaTransactionsCheck = settings.boolean("IgnoreOpenXaTransactionsCheck").value_or(true);
    mysql.executeTimeout = int(settings.integer("ExecuteTimeout", 1, 86400).value_or(mysql.executeTimeout));
    mysql.connectionTimeout = int(settings.integer("ConnectionTimeout", 1, 3600).value_or(mysql.connectionTimeout));
    settings.accept({"TargetDbType", "MaxFileSize", "ParallelLoadThreads", "InitStmt"}); // of targets only
    if (!settings.text("CharsetMapping").value_or(QString()).isEmpty()) {
        settings.refuse("CharsetMapping",
            QCoreApplication::translate("Document", "Mapping of character sets is not supported yet."),
            QCoreApplication::translate("Document", "Remove it; each column is read in its own character set."));
    }
    if (settings.text("AuthenticationMethod").value_or(QStringLiteral("password")) != QLatin1String("password")) {
        settings.refuse("AuthenticationMethod",
            QCoreApplication::translate("Document", "Logging in by IAM is not supported yet."),
            QCoreApplication::translate(
                "Document", "Use a user with a password: `\"AuthenticationMethod\": \"password\"`."));
    }
}

// Address and login may stand in the endpoint, in MySQLSettings as the API returns them, or the same in both.
template <typename T> void merge(JsonReader &settings, const char *key, const std::optional<T> &stated, T &value)
{
    if (!stated) {
        return;
    }
    if (value != T{} && value != *stated) {
        settings.fail(key,
            QCoreApplication::translate("Document", "The endpoint gives another value for `%1`.")
                .arg(QLatin1String(key)),
            QCoreApplication::translate("Document", "Remove one of the two."));
    }
    value = *stated;
}

void readAddress(JsonReader &endpoint, EndpointSpec &spec)
{
    spec.serverName = endpoint.text("ServerName").value_or(QString()).trimmed();
    spec.port = int(endpoint.integer("Port", 1, 65535).value_or(0));
    spec.userName = endpoint.text("Username").value_or(QString());
    spec.password = readSecret(endpoint, "Password");
    spec.databaseName = endpoint.text("DatabaseName").value_or(QString());
    spec.secretsManagerSecretId = endpoint.text("SecretsManagerSecretId").value_or(QString());
    spec.sslMode = endpoint.choice("SslMode", kSslModes).value_or(SslMode::None);
    spec.caCertificate = readCertificate(endpoint, "CertificateArn", spec.sslMode != SslMode::None);
}

void checkAddress(JsonReader &endpoint, EndpointSpec &spec)
{
    spec.port = spec.port == 0 ? 3306 : spec.port;
    if (!spec.secretsManagerSecretId.isEmpty() && !spec.password.isEmpty()) {
        endpoint.fail("SecretsManagerSecretId",
            QCoreApplication::translate("Document", "`Password` is given, too: two places for one secret."),
            QCoreApplication::translate("Document", "Remove one of the two."));
    } else if (!spec.secretsManagerSecretId.isEmpty()) {
        endpoint.refuse("SecretsManagerSecretId",
            QCoreApplication::translate("Document", "Secrets of AWS Secrets Manager cannot be read yet."),
            QCoreApplication::translate("Document",
                "Remove it and give `ServerName`, `Username` and `Password`, for instance `\"Password\": {\"env\": "
                "\"DB_PASSWORD\"}`."));
    }
    if (spec.serverName.isEmpty()) {
        endpoint.missing("ServerName",
            QCoreApplication::translate(
                "Document", "Give the host name or address of the server; for Aurora the cluster's writer endpoint."));
    }
    if (spec.userName.isEmpty()) {
        endpoint.missing("Username",
            QCoreApplication::translate("Document", "Give the user whom the server lets read the binary log."));
    }
}

// Extras are read as texts as well, so numbers and booleans are taken from them too.
void readMySqlEndpoint(JsonReader &endpoint, EndpointSpec &spec, JsonReader::Problem &problem)
{
    readAddress(endpoint, spec);
    const Json joined = joinedSettings(endpoint, "MySQLSettings", mySqlNames());
    JsonReader settings(&joined, endpoint.pathOf(QStringLiteral("MySQLSettings")), problem);
    settings.acceptTexts();
    readMySql(settings, spec);
    JsonReader extras = endpoint.object("RowcastSettings");
    if (const auto id = extras.integer("ServerId", 1, kMostServerId)) {
        spec.serverId = uint32_t(*id);
    }
    extras.finish();
    checkAddress(endpoint, spec);
}

void readKafkaEndpoint(JsonReader &endpoint, EndpointSpec &spec, SecretCheck secrets, JsonReader::Problem &problem)
{
    const Json joined = joinedSettings(endpoint, "KafkaSettings", kafkaNames());
    JsonReader settings(&joined, endpoint.pathOf(QStringLiteral("KafkaSettings")), problem);
    settings.acceptTexts();
    readKafka(settings, spec, secrets);
    JsonReader extras = endpoint.object("RowcastSettings");
    readKafkaExtras(extras, spec.kafkaExtras);
    // Of databases; AWS prints them for Kafka too.
    endpoint.accept({"ServerName", "Port", "Username", "Password", "DatabaseName", "SslMode", "CertificateArn"});
}

// Before the engine is looked at: what stands in the wrong half is an engine of the wrong kind, too.
void checkPlace(JsonReader &endpoint, EndpointRole role, EndpointRole place)
{
    if (role != place) {
        endpoint.fail("EndpointType",
            role == EndpointRole::Target ? QCoreApplication::translate("Document", "This endpoint is a target.")
                                         : QCoreApplication::translate("Document", "This endpoint is a source."),
            QCoreApplication::translate(
                "Document", "Put the database into `SourceEndpoint` and Kafka into `TargetEndpoint`."));
    }
}

void checkEngine(JsonReader &endpoint, const EndpointSpec &spec)
{
    const bool isKafka = spec.engine == Engine::Kafka;
    if (isKafka != (spec.role == EndpointRole::Target)) {
        endpoint.fail("EngineName",
            isKafka ? QCoreApplication::translate("Document", "Kafka is a target, not a source.")
                    : QCoreApplication::translate("Document", "`%1` is a source, not a target.")
                          .arg(engineName(spec.engine)));
    } else if (!isKafka && !spec.isMySqlFamily()) {
        endpoint.refuse("EngineName",
            QCoreApplication::translate("Document", "Sources of kind `%1` are not supported yet.")
                .arg(engineName(spec.engine)),
            QCoreApplication::translate("Document", "Use `aurora`, `mysql` or `mariadb`."));
    }
}

} // namespace

void readMySql(JsonReader &settings, EndpointSpec &spec)
{
    readSession(settings, spec.mysql);
    merge(settings, "ServerName", settings.text("ServerName"), spec.serverName);
    const auto port = settings.integer("Port", 1, 65535);
    merge(settings, "Port", port ? std::optional(int(*port)) : std::nullopt, spec.port);
    merge(settings, "Username", settings.text("Username"), spec.userName);
    merge(settings, "DatabaseName", settings.text("DatabaseName"), spec.databaseName);
    merge(settings, "SecretsManagerSecretId", settings.text("SecretsManagerSecretId"), spec.secretsManagerSecretId);
    if (settings.has("Password")) {
        spec.password = readSecret(settings, "Password");
    }
    settings.accept({"Password", "SecretsManagerAccessRoleArn", "ServiceAccessRoleArn"});
    settings.finish();
}

EndpointSpec readEndpoint(const Json *json, QString path, SecretCheck secrets, JsonReader::Problem &problem,
    std::optional<EndpointRole> place)
{
    const Json *object = unwrapped(json, "Endpoint", "Endpoints", path, problem);
    EndpointSpec spec;
    if (object == nullptr) {
        return spec;
    }
    JsonReader endpoint(object, path, problem);
    endpoint.accept({"EndpointArn", "EngineDisplayName", "Status", "KmsKeyId", "ExternalId", "ExternalTableDefinition",
        "IsReadOnly", "ServiceAccessRoleArn", "SecretsManagerAccessRoleArn", "ResourceIdentifier", "Tags",
        "EndpointCreateTime", "ReplicationInstanceEngineVersion"});
    spec.identifier = readIdentifier(endpoint, "EndpointIdentifier");
    const auto engine = endpoint.choice("EngineName", kEngines);
    if (!engine) {
        endpoint.missing("EngineName",
            QCoreApplication::translate(
                "Document", "Give `aurora`, `mysql` or `mariadb` for the source, `kafka` for the target."));
        endpoint.accept({"EndpointType", "ServerName", "Port", "Username", "Password", "SslMode", "MySQLSettings",
            "KafkaSettings", "RowcastSettings", "ExtraConnectionAttributes", "CertificateArn", "DatabaseName"});
        endpoint.finish();
        return spec;
    }
    spec.engine = *engine;
    const EndpointRole byEngine = spec.engine == Engine::Kafka ? EndpointRole::Target : EndpointRole::Source;
    spec.role = endpoint.choice("EndpointType", kRoles).value_or(byEngine);
    if (place && endpoint.has("EndpointType")) {
        checkPlace(endpoint, spec.role, *place);
    }
    checkEngine(endpoint, spec);
    if (endpoint.hasFailed()) {
        return spec;
    }
    if (spec.engine == Engine::Kafka) {
        readKafkaEndpoint(endpoint, spec, secrets, problem);
    } else {
        readMySqlEndpoint(endpoint, spec, problem);
    }
    endpoint.finish();
    return spec;
}

Result<EndpointSpec> parseEndpoint(const QByteArray &json, SecretCheck secrets, const QString &path)
{
    return parsePart(json, path, [&](const Json *part, const QString &partPath, JsonReader::Problem &problem) {
        return readEndpoint(part, partPath, secrets, problem);
    });
}

} // namespace rowcast
