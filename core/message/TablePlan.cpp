// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/TablePlan.h"

#include "core/message/JsonText.h"

#include <algorithm>

namespace rowcast {

namespace {

constexpr std::array kOperations = {Operation::Load, Operation::Insert, Operation::Update, Operation::Delete};

std::string textMember(const JsonLayout &layout, std::string_view name, std::string_view value)
{
    std::string text = layout.member(2, name);
    appendQuoted(text, value);
    return text;
}

TablePlan::ColumnPlan columnPlan(
    const TableSchema &schema, uint16_t index, const MessageSettings &settings, const JsonLayout &layout)
{
    const Column &column = schema.columns[index];
    TablePlan::ColumnPlan plan;
    plan.member = layout.member(2, column.name);
    plan.isKey = std::find(schema.key.begin(), schema.key.end(), index) != schema.key.end();
    plan.isShown = settings.supportLobs || !column.isLob;
    plan.isInBeforeImage = plan.isKey || (settings.beforeImage.filter != ImageFilter::PkOnly && !column.isLob);
    plan.isCut = column.isLob && settings.lobMaxBytes.has_value();
    return plan;
}

bool isKeyedByRow(const TableSchema &schema, Operation operation, const MessageSettings &settings)
{
    return !schema.key.empty()
        && (operation == Operation::Load || settings.isParallelApply || settings.keyRule == KeyRule::PrimaryKey);
}

TablePlan::OperationPlan operationPlan(
    const TableSchema &schema, Operation operation, const MessageSettings &settings, const JsonLayout &layout)
{
    TablePlan::OperationPlan plan;
    plan.isPrimaryKey = isKeyedByRow(schema, operation, settings);
    plan.head = textMember(layout, "record-type", "data") + textMember(layout, "operation", operationName(operation))
        + textMember(layout, "partition-key-type", plan.isPrimaryKey ? "primary-key" : "schema-table");
    const std::string names
        = textMember(layout, "schema-name", schema.id.schema) + textMember(layout, "table-name", schema.id.table);
    if (settings.includePartitionValue && plan.isPrimaryKey) {
        plan.names = names;
    } else {
        plan.head += names;
    }
    return plan;
}

} // namespace

std::string_view operationName(Operation operation)
{
    switch (operation) {
    case Operation::Load:
        return "load";
    case Operation::Insert:
        return "insert";
    case Operation::Update:
        return "update";
    case Operation::Delete:
        break;
    }
    return "delete";
}

TablePlan::TablePlan(const TableSchema &tableSchema, const MessageSettings &settings, const JsonLayout &layout)
    : schema(tableSchema)
    , schemaTable(tableSchema.id.dotted())
    , keyPrefix(settings.partitionIncludeSchemaTable ? schemaTable + '.' : std::string())
{
    columns.reserve(schema.columns.size());
    for (size_t i = 0; i < schema.columns.size(); ++i) {
        columns.push_back(columnPlan(schema, uint16_t(i), settings, layout));
    }
    for (const Operation kind : kOperations) {
        operations[size_t(kind)] = operationPlan(schema, kind, settings, layout);
    }
}

} // namespace rowcast
