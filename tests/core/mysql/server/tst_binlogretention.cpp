// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/BinlogRetention.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

class BinlogRetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remedies_data();
    void remedies();
    void room_data();
    void room();
    void unknown();
};

namespace {

ServerInfo serverOf(Flavour flavour, bool isRds, std::optional<std::chrono::seconds> retention)
{
    ServerInfo info;
    info.flavour = flavour;
    info.isRds = isRds;
    info.retention = retention;
    return info;
}

} // namespace

void BinlogRetentionTest::remedies_data()
{
    using std::chrono::hours;
    using std::chrono::seconds;
    QTest::addColumn<ServerInfo>("info");
    QTest::addColumn<int>("held"); // seconds; -1: for good
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const ServerInfo &info, int held, const char *sql) {
        QTest::newRow(name) << info << held << QString::fromLatin1(sql);
    };
    row("MySQL", serverOf(Flavour::MySql, false, hours(24)), 86'400,
        "`SET PERSIST binlog_expire_logs_seconds = 604800;`");
    row("MySQL, a month", serverOf(Flavour::MySql, false, hours(720)), 2'592'000,
        "`SET PERSIST binlog_expire_logs_seconds = 5184000;`");
    row("MariaDB", serverOf(Flavour::MariaDb, false, seconds(20)), 20, "`SET GLOBAL expire_logs_days = 7;`");
    row("RDS", serverOf(Flavour::MySql, true, hours(168)), 604'800,
        "`CALL mysql.rds_set_configuration('binlog retention hours', 168);`");
    row("Aurora", serverOf(Flavour::Aurora, true, seconds(0)), 0,
        "`CALL mysql.rds_set_configuration('binlog retention hours', 168);`");
    row("Aurora, a week", serverOf(Flavour::Aurora, true, hours(168)), 604'800,
        "`CALL mysql.rds_set_configuration('binlog retention hours', 336);`");
    row("for good", serverOf(Flavour::MySql, false, std::nullopt), -1,
        "`SET PERSIST binlog_expire_logs_seconds = 604800;`");
}

void BinlogRetentionTest::remedies()
{
    QFETCH(ServerInfo, info);
    QFETCH(QString, sql);
    const Retention retention = binlogRetention(info, {}, "");
    QTEST(int(retention.heldSeconds.value_or(-1)), "held");
    QVERIFY2(retention.remedy.endsWith(sql), qPrintable(retention.remedy));
    QVERIFY(retention.isKnown && !retention.mostBytes);
}

void BinlogRetentionTest::room_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<qint64>("left"); // -1: not known
    QTest::newRow("in the newest file") << QStringLiteral("binlog.000003:4") << qint64(970);
    QTest::newRow("a file back") << QStringLiteral("binlog.000002:77") << qint64(770);
    QTest::newRow("in the oldest file, which goes next") << QStringLiteral("binlog.000001:4") << qint64(0);
    QTest::newRow("purged already") << QStringLiteral("binlog.000000:4") << qint64(-1);
    QTest::newRow("none yet") << QString() << qint64(-1);
}

void BinlogRetentionTest::room()
{
    QFETCH(QString, place);
    ServerInfo info = serverOf(Flavour::MariaDb, false, std::nullopt);
    info.binlogSpaceLimit = 1000;
    const std::vector<BinlogFile> files = {{"binlog.000001", 900}, {"binlog.000002", 200}, {"binlog.000003", 30}};
    const Retention retention = binlogRetention(info, files, place.toStdString());
    QTEST(retention.bytesLeft ? qint64(*retention.bytesLeft) : qint64(-1), "left");
    QCOMPARE(retention.mostBytes, std::optional<uint64_t>(1000));
    QVERIFY2(retention.remedy.endsWith(QStringLiteral("`SET GLOBAL max_binlog_total_size = 2000;`")),
        qPrintable(retention.remedy));
}

void BinlogRetentionTest::unknown()
{
    ServerInfo info = serverOf(Flavour::Aurora, true, std::nullopt);
    info.isRetentionKnown = false;
    QVERIFY(!binlogRetention(info, {}, "").isKnown);
}

QTEST_GUILESS_MAIN(BinlogRetentionTest)
#include "tst_binlogretention.moc"
