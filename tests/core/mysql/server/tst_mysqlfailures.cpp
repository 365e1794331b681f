// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Connection.h"
#include "core/mysql/server/Failures.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

ConnectionSettings settings()
{
    ConnectionSettings connection;
    connection.host = QStringLiteral("db.example");
    connection.user = QStringLiteral("dms");
    connection.password = Secret(QStringLiteral("swordfish"));
    return connection;
}

} // namespace

class MySqlFailuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsBecomeCodes_data();
    void errorsBecomeCodes();
    void remediesHaveUserAndHost();
    void missingGrantsAreNamed_data();
    void missingGrantsAreNamed();
    void dumpErrorsAreToldApart_data();
    void dumpErrorsAreToldApart();
    void purgedNamesPositionAndOldestFile();
};

void MySqlFailuresTest::errorsBecomeCodes_data()
{
    QTest::addColumn<uint>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRetryable");
    const auto row = [](const char *name, uint number, const char *text, const char *code, bool isRetryable) {
        QTest::newRow(name) << number << QByteArray(text) << QString::fromLatin1(code) << isRetryable;
    };
    row("refused, MariaDB's library", 2002, "Can't connect to server on '127.0.0.1' (111)", "mysql.connection.refused",
        true);
    row("refused, Oracle's library", 2003, "Can't connect to MySQL server on 'db:3306' (111)",
        "mysql.connection.refused", true);
    row("timeout", 2002, "Can't connect to server on '10.0.0.1' (110)", "mysql.connection.timeout", true);
    row("refused, in progress", 2002, "Can't connect to server on '10.0.0.1' (115)", "mysql.connection.refused", true);
    row("no route", 2002, "Can't connect to server on '10.0.0.1' (113)", "mysql.connection.unreachable", true);
    row("no such name", 2005, "Unknown server host 'nowhere' (-2)", "mysql.connection.host-unknown", false);
    row("name server silent", 2005, "Unknown server host 'nowhere' (-3)", "mysql.connection.name-server", true);
    row("password", 1045, "Access denied for user 'dms'@'10.0.0.2' (using password: YES)", "mysql.login.denied", false);
    row("host not allowed", 1130, "Host '10.0.0.2' is not allowed to connect", "mysql.login.host-denied", false);
    row("plugin", 2059, "Authentication plugin 'x' cannot be loaded", "mysql.login.plugin", false);
    row("insecure transport", 3159, "Connections using insecure transport are prohibited", "mysql.tls.required", false);
    row("unknown CA", 2026, "SSL connection error: self signed certificate in certificate chain",
        "mysql.tls.certificate", false);
    row("wrong name", 2026, "Validation of SSL server certificate failed", "mysql.tls.host-name", false);
    row("no TLS there", 2026, "SSL connection error: SSL is required, but the server does not support it",
        "mysql.tls.unsupported", false);
    row("too many", 1040, "Too many connections", "mysql.connections.too-many", true);
    row("deadlock", 1213, "Deadlock found when trying to get lock", "mysql.lock.deadlock", true);
    row("lock wait", 1205, "Lock wait timeout exceeded", "mysql.lock.timeout", true);
    row("lost", 2013, "Lost connection to server during query", "mysql.connection.lost", true);
    row("gone", 2006, "Server has gone away", "mysql.connection.lost", true);
    row("killed", 1927, "Connection was killed", "mysql.server.shutdown", true);
    row("grant", 1142, "SELECT command denied to user", "mysql.grant.missing", false);
    row("altered", 1412, "Table definition has changed, please retry transaction", "mysql.table.changed", true);
    row("table", 1146, "Table 'shop.gift' doesn't exist", "mysql.table.missing", false);
    row("anything else", 1064, "You have an error in your SQL syntax", "mysql.query", false);
}

void MySqlFailuresTest::errorsBecomeCodes()
{
    QFETCH(uint, number);
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(bool, isRetryable);
    const Failure failure = connectFailure({number, "HY000", text.toStdString()}, settings());
    QCOMPARE(failure.code, code);
    QCOMPARE(failure.retryable, isRetryable);
    QCOMPARE(failure.isBusy, code == QLatin1String("mysql.connections.too-many"));
    QVERIFY(!failure.cause.isEmpty());
    QVERIFY(!failure.remedy.isEmpty());
    QVERIFY2(failure.detail.contains(QString::fromUtf8(text)), qPrintable(failure.detail));
    QVERIFY(failure.detail.contains(QString::number(number)));
    for (const QString &told : {failure.cause, failure.remedy, failure.detail}) {
        QVERIFY2(!told.contains(QStringLiteral("swordfish")), qPrintable(told));
        QVERIFY2(!told.contains(QRegularExpression(QStringLiteral("%\\d"))), qPrintable(told));
    }
}

void MySqlFailuresTest::remediesHaveUserAndHost()
{
    const Failure failure = connectFailure({1130, "HY000", "Host is not allowed"}, settings());
    QVERIFY(failure.cause.contains(QStringLiteral("db.example:3306")));
    QVERIFY2(failure.remedy.contains(QStringLiteral("CREATE USER 'dms'@'%'")), qPrintable(failure.remedy));
}

