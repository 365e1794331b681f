// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "DocumentFixture.h"

#include <QTemporaryFile>

using namespace rowcast;

// Documents that are right, and what they mean.
class TestMigrationDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheContractsDocument();
    void readsWhatAwsPrints();
    void readsEverySetting();
    void readsTextsThatHoldJson();
    void readsConnectionAttributes();
    void readsSecrets();
    void neverWritesSecrets();
    void survivesTheRoundTrip_data();
    void survivesTheRoundTrip();
    void readsStartTimes_data();
    void readsStartTimes();
    void knowsInstanceClasses_data();
    void knowsInstanceClasses();
    void readsPartsWithoutSecrets();
};

void TestMigrationDocument::readsTheContractsDocument()
{
    const MigrationDocument document = parsed(bytesOf(sampleDocument()));
    QCOMPARE(document.instance.identifier, QStringLiteral("this-computer"));
    QCOMPARE(document.source.engine, Engine::Aurora);
    QCOMPARE(document.source.address(), QStringLiteral("127.0.0.1:3306"));
    QCOMPARE(document.source.password.secret.reveal(), QStringLiteral("hunter2"));
    QCOMPARE(document.target.kafka.topic, QStringLiteral("shop"));
    QCOMPARE(document.target.kafka.messageFormat, MessageFormat::JsonUnformatted);
    QCOMPARE(document.target.kafkaExtras, KafkaExtras());
    QCOMPARE(document.task.migrationType, MigrationType::FullLoadAndCdc);
    QVERIFY(document.task.mappings.selects({"shop", "gift"}));
    QCOMPARE(document.task.settings, TaskSettings());
}

