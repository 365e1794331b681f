// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/MySqlServer.h"

#include "core/sandbox/DataTemplate.h"
#include "core/sandbox/Greeting.h"
#include "core/sandbox/Ports.h"

#include <QDir>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
constexpr auto kStartTimeout = 60s;
constexpr auto kInitialiseTimeout = 120s;
constexpr auto kGreetingTimeout = 500ms;
constexpr int kPortAttempts = 3;

const QString kLogName = QStringLiteral("server.log");

QString userName()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

// Small, and without fsync: the data does not outlive the folder.
const QStringList kSharedArguments = {QStringLiteral("--bind-address=127.0.0.1"), QStringLiteral("--log-bin=binlog"),
    QStringLiteral("--binlog-format=ROW"), QStringLiteral("--binlog-row-image=FULL"), QStringLiteral("--sync-binlog=0"),
    QStringLiteral("--innodb-flush-log-at-trx-commit=0"), QStringLiteral("--innodb-buffer-pool-size=32M"),
    QStringLiteral("--performance-schema=OFF"), QStringLiteral("--max-connections=60"),
    QStringLiteral("--key-buffer-size=1M")};
const QStringList kMySqlArguments = {QStringLiteral("--mysqlx=OFF"), QStringLiteral("--gtid-mode=ON"),
    QStringLiteral("--enforce-gtid-consistency=ON"), QStringLiteral("--innodb-log-buffer-size=1M"),
    QStringLiteral("--table-open-cache=64")};
const QStringList kMariaDbArguments = {QStringLiteral("--aria-pagecache-buffer-size=2M")};

// These shape the data folder, so they are given when it is made and at each start.
QStringList shapeArguments(MySqlFlavour flavour)
{
    return flavour == MySqlFlavour::MariaDb ? QStringList{QStringLiteral("--innodb-log-file-size=8M")}
                                            : QStringList{QStringLiteral("--innodb-redo-log-capacity=16M")};
}

} // namespace

Result<std::unique_ptr<MySqlServer>> MySqlServer::start(const MySqlServerOptions &options, const std::stop_token &stop)
{
    auto installation = findMySql(options.flavour);
    if (!installation) {
        return installation.error();
    }
    auto folder = PrivateFolder::make(QStringLiteral("mysql"));
    if (!folder) {
        return folder.error();
    }
    std::unique_ptr<MySqlServer> server(new MySqlServer(options, *installation, *std::move(folder)));
    const DataTemplate data(
        QStringList({installation->server, installation->version, userName()}).join(QLatin1Char('|'))
        + options.initialArguments.join(QLatin1Char('|')));
    const auto filled = data.fill(
        server->folder(), server->dataFolder(), [&] { return server->initialise(stop); }, stop);
    if (!filled) {
        return filled.error();
    }
    // another program may take the port between the choice and the start
    for (int attempt = 1;; ++attempt) {
        if (options.port == 0) {
            const auto port = freePort();
            if (!port) {
                return port.error();
            }
            server->m_options.port = *port;
        }
        const auto launched = server->launch(stop);
        if (launched) {
            return server;
        }
        if (options.port != 0 || attempt == kPortAttempts || !isListening(server->m_options.port)) {
            return launched.error();
        }
    }
}

MySqlServer::MySqlServer(MySqlServerOptions options, MySqlInstallation installation, PrivateFolder folder)
    : PrivateServer(std::move(folder))
    , m_options(std::move(options))
    , m_installation(std::move(installation))
{
}

QStringList MySqlServer::commonArguments() const
{
    QStringList arguments = {QStringLiteral("--no-defaults"), QStringLiteral("--user=") + userName(),
        QStringLiteral("--datadir=") + dataFolder(), QStringLiteral("--tmpdir=") + folder().path()};
    arguments += m_installation.arguments;
    arguments += shapeArguments(m_options.flavour);
    if (m_options.flavour != MySqlFlavour::MariaDb) {
        arguments += QStringLiteral("--secure-file-priv=");
    }
    return arguments + m_options.initialArguments;
}

QStringList MySqlServer::serverArguments() const
{
    const bool isMariaDb = m_options.flavour == MySqlFlavour::MariaDb;
    return commonArguments() + kSharedArguments + (isMariaDb ? kMariaDbArguments : kMySqlArguments)
        + QStringList{QStringLiteral("--port=%1").arg(m_options.port),
            QStringLiteral("--server-id=%1").arg(m_options.port), QStringLiteral("--socket=") + socketPath(),
            QStringLiteral("--pid-file=") + folder().filePath(QStringLiteral("pid"))}
    + m_options.arguments;
}

Result<void> MySqlServer::initialise(const std::stop_token &stop) const
{
    ProcessCommand command{.program = m_installation.server,
        .arguments = commonArguments(),
        .environment = m_installation.environment,
        .logName = QStringLiteral("initialise.log")};
    if (m_installation.initialiser.isEmpty()) {
        command.arguments += QStringLiteral("--initialize-insecure");
    } else {
        command.program = m_installation.initialiser;
        command.arguments
            += {QStringLiteral("--auth-root-authentication-method=normal"), QStringLiteral("--skip-test-db")};
    }
    const auto made = PrivateProcess::run(folder(), command, kInitialiseTimeout, stop);
    // each copy of the template is a server of its own, with an identity of its own
    QFile::remove(dataFolder() + QStringLiteral("/auto.cnf"));
    return made;
}

Result<void> MySqlServer::launch(const std::stop_token &stop)
{
    const ProcessCommand command{.program = m_installation.server,
        .arguments = serverArguments(),
        .environment = m_installation.environment,
        .logName = kLogName};
    const auto isReady = [this] { return isMySqlGreeting(m_options.port, kGreetingTimeout) && isRunning(); };
    return PrivateServer::launch(flavourName(m_options.flavour), command, isReady, kStartTimeout, stop);
}

Result<void> MySqlServer::restart(const std::stop_token &stopToken, const std::optional<QStringList> &arguments)
{
    stop();
    if (arguments) {
        m_options.arguments = *arguments;
    }
    return launch(stopToken);
}

} // namespace rowcast
