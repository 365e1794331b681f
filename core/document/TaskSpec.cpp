// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/TaskSpec.h"

#include "core/base/StrictJson.h"
#include "core/document/DocumentNames.h"
#include "core/document/DocumentParts.h"

#include <QCoreApplication>
#include <QDateTime>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

// Micros since 1970 of DMS's time texts; without a zone they are UTC.
std::optional<int64_t> microsOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toMSecsSinceEpoch() * 1000;
}

QString timeText(int64_t micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

void failTime(JsonReader &task, const char *key)
{
    task.fail(key, QCoreApplication::translate("Document", "This is not a time."),
        QCoreApplication::translate("Document", "Write it as `2018-02-09T12:12:12`, in UTC."));
}

// Text, or seconds since 1970 as the API's JSON has them.
void readStartTime(JsonReader &task, TaskSpec &spec)
{
    constexpr double kMostSeconds = 253'402'300'799; // the year 9999
    const Json *found = task.value("CdcStartTime");
    if (found == nullptr) {
        return;
    }
    if (found->is_number()) {
        const double seconds = found->get<double>();
        if (!(seconds >= 0 && seconds <= kMostSeconds)) {
            return failTime(task, "CdcStartTime");
        }
        spec.cdcStartMicros = int64_t(seconds * 1e6);
        return;
    }
    const QString text = task.text("CdcStartTime").value_or(QString());
    spec.cdcStartMicros = text.isEmpty() ? std::nullopt : microsOf(text);
    if (!text.isEmpty() && !spec.cdcStartMicros) {
        failTime(task, "CdcStartTime");
    }
}

void readStop(JsonReader &task, TaskSpec &spec)
{
    const QString text = task.text("CdcStopPosition").value_or(QString());
    if (text.isEmpty()) {
        return;
    }
    const bool isCommitTime = text.startsWith(QLatin1String("commit_time:"));
    const auto micros = microsOf(text.section(QLatin1Char(':'), 1).trimmed());
    if ((!isCommitTime && !text.startsWith(QLatin1String("server_time:"))) || !micros) {
        task.fail("CdcStopPosition", QCoreApplication::translate("Document", "This is not a stop position."),
            QCoreApplication::translate(
                "Document", "Write `server_time:2018-02-09T12:12:12` or `commit_time:2018-02-09T12:12:12`."));
        return;
    }
    spec.cdcStop = CdcStop{isCommitTime, *micros};
    task.refuse("CdcStopPosition", QCoreApplication::translate("Document", "Stopping at a time is not supported yet."),
        QCoreApplication::translate("Document", "Remove it, and stop the task by hand."));
}

void checkStart(JsonReader &task, const TaskSpec &spec)
{
    const bool hasStart = spec.cdcStartMicros || !spec.cdcStartPosition.isEmpty();
    const char *key = spec.cdcStartMicros ? "CdcStartTime" : "CdcStartPosition";
    if (spec.cdcStartMicros && !spec.cdcStartPosition.isEmpty()) {
        task.fail("CdcStartTime", QCoreApplication::translate("Document", "`CdcStartPosition` says another start."),
            QCoreApplication::translate("Document", "Remove one of the two."));
    } else if (hasStart && spec.migrationType != MigrationType::Cdc) {
        task.fail(key,
            QCoreApplication::translate("Document", "A task of type `%1` starts with its load, not at a chosen place.")
                .arg(migrationTypeName(spec.migrationType)),
            QCoreApplication::translate("Document", "Remove it, or set `MigrationType` to `cdc`."));
    }
}

// An object, or a text that holds one, as bytes to parse; nothing where it is absent.
std::optional<QByteArray> innerDocument(JsonReader &task, const char *key)
{
    const Json *found = task.value(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
    return QByteArray::fromStdString(text);
}

void readMappings(JsonReader &task, TaskSpec &spec)
{
    const auto json = innerDocument(task, "TableMappings");
    if (!json) {
        task.missing("TableMappings",
            QCoreApplication::translate("Document", "Say which tables the task takes: `{\"rules\": [...]}`."));
        return;
    }
    Result<TableMappings> mappings = TableMappings::parse(*json, task.pathOf(QStringLiteral("TableMappings")));
    if (mappings) {
        spec.mappings = *std::move(mappings);
    } else {
        task.report(mappings.error());
    }
}

void readSettings(JsonReader &task, TaskSpec &spec)
{
    const auto json = innerDocument(task, "ReplicationTaskSettings");
    if (!json || json->trimmed().isEmpty()) {
        return;
    }
    Result<TaskSettings> settings = TaskSettings::parse(*json, task.pathOf(QStringLiteral("ReplicationTaskSettings")));
    if (settings) {
        spec.settings = *std::move(settings);
    } else {
        task.report(settings.error());
    }
}

} // namespace

QString migrationTypeName(MigrationType type)
{
    return QString::fromLatin1(choiceName(kMigrationTypes, type));
}

TaskSpec readTask(const Json *json, QString path, JsonReader::Problem &problem)
{
    const Json *object = unwrapped(json, "ReplicationTask", "ReplicationTasks", path, problem);
    TaskSpec spec;
    if (object == nullptr) {
        return spec;
    }
    JsonReader task(object, path, problem);
    spec.identifier = readIdentifier(task, "ReplicationTaskIdentifier");
    const auto type = task.choice("MigrationType", kMigrationTypes);
    if (!type) {
        task.missing("MigrationType",
            QCoreApplication::translate("Document", "Give `full-load`, `cdc` or `full-load-and-cdc`."));
    }
    spec.migrationType = type.value_or(MigrationType::FullLoadAndCdc);
    readMappings(task, spec);
    readSettings(task, spec);
    spec.cdcStartPosition = task.text("CdcStartPosition").value_or(QString());
    readStartTime(task, spec);
    readStop(task, spec);
    checkStart(task, spec);
    JsonReader extras = task.object("RowcastSettings");
    extras.finish();
    task.accept({"ReplicationTaskArn", "SourceEndpointArn", "TargetEndpointArn", "ReplicationInstanceArn",
        "TargetReplicationInstanceArn", "Status", "LastFailureMessage", "StopReason", "ReplicationTaskCreationDate",
        "ReplicationTaskStartDate", "RecoveryCheckpoint", "ReplicationTaskStats", "TaskData", "ResourceIdentifier",
        "Tags", "ReplicationTaskAssessmentStatus", "ReplicationTaskAssessmentResults"});
    task.finish();
    return spec;
}

Result<TaskSpec> parseTask(const QByteArray &json, const QString &path)
{
    return parsePart(json, path, readTask);
}

Json taskObject(const TaskSpec &spec)
{
    const QByteArray mappings = spec.mappings.json();
    const QByteArray settings = spec.settings.statedJson();
    Json object = {{"ReplicationTaskIdentifier", spec.identifier.toStdString()},
        {"MigrationType", choiceName(kMigrationTypes, spec.migrationType)},
        {"TableMappings", Json::parse(mappings.begin(), mappings.end())},
        {"ReplicationTaskSettings", Json::parse(settings.begin(), settings.end())}};
    if (!spec.cdcStartPosition.isEmpty()) {
        object["CdcStartPosition"] = spec.cdcStartPosition.toStdString();
    }
    if (spec.cdcStartMicros) {
        object["CdcStartTime"] = timeText(*spec.cdcStartMicros).toStdString();
    }
    if (spec.cdcStop) {
        object["CdcStopPosition"] = (spec.cdcStop->isCommitTime ? "commit_time:" : "server_time:")
            + timeText(spec.cdcStop->micros).toStdString();
    }
    return object;
}

QByteArray taskJson(const TaskSpec &spec)
{
    return QByteArray::fromStdString(taskObject(spec).dump(2));
}

} // namespace rowcast
