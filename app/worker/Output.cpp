// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/Output.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace rowcast::worker {

using Json = nlohmann::ordered_json;

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

Json time(int64_t micros)
{
    if (micros == 0) {
        return nullptr;
    }
    return utf8(QDateTime::fromMSecsSinceEpoch(micros / 1000, Qt::UTC).toString(Qt::ISODateWithMs));
}

void writeLine(std::FILE *stream, const std::string &line)
{
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

Json tableJson(const TableStatistics &table)
{
    return {
        {"SchemaName", utf8(table.schemaName)},
        {"TableName", utf8(table.tableName)},
        {"Inserts", table.inserts},
        {"Deletes", table.deletes},
        {"Updates", table.updates},
        {"Ddls", table.ddls},
        {"AppliedInserts", table.appliedInserts},
        {"AppliedDeletes", table.appliedDeletes},
        {"AppliedUpdates", table.appliedUpdates},
        {"AppliedDdls", table.appliedDdls},
        {"FullLoadRows", table.fullLoadRows},
        {"FullLoadCondtnlChkFailedRows", 0},
        {"FullLoadErrorRows", table.fullLoadErrorRows},
        {"FullLoadStartTime", time(table.fullLoadStartMicros)},
        {"FullLoadEndTime", time(table.fullLoadEndMicros)},
        {"FullLoadReloaded", false},
        {"LastUpdateTime", time(table.lastUpdateMicros)},
        {"TableState", utf8(tableStateName(table.state))},
        {"ValidationState", "Not enabled"},
        {"RepairedValues", table.losses},
        {"LastFailureMessage", table.failure ? Json(utf8(table.failure->text())) : Json(nullptr)},
    };
}

// Beside DMS's metrics: how long what the task needs is still held.
Json retentionsJson(const TaskSnapshot &snapshot)
{
    const auto number = [](const auto &value) { return value ? Json(*value) : Json(nullptr); };
    Json all = Json::array();
    for (const Retention &retention : snapshot.retentions) {
        const bool isTopic = retention.holder == Retention::Holder::Topic;
        all.push_back(
            {{"Holder", isTopic ? "topic" : "source"}, {"Name", utf8(retention.name)}, {"IsKnown", retention.isKnown},
                {"HeldSeconds", number(retention.heldSeconds)}, {"NeededSince", time(retention.neededMicros)},
                {"SecondsLeft", number(retention.secondsLeft(snapshot.metrics.sampledMicros))},
                {"MostBytes", number(retention.mostBytes)}, {"BytesLeft", number(retention.bytesLeft)}});
    }
    return all;
}

QString stateMark(StepState state)
{
    switch (state) {
    case StepState::Passed:
        return QStringLiteral("passed ");
    case StepState::Warning:
        return QStringLiteral("warning");
    case StepState::Failed:
        return QStringLiteral("FAILED ");
    default:
        return QStringLiteral("skipped");
    }
}

} // namespace

