// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/SuspendedTables.h"

#include "core/change/TableRecordKey.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

constexpr std::string_view kPrefix = "suspended/";

QString text(const nlohmann::json &json, const char *name)
{
    return json.contains(name) && json[name].is_string() ? QString::fromStdString(json[name].get<std::string>())
                                                         : QString();
}

} // namespace

StateRecord suspendedRecord(const TableId &table, const Failure &failure)
{
    const nlohmann::ordered_json json = {
        {"code", failure.code.toStdString()},
        {"cause", failure.cause.toStdString()},
        {"remedy", failure.remedy.toStdString()},
        {"detail", failure.detail.toStdString()},
    };
    return {.key = tableRecordKey(kPrefix, table),
        .value = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

std::map<TableId, Failure> suspendedTables(const StateRecords &state)
{
    std::map<TableId, Failure> tables;
    for (const StateRecord &record : state) {
        const auto table = tableOfRecordKey(kPrefix, record.key);
        if (!table || !record.value) {
            continue;
        }
        const auto json = nlohmann::json::parse(*record.value, nullptr, false);
        tables[*table] = {.code = text(json, "code"),
            .cause = text(json, "cause"),
            .remedy = text(json, "remedy"),
            .detail = text(json, "detail"),
            .retryable = false};
    }
    return tables;
}

} // namespace rowcast
