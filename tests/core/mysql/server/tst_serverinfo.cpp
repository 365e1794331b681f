// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ServerInfo.h"

#include <QtTest>

using namespace rowcast::mysql;

class ServerInfoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void snapshotPositions_data();
    void snapshotPositions();
};

void ServerInfoTest::snapshotPositions_data()
{
    QTest::addColumn<int>("flavour");
    QTest::addColumn<bool>("isLogBinOn");
    QTest::addColumn<bool>("showsSnapshotFile");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, Flavour flavour, bool isLogBinOn, bool shows, bool expected) {
        QTest::newRow(name) << int(flavour) << isLogBinOn << shows << expected;
    };
    row("MariaDB", Flavour::MariaDb, true, true, true);
    row("MariaDB without binlog", Flavour::MariaDb, false, true, false);
    row("MySQL", Flavour::MySql, true, false, false);
    row("Percona Server: the position, but not its GTIDs", Flavour::MySql, true, true, false);
}

void ServerInfoTest::snapshotPositions()
{
    QFETCH(int, flavour);
    QFETCH(bool, isLogBinOn);
    QFETCH(bool, showsSnapshotFile);
    QFETCH(bool, expected);
    ServerInfo info;
    info.flavour = Flavour(flavour);
    info.isLogBinOn = isLogBinOn;
    info.showsSnapshotFile = showsSnapshotFile;
    QCOMPARE(info.hasSnapshotPosition(), expected);
}

QTEST_GUILESS_MAIN(ServerInfoTest)
#include "tst_serverinfo.moc"
