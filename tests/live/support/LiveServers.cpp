// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/LiveServers.h"

#include "tests/live/support/HardCase.h"

namespace rowcast {

Result<void> LiveServers::startMySql(
    MySqlFlavour flavour, const QStringList &arguments, const QStringList &initialArguments)
{
    MySqlServerOptions options;
    options.flavour = flavour;
    options.arguments = arguments;
    options.initialArguments = initialArguments;
    auto started = MySqlServer::start(options);
    if (!started) {
        return started.error();
    }
    m_mysql = *std::move(started);
    return {};
}

Result<void> LiveServers::startKafka(const QStringList &properties)
{
    KafkaServerOptions options;
    options.properties = properties;
    auto started = KafkaServer::start(options);
    if (!started) {
        return started.error();
    }
    m_kafka = *std::move(started);
    return {};
}

Result<SqlClient> LiveServers::sql() const
{
    return SqlClient::connect(m_mysql->host(), m_mysql->port());
}

Result<void> LiveServers::execute(const QByteArray &statements) const
{
    auto session = sql();
    return session ? session->execute(statements) : session.error();
}

bool isReasonToSkip(const Failure &failure)
{
    const bool isReason
        = failure.code == QLatin1String("sandbox.missing") && qEnvironmentVariableIsEmpty("ROWCAST_LIVE_REQUIRED");
    if (isReason) {
        HardCase::noteSkipped();
    }
    return isReason;
}

} // namespace rowcast
