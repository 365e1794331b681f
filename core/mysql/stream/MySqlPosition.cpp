// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/MySqlPosition.h"

#include "core/mysql/schema/SchemaRecords.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace rowcast::mysql {

namespace {

using nlohmann::json;

constexpr int kFormat = 1;

json placeJson(const BinlogPosition &place)
{
    return place.text();
}

BinlogPosition placeFrom(const json &value)
{
    const auto place = BinlogPosition::parse(value.get<std::string>());
    return place ? *place : BinlogPosition{};
}

MySqlPosition positionFrom(const json &object)
{
    MySqlPosition position;
    position.server = object.at("server").get<std::string>();
    position.isMariaDb = object.value("mariadb", false);
    position.place = {object.at("file").get<std::string>(), object.at("offset").get<uint64_t>()};
    position.gtids = object.value("gtids", "");
    position.fileSeconds = object.value("fileSeconds", uint32_t(0));
    position.rows = object.value("rows", uint64_t(0));
    position.rowsGtid = object.value("rowsGtid", "");
    for (const json &group : object.value("xa", json::array())) {
        position.xa.push_back({group.at("xid").get<std::string>(), placeFrom(group.at("begin")),
            placeFrom(group.at("end")), group.value("gtid", "")});
    }
    return position;
}

} // namespace

std::string MySqlPosition::toJson() const
{
    json object{{"format", kFormat}, {"server", server}, {"file", place.file}, {"offset", place.offset}};
    if (isMariaDb) {
        object["mariadb"] = true;
    }
    if (!gtids.empty()) {
        object["gtids"] = gtids;
    }
    if (fileSeconds > 0) {
        object["fileSeconds"] = fileSeconds;
    }
    if (rows > 0) {
        object["rows"] = rows;
        object["rowsGtid"] = rowsGtid;
    }
    for (const OpenXa &group : xa) {
        object["xa"].push_back({{"xid", group.xid}, {"begin", placeJson(group.begin)}, {"end", placeJson(group.end)},
            {"gtid", group.gtid}});
    }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<MySqlPosition> MySqlPosition::fromJson(const std::string &text)
{
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object() || object.value("format", json()) != json(kFormat)) {
        return invalidState(kRecordKey, text.substr(0, 200));
    }
    try { // nlohmann's accessors throw; nothing leaves this function
        return positionFrom(object);
    } catch (const json::exception &problem) {
        return invalidState(kRecordKey, problem.what());
    }
}

} // namespace rowcast::mysql
