// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/ShopTask.h"

#include <QRegularExpression>
#include <QSet>

using namespace rowcast;
using namespace rowcast::tests;

// The source stays unharmed: the server's own general log shows what a task with the documented grants asks of it.
class UnharmedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOnly_data();
    void readsOnly();
};

namespace {

struct Logged {
    QByteArray thread;
    QByteArray command; // as the log names it: Connect, Query, Binlog Dump ...
    QByteArray text;
};

// Statements that change nothing and hold nothing behind their end or their transaction's.
bool isHarmless(const Logged &entry)
{
    static const QSet<QByteArray> kCommands = {"Connect", "Quit", "Ping", "Init DB", "Binlog Dump", "Binlog Dump GTID",
        "Register Slave", "Reset Connection", "Field List", "Change user", "Statistics"};
    static const QRegularExpression kStatements(
        QStringLiteral(
            "^\\s*(/\\*.*\\*/)?\\s*(SELECT|SHOW|SET|START TRANSACTION WITH CONSISTENT SNAPSHOT|COMMIT|ROLLBACK|XA "
            "RECOVER|WITH)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kLocks(
        QStringLiteral("\\bFOR\\s+(UPDATE|SHARE)\\b|\\bLOCK\\s+IN\\b|\\bINTO\\b|\\bGET_LOCK\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (entry.command != "Query") {
        return kCommands.contains(entry.command);
    }
    const QString text = QString::fromUtf8(entry.text);
    return kStatements.match(text).hasMatch() && !kLocks.match(text).hasMatch();
}

Result<QList<Logged>> loggedOf(const LiveServers &servers, const QByteArray &user)
{
    auto sql = servers.sql();
    if (!sql) {
        return sql.error();
    }
    const auto rows
        = sql->query("SELECT thread_id, command_type, CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                     " WHERE user_host LIKE '%"
            + user + "%' ORDER BY event_time");
    if (!rows) {
        return rows.error();
    }
    QList<Logged> logged;
    for (const SqlRow &row : *rows) {
        logged.append({row.at(0).value_or(""), row.at(1).value_or(""), row.at(2).value_or("")});
    }
    return logged;
}

} // namespace

void UnharmedTest::readsOnly_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("MySQL 8.0") << MySqlFlavour::MySql80 << QStringList();
    QTest::newRow("MySQL 8.0, no GTID") << MySqlFlavour::MySql80
                                        << QStringList{QStringLiteral("--gtid-mode=OFF"),
                                               QStringLiteral("--enforce-gtid-consistency=OFF")};
    QTest::newRow("MariaDB") << MySqlFlavour::MariaDb << QStringList();
}

void UnharmedTest::readsOnly()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(
        flavour, arguments + QStringList{QStringLiteral("--log-output=TABLE"), QStringLiteral("--general-log=1")}));
    LIVE_VERIFY(servers.startKafka());
    LIVE_VERIFY(ShopTask::createItems(servers, 5000));
    LIVE_VERIFY(
        servers.execute("CREATE TABLE shop.log (line VARCHAR(100)); INSERT INTO shop.log SELECT name FROM shop.items;"
                        "CREATE USER 'reader'@'%' IDENTIFIED BY 'secret';"
                        "GRANT SELECT, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'reader'@'%'"));
    ShopTask shop(servers, servers.mysql().port(), servers.kafka().bootstrapServers(), QStringLiteral("unharmed"));
    shop.set({QStringLiteral("SourceEndpoint"), QStringLiteral("Username")}, QStringLiteral("reader"));
    shop.set({QStringLiteral("SourceEndpoint"), QStringLiteral("Password")}, QStringLiteral("secret"));
    {
        WorkerProcess worker(shop.document);
        BusyWriters writers(servers, 2);
        QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("full-load")}), 0);
        QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
        WorkerProcess test(shop.document, QStringLiteral("test"));
        QCOMPARE(test.run(), 0);
        WorkerProcess validation(shop.document, QStringLiteral("validate"));
        writers.stop();
        QCOMPARE(worker.run({QStringLiteral("--until"), QStringLiteral("caught-up")}), 0);
        QCOMPARE(validation.run(), 0);
    }
    const auto logged = loggedOf(servers, "reader");
    LIVE_VERIFY(logged);
    QVERIFY(logged->size() > 50);
    QSet<QByteArray> dumps;
    QHash<QByteArray, int> chunksInTransaction; // by thread
    for (const Logged &entry : *logged) {
        QVERIFY2(isHarmless(entry), (entry.command + ": " + entry.text).constData());
        if (entry.command.startsWith("Binlog Dump")) {
            dumps.insert(entry.command);
        }
        const bool isBegin = entry.text.startsWith("START TRANSACTION");
        if (isBegin || entry.text.startsWith("COMMIT") || entry.text.startsWith("ROLLBACK")) {
            chunksInTransaction[entry.thread] = isBegin ? 0 : -1;
        } else if (entry.text.contains("FROM `shop`.`items`") && chunksInTransaction.value(entry.thread, -1) >= 0) {
            QVERIFY2(++chunksInTransaction[entry.thread] <= 1, "a transaction longer than one chunk");
        }
    }
    QVERIFY(!dumps.isEmpty());
}

QTEST_GUILESS_MAIN(UnharmedTest)
#include "tst_unharmed.moc"
