// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "DocumentFixture.h"

#include <random>

using namespace rowcast;

// Documents that are wrong: each names its place, and what was probably meant.
class TestDocumentErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesThePlace_data();
    void namesThePlace();
    void namesTheMissingSecret();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesWrongJson_data();
    void refusesWrongJson();
    void neverTellsSecrets();
    void survivesHostileBytes();
};

void TestDocumentErrors::namesThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("remedy"); // a part of it
    const auto invalid
        = [](const char *name, const char *pointer, const char *json, const char *path, const char *remedy = "") {
              QTest::newRow(name) << sampleWith(pointer, json) << QStringLiteral("document.invalid")
                                  << QString::fromLatin1(path) << QString::fromLatin1(remedy);
          };
    const auto unsupported = [](const char *name, const char *pointer, const char *json, const char *path) {
        QTest::newRow(name) << sampleWith(pointer, json) << QStringLiteral("document.unsupported")
                            << QString::fromLatin1(path) << QString();
    };
    invalid("misspelt key", "/TargetEndpoint/KafkaSettings/Brokr", "\"x\"", "$.TargetEndpoint.KafkaSettings.Brokr",
        "`Broker`");
    invalid("misspelt needed key", "/TargetEndpoint/KafkaSettings", R"({"Brokr": "x"})",
        "$.TargetEndpoint.KafkaSettings.Brokr", "`Broker`");
    invalid("misspelt part", "/SorceEndpoint", "{}", "$.SorceEndpoint", "`SourceEndpoint`");
    invalid("key far from any", "/TargetEndpoint/Zzzzzzzz", "1", "$.TargetEndpoint.Zzzzzzzz", "Remove");
    invalid("odd key", "/Ta b", "1", "$['Ta b']");
    invalid("part missing", "/ReplicationTask", "", "$.ReplicationTask");
    invalid("part no object", "/SourceEndpoint", "[]", "$.SourceEndpoint");
    invalid("identifier missing", "/SourceEndpoint/EndpointIdentifier", "", "$.SourceEndpoint.EndpointIdentifier");
    invalid("identifier", "/ReplicationTask/ReplicationTaskIdentifier", "\"a--b\"",
        "$.ReplicationTask.ReplicationTaskIdentifier");
    invalid("engine", "/SourceEndpoint/EngineName", "\"postgres\"", "$.SourceEndpoint.EngineName", "`mariadb`");
    invalid("engine missing", "/SourceEndpoint/EngineName", "", "$.SourceEndpoint.EngineName", "`aurora`");
    invalid("kafka as source", "/SourceEndpoint/EngineName", "\"kafka\"", "$.SourceEndpoint.EngineName");
    invalid("database as target", "/TargetEndpoint/EngineName", "\"mysql\"", "$.TargetEndpoint.EngineName");
    invalid(
        "source said to be a target", "/SourceEndpoint/EndpointType", "\"target\"", "$.SourceEndpoint.EndpointType");
    invalid(
        "target said to be a source", "/TargetEndpoint/EndpointType", "\"source\"", "$.TargetEndpoint.EndpointType");
    invalid("password and secret manager", "/SourceEndpoint/SecretsManagerSecretId", "\"arn:x\"",
        "$.SourceEndpoint.SecretsManagerSecretId", "Remove one");
    invalid("sasl user without sasl", "/TargetEndpoint/KafkaSettings/SaslUsername", "\"app\"",
        "$.TargetEndpoint.KafkaSettings.SaslUsername", "sasl-ssl");
    invalid("sasl password without sasl", "/TargetEndpoint/KafkaSettings/SaslPassword", "\"secret\"",
        "$.TargetEndpoint.KafkaSettings.SaslPassword", "sasl-ssl");
    invalid("sasl user with bare TLS", "/TargetEndpoint/KafkaSettings",
        R"({"Broker": "b", "SecurityProtocol": "ssl-encryption", "SaslUsername": "app", "SaslPassword": "secret"})",
        "$.TargetEndpoint.KafkaSettings.SaslUsername", "sasl-ssl");
    invalid("messages among checkpoints", "/TargetEndpoint/RowcastSettings/TopicPattern", "\"rowcast.checkpoints\"",
        "$.TargetEndpoint.RowcastSettings.TopicPattern");
    for (const char *pattern : {"\"[ab\"", "\"[]\"", "\"[z-a]\""}) {
        invalid(pattern, "/ReplicationTask/TableMappings/rules/0/object-locator/table-name", pattern,
            "$.ReplicationTask.TableMappings.rules[0].object-locator.table-name", "[a-z]");
    }
    invalid("schema pattern", "/ReplicationTask/TableMappings/rules/0/object-locator/schema-name", "\"a[\"",
        "$.ReplicationTask.TableMappings.rules[0].object-locator.schema-name");
    unsupported("mongodb", "/SourceEndpoint/EngineName", "\"mongodb\"", "$.SourceEndpoint.EngineName");
    invalid("server missing", "/SourceEndpoint/ServerName", "", "$.SourceEndpoint.ServerName");
    invalid("user missing", "/SourceEndpoint/Username", "\"\"", "$.SourceEndpoint.Username");
    invalid("port range", "/SourceEndpoint/Port", "65536", "$.SourceEndpoint.Port", "65535");
    invalid("port type", "/SourceEndpoint/Port", "\"3306\"", "$.SourceEndpoint.Port");
    invalid("port with fraction", "/SourceEndpoint/Port", "3306.0", "$.SourceEndpoint.Port");
    invalid("port beyond 64 bits", "/SourceEndpoint/Port", "18446744073709551615", "$.SourceEndpoint.Port");
    invalid("ssl mode", "/SourceEndpoint/SslMode", "\"verify\"", "$.SourceEndpoint.SslMode", "verify-full");
    invalid("two servers", "/SourceEndpoint/MySQLSettings", R"({"ServerName": "other"})",
        "$.SourceEndpoint.MySQLSettings.ServerName");
    invalid("poll interval", "/SourceEndpoint/MySQLSettings", R"({"EventsPollInterval": 61})",
        "$.SourceEndpoint.MySQLSettings.EventsPollInterval");
    unsupported("metadata read again", "/SourceEndpoint/ExtraConnectionAttributes",
        "\"cleanSrcMetadataOnMismatch=true\"", "$.SourceEndpoint.MySQLSettings.CleanSrcMetadataOnMismatch");
    unsupported("iam", "/SourceEndpoint/MySQLSettings", R"({"AuthenticationMethod": "iam"})",
        "$.SourceEndpoint.MySQLSettings.AuthenticationMethod");
    unsupported("charset mapping", "/SourceEndpoint/ExtraConnectionAttributes", "\"CharsetMapping=utf8,65001\"",
        "$.SourceEndpoint.MySQLSettings.CharsetMapping");
    invalid("unknown attribute", "/SourceEndpoint/ExtraConnectionAttributes", "\"eventPollInterval=1\"",
        "$.SourceEndpoint.MySQLSettings.eventPollInterval", "`EventsPollInterval`");
    invalid("attribute contradicts", "/TargetEndpoint/ExtraConnectionAttributes", "\"topic=other\"",
        "$.TargetEndpoint.ExtraConnectionAttributes");
    invalid("server id", "/SourceEndpoint/RowcastSettings", R"({"ServerId": 0})",
        "$.SourceEndpoint.RowcastSettings.ServerId");
    unsupported("certificate in AWS", "/SourceEndpoint",
        R"({"EndpointIdentifier": "a", "EngineName": "mysql", "ServerName": "s", "Username": "u", "SslMode": "verify-ca", "CertificateArn": "arn:aws:x"})",
        "$.SourceEndpoint.CertificateArn");
    invalid("two secrets", "/SourceEndpoint/Password", R"({"env": "A", "file": "B"})", "$.SourceEndpoint.Password");
    invalid(
        "broker missing", "/TargetEndpoint/KafkaSettings/Broker", "", "$.TargetEndpoint.KafkaSettings.Broker", "9092");
    invalid("topic", "/TargetEndpoint/KafkaSettings/Topic", "\"a b\"", "$.TargetEndpoint.KafkaSettings.Topic");
    invalid("format", "/TargetEndpoint/KafkaSettings/MessageFormat", "\"xml\"",
        "$.TargetEndpoint.KafkaSettings.MessageFormat");
    invalid("flag as number", "/TargetEndpoint/KafkaSettings/NoHexPrefix", "1",
        "$.TargetEndpoint.KafkaSettings.NoHexPrefix");
    invalid("sasl without user", "/TargetEndpoint/KafkaSettings/SecurityProtocol", "\"sasl-ssl\"",
        "$.TargetEndpoint.KafkaSettings.SaslUsername", "sasl-ssl");
    invalid("mutual without certificate", "/TargetEndpoint/KafkaSettings/SecurityProtocol", "\"ssl-authentication\"",
        "$.TargetEndpoint.KafkaSettings.SslClientCertificateArn");
    invalid("delivery", "/TargetEndpoint/RowcastSettings/Delivery", "\"once\"",
        "$.TargetEndpoint.RowcastSettings.Delivery");
    invalid("pattern", "/TargetEndpoint/RowcastSettings/TopicPattern", "\"${tabel}\"",
        "$.TargetEndpoint.RowcastSettings.TopicPattern");
    invalid("config value", "/TargetEndpoint/RowcastSettings/TopicConfig", R"({"a": []})",
        "$.TargetEndpoint.RowcastSettings.TopicConfig.a");
    invalid("checkpoints among messages", "/TargetEndpoint/RowcastSettings/CheckpointTopic", "\"shop\"",
        "$.TargetEndpoint.RowcastSettings.CheckpointTopic");
    invalid("tombstones without key", "/TargetEndpoint/RowcastSettings/Tombstones", "true",
        "$.TargetEndpoint.RowcastSettings.Tombstones", "KeyRule");
    unsupported("boundaries", "/TargetEndpoint/RowcastSettings/TransactionBoundaries", "true",
        "$.TargetEndpoint.RowcastSettings.TransactionBoundaries");
    invalid("unknown rowcast key", "/ReplicationTask/RowcastSettings", R"({"x": 1})",
        "$.ReplicationTask.RowcastSettings.x");
    invalid("migration type", "/ReplicationTask/MigrationType", "\"full\"", "$.ReplicationTask.MigrationType",
        "full-load-and-cdc");
    invalid("mappings missing", "/ReplicationTask/TableMappings", "", "$.ReplicationTask.TableMappings");
    invalid("inside mappings", "/ReplicationTask/TableMappings/rules/0/rule-id", "\"x\"",
        "$.ReplicationTask.TableMappings.rules[0].rule-id");
    invalid("inside mappings as text", "/ReplicationTask/TableMappings", R"("{\"rules\":[]}")",
        "$.ReplicationTask.TableMappings.rules");
    invalid("text that is no JSON", "/ReplicationTask/TableMappings", "\"{\"", "$.ReplicationTask.TableMappings");
    invalid("inside settings", "/ReplicationTask/ReplicationTaskSettings", R"({"TargetMetadata": {"LobMaxsize": 1}})",
        "$.ReplicationTask.ReplicationTaskSettings.TargetMetadata.LobMaxsize", "`LobMaxSize`");
    invalid("start position of a load", "/ReplicationTask/CdcStartPosition", "\"binlog.000001:4\"",
        "$.ReplicationTask.CdcStartPosition", "cdc");
    invalid("start time", "/ReplicationTask/CdcStartTime", "\"yesterday\"", "$.ReplicationTask.CdcStartTime");
    invalid("stop position", "/ReplicationTask/CdcStopPosition", "\"then\"", "$.ReplicationTask.CdcStopPosition");
    unsupported("stop time", "/ReplicationTask/CdcStopPosition", "\"server_time:2018-02-09T12:12:12\"",
        "$.ReplicationTask.CdcStopPosition");
    invalid("two endpoints", "/SourceEndpoint", R"({"Endpoints": [{}, {}]})", "$.SourceEndpoint.Endpoints");
    invalid("inside the wrapper", "/SourceEndpoint",
        R"({"Endpoints": [{"EndpointIdentifier": "a", "EngineName": "x"}]})",
        "$.SourceEndpoint.Endpoints[0].EngineName");
    nlohmann::ordered_json both = sampleDocument();
    both["ReplicationTask"]["MigrationType"] = "cdc";
    both["ReplicationTask"]["CdcStartPosition"] = "binlog.000001:4";
    both["ReplicationTask"]["CdcStartTime"] = 1;
    QTest::newRow("two starts") << bytesOf(both) << QStringLiteral("document.invalid")
                                << QStringLiteral("$.ReplicationTask.CdcStartTime") << QStringLiteral("Remove one");
}