// Shapes and read-only fields of describe-endpoints, describe-replication-instances and describe-replication-tasks.
void TestMigrationDocument::readsWhatAwsPrints()
{
    const QByteArray json = R"({
      "ReplicationInstance": {"ReplicationInstances": [{"ReplicationInstanceIdentifier": "prod", "ReplicationInstanceClass": "dms.r5.large",
        "ReplicationInstanceStatus": "available", "AllocatedStorage": 50, "InstanceCreateTime": "2020-11-26T12:00:00+00:00",
        "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}], "MultiAZ": false, "EngineVersion": "3.5.1",
        "PendingModifiedValues": {}, "PubliclyAccessible": true, "NetworkType": "IPV4"}]},
      "SourceEndpoint": {"Endpoints": [{"EndpointIdentifier": "src", "EndpointType": "SOURCE", "EngineName": "aurora",
        "EngineDisplayName": "Amazon Aurora MySQL", "Username": "admin", "ServerName": "db.example", "Port": 3306,
        "ExtraConnectionAttributes": "", "Status": "active", "KmsKeyId": "arn:aws:kms:k", "EndpointArn": "arn:aws:dms:e",
        "CertificateArn": "arn:aws:dms:cert", "SslMode": "none",
        "MySQLSettings": {"EventsPollInterval": 5, "Port": 3306, "ServerName": "db.example", "Username": "admin"}}]},
      "TargetEndpoint": {"Endpoint": {"EndpointIdentifier": "dst", "EndpointType": "TARGET", "EngineName": "kafka",
        "EngineDisplayName": "Kafka", "Status": "active", "SslMode": "none",
        "KafkaSettings": {"Broker": "b1:9092,b2:9092", "Topic": "kwtoon", "MessageFormat": "JSON", "IncludeTransactionDetails": false,
          "IncludePartitionValue": false, "PartitionIncludeSchemaTable": false, "IncludeTableAlterOperations": false,
          "IncludeControlDetails": false, "MessageMaxBytes": 1000000, "IncludeNullAndEmpty": false,
          "SecurityProtocol": "plaintext", "NoHexPrefix": false, "UseLargeIntegerValue": false}}},
      "ReplicationTask": {"ReplicationTasks": [{"ReplicationTaskIdentifier": "gift", "SourceEndpointArn": "arn:1",
        "TargetEndpointArn": "arn:2", "ReplicationInstanceArn": "arn:3", "MigrationType": "full-load-and-cdc",
        "TableMappings": "{\"rules\":[{\"rule-type\":\"selection\",\"rule-id\":\"1\",\"rule-name\":\"1\",\"object-locator\":{\"schema-name\":\"kwtoon\",\"table-name\":\"%\"},\"rule-action\":\"include\",\"filters\":[]}]}",
        "ReplicationTaskSettings": "{\"TargetMetadata\":{\"TargetSchema\":\"\",\"SupportLobs\":true,\"FullLobMode\":false,\"LobChunkSize\":0,\"LimitedSizeLobMode\":true,\"LobMaxSize\":32,\"InlineLobMaxSize\":0,\"LoadMaxFileSize\":0,\"ParallelLoadThreads\":0,\"ParallelLoadBufferSize\":0,\"BatchApplyEnabled\":false,\"TaskRecoveryTableEnabled\":false,\"ParallelLoadQueuesPerThread\":0,\"ParallelApplyThreads\":0,\"ParallelApplyBufferSize\":0,\"ParallelApplyQueuesPerThread\":0},\"FullLoadSettings\":{\"CreatePkAfterFullLoad\":false,\"StopTaskCachedChangesApplied\":false,\"StopTaskCachedChangesNotApplied\":false,\"MaxFullLoadSubTasks\":8,\"TransactionConsistencyTimeout\":600,\"CommitRate\":10000,\"TargetTablePrepMode\":\"DROP_AND_CREATE\"},\"Logging\":{\"EnableLogging\":true,\"EnableLogContext\":false,\"LogComponents\":[{\"Severity\":\"LOGGER_SEVERITY_DEFAULT\",\"Id\":\"SOURCE_UNLOAD\"}],\"CloudWatchLogGroup\":null,\"CloudWatchLogStream\":\"dms-task-X\"},\"ControlTablesSettings\":{\"historyTimeslotInMinutes\":5,\"ControlSchema\":\"\",\"HistoryTimeslotInMinutes\":5,\"HistoryTableEnabled\":false,\"SuspendedTablesTableEnabled\":false,\"StatusTableEnabled\":false,\"FullLoadExceptionTableEnabled\":false},\"StreamBufferSettings\":{\"StreamBufferCount\":3,\"CtrlStreamBufferSizeInMB\":5,\"StreamBufferSizeInMB\":8},\"ChangeProcessingDdlHandlingPolicy\":{\"HandleSourceTableDropped\":true,\"HandleSourceTableTruncated\":true,\"HandleSourceTableAltered\":true},\"ErrorBehavior\":{\"DataErrorPolicy\":\"LOG_ERROR\",\"DataTruncationErrorPolicy\":\"LOG_ERROR\",\"DataErrorEscalationPolicy\":\"SUSPEND_TABLE\",\"DataErrorEscalationCount\":0,\"EventErrorPolicy\":\"IGNORE\",\"TableErrorPolicy\":\"SUSPEND_TABLE\",\"TableErrorEscalationPolicy\":\"STOP_TASK\",\"TableErrorEscalationCount\":0,\"RecoverableErrorCount\":-1,\"RecoverableErrorInterval\":5,\"RecoverableErrorThrottling\":true,\"RecoverableErrorThrottlingMax\":1800,\"RecoverableErrorStopRetryAfterThrottlingMax\":true,\"ApplyErrorDeletePolicy\":\"IGNORE_RECORD\",\"ApplyErrorInsertPolicy\":\"LOG_ERROR\",\"ApplyErrorUpdatePolicy\":\"LOG_ERROR\",\"ApplyErrorEscalationPolicy\":\"LOG_ERROR\",\"ApplyErrorEscalationCount\":0,\"ApplyErrorFailOnTruncationDdl\":false,\"FullLoadIgnoreConflicts\":true,\"FailOnTransactionConsistencyBreached\":false,\"FailOnNoTablesCaptured\":true},\"ChangeProcessingTuning\":{\"BatchApplyPreserveTransaction\":true,\"BatchApplyTimeoutMin\":1,\"BatchApplyTimeoutMax\":30,\"BatchApplyMemoryLimit\":500,\"BatchSplitSize\":0,\"MinTransactionSize\":1000,\"CommitTimeout\":1,\"MemoryLimitTotal\":1024,\"MemoryKeepTime\":60,\"StatementCacheSize\":50},\"PostProcessingRules\":null,\"CharacterSetSettings\":null,\"LoopbackPreventionSettings\":null,\"BeforeImageSettings\":null,\"FailTaskWhenCleanTaskResourceFailed\":false,\"TTSettings\":{\"EnableTT\":false,\"TTS3Settings\":null,\"TTRecordSettings\":null},\"ValidationSettings\":{\"EnableValidation\":false}}",
        "Status": "running", "StopReason": "", "LastFailureMessage": "", "RecoveryCheckpoint": "checkpoint:V1#1#x",
        "ReplicationTaskCreationDate": 1606392000.5, "ReplicationTaskArn": "arn:4", "ReplicationTaskStats": {"TablesLoaded": 1},
        "TaskData": null}]}})";
    const MigrationDocument document = parsed(json);
    QCOMPARE(QLatin1String(instanceClass(document.instance.className).name), QLatin1String("rowcast.large"));
    QCOMPARE(document.source.serverName, QStringLiteral("db.example"));
    QCOMPARE(document.target.role, EndpointRole::Target);
    QVERIFY(!document.target.kafka.useLargeIntegerValue);
    QCOMPARE(document.task.settings.prepMode(), PrepMode::DropAndCreate);
    QCOMPARE(document.task.settings.lobMaxBytes(), std::optional<uint64_t>(32 * 1024));
    QVERIFY(document.task.mappings.selects({"kwtoon", "gift"}));
}

