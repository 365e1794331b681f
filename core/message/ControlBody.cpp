// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/ControlBody.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rowcast {

namespace {

using Json = nlohmann::ordered_json;

const Column *find(const TableSchema &schema, const std::string &name)
{
    const auto found = std::find_if(
        schema.columns.begin(), schema.columns.end(), [&](const Column &column) { return column.name == name; });
    return found == schema.columns.end() ? nullptr : &*found;
}

Json columnObject(const Column &column)
{
    Json object = {{"type", std::string(dmsTypeName(column.type))}};
    if (column.type == DmsType::Numeric) {
        object["precision"] = column.precision;
        object["scale"] = column.scale;
    } else if (column.length != 0) {
        object["length"] = column.length;
    }
    object["nullable"] = column.nullable;
    return object;
}

Json tableDefinition(const TableSchema &schema)
{
    Json columns = Json::object();
    for (const Column &column : schema.columns) {
        columns[column.name] = columnObject(column);
    }
    Json definition = {{"columns", std::move(columns)}};
    if (!schema.key.empty()) {
        Json key = Json::array();
        for (const uint16_t index : schema.key) {
            key.push_back(schema.columns[index].name);
        }
        definition["primary-key"] = std::move(key);
    }
    if (!schema.collation.empty()) {
        definition["collation-name"] = schema.collation;
    }
    return definition;
}

// The columns of one schema that the other has no name for.
std::vector<const Column *> onlyIn(const TableSchema &schema, const TableSchema &other)
{
    std::vector<const Column *> found;
    for (const Column &column : schema.columns) {
        if (find(other, column.name) == nullptr) {
            found.push_back(&column);
        }
    }
    return found;
}

Json objectOf(const std::vector<const Column *> &columns)
{
    Json object = Json::object();
    for (const Column *column : columns) {
        object[column->name] = columnObject(*column);
    }
    return object;
}

Json typeChanges(const TableSchema &before, const TableSchema &after)
{
    Json object = Json::object();
    for (const Column &column : after.columns) {
        const Column *old = find(before, column.name);
        if (old != nullptr && columnObject(*old) != columnObject(column)) {
            object[column.name] = {{"old", columnObject(*old)}, {"new", columnObject(column)}};
        }
    }
    return object;
}

// Old and new names in the order of the columns: what vanished became what appeared.
std::vector<Json> columnRenames(const TableSchema &before, const TableSchema &after, const Json &body)
{
    const auto gone = onlyIn(before, after);
    const auto come = onlyIn(after, before);
    std::vector<Json> bodies;
    for (size_t i = 0; i < std::min(gone.size(), come.size()); ++i) {
        Json renamed = body;
        renamed["old-name"] = gone[i]->name;
        renamed["new-name"] = come[i]->name;
        bodies.push_back(std::move(renamed));
    }
    return bodies;
}

Json alteration(const SchemaChange &change, Json body)
{
    const TableSchema &before = *change.before;
    const TableSchema &after = *change.after;
    switch (change.kind) {
    case SchemaChangeKind::RenameTable:
        body["old-schema-name"] = change.table.schema;
        body["old-name"] = change.table.table;
        body["new-schema-name"] = after.id.schema;
        body["new-name"] = after.id.table;
        break;
    case SchemaChangeKind::AddColumn:
        body["columns"] = objectOf(onlyIn(after, before));
        break;
    case SchemaChangeKind::DropColumn:
        body["columns"] = objectOf(onlyIn(before, after));
        break;
    case SchemaChangeKind::ColumnTypeChange:
        body["columns"] = typeChanges(before, after);
        break;
    default:
        break;
    }
    return body;
}

} // namespace

std::string_view controlOperation(SchemaChangeKind kind)
{
    switch (kind) {
    case SchemaChangeKind::CreateTable:
        return "create-table";
    case SchemaChangeKind::DropTable:
        return "drop-table";
    case SchemaChangeKind::RenameTable:
        return "rename-table";
    case SchemaChangeKind::AddColumn:
        return "add-column";
    case SchemaChangeKind::DropColumn:
        return "drop-column";
    case SchemaChangeKind::RenameColumn:
        return "rename-column";
    case SchemaChangeKind::ColumnTypeChange:
        return "column-type-change";
    case SchemaChangeKind::ChangeColumns:
        return "change-columns";
    case SchemaChangeKind::TruncateTable:
        break;
    }
    return {};
}

std::vector<Json> controlBodies(const SchemaChange &change)
{
    if (change.after == nullptr || change.kind == SchemaChangeKind::DropTable) {
        return {Json::object()};
    }
    const Json body = {{"table-def", tableDefinition(*change.after)}};
    if (change.before == nullptr) {
        return {body};
    }
    if (change.kind == SchemaChangeKind::RenameColumn) {
        std::vector<Json> bodies = columnRenames(*change.before, *change.after, body);
        return bodies.empty() ? std::vector<Json>{body} : bodies;
    }
    return {alteration(change, body)};
}

} // namespace rowcast