void MySqlFailuresTest::missingGrantsAreNamed_data()
{
    QTest::addColumn<uint>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char *name, uint number, const char *text, const char *remedy) {
        QTest::newRow(name) << number << QByteArray(text) << QString::fromLatin1(remedy);
    };
    row("replication", 1227,
        "Access denied; you need (at least one of) the REPLICATION SLAVE privilege(s) for this operation",
        "`GRANT REPLICATION SLAVE ON *.* TO 'dms'@'%';`");
    row("the smaller of two", 1227,
        "Access denied; you need (at least one of) the SUPER, REPLICATION CLIENT privilege(s) for this operation",
        "`GRANT REPLICATION CLIENT ON *.* TO 'dms'@'%';`");
    row("table, MariaDB", 1142, "SELECT command denied to user 'dms'@'localhost' for table `shop`.`gift`",
        "`GRANT SELECT ON `shop`.`gift` TO 'dms'@'%';`");
    row("table, MySQL", 1142, "SELECT command denied to user 'dms'@'localhost' for table 'gift'",
        "`GRANT SELECT ON <schema>.`gift` TO 'dms'@'%';`");
    row("schema", 1044, "Access denied for user 'dms'@'%' to database 'shop'",
        "`GRANT SELECT ON `shop`.* TO 'dms'@'%';`");
}

void MySqlFailuresTest::missingGrantsAreNamed()
{
    QFETCH(uint, number);
    QFETCH(QByteArray, text);
    QFETCH(QString, remedy);
    QCOMPARE(queryFailure({number, "42000", text.toStdString()}, settings()).remedy, remedy);
}

void MySqlFailuresTest::dumpErrorsAreToldApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    // what MySQL 8.0 and MariaDB 10.11 say
    QTest::newRow("file gone") << QByteArray("Could not find first log file name in binary log index file")
                               << QStringLiteral("mysql.binlog.purged");
    QTest::newRow("GTIDs gone, MySQL") << QByteArray(
        "Cannot replicate because the master purged required binary logs. Replicate the missing "
        "transactions from elsewhere") << QStringLiteral("mysql.gtid.purged");
    QTest::newRow("GTIDs gone, MariaDB") << QByteArray(
        "Could not find GTID state requested by slave in any binlog files. Probably the slave state is too "
        "old and required binlog files have been purged.")
                                         << QStringLiteral("mysql.gtid.purged");
    QTest::newRow("GTIDs ahead, MariaDB") << QByteArray(
        "Error: connecting slave requested to start from GTID 0-1-99, which is not in the master's binlog")
                                          << QStringLiteral("mysql.gtid.ahead");
    QTest::newRow("GTIDs ahead, MySQL") << QByteArray(
        "Slave has more GTIDs than the master has, using the master's SERVER_UUID.")
                                        << QStringLiteral("mysql.gtid.ahead");
    QTest::newRow("server id") << QByteArray("A slave with the same server_uuid/server_id as this slave has connected "
                                             "to the master; the first event 'b' at 4")
                               << QStringLiteral("mysql.server-id.taken");
    QTest::newRow("position") << QByteArray("Client requested master to start replication from position > file size")
                              << QStringLiteral("mysql.binlog.position");
    QTest::newRow("impossible position") << QByteArray(
        "Client requested master to start replication from impossible position")
                                         << QStringLiteral("mysql.binlog.position");
    QTest::newRow("corrupted") << QByteArray("bogus data in log event; the first event 'b.1' at 4")
                               << QStringLiteral("mysql.binlog.corrupted");
    QTest::newRow("off") << QByteArray("Binary log is not open") << QStringLiteral("mysql.binlog.off");
    QTest::newRow("other") << QByteArray("Misconfigured master - server id was not set")
                           << QStringLiteral("mysql.binlog.refused");
}

void MySqlFailuresTest::dumpErrorsAreToldApart()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const DumpContext context{
        .start = QStringLiteral("binlog.000007:4"), .serverId = 17, .oldestFile = {}, .isRds = false};
    const Failure failure = dumpFailure({1236, "HY000", text.toStdString()}, settings(), context);
    QCOMPARE(failure.code, code);
    QVERIFY(!failure.retryable);
    QVERIFY(!failure.remedy.isEmpty());
}

void MySqlFailuresTest::purgedNamesPositionAndOldestFile()
{
    DumpContext context{.start = QStringLiteral("binlog.000007:1234"),
        .serverId = 17,
        .oldestFile = QStringLiteral("binlog.000012"),
        .isRds = false};
    const ServerError error{1236, "HY000", "Could not find first log file name in binary log index file"};
    const Failure own = dumpFailure(error, settings(), context);
    QVERIFY(own.cause.contains(QStringLiteral("binlog.000007:1234"))
        && own.cause.contains(QStringLiteral("binlog.000012")));
    QVERIFY(own.remedy.contains(QStringLiteral("binlog_expire_logs_seconds")));
    context.isRds = true;
    QVERIFY(dumpFailure(error, settings(), context).remedy.contains(QStringLiteral("rds_set_configuration")));
}

QTEST_GUILESS_MAIN(MySqlFailuresTest)
#include "tst_mysqlfailures.moc"
