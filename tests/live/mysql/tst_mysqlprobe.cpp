// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/MySqlProbe.h"
#include "tests/live/support/LiveServers.h"
#include "tests/live/support/ServerLogin.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>

using namespace rowcast;
using namespace rowcast::mysql;

// The ladder of "Test connection" on real servers, with one thing wrong at a time.
class MySqlProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allPasses_data();
    void allPasses();
    void missingGrantsAreMendedByTheRemedy_data();
    void missingGrantsAreMendedByTheRemedy();
    void wrongPasswordEndsTheLadder();
    void refusedPort();
    void binlogFormatMixed();
    void logBinOff();
    void fullLoadAloneNeedsNoBinlog();
    void localTimeIsWarnedOf();
    void takenServerId();
    void changesNothing();

private:
    using Steps = std::map<QString, ProbeStep>;
    [[nodiscard]] static ProbePlan planFor(LiveServers &servers);
    [[nodiscard]] Steps probe(const ProbePlan &plan);
    [[nodiscard]] static QString unhappy(const Steps &steps);

    LiveServers m_mysql;
    LiveServers m_mariaDb;
    QStringList m_order; // of the steps' first reports
};

void MySqlProbeTest::initTestCase()
{
    LIVE_VERIFY(m_mysql.startMySql(MySqlFlavour::MySql80, {QStringLiteral("--default-time-zone=+00:00")}));
    LIVE_VERIFY(m_mariaDb.startMySql(MySqlFlavour::MariaDb, {QStringLiteral("--default-time-zone=+00:00")}));
    for (LiveServers *servers : {&m_mysql, &m_mariaDb}) {
        LIVE_VERIFY(servers->execute("CREATE DATABASE shop; CREATE TABLE shop.gift (id INT PRIMARY KEY);"
                                     "CREATE TABLE shop.other (id INT PRIMARY KEY)"));
    }
}

ProbePlan MySqlProbeTest::planFor(LiveServers &servers)
{
    ProbePlan plan;
    plan.connection = loginOf(servers.mysql());
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    plan.mappings = TableMappings({rule});
    plan.serverId = 4711;
    return plan;
}

MySqlProbeTest::Steps MySqlProbeTest::probe(const ProbePlan &plan)
{
    Steps steps;
    m_order.clear();
    probeMySql(plan,
        [&](const ProbeStep &step) {
            if (step.state == StepState::Pending) {
                m_order << step.id;
            }
            steps[step.id] = step;
        },
        {});
    return steps;
}

