// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/ddl/TableDefinition.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// A table in the schema history: its definition and what later DDL refers to. Immutable once shared.
struct TrackedTable {
    TableDefinition definition;
    std::vector<KeySpec> keys; // all but the primary key, in definition order, with their names
    std::string engine; // lower case; empty: the server's default
    bool isSequence = false; // MariaDB
    std::string since; // "binlog.000007:1234" from where on it holds; empty: since ever
    // Why the layout is not known from `since` on (a DDL that could not be followed); empty: it is known.
    std::string unknown;

    [[nodiscard]] bool isKnown() const { return unknown.empty(); }
    bool operator==(const TrackedTable &other) const;
};
using TrackedTablePtr = std::shared_ptr<const TrackedTable>;

// Names of columns and keys are the same without regard to case.
[[nodiscard]] bool isSameName(std::string_view a, std::string_view b);
// Position in columns, or -1.
[[nodiscard]] int findColumn(const std::vector<ColumnDefinition> &columns, std::string_view name);
// After any change: definition.uniqueKeys from keys, and the columns of the primary key NOT NULL.
void refreshKeys(TrackedTable &table);
// Adds a primary or other key; one without a name gets the one that the server would give it.
void addKey(TrackedTable &table, KeySpec key);

} // namespace rowcast::mysql
