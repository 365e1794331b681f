// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/TaskSettings.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace rowcast;

namespace {

TaskSettings parsed(const QByteArray &json)
{
    Result<TaskSettings> settings = TaskSettings::parse(json);
    if (!settings) {
        qFatal("%s", qPrintable(settings.error().text()));
    }
    return *std::move(settings);
}

} // namespace

class TestTaskSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsItsTable();
    void mergesOverDefaults();
    void readsEverySetting();
    void limitsLobsWhereStated_data();
    void limitsLobsWhereStated();
    void readsPolicies();
    void readsLists();
    void refuses_data();
    void refuses();
    void setsSingleValues();
    void writesWhatTheServiceReturns();
    void remarks();
};

// Each default is valid by its own row, and no setting stands twice.
void TestTaskSettings::knowsItsTable()
{
    QStringList names;
    for (const TaskSettingInfo &info : kTaskSettings) {
        const QString name = QString::fromUtf8(info.section.data(), qsizetype(info.section.size())) + QLatin1Char('.')
            + QString::fromUtf8(info.key.data(), qsizetype(info.key.size()));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names += name;
        const QString text = QString::fromUtf8(info.defaultText.data(), qsizetype(info.defaultText.size()));
        const QString choices = QString::fromUtf8(info.choices.data(), qsizetype(info.choices.size()));
        QCOMPARE(!choices.isEmpty(), info.type == SettingType::Choice);
        QVERIFY(info.type != SettingType::Choice || choices.split(QLatin1Char('|')).contains(text));
        QVERIFY(info.type != SettingType::Boolean || text == QLatin1String("true") || text == QLatin1String("false"));
        QVERIFY(
            info.type != SettingType::Integer || (text.toLongLong() >= info.least && text.toLongLong() <= info.most));
    }
    QVERIFY(names.size() > 90);
}

void TestTaskSettings::mergesOverDefaults()
{
    const TaskSettings settings = parsed(R"({"FullLoadSettings": {"MaxFullLoadSubTasks": 49, "CommitRate": 10000}})");
    QCOMPARE(settings.integer("FullLoadSettings.MaxFullLoadSubTasks"), int64_t(49));
    QCOMPARE(settings.integer("FullLoadSettings.TransactionConsistencyTimeout"), int64_t(600));
    QCOMPARE(settings.prepMode(), PrepMode::DoNothing);
    QVERIFY(settings.isStated("FullLoadSettings.CommitRate"));
    QVERIFY(!settings.isStated("FullLoadSettings.TransactionConsistencyTimeout"));
    QCOMPARE(parsed("{}"), TaskSettings());
    QCOMPARE(parsed(R"({"TargetMetadata": null, "BeforeImageSettings": null})"), TaskSettings());
    QVERIFY(!parsed(R"({"TargetMetadata": {"LobMaxSize": null}})").isStated("TargetMetadata.LobMaxSize"));
}

// What the service returns with every setting at its default is read as such.
void TestTaskSettings::readsEverySetting()
{
    const TaskSettings all = parsed(TaskSettings().json());
    for (const TaskSettingInfo &info : kTaskSettings) {
        const auto document = nlohmann::json::parse(all.json().toStdString());
        const auto &section = info.section.empty() ? document : document.at(std::string(info.section));
        QVERIFY(section.contains(std::string(info.key)));
    }
    QCOMPARE(all.json(), TaskSettings().json());
    QCOMPARE(parsed(all.statedJson()), all);
}

void TestTaskSettings::limitsLobsWhereStated_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<qint64>("bytes"); // -1: none
    QTest::newRow("nothing") << QByteArray("{}") << qint64(-1);
    QTest::newRow("mode alone") << QByteArray(R"({"LimitedSizeLobMode": true})") << qint64(-1);
    QTest::newRow("size") << QByteArray(R"({"LobMaxSize": 32})") << qint64(32768);
    QTest::newRow("largest") << QByteArray(R"({"LobMaxSize": 102400})") << qint64(104857600);
    QTest::newRow("no limit") << QByteArray(R"({"LobMaxSize": 0})") << qint64(-1);
    QTest::newRow("mode off") << QByteArray(R"({"LimitedSizeLobMode": false, "LobMaxSize": 32})") << qint64(-1);
    QTest::newRow("full mode") << QByteArray(R"({"FullLobMode": true, "LobMaxSize": 32})") << qint64(-1);
}

void TestTaskSettings::limitsLobsWhereStated()
{
    QFETCH(QByteArray, metadata);
    const auto limit = parsed(R"({"TargetMetadata": )" + metadata + '}').lobMaxBytes();
    QTEST(limit ? qint64(*limit) : -1, "bytes");
}

void TestTaskSettings::readsPolicies()
{
    QCOMPARE(TaskSettings().dataErrorPolicy(), ErrorPolicy::StopTask);
    QCOMPARE(parsed(R"({"ErrorBehavior": {"DataErrorPolicy": "LOG_ERROR"}})").dataErrorPolicy(), ErrorPolicy::LogError);
    QCOMPARE(
        parsed(R"({"ErrorBehavior": {"DataErrorPolicy": "IGNORE_RECORD"}})").dataErrorPolicy(), ErrorPolicy::Ignore);
    QCOMPARE(TaskSettings().policy("ErrorBehavior.TableErrorPolicy"), ErrorPolicy::SuspendTable);
    QCOMPARE(TaskSettings().policy("ErrorBehavior.TableErrorEscalationPolicy"), ErrorPolicy::StopTask);
}

