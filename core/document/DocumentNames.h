// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/document/EndpointSpec.h"
#include "core/document/TaskSpec.h"

namespace rowcast {

// The words of DMS's API (and, for RowcastSettings, of ours), read and written by these tables.
inline constexpr JsonChoice<EndpointRole> kRoles[]
    = {{"source", EndpointRole::Source}, {"target", EndpointRole::Target}};
inline constexpr JsonChoice<Engine> kEngines[]
    = {{"aurora", Engine::Aurora}, {"mysql", Engine::MySql}, {"mariadb", Engine::MariaDb}, {"mongodb", Engine::MongoDb},
        {"docdb", Engine::DocDb}, {"dynamodb", Engine::DynamoDb}, {"kafka", Engine::Kafka}};
inline constexpr JsonChoice<SslMode> kSslModes[] = {{"none", SslMode::None}, {"require", SslMode::Require},
    {"verify-ca", SslMode::VerifyCa}, {"verify-full", SslMode::VerifyFull}};
inline constexpr JsonChoice<MessageFormat> kFormats[]
    = {{"json", MessageFormat::Json}, {"json-unformatted", MessageFormat::JsonUnformatted}};
inline constexpr JsonChoice<SecurityProtocol> kProtocols[] = {{"plaintext", SecurityProtocol::Plaintext},
    {"ssl-encryption", SecurityProtocol::SslEncryption}, {"ssl-authentication", SecurityProtocol::SslAuthentication},
    {"sasl-ssl", SecurityProtocol::SaslSsl}, {"sasl-plaintext", SecurityProtocol::SaslPlaintext}};
inline constexpr JsonChoice<SaslMechanism> kMechanisms[] = {{"scram-sha-512", SaslMechanism::ScramSha512},
    {"plain", SaslMechanism::Plain}, {"scram-sha-256", SaslMechanism::ScramSha256}};
inline constexpr JsonChoice<Delivery> kDeliveries[]
    = {{"exactly-once", Delivery::ExactlyOnce}, {"at-least-once", Delivery::AtLeastOnce}};
inline constexpr JsonChoice<MigrationType> kMigrationTypes[] = {{"full-load", MigrationType::FullLoad},
    {"cdc", MigrationType::Cdc}, {"full-load-and-cdc", MigrationType::FullLoadAndCdc}};

} // namespace rowcast
