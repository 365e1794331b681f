// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/schema/TrackedTable.h"
#include "core/mysql/server/Connection.h"

#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

// What information_schema tells of a table beside its definition.
struct TableFacts {
    TableId id;
    bool isView = false;
    std::string engine; // "InnoDB"; empty for views
    std::string collation;
    uint64_t rows = 0; // the engine's estimate
    uint64_t averageRowBytes = 0;
    uint64_t bytes = 0; // data and indexes
    bool isSystemVersioned = false; // MariaDB
};

// Reads information_schema, a few statements for many tables. Used with one connection, by one thread.
class CatalogReader {
public:
    // What information_schema has of tables, by schema; schemas empty: all but the system's own. Sorted by id.
    static Result<std::vector<TableFacts>> tables(
        Connection &connection, const std::vector<std::string> &schemas, const std::stop_token &stop);
    // The definitions of these tables (those that are there and no views), in their order; `since` is empty.
    static Result<std::vector<TrackedTable>> definitions(
        Connection &connection, std::span<const TableFacts> tables, const std::stop_token &stop);

    // The condition of a WHERE that leaves out the system's schemas.
    [[nodiscard]] static std::string userSchemasOnly(const std::string &column);

private:
    using Tables = std::map<TableId, TrackedTable>;
    CatalogReader(Connection &connection, const std::stop_token &stop);
    Result<void> readGroup(std::span<const TableFacts> group, Tables &into);
    Result<void> readColumns(const std::string &where, Tables &into);
    Result<void> readKeys(const std::string &where, Tables &into);

    Connection &m_connection;
    const std::stop_token &m_stop;
};

} // namespace rowcast::mysql