void TestMigrationDocument::readsEverySetting()
{
    nlohmann::ordered_json json = sampleDocument();
    json["SourceEndpoint"]["SslMode"] = "verify-ca";
    json["SourceEndpoint"]["CertificateArn"] = {{"file", "/etc/ca.pem"}};
    json["SourceEndpoint"]["MySQLSettings"] = nlohmann::ordered_json::parse(R"({"EventsPollInterval": 60,
        "ServerTimezone": "Asia/Seoul", "AfterConnectScript": "SET NAMES utf8mb4", "CleanSourceMetadataOnMismatch": false,
        "skipTableSuspensionForPartitionDdl": true, "IgnoreOpenXaTransactionsCheck": false, "ExecuteTimeout": 61,
        "ConnectionTimeout": 11, "AuthenticationMethod": "password", "TargetDbType": "specific-database"})");
    json["SourceEndpoint"]["RowcastSettings"] = {{"ServerId", 4294967295}};
    json["TargetEndpoint"]["KafkaSettings"] = nlohmann::ordered_json::parse(R"({"Broker": "b:9094", "Topic": "t.1",
        "MessageFormat": "json", "IncludeTransactionDetails": true, "IncludePartitionValue": true,
        "PartitionIncludeSchemaTable": true, "IncludeTableAlterOperations": true, "IncludeControlDetails": true,
        "IncludeNullAndEmpty": true, "MessageMaxBytes": 2000000, "SecurityProtocol": "sasl-ssl",
        "SslCaCertificateArn": "/ca.pem", "SaslUsername": "u", "SaslPassword": "p", "SaslMechanism": "plain",
        "SslEndpointIdentificationAlgorithm": "none", "NoHexPrefix": true, "UseLargeIntegerValue": false})");
    json["TargetEndpoint"]["RowcastSettings"] = nlohmann::ordered_json::parse(R"({"Delivery": "at-least-once",
        "CheckpointTopic": "cp", "TopicPattern": "cdc.${schema}.${table}", "KeyRule": "primary-key", "Headers": true,
        "Tombstones": true, "TopicPartitions": 12, "TopicReplicationFactor": 3,
        "TopicConfig": {"retention.ms": 1000, "cleanup.policy": "compact"}, "ProducerProperties": {"linger.ms": "20"}})");
    const MigrationDocument document = parsed(bytesOf(json));
    const MySqlSettings expectedMySql{
        60, QStringLiteral("Asia/Seoul"), QStringLiteral("SET NAMES utf8mb4"), false, true, false, 61, 11};
    QCOMPARE(document.source.mysql, expectedMySql);
    QCOMPARE(document.source.sslMode, SslMode::VerifyCa);
    QCOMPARE(document.source.caCertificate, QStringLiteral("/etc/ca.pem"));
    QCOMPARE(document.source.serverId, std::optional<uint32_t>(4294967295));
    KafkaEndpointSettings kafka;
    kafka.broker = QStringLiteral("b:9094");
    kafka.topic = QStringLiteral("t.1");
    kafka.includeTransactionDetails = kafka.includePartitionValue = kafka.partitionIncludeSchemaTable = true;
    kafka.includeTableAlterOperations = kafka.includeControlDetails = kafka.includeNullAndEmpty = true;
    kafka.messageMaxBytes = 2'000'000;
    kafka.securityProtocol = SecurityProtocol::SaslSsl;
    kafka.sslCaCertificate = QStringLiteral("/ca.pem");
    kafka.saslUsername = QStringLiteral("u");
    kafka.saslPassword = SecretValue::ofText(QStringLiteral("p"));
    kafka.saslMechanism = SaslMechanism::Plain;
    kafka.verifiesHostName = false;
    kafka.noHexPrefix = true;
    kafka.useLargeIntegerValue = false;
    QCOMPARE(document.target.kafka, kafka);
    KafkaExtras extras{Delivery::AtLeastOnce, QStringLiteral("cp"), QStringLiteral("cdc.${schema}.${table}"), true,
        true, true, false, 12, 3,
        {{QStringLiteral("retention.ms"), QStringLiteral("1000")},
            {QStringLiteral("cleanup.policy"), QStringLiteral("compact")}},
        {{QStringLiteral("linger.ms"), QStringLiteral("20")}}};
    QCOMPARE(document.target.kafkaExtras, extras);
}