void TestDocumentErrors::namesThePlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    QFETCH(QString, path);
    QFETCH(QString, remedy);
    const Result<MigrationDocument> document = MigrationDocument::parse(json);
    QVERIFY(!document);
    QVERIFY2(document.error().cause.startsWith(path + QStringLiteral(": ")), qPrintable(document.error().text()));
    QCOMPARE(document.error().code, code);
    QVERIFY2(document.error().remedy.contains(remedy), qPrintable(document.error().remedy));
}

void TestDocumentErrors::namesTheMissingSecret()
{
    qunsetenv("ROWCAST_TEST_NOT_SET");
    const auto variable
        = MigrationDocument::parse(sampleWith("/SourceEndpoint/Password", R"({"env": "ROWCAST_TEST_NOT_SET"})"));
    QVERIFY(!variable);
    QCOMPARE(variable.error().code, QStringLiteral("document.secret"));
    QVERIFY(variable.error().cause.startsWith(QStringLiteral("$.SourceEndpoint.Password: ")));
    QVERIFY(variable.error().remedy.contains(QStringLiteral("ROWCAST_TEST_NOT_SET")));
    const auto file = MigrationDocument::parse(sampleWith("/SourceEndpoint/Password", R"({"file": "/no/such/file"})"));
    QVERIFY(!file);
    QCOMPARE(file.error().code, QStringLiteral("document.secret"));
    nlohmann::ordered_json json = sampleDocument();
    json["SourceEndpoint"].erase("Password");
    json["SourceEndpoint"]["SecretsManagerSecretId"] = "arn:x";
    const auto manager = MigrationDocument::parse(bytesOf(json));
    QVERIFY(!manager);
    QCOMPARE(manager.error().code, QStringLiteral("document.unsupported"));
}

