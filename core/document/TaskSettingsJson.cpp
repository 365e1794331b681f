// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/TaskSettingsJson.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

// In the order in which the service prints them; empty: the settings at the top.
constexpr std::string_view kSections[]
    = {"TargetMetadata", "FullLoadSettings", "Logging", "ControlTablesSettings", "StreamBufferSettings",
        "ChangeProcessingTuning", "ChangeProcessingDdlHandlingPolicy", "ErrorBehavior", "ValidationSettings", ""};

// Sections for other targets and engines, whatever they say.
constexpr const char *kWithoutEffect[] = {"LoopbackPreventionSettings", "TTSettings", "ResyncSettings"};
// Sections that would change what is sent.
constexpr const char *kRefused[] = {"CharacterSetSettings", "PostProcessingRules"};

const QStringList &logComponents()
{
    static const QStringList list = QStringLiteral(
        "TRANSFORMATION SOURCE_UNLOAD IO TARGET_LOAD PERFORMANCE SOURCE_CAPTURE SORTER REST_SERVER "
        "VALIDATOR_EXT TARGET_APPLY TASK_MANAGER TABLES_MANAGER METADATA_MANAGER FILE_FACTORY COMMON ADDONS "
        "DATA_STRUCTURE COMMUNICATION FILE_TRANSFER VALIDATOR DATA_RESYNC")
                                        .split(QLatin1Char(' '));
    return list;
}

const QStringList &severities()
{
    static const QStringList list
        = QStringLiteral("LOGGER_SEVERITY_ERROR LOGGER_SEVERITY_WARNING LOGGER_SEVERITY_INFO LOGGER_SEVERITY_DEFAULT "
                         "LOGGER_SEVERITY_DEBUG LOGGER_SEVERITY_DETAILED_DEBUG")
              .split(QLatin1Char(' '));
    return list;
}