void TestMigrationDocument::readsTextsThatHoldJson()
{
    nlohmann::ordered_json json = sampleDocument();
    nlohmann::ordered_json &task = json["ReplicationTask"];
    const std::string mappings = task["TableMappings"].dump();
    task["TableMappings"] = mappings;
    task["ReplicationTaskSettings"] = R"({"FullLoadSettings":{"CommitRate":50}})";
    const MigrationDocument document = parsed(bytesOf(json));
    QVERIFY(document.task.mappings.selects({"shop", "x"}));
    QCOMPARE(document.task.settings.integer("FullLoadSettings.CommitRate"), int64_t(50));
    task["ReplicationTaskSettings"] = "";
    QCOMPARE(parsed(bytesOf(json)).task.settings, TaskSettings());
}

void TestMigrationDocument::readsConnectionAttributes()
{
    nlohmann::ordered_json json = sampleDocument();
    json["SourceEndpoint"]["ExtraConnectionAttributes"]
        = "eventsPollInterval=7;cleanSrcMetadataOnMismatch=false;SkipTableSuspensionForPartitionDdl=true; "
          "serverTimezone=Asia/Seoul;";
    json["TargetEndpoint"]["ExtraConnectionAttributes"]
        = "includenullandempty=true;messageMaxBytes=2000;messageFormat=json-unformatted";
    const MigrationDocument document = parsed(bytesOf(json));
    QCOMPARE(document.source.mysql.eventsPollInterval, 7);
    QVERIFY(document.source.mysql.skipTableSuspensionForPartitionDdl);
    QCOMPARE(document.source.mysql.serverTimezone, QStringLiteral("Asia/Seoul"));
    QVERIFY(document.target.kafka.includeNullAndEmpty);
    QCOMPARE(document.target.kafka.messageMaxBytes, 2000);
}