void TestDocumentErrors::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cause");
    const auto add = [](const char *name, const char *pointer, const QByteArray &json, const char *cause) {
        QTest::newRow(name) << sampleWith(pointer, json.constData()) << QString::fromLatin1(cause);
    };
    add("variable without name", "/SourceEndpoint/Password", R"({"env": ""})", "variable is empty");
    add("file without path", "/SourceEndpoint/Password", R"({"file": ""})", "file is empty");
    add("number as secret", "/SourceEndpoint/Password", "5", R"(A secret is a text, `{"env": "NAME"}`)");
    add("long topic", "/TargetEndpoint/KafkaSettings/Topic", '"' + QByteArray(250, 't') + '"',
        "250 characters, and 249 is the most");
    add("long pattern", "/TargetEndpoint/RowcastSettings/TopicPattern", '"' + QByteArray(250, 't') + '"',
        "250 characters, and 249 is the most");
    add("long identifier", "/SourceEndpoint/EndpointIdentifier", '"' + QByteArray(256, 'i') + '"',
        "256 characters, and 255 is the most");
}

void TestDocumentErrors::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, cause);
    const auto document = MigrationDocument::parse(json);
    QVERIFY(!document);
    QVERIFY2(document.error().cause.contains(cause), qPrintable(document.error().text()));
    QVERIFY(!document.error().remedy.isEmpty() || document.error().cause.contains(QStringLiteral("A secret is")));
}

