// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkRecord.h"

#include "core/change/TableRecordKey.h"
#include "core/mysql/schema/SchemaRecords.h"

#include <QByteArray>

#include <charconv>

#include <nlohmann/json.hpp>

namespace rowcast::mysql {

namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;
constexpr std::string_view kPrefix = "load/";
constexpr std::string_view kDone = "done";

// Raw key values may be any bytes.
Json boundJson(const std::optional<std::vector<std::string>> &bound)
{
    if (!bound) {
        return nullptr;
    }
    Json values = Json::array();
    for (const std::string &raw : *bound) {
        values.push_back(QByteArray::fromStdString(raw).toHex().toStdString());
    }
    return values;
}

std::optional<std::vector<std::string>> boundOf(const Json &json)
{
    if (json.is_null()) {
        return std::nullopt;
    }
    std::vector<std::string> bound;
    for (const Json &value : json) {
        bound.push_back(QByteArray::fromHex(QByteArray::fromStdString(value.get<std::string>())).toStdString());
    }
    return bound;
}

Json kindsJson(const std::vector<KeyKind> &kinds)
{
    Json all = Json::array();
    for (const KeyKind &kind : kinds) {
        all.push_back({kind.type, kind.charset, kind.collation});
    }
    return all;
}

std::vector<KeyKind> kindsOf(const Json &json)
{
    std::vector<KeyKind> kinds;
    for (const Json &kind : json) {
        kinds.push_back({kind.at(0).get<std::string>(), kind.at(1).get<std::string>(), kind.at(2).get<std::string>()});
    }
    return kinds;
}

std::optional<ChunkOrder> orderOf(std::string_view text)
{
    ChunkOrder order;
    const char *at = text.data();
    const char *end = at + text.size();
    while (at < end) {
        uint32_t number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc() || (read.ptr != end && *read.ptr != '.')) {
            return std::nullopt;
        }
        order.push_back(number);
        at = read.ptr + (read.ptr == end ? 0 : 1);
    }
    return order;
}

} // namespace

std::string orderText(const ChunkOrder &order)
{
    std::string text;
    for (const uint32_t number : order) {
        if (!text.empty()) {
            text += '.';
        }
        text += std::to_string(number);
    }
    return text;
}

std::string ChunkRecord::toJson() const
{
    Json json = {{"v", kVersion}, {"rows", rows}, {"key", key}, {"lower", boundJson(bounds.lower)},
        {"upper", boundJson(bounds.upper)}, {"server", moment.server}, {"at", moment.place.text()},
        {"gtids", moment.gtids}};
    if (!kinds.empty()) {
        json["kinds"] = kindsJson(kinds);
    }
    if (isPartial) {
        json["partial"] = true;
    }
    return json.dump();
}

Result<ChunkRecord> ChunkRecord::fromJson(const std::string &recordKey, const std::string &json)
{
    const auto place = LoadRecordKey::parse(recordKey);
    const Json parsed = Json::parse(json, nullptr, false);
    if (!place || !parsed.is_object() || parsed.value("v", Json()) != Json(kVersion)) {
        return invalidState(recordKey, json);
    }
    try { // the library reports wrong types by exceptions
        ChunkRecord record;
        record.order = place->order;
        record.key = parsed.at("key").get<std::vector<std::string>>();
        record.kinds = kindsOf(parsed.value("kinds", Json::array()));
        if (!record.kinds.empty() && record.kinds.size() != record.key.size()) {
            return invalidState(recordKey, json);
        }
        record.bounds = {boundOf(parsed.at("lower")), boundOf(parsed.at("upper"))};
        record.moment.server = parsed.at("server").get<std::string>();
        record.moment.gtids = parsed.at("gtids").get<std::string>();
        record.rows = parsed.at("rows").get_ref<const Json::number_unsigned_t &>(); // 1e54 is no number of rows
        record.isPartial = parsed.value("partial", false);
        const auto at = parsed.at("at").get<std::string>();
        if (!record.moment.server.empty()) {
            auto position = BinlogPosition::parse(at);
            if (!position) {
                return invalidState(recordKey, json);
            }
            record.moment.place = std::move(*position);
        }
        return record;
    } catch (const Json::exception &error) {
        return invalidState(recordKey, error.what());
    }
}

std::string LoadRecordKey::text() const
{
    return tableRecordKey(kPrefix, table) + '/' + (isDone() ? std::string(kDone) : orderText(order));
}

std::optional<LoadRecordKey> LoadRecordKey::parse(std::string_view key)
{
    if (!key.starts_with(kPrefix)) {
        return std::nullopt;
    }
    key.remove_prefix(kPrefix.size());
    const size_t first = key.find('/');
    const size_t second = key.find('/', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    LoadRecordKey place;
    place.table = {decodedName(key.substr(0, first)), decodedName(key.substr(first + 1, second - first - 1))};
    const std::string_view rest = key.substr(second + 1);
    if (rest == kDone) {
        return place;
    }
    const auto order = orderOf(rest);
    if (!order || order->empty()) {
        return std::nullopt;
    }
    place.order = *order;
    return place;
}

} // namespace rowcast::mysql