const QStringList &columnFilters()
{
    static const QStringList list{QStringLiteral("pk-only"), QStringLiteral("non-lob"), QStringLiteral("all")};
    return list;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<TaskSettings::Value> readValue(JsonReader &section, const TaskSettingInfo &info)
{
    // Keys of the table end with a zero byte: they are literals.
    const char *key = info.key.data();
    std::optional<TaskSettings::Value> value;
    if (info.type == SettingType::Boolean) {
        if (const auto found = section.boolean(key)) {
            value = *found;
        }
    } else if (info.type == SettingType::Integer) {
        if (const auto found = section.integer(key, info.least, info.most)) {
            value = *found;
        }
    } else if (info.type == SettingType::Choice) {
        const QStringList names = textOf(info.choices).split(QLatin1Char('|'));
        if (const auto found = section.oneOf(key, names)) {
            value = names.at(qsizetype(*found));
        }
    } else if (const auto found = section.text(key)) {
        value = *found;
    }
    return value;
}

Json jsonOf(const TaskSettings::Value &value)
{
    if (const bool *flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (const int64_t *number = std::get_if<int64_t>(&value)) {
        return *number;
    }
    return std::get<QString>(value).toStdString();
}

Json beforeImageObject(const BeforeImageSettings &settings)
{
    return {{"EnableBeforeImage", settings.isEnabled}, {"FieldName", settings.fieldName.toStdString()},
        {"ColumnFilter", settings.columnFilter.toStdString()}};
}

Json logComponentsList(const QMap<QString, QString> &levels)
{
    Json list = Json::array();
    for (auto it = levels.begin(); it != levels.end(); ++it) {
        list.push_back({{"Id", it.key().toStdString()}, {"Severity", it.value().toStdString()}});
    }
    return list;
}

} // namespace

void TaskSettingsJson::readSetting(JsonReader &section, size_t index, TaskSettings &settings)
{
    const TaskSettingInfo &info = kTaskSettings[index];
    const std::optional<TaskSettings::Value> value = readValue(section, info);
    if (!value) {
        return;
    }
    if (info.effect == SettingEffect::RefusedIfSet && *value != TaskSettings().m_values[index]) {
        section.refuse(info.key.data(), QCoreApplication::translate("Document", "This setting is not supported yet."),
            QCoreApplication::translate("Document", "Leave it at its default, `%1`.").arg(textOf(info.defaultText)));
        return;
    }
    settings.m_values[index] = *value;
    settings.m_stated[index] = true;
}

void TaskSettingsJson::readSection(JsonReader &document, std::string_view name, TaskSettings &settings)
{
    JsonReader section = name.empty() ? document : document.object(name.data());
    for (size_t i = 0; i < kTaskSettingCount; ++i) {
        if (kTaskSettings[i].section == name) {
            readSetting(name.empty() ? document : section, i, settings);
        }
    }
    if (name == "Logging") {
        readLogComponents(section, settings);
    }
    if (!name.empty()) {
        section.finish();
    }
}

void TaskSettingsJson::readLogComponents(JsonReader &logging, TaskSettings &settings)
{
    JsonReader::Problem own;
    for (const auto &[json, path] : logging.elements("LogComponents")) {
        JsonReader component(json, path, own);
        const auto id = component.oneOf("Id", logComponents());
        const auto severity = component.oneOf("Severity", severities());
        component.finish();
        if (id && severity) {
            settings.m_logSeverities[logComponents().at(qsizetype(*id))] = severities().at(qsizetype(*severity));
        }
    }
    if (own) {
        logging.report(*own);
    }
}

void TaskSettingsJson::readBeforeImage(JsonReader &document, TaskSettings &settings)
{
    JsonReader image = document.object("BeforeImageSettings");
    BeforeImageSettings &read = settings.m_beforeImage;
    read.isEnabled = image.boolean("EnableBeforeImage").value_or(false);
    read.fieldName = image.text("FieldName").value_or(QString());
    read.columnFilter = columnFilters().at(qsizetype(image.oneOf("ColumnFilter", columnFilters()).value_or(0)));
    if (read.isEnabled && read.fieldName.isEmpty()) {
        image.missing("FieldName",
            QCoreApplication::translate("Document", "Give the name of the JSON object, such as `before-image`."));
    } else if (read.fieldName == QLatin1String("data") || read.fieldName == QLatin1String("metadata")) {
        image.fail("FieldName",
            QCoreApplication::translate("Document", "Messages have a `%1` of their own.").arg(read.fieldName),
            QCoreApplication::translate("Document", "Give the name of the JSON object, such as `before-image`."));
    }
    image.finish();
}

void TaskSettingsJson::readKeptSections(JsonReader &document, TaskSettings &settings)
{
    for (const char *key : kWithoutEffect) {
        if (const Json *found = document.value(key)) {
            settings.m_keptSections[QString::fromLatin1(key)] = QByteArray::fromStdString(found->dump());
        }
    }
    for (const char *key : kRefused) {
        const Json *found = document.value(key);
        if (found != nullptr && !found->empty()) {
            document.refuse(key, QCoreApplication::translate("Document", "This setting is not supported yet."),
                QCoreApplication::translate("Document", "Leave it at its default, `%1`.").arg(QStringLiteral("null")));
        }
    }
}

void TaskSettingsJson::checkContradictions(JsonReader &document, const TaskSettings &settings)
{
    if (settings.isStated("TargetMetadata.FullLobMode") && settings.boolean("TargetMetadata.FullLobMode")
        && settings.isStated("TargetMetadata.LimitedSizeLobMode")
        && settings.boolean("TargetMetadata.LimitedSizeLobMode")) {
        document.fail("TargetMetadata",
            QCoreApplication::translate("Document", "`FullLobMode` and `LimitedSizeLobMode` are both on."),
            QCoreApplication::translate("Document", "Turn one of them off."));
    }
    if (settings.boolean("FullLoadSettings.StopTaskCachedChangesApplied")
        && settings.boolean("FullLoadSettings.StopTaskCachedChangesNotApplied")) {
        document.fail("FullLoadSettings",
            QCoreApplication::translate(
                "Document", "`StopTaskCachedChangesApplied` and `StopTaskCachedChangesNotApplied` are both on."),
            QCoreApplication::translate("Document", "Turn one of them off."));
    }
}

TaskSettings TaskSettingsJson::read(const Json &json, const QString &path, JsonReader::Problem &problem)
{
    TaskSettings settings;
    JsonReader document(&json, path, problem);
    for (const std::string_view name : kSections) {
        readSection(document, name, settings);
    }
    readBeforeImage(document, settings);
    readKeptSections(document, settings);
    checkContradictions(document, settings);
    document.finish();
    return settings;
}

Json TaskSettingsJson::object(const TaskSettings &settings, bool isStatedOnly)
{
    Json object = Json::object();
    for (size_t i = 0; i < kTaskSettingCount; ++i) {
        const TaskSettingInfo &info = kTaskSettings[i];
        if (isStatedOnly && !settings.m_stated[i]) {
            continue;
        }
        Json &section = info.section.empty() ? object : object[std::string(info.section)];
        section[std::string(info.key)] = jsonOf(settings.m_values[i]);
    }
    if (!settings.m_logSeverities.isEmpty() || !isStatedOnly) {
        object["Logging"]["LogComponents"] = logComponentsList(settings.m_logSeverities);
    }
    const bool hasBeforeImage = settings.m_beforeImage != BeforeImageSettings();
    if (hasBeforeImage || !isStatedOnly) {
        object["BeforeImageSettings"] = hasBeforeImage ? beforeImageObject(settings.m_beforeImage) : Json();
    }
    for (auto it = settings.m_keptSections.begin(); it != settings.m_keptSections.end(); ++it) {
        object[it.key().toStdString()] = Json::parse(it.value().begin(), it.value().end());
    }
    return object;
}

} // namespace rowcast
