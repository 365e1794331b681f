// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/DemoWorld.h"

#include "core/base/Random.h"
#include "core/demo/DemoTopic.h"
#include "core/demo/ShopData.h"

#include <QCoreApplication>

#include <thread>

namespace rowcast {

namespace {

const QString kTopic = QStringLiteral("shop");
const QString kUser = QStringLiteral("dms");
constexpr std::chrono::seconds kConnectTimeout(10);

mysql::ConnectionSettings settingsOf(const MySqlServer &server)
{
    mysql::ConnectionSettings settings;
    settings.host = server.host();
    settings.port = server.port();
    settings.user = server.user();
    settings.connectTimeout = kConnectTimeout;
    return settings;
}

QString newPassword()
{
    SystemRandom random;
    return QString::fromStdString(randomId(random));
}

// What a task may do and no more, as the guide asks for.
std::vector<std::string> userStatements(MySqlFlavour flavour, const QString &password)
{
    const std::string name = QStringLiteral("'%1'@'%'").arg(kUser).toStdString();
    const std::string plugin = flavour == MySqlFlavour::MySql80 ? "WITH mysql_native_password " : "";
    return {"CREATE USER " + name + " IDENTIFIED " + plugin + "BY '" + password.toStdString() + "'",
        "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO " + name};
}

const char kDocument[] = R"({
    "ReplicationInstance": {"ReplicationInstanceIdentifier": "this-computer"},
    "SourceEndpoint": {"EndpointIdentifier": "demo-shop", "EndpointType": "source", "EngineName": "%1",
        "ServerName": "127.0.0.1", "Port": %2, "Username": "%3", "Password": "%4", "SslMode": "none"},
    "TargetEndpoint": {"EndpointIdentifier": "demo-bus", "EndpointType": "target", "EngineName": "kafka",
        "KafkaSettings": {"Broker": "%5", "Topic": "%6", "MessageFormat": "json-unformatted",
            "IncludeTransactionDetails": false}},
    "ReplicationTask": {"ReplicationTaskIdentifier": "demo-shop-to-bus", "MigrationType": "full-load-and-cdc",
        "TableMappings": {"rules": [
            {"rule-type": "selection", "rule-id": "1", "rule-name": "shop",
                "object-locator": {"schema-name": "shop", "table-name": "%"}, "rule-action": "include"},
            {"rule-type": "selection", "rule-id": "2", "rule-name": "gift",
                "object-locator": {"schema-name": "kwtoon", "table-name": "gift"}, "rule-action": "include"}]},
        "ReplicationTaskSettings": {"FullLoadSettings": {"TargetTablePrepMode": "DROP_AND_CREATE"}}}
})";

} // namespace

Result<std::unique_ptr<DemoWorld>> DemoWorld::start(const DemoOptions &options, const std::stop_token &stop)
{
    auto folder = PrivateFolder::make(QStringLiteral("demo"));
    if (!folder) {
        return folder.error();
    }
    std::unique_ptr<DemoWorld> world(new DemoWorld(*std::move(folder)));
    // either one's failure, and the caller's wish to stop, end both
    std::stop_source both;
    const std::stop_callback passOn(stop, [&] { both.request_stop(); });
    Result<void> broker;
    {
        const std::jthread beside([&] {
            broker = world->startBroker(both.get_token());
            if (!broker) {
                both.request_stop();
            }
        });
        const auto database = world->startDatabase(options, both.get_token());
        if (!database && !isStopped(database.error())) {
            both.request_stop();
            return database.error();
        }
    }
    if (!broker) {
        return broker.error();
    }
    if (stop.stop_requested()) {
        return stoppedFailure();
    }
    const auto documented = world->makeDocument();
    return documented ? Result<std::unique_ptr<DemoWorld>>(std::move(world)) : documented.error();
}

DemoWorld::DemoWorld(PrivateFolder folder)
    : m_folder(std::move(folder))
    , m_password(newPassword())
{
}

DemoWorld::~DemoWorld()
{
    stop();
}

Result<void> DemoWorld::startDatabase(const DemoOptions &options, const std::stop_token &stop)
{
    MySqlServerOptions server;
    server.flavour = findMySql(MySqlFlavour::MySql80) ? MySqlFlavour::MySql80 : MySqlFlavour::MariaDb;
    server.arguments = {QStringLiteral("--default-time-zone=+00:00")};
    auto started = MySqlServer::start(server, stop);
    if (!started) {
        return started.error();
    }
    m_database = *std::move(started);
    auto connection = mysql::Connection::open(settingsOf(*m_database), stop);
    if (!connection) {
        return connection.error();
    }
    std::vector<std::string> statements = userStatements(server.flavour, m_password);
    for (std::string &statement : shopStatements(options.rows)) {
        statements.push_back(std::move(statement));
    }
    for (const std::string &statement : statements) {
        auto done = (*connection)->execute(statement, stop);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> DemoWorld::startBroker(const std::stop_token &stop)
{
    KafkaServerOptions options;
    // a demo is short: quick to start counts, not quick after an hour
    options.javaArguments = {QStringLiteral("-XX:TieredStopAtLevel=1")};
    auto kafka = KafkaServer::start(options, stop);
    if (kafka) {
        m_kafka = *std::move(kafka);
        return makeDemoTopic(m_kafka->bootstrapServers(), kTopic, stop);
    }
    if (kafka.error().code != QLatin1String("sandbox.missing")) {
        return kafka.error();
    }
    m_noKafka = kafka.error();
    auto mock = MockBroker::start({kTopic, QStringLiteral("rowcast.checkpoints")});
    if (!mock) {
        return mock.error();
    }
    m_mock = *std::move(mock);
    return {};
}

QString DemoWorld::brokers() const
{
    return m_kafka ? m_kafka->bootstrapServers() : m_mock->bootstrapServers();
}

Result<void> DemoWorld::makeDocument()
{
    const QString engine
        = m_database->flavour() == MySqlFlavour::MariaDb ? QStringLiteral("mariadb") : QStringLiteral("aurora");
    const QString json = QString::fromLatin1(kDocument).arg(
        engine, QString::number(m_database->port()), kUser, m_password, brokers(), kTopic);
    auto document = MigrationDocument::parse(json.toUtf8());
    if (!document) {
        return document.error();
    }
    m_document = *std::move(document);
    return {};
}

QString DemoWorld::banner() const
{
    if (!m_mock) {
        return {};
    }
    return QCoreApplication::translate(
        "Demo", "A stand-in takes Kafka's place: it does not isolate transactions and cannot seek by time. %1 %2")
        .arg(m_noKafka.cause, m_noKafka.remedy);
}

void DemoWorld::startWriter()
{
    if (!m_writer && m_database) {
        m_writer = std::make_unique<ShopWriter>(settingsOf(*m_database));
    }
}

void DemoWorld::stop()
{
    m_writer.reset();
    m_mock.reset();
    // nothing of theirs is kept, so neither needs an orderly end
    m_kafka.reset();
    m_database.reset();
}

} // namespace rowcast
