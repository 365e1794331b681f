// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/SuspendedTables.h"
#include "core/pipeline/TaskRecord.h"

#include <QtTest>

using namespace rowcast;

class RecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taskRecordRoundTrip();
    void taskRecordRefuses_data();
    void taskRecordRefuses();
    void suspendedRoundTrip();
};

void RecordsTest::taskRecordRoundTrip()
{
    TaskRecord record;
    record.phase = TaskRecord::Phase::CachedChanges;
    record.freshStartMicros = 1'606'397'222'482'358;
    record.lastTransactionId = 9'324'410'911'751;
    record.lastRecordId = 10;
    const StateRecord encoded = record.encode();
    QVERIFY(encoded.key.empty());
    const auto decoded = TaskRecord::decode(*encoded.value);
    QVERIFY(decoded);
    QCOMPARE(*decoded, record);
}

void RecordsTest::taskRecordRefuses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << QByteArray("\x01\x02") << QStringLiteral("checkpoint.damaged");
    QTest::newRow("cut off") << QByteArray(R"({"format":1,"phase":"cd)") << QStringLiteral("checkpoint.damaged");
    QTest::newRow("foreign") << QByteArray(R"({"hello":"world"})") << QStringLiteral("checkpoint.damaged");
    QTest::newRow("unknown phase") << QByteArray(R"({"format":1,"phase":"nap"})")
                                   << QStringLiteral("checkpoint.damaged");
    QTest::newRow("newer format") << QByteArray(R"({"format":2,"phase":"cdc"})")
                                  << QStringLiteral("checkpoint.newer-format");
}

void RecordsTest::taskRecordRefuses()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    const auto decoded = TaskRecord::decode(value.toStdString());
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, code);
    QVERIFY(!decoded.error().remedy.isEmpty());
}

void RecordsTest::suspendedRoundTrip()
{
    const TableId table{"sch/ema", "표 %1"};
    const Failure failure{QStringLiteral("mysql.schema.mismatch"), QStringLiteral("원인"), QStringLiteral("remedy"),
        QStringLiteral("detail"), false};
    const StateRecord record = suspendedRecord(table, failure);
    QCOMPARE(std::count(record.key.begin(), record.key.end(), '/'), 2);
    const auto tables = suspendedTables({{"position", "x"}, record, {"suspended/a/b", std::nullopt}});
    QCOMPARE(tables.size(), size_t(1));
    QCOMPARE(tables.at(table), failure);
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
