// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/SchemaRecords.h"

#include "core/change/TableRecordKey.h"

#include <QByteArray>
#include <QCoreApplication>

#include <nlohmann/json.hpp>

namespace rowcast::mysql {

namespace {

using nlohmann::json;

const std::string kPrefix = "schema/";
constexpr int kFormat = 1;

json columnJson(const ColumnDefinition &column)
{
    json object{{"name", column.name}, {"type", column.type}};
    if (!column.charset.empty()) {
        object["charset"] = column.charset;
        object["collation"] = column.collation;
    }
    if (!column.nullable) {
        object["nullable"] = false;
    }
    if (column.generated != Generated::No) {
        object["generated"] = column.generated == Generated::Virtual ? "virtual" : "stored";
    }
    if (column.invisible) {
        object["invisible"] = true;
    }
    return object;
}

ColumnDefinition columnFrom(const json &object)
{
    ColumnDefinition column;
    column.name = object.at("name").get<std::string>();
    column.type = object.at("type").get<std::string>();
    column.charset = object.value("charset", "");
    column.collation = object.value("collation", "");
    column.nullable = object.value("nullable", true);
    const std::string generated = object.value("generated", "");
    column.generated
        = generated == "virtual" ? Generated::Virtual : (generated == "stored" ? Generated::Stored : Generated::No);
    column.invisible = object.value("invisible", false);
    return column;
}

json keyJson(const KeySpec &key)
{
    json object{{"name", key.name}, {"columns", key.columns}};
    if (key.kind == KeySpec::Kind::Unique) {
        object["unique"] = true;
    }
    if (!key.isWhole) {
        object["whole"] = false;
    }
    return object;
}

KeySpec keyFrom(const json &object)
{
    KeySpec key;
    key.kind = object.value("unique", false) ? KeySpec::Kind::Unique : KeySpec::Kind::Other;
    key.name = object.at("name").get<std::string>();
    key.columns = object.at("columns").get<std::vector<std::string>>();
    key.isWhole = object.value("whole", true);
    return key;
}

// Names come from servers and may hold anything; the record stays readable JSON all the same.
std::string dump(const json &object)
{
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <typename Value, typename Read> Result<Value> parse(const std::string &key, const std::string &text, Read read)
{
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object() || object.value("format", json()) != json(kFormat)) {
        return invalidState(key, text.substr(0, 200));
    }
    try { // nlohmann's accessors throw; nothing leaves this function
        return read(object);
    } catch (const json::exception &problem) {
        return invalidState(key, problem.what());
    }
}

} // namespace

Failure invalidState(const std::string &key, const std::string &detail)
{
    return {.code = QStringLiteral("mysql.state.invalid"),
        .cause
        = QCoreApplication::translate("SchemaHistory", "The checkpoint record \"%1\" of this task cannot be read.")
              .arg(QString::fromStdString(key)),
        .remedy = QCoreApplication::translate("SchemaHistory",
            "Use the version of Rowcast that wrote it, or reload the task's tables (start type `reload-target`)."),
        .detail = QString::fromStdString(detail),
        .retryable = false};
}

std::string schemaRecordKey(const TableId &table)
{
    return table.table.empty() ? kPrefix + encodedName(table.schema) : tableRecordKey(kPrefix, table);
}

std::optional<TableId> tableOfSchemaRecord(const std::string &key)
{
    if (!key.starts_with(kPrefix)) {
        return std::nullopt;
    }
    const std::string names = key.substr(kPrefix.size());
    const size_t slash = names.find('/');
    return TableId{decodedName(names.substr(0, slash)),
        slash == std::string::npos ? std::string{} : decodedName(names.substr(slash + 1))};
}

std::string toJson(const TrackedTable &table)
{
    json object{{"format", kFormat}, {"since", table.since}};
    object["charset"] = table.definition.charset;
    object["collation"] = table.definition.collation;
    object["columns"] = json::array();
    for (const ColumnDefinition &column : table.definition.columns) {
        object["columns"].push_back(columnJson(column));
    }
    object["primaryKey"] = table.definition.primaryKey;
    object["keys"] = json::array();
    for (const KeySpec &key : table.keys) {
        object["keys"].push_back(keyJson(key));
    }
    if (!table.engine.empty()) {
        object["engine"] = table.engine;
    }
    if (table.isSequence) {
        object["sequence"] = true;
    }
    if (table.definition.isVersioned) {
        object["versioned"] = true;
    }
    if (!table.unknown.empty()) {
        object["unknown"] = table.unknown;
    }
    return dump(object);
}

std::string toJson(const CharsetSpec &database)
{
    return dump({{"format", kFormat}, {"charset", database.charset}, {"collation", database.collation}});
}

Result<TrackedTable> trackedTableFromJson(const TableId &table, const std::string &text)
{
    return parse<TrackedTable>(schemaRecordKey(table), text, [&](const json &object) {
        TrackedTable result;
        result.definition.id = table;
        result.definition.charset = object.value("charset", "");
        result.definition.collation = object.value("collation", "");
        for (const json &column : object.at("columns")) {
            result.definition.columns.push_back(columnFrom(column));
        }
        result.definition.primaryKey = object.at("primaryKey").get<std::vector<std::string>>();
        for (const json &key : object.at("keys")) {
            result.keys.push_back(keyFrom(key));
        }
        result.since = object.value("since", "");
        result.engine = object.value("engine", "");
        result.isSequence = object.value("sequence", false);
        result.definition.isVersioned = object.value("versioned", false);
        result.unknown = object.value("unknown", "");
        refreshKeys(result);
        return result;
    });
}

Result<CharsetSpec> databaseFromJson(const std::string &text)
{
    return parse<CharsetSpec>(kPrefix, text, [](const json &object) {
        return CharsetSpec{object.value("charset", ""), object.value("collation", "")};
    });
}

} // namespace rowcast::mysql
