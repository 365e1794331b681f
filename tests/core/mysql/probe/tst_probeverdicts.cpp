// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/BinlogProbe.h"
#include "core/mysql/probe/GrantProbe.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

ServerInfo rightServer()
{
    ServerInfo info;
    info.version = "8.0.33";
    info.versionNumber = 80033;
    info.isLogBinOn = true;
    info.binlogFormat = "ROW";
    info.rowImage = "FULL";
    info.retention = std::chrono::hours(720);
    info.serverId = 1;
    return info;
}

using Change = void (*)(ServerInfo &);
using Verdict = ProbeOutcome (*)(const ServerInfo &);

} // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Verdict)

class ProbeVerdictsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsAreJudged_data();
    void settingsAreJudged();
    void grantsAreExactlyWhatIsMissing();
    void versionsAreRead_data();
    void versionsAreRead();
};

void ProbeVerdictsTest::settingsAreJudged_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("remedy"); // part of it
    const auto row
        = [](const char *name, Change change, Verdict verdict, StepState state, const char *code, const char *remedy) {
              QTest::newRow(name) << change << verdict << int(state) << QString::fromLatin1(code)
                                  << QString::fromLatin1(remedy);
          };
    const Change nothing = [](ServerInfo &) {};
    row("log_bin on", nothing, probeLogBin, StepState::Passed, "", "");
    row(
        "log_bin off", [](ServerInfo &info) { info.isLogBinOn = false; }, probeLogBin, StepState::Failed,
        "mysql.binlog.off", "[mysqld]");
    row(
        "log_bin off, RDS",
        [](ServerInfo &info) {
            info.isLogBinOn = false;
            info.isRds = true;
        },
        probeLogBin, StepState::Failed, "mysql.binlog.off", "--backup-retention-period");
    row(
        "log_bin off, Aurora",
        [](ServerInfo &info) {
            info.isLogBinOn = false;
            info.isRds = true;
            info.flavour = Flavour::Aurora;
        },
        probeLogBin, StepState::Failed, "mysql.binlog.off", "modify-db-cluster-parameter-group");
    row("ROW", nothing, probeBinlogFormat, StepState::Passed, "", "");
    row(
        "MIXED", [](ServerInfo &info) { info.binlogFormat = "MIXED"; }, probeBinlogFormat, StepState::Failed,
        "mysql.binlog.format", "SET PERSIST binlog_format = ROW;");
    row(
        "MIXED, MariaDB",
        [](ServerInfo &info) {
            info.binlogFormat = "MIXED";
            info.flavour = Flavour::MariaDb;
        },
        probeBinlogFormat, StepState::Failed, "mysql.binlog.format", "SET GLOBAL binlog_format = ROW;");
    row("full images", nothing, probeRowImage, StepState::Passed, "", "");
    row(
        "minimal images", [](ServerInfo &info) { info.rowImage = "MINIMAL"; }, probeRowImage, StepState::Warning,
        "mysql.binlog.row-image", "binlog_row_image");
    row("a month of binlogs", nothing, probeRetention, StepState::Passed, "", "");
    row(
        "for ever", [](ServerInfo &info) { info.retention.reset(); }, probeRetention, StepState::Passed, "", "");
    row(
        "an hour of binlogs", [](ServerInfo &info) { info.retention = std::chrono::hours(1); }, probeRetention,
        StepState::Warning, "mysql.binlog.retention", "binlog_expire_logs_seconds");
    row(
        "RDS purges at once",
        [](ServerInfo &info) {
            info.retention = std::chrono::hours(0);
            info.isRds = true;
        },
        probeRetention, StepState::Warning, "mysql.binlog.retention",
        "CALL mysql.rds_set_configuration('binlog retention hours', 24);");
    row("writer", nothing, probeWriter, StepState::Passed, "", "");
    row(
        "reader", [](ServerInfo &info) { info.isInnodbReadOnly = true; }, probeWriter, StepState::Failed,
        "mysql.reader", "describe-db-clusters");
    row(
        "replica that logs", [](ServerInfo &info) { info.isReadOnly = true; }, probeWriter, StepState::Passed, "", "");
    row(
        "replica that does not",
        [](ServerInfo &info) {
            info.isReadOnly = true;
            info.logsReplicaUpdates = false;
        },
        probeWriter, StepState::Failed, "mysql.replica-log", "log_slave_updates");
}

void ProbeVerdictsTest::settingsAreJudged()
{
    QFETCH(Change, change);
    QFETCH(Verdict, verdict);
    QFETCH(int, state);
    QFETCH(QString, code);
    QFETCH(QString, remedy);
    ServerInfo info = rightServer();
    change(info);
    const ProbeOutcome outcome = verdict(info);
    QCOMPARE(int(outcome.state), state);
    QCOMPARE(outcome.failure.code, code);
    QVERIFY(!outcome.evidence.isEmpty());
    QVERIFY2(outcome.failure.remedy.contains(remedy), qPrintable(outcome.failure.remedy));
    QCOMPARE(outcome.failure.cause.isEmpty(), code.isEmpty());
}

void ProbeVerdictsTest::grantsAreExactlyWhatIsMissing()
{
    MissingGrants missing;
    QVERIFY(missing.isEmpty());
    missing.replicationSlave = true;
    missing.tables = {{"shop", "gi`ft"}};
    QCOMPARE(grantStatements(missing, QStringLiteral("'dms'@'%'"), false),
        QStringLiteral("GRANT REPLICATION SLAVE ON *.* TO 'dms'@'%';\nGRANT SELECT ON `shop`.`gi``ft` TO 'dms'@'%';"));
    missing.replicationClient = true;
    missing.schemas = {"crm"};
    missing.tables.clear();
    QCOMPARE(grantStatements(missing, QStringLiteral("'dms'@'%'"), true),
        QStringLiteral(
            "GRANT BINLOG MONITOR, REPLICATION SLAVE ON *.* TO 'dms'@'%';\nGRANT SELECT ON `crm`.* TO 'dms'@'%';"));
}

void ProbeVerdictsTest::versionsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<uint>("number");
    QTest::newRow("MySQL") << QByteArray("8.0.33-log") << 80033U;
    QTest::newRow("MariaDB") << QByteArray("10.11.6-MariaDB-0+deb12u1") << 101106U;
    QTest::newRow("two parts") << QByteArray("9.7") << 90700U;
    QTest::newRow("no version") << QByteArray("nonsense") << 0U;
}

void ProbeVerdictsTest::versionsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(uint, number);
    QCOMPARE(mysqlVersionNumber(text.toStdString()), number);
}

QTEST_GUILESS_MAIN(ProbeVerdictsTest)
#include "tst_probeverdicts.moc"
