// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Change.h"
#include "core/message/JsonLayout.h"
#include "core/message/MessageSettings.h"

#include <array>
#include <string>
#include <vector>

namespace rowcast {

// What of a table's messages never changes, as ready bytes.
struct TablePlan {
    struct ColumnPlan {
        std::string member; // ,"name": (see JsonLayout::member)
        bool isShown = true; // false: a LOB that SupportLobs leaves out
        bool isKey = false;
        bool isInBeforeImage = false;
        bool isCut = false; // LobMaxSize applies
    };
    struct OperationPlan {
        bool isPrimaryKey = false; // the key's type; else schema-table
        std::string head; // record-type to partition-key-type, and the names where no key value comes between
        std::string names; // schema-name and table-name, behind the key's value
    };

    TablePlan(const TableSchema &tableSchema, const MessageSettings &settings, const JsonLayout &layout);
    [[nodiscard]] const OperationPlan &operation(Operation kind) const { return operations[size_t(kind)]; }

    TableSchema schema; // a copy, to notice that another schema has taken the address of a dead one
    uint64_t batch = 0; // the batch in which that was checked
    uint32_t topic = 0;
    std::string schemaTable; // "schema.table"
    std::string keyPrefix; // "schema.table." with PartitionIncludeSchemaTable
    std::vector<ColumnPlan> columns;
    std::array<OperationPlan, 4> operations; // by Operation
};

// "load", "insert", "update", "delete".
[[nodiscard]] std::string_view operationName(Operation operation);

} // namespace rowcast