void TestTaskSettings::readsLists()
{
    const TaskSettings settings = parsed(R"({"Logging": {"LogComponents": [
        {"Id": "SOURCE_CAPTURE", "Severity": "LOGGER_SEVERITY_DETAILED_DEBUG"}, {"Severity": "LOGGER_SEVERITY_ERROR", "Id": "IO"}]},
        "BeforeImageSettings": {"EnableBeforeImage": true, "FieldName": "before-image", "ColumnFilter": "non-lob"},
        "LoopbackPreventionSettings": {"EnableLoopbackPrevention": true}})");
    QCOMPARE(settings.logSeverities().value(QStringLiteral("SOURCE_CAPTURE")),
        QStringLiteral("LOGGER_SEVERITY_DETAILED_DEBUG"));
    QCOMPARE(settings.logSeverities().size(), 2);
    const BeforeImageSettings image{true, QStringLiteral("before-image"), QStringLiteral("non-lob")};
    QCOMPARE(settings.beforeImage(), image);
    QCOMPARE(parsed(settings.statedJson()), settings);
}

void TestTaskSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const auto add = [](const char *name, const char *json, const char *code, const char *path) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(code) << QString::fromLatin1(path);
    };
    add("unknown section", R"({"TargetMetadat": {}})", "document.invalid", "$.TargetMetadat:");
    add("unknown key", R"({"ErrorBehavior": {"DataErrorPolcy": "LOG_ERROR"}})", "document.invalid",
        "$.ErrorBehavior.DataErrorPolcy:");
    add("range", R"({"FullLoadSettings": {"MaxFullLoadSubTasks": 50}})", "document.invalid",
        "$.FullLoadSettings.MaxFullLoadSubTasks:");
    add("type", R"({"FullLoadSettings": {"CommitRate": "10"}})", "document.invalid", "$.FullLoadSettings.CommitRate:");
    add("choice", R"({"FullLoadSettings": {"TargetTablePrepMode": "DROP"}})", "document.invalid",
        "$.FullLoadSettings.TargetTablePrepMode:");
    add("section type", R"({"FullLoadSettings": true})", "document.invalid", "$.FullLoadSettings:");
    add("both lob modes", R"({"TargetMetadata": {"FullLobMode": true, "LimitedSizeLobMode": true}})",
        "document.invalid", "$.TargetMetadata:");
    add("both stops",
        R"({"FullLoadSettings": {"StopTaskCachedChangesApplied": true, "StopTaskCachedChangesNotApplied": true}})",
        "document.invalid", "$.FullLoadSettings:");
    add("log component", R"({"Logging": {"LogComponents": [{"Id": "SOURCE", "Severity": "LOGGER_SEVERITY_INFO"}]}})",
        "document.invalid", "$.Logging.LogComponents[0].Id:");
    add("before image without name", R"({"BeforeImageSettings": {"EnableBeforeImage": true}})", "document.invalid",
        "$.BeforeImageSettings.FieldName:");
    add("before image named as data", R"({"BeforeImageSettings": {"EnableBeforeImage": true, "FieldName": "data"}})",
        "document.invalid", "$.BeforeImageSettings.FieldName:");
    add("recovery time", R"({"ChangeProcessingTuning": {"RecoveryTimeout": 5}})", "document.unsupported",
        "$.ChangeProcessingTuning.RecoveryTimeout:");
    add("character sets", R"({"CharacterSetSettings": {"CharacterReplacements": []}})", "document.unsupported",
        "$.CharacterSetSettings:");
}

void TestTaskSettings::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const Result<TaskSettings> settings = TaskSettings::parse(json);
    QVERIFY(!settings);
    QTEST(settings.error().code, "code");
    QVERIFY2(settings.error().cause.startsWith(path), qPrintable(settings.error().text()));
}

void TestTaskSettings::setsSingleValues()
{
    TaskSettings settings;
    QVERIFY(settings.set("FullLoadSettings.TargetTablePrepMode", QStringLiteral("DROP_AND_CREATE")));
    QCOMPARE(settings.prepMode(), PrepMode::DropAndCreate);
    QVERIFY(settings.set("TargetMetadata.LobMaxSize", int64_t(64)));
    QCOMPARE(settings.lobMaxBytes(), std::optional<uint64_t>(65536));
    const Result<void> wrong = settings.set("TargetMetadata.LobMaxSize", int64_t(-1));
    QVERIFY(!wrong);
    QCOMPARE(settings.lobMaxBytes(), std::optional<uint64_t>(65536));
    QVERIFY(!settings.set("TargetMetadata.LobMaxSize", QStringLiteral("x")));
}

void TestTaskSettings::writesWhatTheServiceReturns()
{
    const auto json = nlohmann::json::parse(TaskSettings().json().toStdString());
    QVERIFY(json.at("BeforeImageSettings").is_null());
    QCOMPARE(json.at("TargetMetadata").at("LobMaxSize").get<int>(), 32);
    QCOMPARE(json.at("ErrorBehavior").at("RecoverableErrorCount").get<int>(), -1);
    QCOMPARE(json.at("FailTaskWhenCleanTaskResourceFailed").get<bool>(), false);
    QCOMPARE(TaskSettings().statedJson(), QByteArray("{}"));
}

void TestTaskSettings::remarks()
{
    QVERIFY(TaskSettings().remarks().isEmpty());
    const QStringList list = parsed(
        R"({"TargetMetadata": {"LobMaxSize": 32, "BatchApplyEnabled": true}, "ValidationSettings": {"EnableValidation": true}})")
                                 .remarks();
    QCOMPARE(list.size(), 3);
    QVERIFY(list[0].contains(QStringLiteral("32 KB")));
}

QTEST_APPLESS_MAIN(TestTaskSettings)
#include "tst_tasksettings.moc"
