// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/load/ChunkKey.h"
#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/row/TableLayout.h"

#include <memory>
#include <optional>
#include <string>

namespace rowcast::mysql {

// A table as it is read: its definition at one moment with what follows from it. Immutable, shared by loader threads.
struct LoadTable {
    TableDefinition definition;
    TableLayoutPtr layout;
    std::optional<ChunkKey> key; // by which it is cut into chunks; empty: no usable key
    std::string columns; // what a SELECT names, one expression for each of layout->columns

    // Failure "mysql.type.unknown".
    static Result<std::shared_ptr<const LoadTable>> make(const TableDefinition &definition);
    [[nodiscard]] const TableId &id() const { return definition.id; }
    [[nodiscard]] std::vector<KeyKind> keyKinds() const; // empty without key
};
using LoadTablePtr = std::shared_ptr<const LoadTable>;

} // namespace rowcast::mysql