void TestMigrationDocument::readsSecrets()
{
    qputenv("ROWCAST_TEST_SECRET", "from environment");
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("from file\n");
    file.close();
    const MigrationDocument variable
        = parsed(sampleWith("/SourceEndpoint/Password", R"({"env": "ROWCAST_TEST_SECRET"})"));
    QCOMPARE(variable.source.password.secret.reveal(), QStringLiteral("from environment"));
    const QByteArray reference = R"({"file": ")" + file.fileName().toUtf8() + "\"}";
    const MigrationDocument path = parsed(sampleWith("/SourceEndpoint/Password", reference.constData()));
    QCOMPARE(path.source.password.secret.reveal(), QStringLiteral("from file"));
    const QByteArray written = variable.json() + path.json();
    QVERIFY(!written.contains("from environment") && !written.contains("from file"));
    QVERIFY(written.contains("ROWCAST_TEST_SECRET") && written.contains(file.fileName().toUtf8()));
    QVERIFY(parsed(sampleWith("/SourceEndpoint/Password", "")).source.password.isEmpty());
}

void TestMigrationDocument::neverWritesSecrets()
{
    nlohmann::ordered_json json = sampleDocument();
    nlohmann::ordered_json &kafka = json["TargetEndpoint"]["KafkaSettings"];
    kafka["SecurityProtocol"] = "ssl-authentication";
    kafka["SslClientCertificateArn"] = "-----BEGIN CERTIFICATE-----";
    kafka["SslClientKeyArn"] = "-----BEGIN PRIVATE KEY----- hunter3";
    kafka["SslClientKeyPassword"] = "hunter4";
    MigrationDocument document = parsed(bytesOf(json));
    document.target.kafka.saslPassword = SecretValue::ofText(QStringLiteral("hunter5"));
    const QByteArray written = document.json();
    QVERIFY2(!written.contains("hunter"), written.constData());
    QVERIFY(written.contains("BEGIN CERTIFICATE"));
}

void TestMigrationDocument::survivesTheRoundTrip_data()
{
    QTest::addColumn<QByteArray>("json");
    qputenv("ROWCAST_TEST_SECRET", "x");
    const char *password = R"({"env": "ROWCAST_TEST_SECRET"})";
    const auto add = [&](const char *name, const char *pointer, const char *value) {
        nlohmann::ordered_json json = sampleDocument();
        json["SourceEndpoint"]["Password"] = nlohmann::ordered_json::parse(password);
        json[nlohmann::ordered_json::json_pointer(pointer)] = nlohmann::ordered_json::parse(value);
        QTest::newRow(name) << bytesOf(json);
    };
    add("sample", "/SourceEndpoint/Port", "3307");
    add("instance", "/ReplicationInstance",
        R"({"ReplicationInstanceIdentifier": "a", "ReplicationInstanceClass": "rowcast.large", "RowcastSettings": {"StorageFolder": "/tmp"}})");
    add("source settings", "/SourceEndpoint/MySQLSettings", R"({"EventsPollInterval": 9, "ServerTimezone": "+09:00"})");
    add("server id", "/SourceEndpoint/RowcastSettings", R"({"ServerId": 7})");
    add("kafka", "/TargetEndpoint/KafkaSettings",
        R"({"Broker": "b", "SecurityProtocol": "sasl-plaintext", "SaslUsername": "u", "SaslPassword": {"env": "ROWCAST_TEST_SECRET"}, "SaslMechanism": "scram-sha-256", "UseLargeIntegerValue": false, "IncludeNullAndEmpty": true})");
    add("extras", "/TargetEndpoint/RowcastSettings",
        R"({"Delivery": "at-least-once", "KeyRule": "primary-key", "Tombstones": true, "TopicConfig": {"a": 1}, "TopicPartitions": 3})");
    add("settings", "/ReplicationTask/ReplicationTaskSettings",
        R"({"TargetMetadata": {"LobMaxSize": 32}, "BeforeImageSettings": {"EnableBeforeImage": true, "FieldName": "old", "ColumnFilter": "all"}, "Logging": {"LogComponents": [{"Id": "SOURCE_CAPTURE", "Severity": "LOGGER_SEVERITY_DEBUG"}]}, "TTSettings": {"EnableTT": false}})");
}

