// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Cell.h"
#include "core/change/TableSchema.h"

#include <cstdint>
#include <string_view>

namespace rowcast {

enum class Operation : uint8_t { Load, Insert, Update, Delete };

// The source transaction that a change belongs to.
struct TransactionInfo {
    uint64_t id = 0; // DMS's transaction-id; for MySQL (binlog file number << 32) | offset of its BEGIN
    int64_t commitMicros = 0; // source clock, microseconds since 1970 UTC; MySQL knows whole seconds
};

// One row that was loaded or changed. Only valid during the call that hands it over (see Cell).
struct Change {
    Operation operation = Operation::Load;
    const TableSchema *schema = nullptr; // outlives the batch that it is encoded into
    RowView before; // update and delete; else empty
    RowView after; // load, insert and update; else empty
    const TransactionInfo *transaction = nullptr; // null for loads
    std::string_view streamPosition; // DMS's stream-position; empty for loads and where the task does not show it

    // The image that a message shows as data: the new row, or the last one of a deleted row.
    [[nodiscard]] RowView data() const { return operation == Operation::Delete ? before : after; }
};

enum class SchemaChangeKind : uint8_t {
    CreateTable,
    DropTable,
    RenameTable,
    AddColumn,
    DropColumn,
    RenameColumn,
    ColumnTypeChange,
    ChangeColumns, // the generic "definition changed"
    TruncateTable,
};

// A change of a table's definition, in stream order with its rows. Valid during the call.
struct SchemaChange {
    SchemaChangeKind kind = SchemaChangeKind::ChangeColumns;
    TableId table; // the name before the change
    TableSchemaPtr before; // null for CreateTable
    TableSchemaPtr after; // null for DropTable; the new name is after->id
    const TransactionInfo *transaction = nullptr; // null when made by the load (prep mode)
    std::string_view streamPosition;
};

} // namespace rowcast
