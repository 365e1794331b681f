// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SnapshotJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace rowcast {

namespace {

template <typename Enum, size_t Count, typename Name>
Enum ofName(const std::array<Enum, Count> &all, const QString &name, Name nameOf)
{
    for (const Enum value : all) {
        if (nameOf(value) == name) {
            return value;
        }
    }
    return all.front();
}

const QString kInterrupted = QStringLiteral("interrupted");
const QString kRetentions = QStringLiteral("retentions");

constexpr std::array kStepStates = {StepState::Pending, StepState::Running, StepState::Passed, StepState::Warning,
    StepState::Failed, StepState::Skipped};
constexpr std::array kStatuses = {TaskStatus::Ready, TaskStatus::Starting, TaskStatus::Running, TaskStatus::Stopping,
    TaskStatus::Stopped, TaskStatus::Failed};
constexpr std::array kPhases = {TaskPhase::None, TaskPhase::FullLoad, TaskPhase::CachedChanges, TaskPhase::Cdc};
constexpr std::array kTableStates = {TableState::BeforeLoad, TableState::FullLoad, TableState::Completed,
    TableState::Cancelled, TableState::Error, TableState::Reloading, TableState::DoesNotExist};

QJsonObject failureObject(const Failure &failure)
{
    return {{QStringLiteral("code"), failure.code}, {QStringLiteral("cause"), failure.cause},
        {QStringLiteral("remedy"), failure.remedy}, {QStringLiteral("detail"), failure.detail},
        {QStringLiteral("retryable"), failure.retryable}};
}

Failure failureOf(const QJsonObject &object)
{
    return {.code = object[QLatin1String("code")].toString(),
        .cause = object[QLatin1String("cause")].toString(),
        .remedy = object[QLatin1String("remedy")].toString(),
        .detail = object[QLatin1String("detail")].toString(),
        .retryable = object[QLatin1String("retryable")].toBool()};
}

void putFailure(QJsonObject &object, const std::optional<Failure> &failure)
{
    if (failure) {
        object[QLatin1String("failure")] = failureObject(*failure);
    }
}

std::optional<Failure> takeFailure(const QJsonObject &object)
{
    const QJsonValue failure = object[QLatin1String("failure")];
    return failure.isObject() ? std::optional(failureOf(failure.toObject())) : std::nullopt;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The numbers of a snapshot and of a table by name, once for writing and reading.
template <typename Snapshot, typename Visit> void visitStatusNumbers(Snapshot &snapshot, Visit visit)
{
    visit("progress", snapshot.fullLoadProgressPercent);
    visit("tablesLoaded", snapshot.tablesLoaded);
    visit("tablesLoading", snapshot.tablesLoading);
    visit("tablesQueued", snapshot.tablesQueued);
    visit("tablesErrored", snapshot.tablesErrored);
    visit("freshStart", snapshot.freshStartMicros);
    visit("start", snapshot.startMicros);
    visit("stop", snapshot.stopMicros);
    visit("fullLoadStart", snapshot.fullLoadStartMicros);
    visit("fullLoadEnd", snapshot.fullLoadEndMicros);
    visit("failureTime", snapshot.failureMicros);
    visit("position", snapshot.positionMicros);
}

template <typename Snapshot, typename Visit> void visitStatusTexts(Snapshot &snapshot, Visit visit)
{
    visit("stopReason", snapshot.stopReason);
    visit("lastFailureMessage", snapshot.lastFailureMessage);
    visit("sourcePosition", snapshot.sourcePosition);
    visit("recoveryCheckpoint", snapshot.recoveryCheckpoint);
    visit("sourceDescription", snapshot.sourceDescription);
}

template <typename Table, typename Visit> void visitCounts(Table &table, Visit visit)
{
    visit("inserts", table.inserts);
    visit("updates", table.updates);
    visit("deletes", table.deletes);
    visit("ddls", table.ddls);
    visit("appliedInserts", table.appliedInserts);
    visit("appliedUpdates", table.appliedUpdates);
    visit("appliedDeletes", table.appliedDeletes);
    visit("appliedDdls", table.appliedDdls);
    visit("fullLoadRows", table.fullLoadRows);
    visit("estimatedRows", table.estimatedRows);
    visit("fullLoadErrorRows", table.fullLoadErrorRows);
    visit("losses", table.losses);
    visit("fullLoadStart", table.fullLoadStartMicros);
    visit("fullLoadEnd", table.fullLoadEndMicros);
    visit("lastUpdate", table.lastUpdateMicros);
}

auto numberWriter(QJsonObject &object)
{
    return
        [&object](const char *name, const auto &number) { object[QLatin1String(name)] = static_cast<qint64>(number); };
}

auto numberReader(const QJsonObject &object)
{
    return [&object](const char *name, auto &number) {
        number = static_cast<std::remove_reference_t<decltype(number)>>(object[QLatin1String(name)].toInteger());
    };
}

QJsonObject retentionObject(const Retention &retention)
{
    QJsonObject object{{QStringLiteral("isTopic"), retention.holder == Retention::Holder::Topic},
        {QStringLiteral("name"), retention.name}, {QStringLiteral("isKnown"), retention.isKnown},
        {QStringLiteral("remedy"), retention.remedy},
        {QStringLiteral("needed"), static_cast<qint64>(retention.neededMicros)}};
    const auto put = [&object](const char *name, const auto &number) {
        if (number) {
            object[QLatin1String(name)] = static_cast<qint64>(*number);
        }
    };
    put("heldSeconds", retention.heldSeconds);
    put("mostBytes", retention.mostBytes);
    put("bytesLeft", retention.bytesLeft);
    return object;
}

Retention retentionOf(const QJsonObject &object)
{
    Retention retention;
    retention.holder = object[QLatin1String("isTopic")].toBool() ? Retention::Holder::Topic : Retention::Holder::Source;
    retention.name = object[QLatin1String("name")].toString();
    retention.isKnown = object[QLatin1String("isKnown")].toBool();
    retention.remedy = object[QLatin1String("remedy")].toString();
    retention.neededMicros = object[QLatin1String("needed")].toInteger();
    const auto take = [&object](const char *name, auto &number) {
        if (const QJsonValue value = object[QLatin1String(name)]; value.isDouble()) {
            number = static_cast<typename std::remove_reference_t<decltype(number)>::value_type>(value.toInteger());
        }
    };
    take("heldSeconds", retention.heldSeconds);
    take("mostBytes", retention.mostBytes);
    take("bytesLeft", retention.bytesLeft);
    return retention;
}

} // namespace

QByteArray stepsJson(const std::vector<ProbeStep> &steps)
{
    QJsonArray array;
    for (const ProbeStep &step : steps) {
        QJsonObject object{{QStringLiteral("id"), step.id}, {QStringLiteral("title"), step.title},
            {QStringLiteral("state"), stepStateName(step.state)},
            {QStringLiteral("milliseconds"), static_cast<qint64>(step.milliseconds)},
            {QStringLiteral("evidence"), step.evidence}};
        if (!step.failure.code.isEmpty()) {
            object[QLatin1String("failure")] = failureObject(step.failure);
        }
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<ProbeStep> stepsFromJson(const QByteArray &json)
{
    std::vector<ProbeStep> steps;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        ProbeStep step;
        step.id = object[QLatin1String("id")].toString();
        step.title = object[QLatin1String("title")].toString();
        step.state = ofName(kStepStates, object[QLatin1String("state")].toString(), stepStateName);
        step.milliseconds = object[QLatin1String("milliseconds")].toInteger();
        step.evidence = object[QLatin1String("evidence")].toString();
        step.failure = takeFailure(object).value_or(Failure());
        steps.push_back(step);
    }
    return steps;
}

QByteArray statusJson(const TaskSnapshot &snapshot)
{
    QJsonObject object{{QStringLiteral("status"), taskStatusName(snapshot.status)},
        {QStringLiteral("phase"), taskPhaseName(snapshot.phase)}};
    visitStatusNumbers(snapshot, numberWriter(object));
    visitStatusTexts(snapshot, [&](const char *name, const QString &text) { object[QLatin1String(name)] = text; });
    putFailure(object, snapshot.failure);
    QJsonArray retentions;
    for (const Retention &retention : snapshot.retentions) {
        retentions.append(retentionObject(retention));
    }
    object[kRetentions] = retentions;
    return textOf(object);
}

TaskSnapshot statusFromJson(const QByteArray &json)
{
    const QJsonObject object = objectOf(json);
    TaskSnapshot snapshot;
    snapshot.status = ofName(kStatuses, object[QLatin1String("status")].toString(), taskStatusName);
    snapshot.phase = ofName(kPhases, object[QLatin1String("phase")].toString(), taskPhaseName);
    visitStatusNumbers(snapshot, numberReader(object));
    visitStatusTexts(snapshot, [&](const char *name, QString &text) { text = object[QLatin1String(name)].toString(); });
    snapshot.failure = takeFailure(object);
    for (const QJsonValue retention : object[kRetentions].toArray()) {
        snapshot.retentions.push_back(retentionOf(retention.toObject()));
    }
    return snapshot;
}

QByteArray interruptedStatusJson(const QByteArray &json)
{
    QJsonObject object = objectOf(json);
    object[QLatin1String("status")] = taskStatusName(TaskStatus::Stopped);
    object[kInterrupted] = true;
    return textOf(object);
}

bool isInterrupted(const QByteArray &json)
{
    return objectOf(json)[kInterrupted].toBool();
}

QByteArray countsJson(const TableStatistics &table)
{
    QJsonObject object{{QStringLiteral("state"), tableStateName(table.state)}};
    visitCounts(table, numberWriter(object));
    putFailure(object, table.failure);
    return textOf(object);
}

TableStatistics countsFromJson(const QByteArray &json)
{
    const QJsonObject object = objectOf(json);
    TableStatistics table;
    table.state = ofName(kTableStates, object[QLatin1String("state")].toString(), tableStateName);
    visitCounts(table, numberReader(object));
    table.failure = takeFailure(object);
    return table;
}

} // namespace rowcast
