// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/TaskSettings.h"

#include "core/base/StrictJson.h"
#include "core/document/TaskSettingsJson.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

TaskSettings::Value defaultOf(const TaskSettingInfo &info)
{
    const QLatin1String text(info.defaultText.data(), qsizetype(info.defaultText.size()));
    switch (info.type) {
    case SettingType::Boolean:
        return text == QLatin1String("true");
    case SettingType::Integer:
        return int64_t(QString(text).toLongLong());
    case SettingType::Text:
    case SettingType::Choice:
        break;
    }
    return QString(text);
}

ErrorPolicy policyOf(const QString &name)
{
    return name == QLatin1String("STOP_TASK")      ? ErrorPolicy::StopTask
        : name == QLatin1String("SUSPEND_TABLE")   ? ErrorPolicy::SuspendTable
        : name.startsWith(QLatin1String("IGNORE")) ? ErrorPolicy::Ignore
                                                   : ErrorPolicy::LogError;
}

} // namespace

TaskSettings::TaskSettings()
    : m_stated(kTaskSettingCount, false)
{
    m_values.reserve(kTaskSettingCount);
    for (const TaskSettingInfo &info : kTaskSettings) {
        m_values.push_back(defaultOf(info));
    }
}

Result<TaskSettings> TaskSettings::parse(const QByteArray &json, const QString &path)
{
    const Result<nlohmann::ordered_json> parsed = parseStrictJson(json, path);
    if (!parsed) {
        return parsed.error();
    }
    JsonReader::Problem problem;
    TaskSettings settings = TaskSettingsJson::read(*parsed, path, problem);
    if (problem) {
        return *problem;
    }
    return settings;
}

Result<void> TaskSettings::set(TaskSettingName name, Value value)
{
    const TaskSettingInfo &info = kTaskSettings[name.index];
    nlohmann::ordered_json object;
    std::visit(
        [&](const auto &plain) {
            if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, QString>) {
                object[info.key] = plain.toStdString();
            } else {
                object[info.key] = plain;
            }
        },
        value);
    JsonReader::Problem problem;
    JsonReader reader(
        &object, QStringLiteral("$.") + QLatin1String(info.section.data(), qsizetype(info.section.size())), problem);
    TaskSettingsJson::readSetting(reader, name.index, *this);
    if (problem) {
        return *problem;
    }
    return {};
}

PrepMode TaskSettings::prepMode() const
{
    const QString &mode = text("FullLoadSettings.TargetTablePrepMode");
    return mode == QLatin1String("DROP_AND_CREATE")     ? PrepMode::DropAndCreate
        : mode == QLatin1String("TRUNCATE_BEFORE_LOAD") ? PrepMode::TruncateBeforeLoad
                                                        : PrepMode::DoNothing;
}

std::optional<uint64_t> TaskSettings::lobMaxBytes() const
{
    const bool isLimited = boolean("TargetMetadata.LimitedSizeLobMode") && !boolean("TargetMetadata.FullLobMode")
        && isStated("TargetMetadata.LobMaxSize") && integer("TargetMetadata.LobMaxSize") > 0;
    return isLimited ? std::optional(uint64_t(integer("TargetMetadata.LobMaxSize")) * 1024) : std::nullopt;
}

ErrorPolicy TaskSettings::policy(TaskSettingName name) const
{
    return policyOf(text(name));
}

ErrorPolicy TaskSettings::dataErrorPolicy() const
{
    return isStated("ErrorBehavior.DataErrorPolicy") ? policy("ErrorBehavior.DataErrorPolicy") : ErrorPolicy::StopTask;
}

QStringList TaskSettings::remarks() const
{
    QStringList list;
    if (const auto bytes = lobMaxBytes()) {
        list += QCoreApplication::translate(
            "Document", "LOB values longer than %1 KB are cut (`TargetMetadata.LobMaxSize`).")
                    .arg(*bytes / 1024);
    }
    if (!boolean("TargetMetadata.SupportLobs")) {
        list += QCoreApplication::translate("Document", "LOB columns are left out (`TargetMetadata.SupportLobs`).");
    }
    if (boolean("TargetMetadata.BatchApplyEnabled")) {
        list += QCoreApplication::translate(
            "Document", "`TargetMetadata.BatchApplyEnabled` has no effect: Kafka targets know no batch apply.");
    }
    if (boolean("ValidationSettings.EnableValidation")) {
        list += QCoreApplication::translate(
            "Document", "`ValidationSettings.EnableValidation` has no effect: DMS does not validate Kafka targets.");
    }
    return list;
}

QByteArray TaskSettings::json() const
{
    return QByteArray::fromStdString(TaskSettingsJson::object(*this, false).dump(2));
}

QByteArray TaskSettings::statedJson() const
{
    return QByteArray::fromStdString(TaskSettingsJson::object(*this, true).dump(2));
}

} // namespace rowcast
