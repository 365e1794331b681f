// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/TaskRecord.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <array>

namespace rowcast {

namespace {

constexpr std::array<const char *, 4> kPhaseNames = {"full-load", "cached-changes", "cdc", "loaded"};

Failure damaged(const QString &detail)
{
    return {.code = QStringLiteral("checkpoint.damaged"),
        .cause = QCoreApplication::translate("TaskRecord", "The checkpoint of this task cannot be read."),
        .remedy = QCoreApplication::translate("TaskRecord",
            "Start the task with `--start-type reload-target` to load everything anew, or give it another checkpoint "
            "topic."),
        .detail = detail,
        .retryable = false};
}

Failure newerFormat(int format)
{
    return {.code = QStringLiteral("checkpoint.newer-format"),
        .cause = QCoreApplication::translate(
            "TaskRecord", "The checkpoint of this task has format %1; this version of Rowcast reads format %2.")
                     .arg(format)
                     .arg(TaskRecord::kFormat),
        .remedy = QCoreApplication::translate(
            "TaskRecord", "Run the task with the newer version that wrote it, or reload the target with this one."),
        .detail = {},
        .retryable = false};
}

} // namespace

StateRecord TaskRecord::encode() const
{
    const nlohmann::ordered_json json = {
        {"format", kFormat},
        {"phase", kPhaseNames.at(size_t(phase))},
        {"fresh-start", freshStartMicros},
        {"last-transaction-id", lastTransactionId},
        {"last-record-id", lastRecordId},
    };
    return {.key = {}, .value = json.dump()};
}

Result<TaskRecord> TaskRecord::decode(const std::string &value)
{
    const auto json = nlohmann::json::parse(value, nullptr, false);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer()) {
        return damaged(QString::fromStdString(value.substr(0, 200)));
    }
    const int format = json["format"].get<int>();
    if (format > kFormat) {
        return newerFormat(format);
    }
    TaskRecord record;
    const std::string phase
        = json.contains("phase") && json["phase"].is_string() ? json["phase"].get<std::string>() : "";
    size_t index = 0;
    while (index < kPhaseNames.size() && phase != kPhaseNames.at(index)) {
        ++index;
    }
    const auto number = [&json](const char *name) {
        return json.contains(name) && json[name].is_number_integer() ? json[name].get<uint64_t>() : 0;
    };
    if (index == kPhaseNames.size()) {
        return damaged(QString::fromStdString(value.substr(0, 200)));
    }
    record.phase = Phase(index);
    record.freshStartMicros = int64_t(number("fresh-start"));
    record.lastTransactionId = number("last-transaction-id");
    record.lastRecordId = number("last-record-id");
    return record;
}

const std::string *findRecord(const StateRecords &records, const std::string &key)
{
    for (const StateRecord &record : records) {
        if (record.key == key && record.value) {
            return &*record.value;
        }
    }
    return nullptr;
}

} // namespace rowcast