void Output::object(const Json &json) const
{
    if (m_isJson) {
        writeLine(stdout, json.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
}

void Output::text(const QString &line) const
{
    if (!m_isJson) {
        writeLine(stdout, utf8(line));
    }
}

void Output::log(const LogLine &line) const
{
    writeLine(stderr, utf8(formatLogLine(line)));
    object({{"event", "log"}, {"Time", time(line.micros)}, {"Severity", std::string(1, line.severity)},
        {"Component", utf8(line.component)}, {"Task", utf8(line.task)}, {"Text", utf8(line.text)}});
}

void Output::failure(const Failure &failure) const
{
    lastWords((failure.cause + QLatin1Char(' ') + failure.remedy
        + (failure.detail.isEmpty() ? QString() : QStringLiteral(" (") + failure.detail + QLatin1Char(')'))
        + QStringLiteral(" [") + failure.code + QLatin1Char(']'))
                  .simplified());
}

void Output::lastWords(const QString &line) const
{
    writeLine(stderr, utf8(line));
}

void Output::status(const TaskSnapshot &snapshot) const
{
    const QString phase = taskPhaseName(snapshot.phase);
    object({{"event", "status"}, {"Status", utf8(taskStatusName(snapshot.status))},
        {"Phase", phase.isEmpty() ? Json(nullptr) : Json(utf8(phase))},
        {"FullLoadProgressPercent", snapshot.fullLoadProgressPercent}, {"Attempt", snapshot.attempt},
        {"LastFailureMessage", snapshot.failure ? Json(utf8(snapshot.lastFailureMessage)) : Json(nullptr)}});
    text(QStringLiteral("%1 %2").arg(taskStatusName(snapshot.status), phase).trimmed());
}

void Output::statistics(const TaskSnapshot &snapshot) const
{
    Json tables = Json::array();
    for (const TableStatistics &table : snapshot.tables) {
        tables.push_back(tableJson(table));
        text(QStringLiteral("  %1.%2: %3; full load %4, inserts %5, updates %6, deletes %7, DDLs %8")
                 .arg(table.schemaName, table.tableName, tableStateName(table.state))
                 .arg(table.fullLoadRows)
                 .arg(table.appliedInserts)
                 .arg(table.appliedUpdates)
                 .arg(table.appliedDeletes)
                 .arg(table.appliedDdls));
    }
    object({{"event", "statistics"}, {"TableStatistics", std::move(tables)}});
}

void Output::metrics(const TaskSnapshot &snapshot) const
{
    const TaskMetrics &metrics = snapshot.metrics;
    const bool isLoad = snapshot.phase == TaskPhase::FullLoad;
    const double kilobytes = metrics.targetBytesPerSecond / 1024;
    object({{"event", "metrics"}, {"CDCLatencySource", metrics.cdcLatencySource},
        {"CDCLatencyTarget", metrics.cdcLatencyTarget}, {"CDCIncomingChanges", metrics.cdcIncomingChanges},
        {"CDCThroughputRowsSource", isLoad ? 0 : metrics.sourceRowsPerSecond},
        {"CDCThroughputRowsTarget", isLoad ? 0 : metrics.targetRowsPerSecond},
        {"CDCThroughputBandwidthTarget", isLoad ? 0 : kilobytes},
        {"FullLoadThroughputRowsTarget", isLoad ? metrics.targetRowsPerSecond : 0},
        {"FullLoadThroughputBandwidthTarget", isLoad ? kilobytes : 0}, {"MemoryUsage", metrics.memoryBytes},
        {"RowsPerSecond", metrics.targetRowsPerSecond}, {"BytesPerSecond", metrics.targetBytesPerSecond},
        {"CommitsPerSecond", metrics.commitsPerSecond}, {"SourcePosition", utf8(snapshot.sourcePosition)},
        {"Retention", retentionsJson(snapshot)}});
}

void Output::stopped(const TaskSnapshot &snapshot) const
{
    object({{"event", "stopped"}, {"Status", utf8(taskStatusName(snapshot.status))},
        {"StopReason", utf8(snapshot.stopReason)},
        {"LastFailureMessage", snapshot.failure ? Json(utf8(snapshot.lastFailureMessage)) : Json(nullptr)},
        {"FailureCode", snapshot.failure ? Json(utf8(snapshot.failure->code)) : Json(nullptr)},
        {"RecoveryCheckpoint", utf8(snapshot.recoveryCheckpoint)}});
    text(snapshot.stopReason);
}

void Output::step(const QString &endpoint, const ProbeStep &step) const
{
    object({{"Endpoint", utf8(endpoint)}, {"Step", utf8(step.id)}, {"Title", utf8(step.title)},
        {"State", utf8(stepStateName(step.state))}, {"Milliseconds", step.milliseconds},
        {"Evidence", utf8(step.evidence)}, {"Cause", utf8(step.failure.cause)}, {"Remedy", utf8(step.failure.remedy)},
        {"Code", utf8(step.failure.code)}, {"Detail", utf8(step.failure.detail)}});
    text(QStringLiteral("%1  %2  %3 (%4 ms) %5")
             .arg(stateMark(step.state), endpoint, step.title)
             .arg(step.milliseconds)
             .arg(step.evidence));
    for (const QString &line : {step.failure.cause, step.failure.remedy, step.failure.detail}) {
        if (!line.isEmpty()) {
            text(QStringLiteral("           ") + line);
        }
    }
}

} // namespace rowcast::worker
