// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/CountsRecord.h"

#include "core/change/TableRecordKey.h"

#include <nlohmann/json.hpp>

namespace rowcast {

namespace {

constexpr std::string_view kPrefix = "counts/";

template <typename Number> void read(const nlohmann::json &json, const char *name, Number &value)
{
    if (const auto found = json.find(name); found != json.end() && found->is_number_integer()) {
        value = found->get<Number>();
    }
}

} // namespace

StateRecord countsRecord(const DeliveredCounts &delivered)
{
    const TableCounts &counts = delivered.counts;
    const nlohmann::ordered_json json = {{"loads", counts.loads}, {"inserts", counts.inserts},
        {"updates", counts.updates}, {"deletes", counts.deletes}, {"ddls", counts.ddls}, {"losses", counts.losses},
        {"loadStart", delivered.loadStartMicros}, {"loadEnd", delivered.loadEndMicros},
        {"last", delivered.lastUpdateMicros}};
    return {tableRecordKey(kPrefix, counts.table), json.dump()};
}

std::map<TableId, DeliveredCounts> deliveredCounts(const StateRecords &state)
{
    std::map<TableId, DeliveredCounts> tables;
    for (const StateRecord &record : state) {
        const auto table = tableOfRecordKey(kPrefix, record.key);
        const auto json
            = table && record.value ? nlohmann::json::parse(*record.value, nullptr, false) : nlohmann::json();
        if (!json.is_object()) {
            continue;
        }
        DeliveredCounts &delivered = tables[*table];
        delivered.counts.table = *table;
        read(json, "loads", delivered.counts.loads);
        read(json, "inserts", delivered.counts.inserts);
        read(json, "updates", delivered.counts.updates);
        read(json, "deletes", delivered.counts.deletes);
        read(json, "ddls", delivered.counts.ddls);
        read(json, "losses", delivered.counts.losses);
        read(json, "loadStart", delivered.loadStartMicros);
        read(json, "loadEnd", delivered.loadEndMicros);
        read(json, "last", delivered.lastUpdateMicros);
    }
    return tables;
}

} // namespace rowcast
