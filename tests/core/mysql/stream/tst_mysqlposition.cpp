// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/MySqlPosition.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// The checkpoint record of a stream's position.
class MySqlPositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void damagedOnesAreRefused_data();
    void damagedOnesAreRefused();
};

void MySqlPositionTest::comesBack()
{
    MySqlPosition position;
    position.server = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    position.place = {"binlog.000007", 5'000'000'000};
    position.gtids = "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5";
    position.fileSeconds = 1'700'000'000;
    position.rows = 3;
    position.rowsGtid = "3e11fa47-71ca-11e1-9e33-c80aa9429562:6";
    position.xa.push_back({"X'61',X'',1", {"binlog.000006", 4}, {"binlog.000006", 400}, ""});
    position.xa.push_back({"X'62',X'',1", {}, {}, "3e11fa47-71ca-11e1-9e33-c80aa9429562:4"});
    const auto again = MySqlPosition::fromJson(position.toJson());
    QVERIFY(again);
    QCOMPARE(QByteArray::fromStdString(again->toJson()), QByteArray::fromStdString(position.toJson()));
    QVERIFY(again->place == position.place);
    QVERIFY(again->xa[0].end == position.xa[0].end);
}

void MySqlPositionTest::damagedOnesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a later format") << QByteArray(R"({"format":2,"server":"u","file":"b.000001","offset":4})");
    QTest::newRow("a format that is a text")
        << QByteArray(R"({"format":"1","server":"u","file":"b.000001","offset":4})");
    QTest::newRow("no file") << QByteArray(R"({"format":1,"server":"u","offset":4})");
    QTest::newRow("an offset with a sign") << QByteArray(R"({"format":1,"server":"u","file":"b.000001","offset":-4})");
    QTest::newRow("an offset beyond all numbers")
        << QByteArray(R"({"format":1,"server":"u","file":"b.000001","offset":1e54})");
    QTest::newRow("rows beyond all numbers")
        << QByteArray(R"({"format":1,"server":"u","file":"b.000001","offset":4,"rows":1e54})");
    QTest::newRow("a group without a place") << QByteArray(
        R"({"format":1,"server":"u","file":"b.000001","offset":4,"xa":[{"xid":"x","begin":"b","end":"b.000001:9"}]})");
}

void MySqlPositionTest::damagedOnesAreRefused()
{
    QFETCH(QByteArray, json);
    const auto position = MySqlPosition::fromJson(json.toStdString());
    QVERIFY(!position);
    QCOMPARE(position.error().code, QStringLiteral("mysql.state.invalid"));
}

QTEST_GUILESS_MAIN(MySqlPositionTest)
#include "tst_mysqlposition.moc"
