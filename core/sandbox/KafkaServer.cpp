// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sandbox/KafkaServer.h"

#include "core/sandbox/DataTemplate.h"
#include "core/sandbox/Greeting.h"
#include "core/sandbox/Ports.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
constexpr auto kStartTimeout = 90s;
constexpr auto kFormatTimeout = 60s;
constexpr auto kAnswerTimeout = 1s;
constexpr int kPortAttempts = 3;

const QString kLogName = QStringLiteral("server.log");

const char kProperties[] = R"(process.roles=broker,controller
node.id=${nodeId}
controller.quorum.voters=${nodeId}@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
log.dirs=${data}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=3
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=3
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
auto.create.topics.enable=true
group.initial.rebalance.delay.ms=0
)";

const char kLogging[] = R"(rootLogger.level=WARN
rootLogger.appenderRef.out.ref=out
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=[%d] %p %m (%c{1})%n
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=INFO
)";

// Quick to start rather than quick after an hour.
const QStringList kJavaArguments = {QStringLiteral("-Xms128m"), QStringLiteral("-Xmx768m"),
    QStringLiteral("-Xshare:auto"), QStringLiteral("-XX:+UseSerialGC")};

Failure writeFailure(const QString &path, const QString &detail)
{
    return {.code = QStringLiteral("sandbox.folder"),
        .cause = QCoreApplication::translate("Sandbox", "The file %1 could not be written.").arg(path),
        .remedy = QCoreApplication::translate("Sandbox", "Free some space there, or name another folder in `TMPDIR`."),
        .detail = detail,
        .retryable = true};
}

Result<void> writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit()) {
        return writeFailure(path, file.errorString());
    }
    return {};
}

} // namespace

Result<std::unique_ptr<KafkaServer>> KafkaServer::start(const KafkaServerOptions &options, const std::stop_token &stop)
{
    auto installation = findKafka();
    if (!installation) {
        return installation.error();
    }
    auto folder = PrivateFolder::make(QStringLiteral("kafka"));
    if (!folder) {
        return folder.error();
    }
    std::unique_ptr<KafkaServer> server(new KafkaServer(options, *installation, *std::move(folder)));
    for (int attempt = 1;; ++attempt) {
        const auto configured = server->choosePorts(options);
        if (!configured) {
            return configured.error();
        }
        if (attempt == 1) {
            const DataTemplate data(QStringLiteral("kafka|%1|%2")
                                        .arg(installation->version, options.formatArguments.join(QLatin1Char('|'))));
            const auto filled = data.fill(
                server->folder(), server->dataFolder(), [&] { return server->format(stop); }, stop);
            if (!filled) {
                return filled.error();
            }
            if (const auto taken = server->takeIdentity(); !taken) {
                return taken.error();
            }
        }
        const auto launched = server->launch(stop);
        if (launched) {
            return server;
        }
        const bool isTaken = isListening(server->m_options.port) || isListening(server->m_options.controllerPort);
        if (attempt == kPortAttempts || !isTaken) {
            return launched.error();
        }
    }
}

KafkaServer::KafkaServer(KafkaServerOptions options, KafkaInstallation installation, PrivateFolder folder)
    : PrivateServer(std::move(folder))
    , m_options(std::move(options))
    , m_installation(std::move(installation))
{
}

QString KafkaServer::randomId()
{
    return QString::fromLatin1(
        QUuid::createUuid().toRfc4122().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<void> KafkaServer::choosePorts(const KafkaServerOptions &wanted)
{
    do {
        const auto controllerPort = freePort();
        const auto port = freePort();
        if (!controllerPort || !port) {
            return controllerPort ? port.error() : controllerPort.error();
        }
        m_options.controllerPort = wanted.controllerPort == 0 ? *controllerPort : wanted.controllerPort;
        m_options.port = wanted.port == 0 ? *port : wanted.port;
    } while (m_options.controllerPort == m_options.port);
    return writeConfiguration();
}

Result<void> KafkaServer::writeConfiguration() const
{
    QString text = QString::fromLatin1(kProperties) + m_options.properties.join(QLatin1Char('\n')) + QLatin1Char('\n');
    text.replace(QStringLiteral("${port}"), QString::number(m_options.port))
        .replace(QStringLiteral("${controllerPort}"), QString::number(m_options.controllerPort))
        .replace(QStringLiteral("${nodeId}"), QString::number(m_options.nodeId))
        .replace(QStringLiteral("${data}"), dataFolder());
    const auto written = writeFile(folder().filePath(QStringLiteral("server.properties")), text);
    return written ? writeFile(folder().filePath(QStringLiteral("log4j2.properties")), QString::fromLatin1(kLogging))
                   : written;
}

Result<void> KafkaServer::format(const std::stop_token &stop) const
{
    ProcessCommand command{.program = m_installation.java,
        .arguments = kJavaArguments,
        .environment = {},
        .logName = QStringLiteral("format.log")};
    command.arguments += {QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-cp"), m_installation.classPath,
        QStringLiteral("kafka.tools.StorageTool"), QStringLiteral("format"), QStringLiteral("-t"), randomId(),
        QStringLiteral("-c"), folder().filePath(QStringLiteral("server.properties"))};
    command.arguments += m_options.formatArguments;
    return PrivateProcess::run(folder(), command, kFormatTimeout, stop);
}

// The template's ids would make two brokers look like one to a client that knows both, or to their cluster.
Result<void> KafkaServer::takeIdentity() const
{
    const QString path = dataFolder() + QStringLiteral("/meta.properties");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return writeFailure(path, file.errorString());
    }
    QString text = QString::fromUtf8(file.readAll());
    const auto set = [&](const QString &name, const QString &value) {
        const QRegularExpression line(QLatin1Char('^') + QRegularExpression::escape(name) + QStringLiteral("=.*$"),
            QRegularExpression::MultilineOption);
        text.replace(line, name + QLatin1Char('=') + value);
    };
    set(QStringLiteral("cluster.id"), m_options.clusterId.isEmpty() ? randomId() : m_options.clusterId);
    set(QStringLiteral("directory.id"), randomId());
    set(QStringLiteral("node.id"), QString::number(m_options.nodeId));
    return writeFile(path, text);
}

Result<void> KafkaServer::launch(const std::stop_token &stop)
{
    ProcessCommand command{
        .program = m_installation.java, .arguments = kJavaArguments, .environment = {}, .logName = kLogName};
    command.arguments += m_options.javaArguments;
    command.arguments
        += {QStringLiteral("-Dlog4j2.configurationFile=") + folder().filePath(QStringLiteral("log4j2.properties")),
            QStringLiteral("-cp"), m_installation.classPath, QStringLiteral("kafka.Kafka"),
            folder().filePath(QStringLiteral("server.properties"))};
    return PrivateServer::launch(
        QStringLiteral("Apache Kafka"), command, [this] { return isKafkaAnswering(m_options.port, kAnswerTimeout); },
        kStartTimeout, stop);
}

Result<void> KafkaServer::restart(const std::stop_token &stopToken, const std::optional<QStringList> &properties)
{
    stop();
    if (properties) {
        m_options.properties = *properties;
    }
    const auto written = writeConfiguration();
    return written ? launch(stopToken) : written;
}

} // namespace rowcast
