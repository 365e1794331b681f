// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/server/Connection.h"
#include "core/mysql/server/ServerInfo.h"
#include "core/pipeline/Source.h"

#include <memory>
#include <set>
#include <vector>

namespace rowcast::mysql {

// What a MySQL or MariaDB server holds, on a connection of its own. One thread at a time.
class MySqlCatalog final : public Catalog {
public:
    static Result<std::unique_ptr<Catalog>> open(const ConnectionSettings &settings, const std::stop_token &stop);

    Result<std::vector<TableSummary>> tables(const std::stop_token &stop) override;
    Result<TableSchemaPtr> describe(const TableId &table, const std::stop_token &stop) override;

private:
    MySqlCatalog(std::unique_ptr<Connection> connection, ServerInfo info);
    Result<std::set<TableId>> tablesWithKey(const std::stop_token &stop);
    Result<std::set<TableId>> tablesWithCascades(const std::stop_token &stop);

    std::unique_ptr<Connection> m_connection;
    ServerInfo m_info;
};

// The tables (no views) that the mappings select, defined as they are now; for the session.
Result<std::vector<TrackedTable>> loadDefinitions(
    Connection &connection, const TableMappings &mappings, const std::stop_token &stop);

} // namespace rowcast::mysql