void TestDocumentErrors::refusesWrongJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cause");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1, column 1");
    QTest::newRow("comma") << QByteArray("{\n  \"a\": 1,\n}") << QStringLiteral("line 3, column 1");
    QTest::newRow("comment") << QByteArray("{} // x") << QStringLiteral("line 1, column 4");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << QStringLiteral("line 1");
    QTest::newRow("key twice") << QByteArray(R"({"a": {"b": 1, "b": 2}})")
                               << QStringLiteral("$.a.b: The key `b` stands twice");
    QTest::newRow("key twice in lists") << QByteArray(R"({"x": {"y": 1}, "a": [0, [], {"b": [{}, {"c": 1, "c": 2}]}]})")
                                        << QStringLiteral("$.a[2].b[1].c: The key `c` stands twice");
    QTest::newRow("empty key twice") << QByteArray(R"({"": 1, "": 2})") << QStringLiteral("$['']: The key");
    QTest::newRow("zero byte behind") << bytesOf(sampleDocument()) + '\n' + QByteArray(1, '\0')
                                      << QStringLiteral("$: This is not valid JSON: line 2, column 1");
    QTest::newRow("text behind a zero byte")
        << bytesOf(sampleDocument()) + QByteArray("\0{}", 3) << QStringLiteral("not valid JSON");
    QTest::newRow("same key elsewhere") << QByteArray(R"({"a": {"b": 1}, "b": 2})") << QStringLiteral("no such key");
    QTest::newRow("too deep") << QByteArray(1000, '[') + QByteArray(1000, ']') << QStringLiteral("64 levels");
    QTest::newRow("deep and keyed") << QByteArray(R"({"a":)").repeated(200) + "1" + QByteArray("}").repeated(200)
                                    << QStringLiteral("64 levels");
    QTest::newRow("too large a number") << QByteArray(R"({"a": 1e999})") << QStringLiteral("too large");
    QTest::newRow("too long") << QByteArray(17 * 1024 * 1024, ' ') << QStringLiteral("16 MiB");
}

