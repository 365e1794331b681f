// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/ShopTask.h"

#include <QJsonArray>

#include <random>

namespace rowcast::tests {

namespace {

const QList<QByteArray> kColumns = {"id", "name", "amount", "big", "note", "created", "flag", "raw"};

// As the messages show them: null and empty are left out by default, so the document asks for them.
const QByteArray kSelect = "SELECT id, name, amount, big, note, CONCAT(REPLACE(CAST(created AS CHAR), ' ', 'T'), 'Z'), "
                           "CASE flag WHEN 1 THEN 'true' WHEN 0 THEN 'false' END, CONCAT('0x', LOWER(HEX(raw))) "
                           "FROM shop.items";

constexpr int kRowsAStatement = 1000;

QJsonObject selectionRules()
{
    const QJsonObject locator{
        {QStringLiteral("schema-name"), QStringLiteral("shop")}, {QStringLiteral("table-name"), QStringLiteral("%")}};
    const QJsonObject rule{{QStringLiteral("rule-type"), QStringLiteral("selection")},
        {QStringLiteral("rule-id"), QStringLiteral("1")}, {QStringLiteral("rule-name"), QStringLiteral("1")},
        {QStringLiteral("rule-action"), QStringLiteral("include")}, {QStringLiteral("object-locator"), locator}};
    return {{QStringLiteral("rules"), QJsonArray{rule}}};
}

} // namespace

void setPath(QJsonObject &object, QStringList path, const QJsonValue &value)
{
    const QString name = path.takeFirst();
    if (path.isEmpty()) {
        object[name] = value;
        return;
    }
    QJsonObject inner = object[name].toObject();
    setPath(inner, path, value);
    object[name] = inner;
}

ShopTask::ShopTask(const LiveServers &servers, quint16 databasePort, const QString &brokers, const QString &identifier)
    : m_servers(servers)
    , m_brokers(brokers)
    , m_identifier(identifier)
{
    set({QStringLiteral("SourceEndpoint")},
        QJsonObject{{QStringLiteral("EndpointIdentifier"), QStringLiteral("shop")},
            {QStringLiteral("EndpointType"), QStringLiteral("source")},
            {QStringLiteral("EngineName"), QStringLiteral("mysql")},
            {QStringLiteral("ServerName"), QStringLiteral("127.0.0.1")}, {QStringLiteral("Port"), databasePort},
            {QStringLiteral("Username"), QStringLiteral("root")}, {QStringLiteral("Password"), QString()}});
    set({QStringLiteral("TargetEndpoint")},
        QJsonObject{{QStringLiteral("EndpointIdentifier"), QStringLiteral("bus")},
            {QStringLiteral("EndpointType"), QStringLiteral("target")},
            {QStringLiteral("EngineName"), QStringLiteral("kafka")},
            {QStringLiteral("KafkaSettings"),
                QJsonObject{{QStringLiteral("Broker"), brokers}, {QStringLiteral("Topic"), identifier},
                    {QStringLiteral("MessageFormat"), QStringLiteral("json-unformatted")},
                    {QStringLiteral("IncludeTransactionDetails"), true},
                    {QStringLiteral("IncludeNullAndEmpty"), true}}}});
    set({QStringLiteral("ReplicationTask")},
        QJsonObject{{QStringLiteral("ReplicationTaskIdentifier"), identifier},
            {QStringLiteral("MigrationType"), QStringLiteral("full-load-and-cdc")},
            {QStringLiteral("TableMappings"), selectionRules()}});
}

void ShopTask::set(const QStringList &path, const QJsonValue &value)
{
    setPath(document, path, value);
}

Result<void> ShopTask::createItems(const LiveServers &servers, int rows)
{
    auto sql = servers.sql();
    if (!sql) {
        return sql.error();
    }
    auto created = sql->execute("DROP DATABASE IF EXISTS shop; CREATE DATABASE shop CHARACTER SET utf8mb4; USE shop;"
                                "CREATE TABLE items (id INT PRIMARY KEY, name VARCHAR(80), amount DECIMAL(20,4), big "
                                "BIGINT UNSIGNED, note TEXT,"
                                " created DATETIME(3), flag BIT(1), raw VARBINARY(40));");
    for (int first = 1; created && first <= rows; first += kRowsAStatement) {
        QByteArray values;
        for (int row = first; row < first + kRowsAStatement && row <= rows; ++row) {
            const QByteArray i = QByteArray::number(row);
            values += (values.isEmpty() ? "" : ",") + QByteArray("(") + i + " * 10, CONCAT('물건 ', " + i + "), " + i
                + " * 1.2345, 18446744073709551615 - " + i + ", IF(" + i + " % 3, REPEAT('x', " + i + " % 50), NULL),"
                + "'2024-02-29 12:34:56.789', " + i + " % 2, UNHEX(LEFT(SHA2(" + i + ", 256), 32)))";
        }
        created = sql->execute("INSERT INTO shop.items VALUES " + values);
    }
    return created;
}

Result<TableFold> ShopTask::fold() const
{
    auto messages = readTopic(m_brokers, topic());
    if (!messages) {
        return messages.error();
    }
    return foldTable(*messages, "shop", "items", {"id"});
}

QStringList ShopTask::compare() const
{
    const auto folded = fold();
    return (folded ? folded->anomalies : QStringList()) + differencesOf(folded);
}

QStringList ShopTask::compareRows() const
{
    return differencesOf(fold());
}

QStringList ShopTask::differencesOf(const Result<TableFold> &folded) const
{
    if (!folded) {
        return {folded.error().text()};
    }
    auto sql = m_servers.sql();
    if (!sql) {
        return {sql.error().text()};
    }
    return differences(*folded, *sql, kSelect, kColumns, {"id"});
}

bool waitForNone(WorkerProcess &worker, const std::function<QStringList()> &compare, int milliseconds)
{
    bool isRunning = true;
    bool isEqual = false;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            isEqual = compare().isEmpty();
            isRunning = worker.isRunning();
            return isEqual || !isRunning;
        },
        milliseconds));
    return isEqual && isRunning;
}

BusyWriters::BusyWriters(const LiveServers &servers, int writers, std::chrono::milliseconds pace)
{
    for (int writer = 0; writer < writers; ++writer) {
        m_threads.emplace_back([this, &servers, writer, pace](const std::stop_token &stop) {
            std::mt19937 random(unsigned(writer) + 1);
            while (!stop.stop_requested()) {
                auto sql = servers.sql(); // again after the server was killed
                while (sql && !stop.stop_requested()) {
                    // Each writer has keys of its own, so that none waits for another's lock.
                    const QByteArray key = QByteArray::number(int(random() % 3000) * 10 + 1 + writer);
                    const QByteArray value = QByteArray::number(random());
                    const QByteArray statements[] = {
                        "REPLACE INTO shop.items (id, name, amount) VALUES (" + key + ", '" + value + "', 1)",
                        "UPDATE shop.items SET note = '" + value + "' WHERE id = " + key,
                        "DELETE FROM shop.items WHERE id = " + key,
                        "INSERT INTO shop.items (id, flag) VALUES (" + key + ", 1) ON DUPLICATE KEY UPDATE flag = 1",
                    };
                    if (!sql->execute(statements[random() % 4])) {
                        break;
                    }
                    ++m_changes;
                    std::this_thread::sleep_for(pace);
                }
            }
        });
    }
}

void BusyWriters::stop()
{
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

} // namespace rowcast::tests
