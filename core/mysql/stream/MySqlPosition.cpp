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

Result<BinlogPosition> placeFrom(const json &value)
{
    const auto text = value.get<std::string>();
    return text == BinlogPosition{}.text() ? BinlogPosition{} : BinlogPosition::parse(text);
}

// get<uint64_t>() would take 1e54, too, which no integer holds.
uint64_t wholeNumber(const json &value)
{
    return value.get_ref<const json::number_unsigned_t &>();
}

Result<MySqlPosition> positionFrom(const json &object)
{
    MySqlPosition position;
    position.server = object.at("server").get<std::string>();
    position.isMariaDb = object.value("mariadb", false);
    position.place = {object.at("file").get<std::string>(), wholeNumber(object.at("offset"))};
    position.gtids = object.value("gtids", "");
    position.fileSeconds = uint32_t(wholeNumber(object.value("fileSeconds", json(0U))));
    position.rows = wholeNumber(object.value("rows", json(0U)));
    position.rowsGtid = object.value("rowsGtid", "");
    for (const json &group : object.value("xa", json::array())) {
        auto begin = placeFrom(group.at("begin"));
        auto end = placeFrom(group.at("end"));
        if (!begin || !end) {
            return begin ? end.error() : begin.error();
        }
        position.xa.push_back(
            {group.at("xid").get<std::string>(), *std::move(begin), *std::move(end), group.value("gtid", "")});
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
        auto position = positionFrom(object);
        return position ? position : invalidState(kRecordKey, text.substr(0, 200));
    } catch (const json::exception &problem) {
        return invalidState(kRecordKey, problem.what());
    }
}

} // namespace rowcast::mysql
