// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/AwsImport.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::ui;

namespace {

QByteArray endpoints();
QByteArray tasks();

} // namespace

class AwsImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBothOutputs()
    {
        const auto read = importFromAws(endpoints() + "\n" + tasks());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
        QCOMPARE(read->source.identifier, QStringLiteral("shop"));
        QCOMPARE(read->source.port, 3307);
        QCOMPARE(read->target.identifier, QStringLiteral("bus"));
        QCOMPARE(read->task.identifier, QStringLiteral("shop-to-bus"));
        QCOMPARE(read->task.mappings.rules().size(), size_t(1));
        QCOMPARE(read->task.settings.integer("FullLoadSettings.CommitRate"), int64_t(500));
    }

    void endpointsAloneAreEnough()
    {
        const auto read = importFromAws(endpoints());
        QVERIFY(read.has_value());
        QCOMPARE(read->source.identifier, QStringLiteral("other"));
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray("hello") << QStringLiteral("import.nothing");
        QTest::newRow("cut off") << endpoints().chopped(4) << QStringLiteral("import.json");
        QTest::newRow("something else") << QByteArray("{\"Buckets\": []}") << QStringLiteral("import.nothing");
        QTest::newRow("unknown engine") << QByteArray(
            R"({"EndpointIdentifier":"a","EndpointType":"source","EngineName":"oracle"})")
                                        << QStringLiteral("document.invalid");
    }
    void refusesWithAReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto read = importFromAws(text);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, code);
        QVERIFY(!read.error().cause.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AwsImportTest)
#include "tst_awsimport.moc"

// Behind the class: moc does not see a class that stands behind raw strings.
namespace {

// As `aws dms describe-endpoints` prints it, shortened: two sources, the task names the second.
QByteArray endpoints()
{
    return R"({"Endpoints": [
  {"EndpointIdentifier": "other", "EndpointType": "SOURCE", "EngineName": "mysql", "Username": "x",
   "ServerName": "h0", "Port": 3306, "EndpointArn": "arn:aws:dms:a:1:endpoint:S0", "SslMode": "none"},
  {"EndpointIdentifier": "shop", "EndpointType": "SOURCE", "EngineName": "aurora", "Username": "dms",
   "ServerName": "h1", "Port": 3307, "EndpointArn": "arn:aws:dms:a:1:endpoint:S1", "SslMode": "none"},
  {"EndpointIdentifier": "bus", "EndpointType": "TARGET", "EngineName": "kafka",
   "EndpointArn": "arn:aws:dms:a:1:endpoint:T1", "SslMode": "none",
   "EngineDisplayName": "Kafka {}\" quoted", "KafkaSettings": {"Broker": "b:9092", "Topic": "shop"}}]})";
}

QByteArray tasks()
{
    return R"({"ReplicationTasks": [
  {"ReplicationTaskIdentifier": "shop-to-bus", "SourceEndpointArn": "arn:aws:dms:a:1:endpoint:S1",
   "TargetEndpointArn": "arn:aws:dms:a:1:endpoint:T1", "MigrationType": "full-load-and-cdc",
   "TableMappings": "{\"rules\":[{\"rule-type\":\"selection\",\"rule-id\":\"1\",\"rule-name\":\"1\",\"object-locator\":{\"schema-name\":\"shop\",\"table-name\":\"%\"},\"rule-action\":\"include\"}]}",
   "ReplicationTaskSettings": "{\"FullLoadSettings\":{\"CommitRate\":500}}", "Status": "stopped"}]})";
}

} // namespace