// All steps that did not pass, with what they tell.
QString MySqlProbeTest::unhappy(const Steps &steps)
{
    QStringList lines;
    for (const auto &[id, step] : steps) {
        if (step.state != StepState::Passed) {
            lines << QStringLiteral("%1 %2 %3").arg(id, stepStateName(step.state), step.failure.code).trimmed();
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void MySqlProbeTest::allPasses_data()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::newRow("MySQL 8.0") << false;
    QTest::newRow("MariaDB") << true;
}

void MySqlProbeTest::allPasses()
{
    QFETCH(bool, isMariaDb);
    const Steps steps = probe(planFor(isMariaDb ? m_mariaDb : m_mysql));
    QCOMPARE(unhappy(steps), QStringLiteral("source.tls skipped"));
    QCOMPARE(m_order.join(QLatin1Char(' ')),
        QStringLiteral(
            "source.name source.port source.tls source.login source.version source.grants source.log-bin"
            " source.binlog-format source.row-image source.retention source.writer source.server-id source.dump"
            " source.time-zone source.clock"));
    for (const auto &[id, step] : steps) {
        QVERIFY2(!step.evidence.isEmpty() && !step.title.isEmpty(), qPrintable(id));
    }
}

void MySqlProbeTest::missingGrantsAreMendedByTheRemedy_data()
{
    QTest::addColumn<bool>("isMariaDb");
    QTest::addColumn<QByteArray>("granted");
    QTest::addColumn<int>("statements"); // of the remedy
    for (const bool isMariaDb : {false, true}) {
        const char *flavour = isMariaDb ? "MariaDB" : "MySQL 8.0";
        QTest::addRow("%s, nothing", flavour) << isMariaDb << QByteArray() << 2;
        QTest::addRow("%s, one table of two", flavour)
            << isMariaDb
            << QByteArray("GRANT REPLICATION SLAVE ON *.* TO dms; GRANT SELECT ON shop.gift TO dms; GRANT INSERT ON "
                          "shop.other TO dms")
            << 2;
        QTest::addRow("%s, no replication", flavour) << isMariaDb << QByteArray("GRANT SELECT ON shop.* TO dms") << 1;
    }
}

void MySqlProbeTest::missingGrantsAreMendedByTheRemedy()
{
    QFETCH(bool, isMariaDb);
    QFETCH(QByteArray, granted);
    QFETCH(int, statements);
    LiveServers &servers = isMariaDb ? m_mariaDb : m_mysql;
    LIVE_VERIFY(servers.execute("DROP USER IF EXISTS dms; CREATE USER dms IDENTIFIED BY 'secret'"));
    if (!granted.isEmpty()) {
        LIVE_VERIFY(servers.execute(granted));
    }
    ProbePlan plan = planFor(servers);
    plan.connection.user = QStringLiteral("dms");
    plan.connection.password = Secret(QStringLiteral("secret"));
    const Steps steps = probe(plan);
    const ProbeStep &grants = steps.at(QStringLiteral("source.grants"));
    QCOMPARE(stepStateName(grants.state), QStringLiteral("failed"));
    QCOMPARE(grants.failure.code, QStringLiteral("mysql.grant.missing"));
    const QString sql = QString(grants.failure.remedy).remove(QLatin1Char('`'));
    QCOMPARE(int(sql.count(QStringLiteral("GRANT "))), statements);
    QVERIFY2(sql.contains(QStringLiteral("'dms'@'%'")), qPrintable(sql));
    LIVE_VERIFY(servers.execute(sql.toUtf8()));
    const Steps mended = probe(plan);
    QVERIFY2(mended.at(QStringLiteral("source.grants")).state == StepState::Passed, qPrintable(unhappy(mended)));
    QVERIFY(mended.at(QStringLiteral("source.dump")).state == StepState::Passed);
}

void MySqlProbeTest::wrongPasswordEndsTheLadder()
{
    ProbePlan plan = planFor(m_mysql);
    plan.connection.password = Secret(QStringLiteral("wrong"));
    const Steps steps = probe(plan);
    QCOMPARE(steps.at(QStringLiteral("source.login")).failure.code, QStringLiteral("mysql.login.denied"));
    QCOMPARE(stepStateName(steps.at(QStringLiteral("source.port")).state), QStringLiteral("passed"));
    QCOMPARE(stepStateName(steps.at(QStringLiteral("source.version")).state), QStringLiteral("skipped"));
    QCOMPARE(stepStateName(steps.at(QStringLiteral("source.clock")).state), QStringLiteral("skipped"));
}

void MySqlProbeTest::refusedPort()
{
    ProbePlan plan = planFor(m_mysql);
    plan.connection.port = 9;
    const Steps steps = probe(plan);
    QCOMPARE(steps.at(QStringLiteral("source.port")).failure.code, QStringLiteral("network.port.refused"));
    QCOMPARE(stepStateName(steps.at(QStringLiteral("source.login")).state), QStringLiteral("skipped"));
}

void MySqlProbeTest::binlogFormatMixed()
{
    LIVE_VERIFY(m_mariaDb.execute("SET GLOBAL binlog_format = MIXED, binlog_row_image = MINIMAL"));
    const Steps steps = probe(planFor(m_mariaDb));
    LIVE_VERIFY(m_mariaDb.execute("SET GLOBAL binlog_format = ROW, binlog_row_image = FULL"));
    QCOMPARE(unhappy(steps),
        QStringLiteral(
            "source.binlog-format failed mysql.binlog.format\nsource.row-image warning mysql.binlog.row-image\n"
            "source.tls skipped"));
    QVERIFY(steps.at(QStringLiteral("source.binlog-format"))
                .failure.remedy.contains(QStringLiteral("SET GLOBAL binlog_format = ROW;")));
}

void MySqlProbeTest::logBinOff()
{
    LiveServers servers;
    LIVE_VERIFY(servers.startMySql(MySqlFlavour::MySql80,
        {QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF"),
            QStringLiteral("--skip-log-bin"), QStringLiteral("--default-time-zone=+00:00")}));
    ProbePlan plan = planFor(servers);
    plan.mappings.reset();
    const Steps steps = probe(plan);
    QCOMPARE(unhappy(steps),
        QStringLiteral("source.dump skipped\nsource.log-bin failed mysql.binlog.off\nsource.tls skipped"));
}

void MySqlProbeTest::fullLoadAloneNeedsNoBinlog()
{
    LIVE_VERIFY(m_mysql.execute(
        "DROP USER IF EXISTS reader; CREATE USER reader IDENTIFIED BY 'secret'; GRANT SELECT ON shop.* TO reader"));
    ProbePlan plan = planFor(m_mysql);
    plan.areChangesWanted = false;
    plan.connection.user = QStringLiteral("reader");
    plan.connection.password = Secret(QStringLiteral("secret"));
    const Steps steps = probe(plan);
    QVERIFY2(steps.at(QStringLiteral("source.grants")).state == StepState::Passed, qPrintable(unhappy(steps)));
    for (const char *id : {"source.log-bin", "source.retention", "source.dump"}) {
        QVERIFY2(steps.at(QString::fromLatin1(id)).state == StepState::Skipped, id);
    }
}

void MySqlProbeTest::localTimeIsWarnedOf()
{
    LIVE_VERIFY(m_mysql.execute("SET GLOBAL time_zone = '+09:00'"));
    ProbePlan plan = planFor(m_mysql);
    const Steps steps = probe(plan);
    plan.isTimezoneGiven = true;
    const Steps given = probe(plan);
    LIVE_VERIFY(m_mysql.execute("SET GLOBAL time_zone = '+00:00'"));
    const ProbeStep &zone = steps.at(QStringLiteral("source.time-zone"));
    QCOMPARE(stepStateName(zone.state), QStringLiteral("warning"));
    QVERIFY2(zone.failure.cause.contains(QStringLiteral("UTC+09:00")), qPrintable(zone.failure.cause));
    QVERIFY(given.at(QStringLiteral("source.time-zone")).state == StepState::Passed);
}

void MySqlProbeTest::takenServerId()
{
    ProbePlan plan = planFor(m_mysql);
    auto client = m_mysql.sql();
    LIVE_VERIFY(client);
    plan.serverId = client->value("SELECT @@server_id")->toUInt();
    QCOMPARE(probe(plan).at(QStringLiteral("source.server-id")).failure.code, QStringLiteral("mysql.server-id.taken"));
}

void MySqlProbeTest::changesNothing()
{
    auto client = m_mysql.sql();
    LIVE_VERIFY(client);
    const auto state = [&] {
        return client->value(
            "SELECT CONCAT(@@gtid_executed, (SELECT GROUP_CONCAT(CONCAT(variable_name, '=', variable_value)"
            " ORDER BY variable_name) FROM performance_schema.global_variables))");
    };
    const auto before = state();
    static_cast<void>(probe(planFor(m_mysql)));
    const auto after = state();
    LIVE_VERIFY(before);
    LIVE_VERIFY(after);
    QVERIFY(!before->isEmpty());
    QCOMPARE(*after, *before);
}

QTEST_GUILESS_MAIN(MySqlProbeTest)
#include "tst_mysqlprobe.moc"
