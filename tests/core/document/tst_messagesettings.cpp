// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "DocumentFixture.h"

#include "core/document/MessageSettingsFrom.h"

using namespace rowcast;

class TestMessageSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gathersDefaults();
    void gathersSettings();
    void showsBeforeImagesOnlyOfChanges();
};

void TestMessageSettings::gathersDefaults()
{
    const MigrationDocument document = parsed(sampleWith("/TargetEndpoint/KafkaSettings", R"({"Broker": "b"})"));
    const MessageSettings settings = messageSettingsFrom(document.target, document.task);
    QCOMPARE(settings.taskIdentifier, std::string("shop-to-bus"));
    QCOMPARE(settings.topic, std::string("kafka-default-topic"));
    QVERIFY(settings.isFormatted);
    QVERIFY(settings.useLargeIntegerValue);
    QVERIFY(settings.supportLobs);
    QVERIFY(!settings.lobMaxBytes);
    QVERIFY(!settings.isParallelApply);
    QVERIFY(!settings.needsStreamPosition());
    QCOMPARE(settings.keyRule, KeyRule::Dms);
}

void TestMessageSettings::gathersSettings()
{
    nlohmann::ordered_json json = sampleDocument();
    json["TargetEndpoint"]["RowcastSettings"]
        = {{"KeyRule", "primary-key"}, {"Headers", true}, {"TopicPattern", "${table}"}};
    json["TargetEndpoint"]["KafkaSettings"]["UseLargeIntegerValue"] = false;
    json["ReplicationTask"]["ReplicationTaskSettings"] = nlohmann::ordered_json::parse(
        R"({"TargetMetadata": {"ParallelApplyThreads": 4, "LobMaxSize": 1, "SupportLobs": false},
            "BeforeImageSettings": {"EnableBeforeImage": true, "FieldName": "old", "ColumnFilter": "non-lob"}})");
    const MigrationDocument document = parsed(bytesOf(json));
    const MessageSettings settings = messageSettingsFrom(document.target, document.task);
    QVERIFY(!settings.isFormatted);
    QVERIFY(!settings.useLargeIntegerValue);
    QVERIFY(!settings.supportLobs);
    QVERIFY(settings.isParallelApply);
    QVERIFY(settings.headers && settings.needsStreamPosition());
    QCOMPARE(settings.lobMaxBytes, std::optional<uint64_t>(1024));
    QCOMPARE(settings.keyRule, KeyRule::PrimaryKey);
    QCOMPARE(settings.topicPattern, std::string("${table}"));
    QVERIFY(settings.beforeImage.isEnabled);
    QCOMPARE(settings.beforeImage.fieldName, std::string("old"));
    QCOMPARE(settings.beforeImage.filter, ImageFilter::NonLob);
}

void TestMessageSettings::showsBeforeImagesOnlyOfChanges()
{
    nlohmann::ordered_json json = sampleDocument();
    json["ReplicationTask"]["MigrationType"] = "full-load";
    json["ReplicationTask"]["ReplicationTaskSettings"]["BeforeImageSettings"]
        = {{"EnableBeforeImage", true}, {"FieldName", "old"}};
    const MigrationDocument document = parsed(bytesOf(json));
    QVERIFY(!messageSettingsFrom(document.target, document.task).beforeImage.isEnabled);
}

QTEST_APPLESS_MAIN(TestMessageSettings)
#include "tst_messagesettings.moc"
