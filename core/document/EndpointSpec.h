// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/document/KafkaEndpointSettings.h"
#include "core/document/MySqlSettings.h"
#include "core/document/SecretValue.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>

namespace rowcast {

enum class EndpointRole : uint8_t { Source, Target };
enum class Engine : uint8_t { Aurora, MySql, MariaDb, MongoDb, DocDb, DynamoDb, Kafka };
enum class SslMode : uint8_t { None, Require, VerifyCa, VerifyFull };

// An endpoint as the person defined it. A plain value with DMS's defaults; copied between threads.
struct EndpointSpec {
    QString identifier;
    EndpointRole role = EndpointRole::Source;
    Engine engine = Engine::MySql;
    // Databases only.
    QString serverName;
    int port = 3306;
    QString userName;
    SecretValue password;
    QString databaseName; // kept; schemas come from the table mappings
    SslMode sslMode = SslMode::None;
    QString caCertificate; // CertificateArn: path of a PEM file, or its text
    QString secretsManagerSecretId; // kept as a reference; see MigrationDocument
    MySqlSettings mysql;
    std::optional<uint32_t> serverId; // RowcastSettings.ServerId; none: derived from the task
    // Kafka only.
    KafkaEndpointSettings kafka;
    KafkaExtras kafkaExtras;

    [[nodiscard]] bool isMySqlFamily() const
    {
        return engine == Engine::Aurora || engine == Engine::MySql || engine == Engine::MariaDb;
    }
    // "127.0.0.1:3306" or the broker list.
    [[nodiscard]] QString address() const;
    bool operator==(const EndpointSpec &) const = default;
};

// "aurora", "mysql", ..., "kafka", as EngineName has it.
[[nodiscard]] QString engineName(Engine engine);
[[nodiscard]] std::optional<Engine> engineOfName(const QString &name);
// "none", "require", "verify-ca", "verify-full".
[[nodiscard]] QString sslModeName(SslMode mode);

enum class SecretCheck : uint8_t { Required, MayBeMissing };

// One endpoint as an object of the migration document. MayBeMissing is for the store, which keeps passwords elsewhere.
// Failures as in MigrationDocument.
[[nodiscard]] Result<EndpointSpec> parseEndpoint(
    const QByteArray &json, SecretCheck secrets, const QString &path = QStringLiteral("$"));
// The same object without secrets that were given as text.
[[nodiscard]] QByteArray endpointJson(const EndpointSpec &spec);

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::EndpointSpec)
