// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/SuspendedTables.h"

#include <QUrl>

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

constexpr std::string_view kPrefix = "suspended/";

std::string encoded(const std::string &name)
{
    return QUrl::toPercentEncoding(QString::fromStdString(name)).toStdString();
}

std::string decoded(std::string_view name)
{
    return QUrl::fromPercentEncoding(QByteArray(name.data(), qsizetype(name.size()))).toStdString();
}

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
    return {.key = std::string(kPrefix) + encoded(table.schema) + '/' + encoded(table.table),
        .value = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

std::map<TableId, Failure> suspendedTables(const StateRecords &state)
{
    std::map<TableId, Failure> tables;
    for (const StateRecord &record : state) {
        const std::string_view key = record.key;
        const size_t slash = key.find('/', kPrefix.size());
        if (!key.starts_with(kPrefix) || slash == std::string_view::npos || !record.value) {
            continue;
        }
        const TableId table{
            decoded(key.substr(kPrefix.size(), slash - kPrefix.size())), decoded(key.substr(slash + 1))};
        const auto json = nlohmann::json::parse(*record.value, nullptr, false);
        tables[table] = {.code = text(json, "code"),
            .cause = text(json, "cause"),
            .remedy = text(json, "remedy"),
            .detail = text(json, "detail"),
            .retryable = false};
    }
    return tables;
}

} // namespace rowcast