void TestMigrationDocument::survivesTheRoundTrip()
{
    QFETCH(QByteArray, json);
    const MigrationDocument first = parsed(json);
    const MigrationDocument second = parsed(first.json());
    QCOMPARE(second.instance, first.instance);
    QCOMPARE(second.source, first.source);
    QCOMPARE(second.target, first.target);
    QVERIFY(second.task == first.task);
    QCOMPARE(second.json(), first.json());
}

void TestMigrationDocument::readsStartTimes_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("text is UTC") << QByteArray("\"2018-03-08T12:12:12\"") << qint64(1520511132000000);
    QTest::newRow("with fraction") << QByteArray("\"2018-03-08T12:12:12.250Z\"") << qint64(1520511132250000);
    QTest::newRow("with offset") << QByteArray("\"2018-03-08T21:12:12+09:00\"") << qint64(1520511132000000);
    QTest::newRow("seconds") << QByteArray("1520511132") << qint64(1520511132000000);
    QTest::newRow("seconds with fraction") << QByteArray("1520511132.5") << qint64(1520511132500000);
}

void TestMigrationDocument::readsStartTimes()
{
    QFETCH(QByteArray, time);
    QFETCH(qint64, micros);
    nlohmann::ordered_json json = sampleDocument();
    json["ReplicationTask"]["MigrationType"] = "cdc";
    json["ReplicationTask"]["CdcStartTime"] = nlohmann::ordered_json::parse(time.toStdString());
    const MigrationDocument document = parsed(bytesOf(json));
    QCOMPARE(document.task.cdcStartMicros, std::optional<int64_t>(micros));
    QCOMPARE(parsed(document.json()).task.cdcStartMicros, document.task.cdcStartMicros);
}

void TestMigrationDocument::knowsInstanceClasses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("own") << QStringLiteral("rowcast.small") << QStringLiteral("rowcast.small");
    QTest::newRow("micro") << QStringLiteral("dms.t3.micro") << QStringLiteral("rowcast.small");
    QTest::newRow("medium") << QStringLiteral("dms.t3.medium") << QStringLiteral("rowcast.medium");
    QTest::newRow("large") << QStringLiteral("dms.c5.large") << QStringLiteral("rowcast.large");
    QTest::newRow("larger") << QStringLiteral("dms.r5.24xlarge") << QStringLiteral("rowcast.xlarge");
    QTest::newRow("anything else") << QStringLiteral("?") << QStringLiteral("rowcast.medium");
}

void TestMigrationDocument::knowsInstanceClasses()
{
    QFETCH(QString, name);
    QTEST(QString::fromLatin1(instanceClass(name).name), "expected");
}

// The store keeps passwords elsewhere.
void TestMigrationDocument::readsPartsWithoutSecrets()
{
    nlohmann::ordered_json json = sampleDocument()["TargetEndpoint"];
    json["KafkaSettings"]["SecurityProtocol"] = "sasl-ssl";
    json["KafkaSettings"]["SaslUsername"] = "u";
    QVERIFY(parseEndpoint(bytesOf(json), SecretCheck::MayBeMissing));
    const Result<EndpointSpec> needed = parseEndpoint(bytesOf(json), SecretCheck::Required);
    QVERIFY(!needed);
    QVERIFY(needed.error().cause.startsWith(QStringLiteral("$.KafkaSettings.SaslPassword:")));
    QVERIFY(parseTask(bytesOf(sampleDocument()["ReplicationTask"])));
    QVERIFY(parseInstance(bytesOf(sampleDocument()["ReplicationInstance"])));
}

QTEST_APPLESS_MAIN(TestMigrationDocument)
#include "tst_migrationdocument.moc"