void TestDocumentErrors::refusesWrongJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, cause);
    const auto document = MigrationDocument::parse(json);
    QVERIFY(!document);
    QCOMPARE(document.error().code, QStringLiteral("document.invalid"));
    QVERIFY2(document.error().cause.contains(cause), qPrintable(document.error().text()));
}

void TestDocumentErrors::neverTellsSecrets()
{
    for (const char *broken : {R"({"Password": "hunter2)", R"({"Password": "hunter2" "x"})",
             R"({"SourceEndpoint": {"EndpointIdentifier": "a", "EngineName": "mysql", "Password": ["hunter2"]}})"}) {
        const auto document = MigrationDocument::parse(broken);
        QVERIFY(!document);
        QVERIFY2(!document.error().text().contains(QStringLiteral("hunter2")), qPrintable(document.error().text()));
    }
}

// Every prefix, and documents with bytes changed: an answer, never a crash or an exception.
void TestDocumentErrors::survivesHostileBytes()
{
    const QByteArray good = bytesOf(sampleDocument());
    for (qsizetype size = 0; size < good.size(); ++size) {
        QVERIFY(!MigrationDocument::parse(good.left(size)));
    }
    std::mt19937 random(4711);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes = good;
        for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
            const qsizetype place = qsizetype(random()) % bytes.size();
            if (random() % 3 == 0) {
                bytes.remove(place, qsizetype(random() % 9));
            } else {
                bytes[place] = char(random());
            }
        }
        const auto document = MigrationDocument::parse(bytes);
        refused += document ? 0 : 1;
        QVERIFY(document || !document.error().cause.isEmpty());
    }
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(TestDocumentErrors)
#include "tst_documenterrors.moc"
