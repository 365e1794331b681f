// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/MySqlCatalog.h"

#include "core/mysql/row/TypeMap.h"
#include "core/mysql/server/Failures.h"

#include <QCoreApplication>
#include <QStringList>

namespace rowcast::mysql {

namespace {

Result<std::set<TableId>> idsOf(Connection &connection, const std::string &sql, const std::stop_token &stop)
{
    const auto rows = connection.query(sql, stop);
    if (!rows) {
        return rows.error();
    }
    std::set<TableId> ids;
    for (size_t row = 0; row < rows->size(); ++row) {
        ids.insert({rows->text(row, "table_schema"), rows->text(row, "table_name")});
    }
    return ids;
}

QString remarkOn(const TableFacts &table, bool hasKey, bool hasCascades)
{
    if (table.isView) {
        return QCoreApplication::translate("MySqlCatalog", "view");
    }
    QStringList remarks;
    if (table.engine != "InnoDB") {
        remarks << QString::fromStdString(table.engine);
    }
    if (table.isSystemVersioned) {
        remarks << QCoreApplication::translate("MySqlCatalog", "system-versioned");
    }
    if (!hasKey) {
        remarks << QCoreApplication::translate("MySqlCatalog", "no key");
    }
    if (hasCascades) {
        remarks << QCoreApplication::translate("MySqlCatalog", "cascading foreign keys");
    }
    return remarks.join(QStringLiteral(", "));
}

} // namespace

MySqlCatalog::MySqlCatalog(std::unique_ptr<Connection> connection, ServerInfo info)
    : m_connection(std::move(connection))
    , m_info(std::move(info))
{
}

Result<std::unique_ptr<Catalog>> MySqlCatalog::open(const ConnectionSettings &settings, const std::stop_token &stop)
{
    auto connection = Connection::open(settings, stop);
    if (!connection) {
        return std::move(connection).error();
    }
    auto info = ServerInfo::read(**connection, stop);
    if (!info) {
        return std::move(info).error();
    }
    return std::unique_ptr<Catalog>(new MySqlCatalog(std::move(*connection), std::move(*info)));
}

Result<std::set<TableId>> MySqlCatalog::tablesWithKey(const std::stop_token &stop)
{
    // a primary key, or a unique one without a nullable, partial or computed column
    return idsOf(*m_connection,
        "SELECT table_schema AS table_schema, table_name AS table_name FROM information_schema.statistics WHERE "
            + CatalogReader::userSchemasOnly("table_schema")
            + " AND non_unique = 0 GROUP BY table_schema, table_name, index_name"
              " HAVING SUM(nullable = 'YES' OR sub_part IS NOT NULL OR column_name IS NULL) = 0",
        stop);
}

// Those whose rows change without a word in the binlog.
Result<std::set<TableId>> MySqlCatalog::tablesWithCascades(const std::stop_token &stop)
{
    if (m_info.logsCascades) {
        return std::set<TableId>();
    }
    return idsOf(*m_connection,
        "SELECT constraint_schema AS table_schema, table_name AS table_name"
        " FROM information_schema.referential_constraints WHERE "
            + CatalogReader::userSchemasOnly("constraint_schema")
            + " AND (delete_rule IN ('CASCADE', 'SET NULL') OR update_rule IN ('CASCADE', 'SET NULL'))",
        stop);
}

Result<std::vector<TableSummary>> MySqlCatalog::tables(const std::stop_token &stop)
{
    const auto facts = CatalogReader::tables(*m_connection, {}, stop);
    if (!facts) {
        return facts.error();
    }
    const auto keyed = tablesWithKey(stop);
    if (!keyed) {
        return keyed.error();
    }
    const auto cascading = tablesWithCascades(stop);
    if (!cascading) {
        return cascading.error();
    }
    std::vector<TableSummary> summaries;
    summaries.reserve(facts->size());
    for (const TableFacts &table : *facts) {
        const bool hasKey = keyed->contains(table.id);
        summaries.push_back({.id = table.id,
            .isView = table.isView,
            .hasKey = hasKey,
            .estimatedRows = table.rows,
            .bytes = table.bytes,
            .remark = remarkOn(table, hasKey, cascading->contains(table.id))});
    }
    return summaries;
}

Result<TableSchemaPtr> MySqlCatalog::describe(const TableId &table, const std::stop_token &stop)
{
    auto facts = CatalogReader::tables(*m_connection, {table.schema}, stop);
    if (!facts) {
        return std::move(facts).error();
    }
    std::erase_if(*facts, [&](const TableFacts &other) { return other.id != table; });
    const auto found = CatalogReader::definitions(*m_connection, *facts, stop);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return queryFailure({1146, "42S02", "Table '" + table.dotted() + "' doesn't exist"}, m_connection->settings());
    }
    auto layout = layoutOf(found->front().definition);
    if (!layout) {
        return std::move(layout).error();
    }
    return layout->schema;
}

Result<std::vector<TrackedTable>> loadDefinitions(
    Connection &connection, const TableMappings &mappings, const std::stop_token &stop)
{
    const auto schemas = mappings.literalSchemas();
    const auto all = CatalogReader::tables(connection, schemas.value_or(std::vector<std::string>()), stop);
    if (!all) {
        return all.error();
    }
    std::vector<TableFacts> selected;
    for (const TableFacts &table : *all) {
        if (!table.isView && mappings.selects(table.id)) {
            selected.push_back(table);
        }
    }
    return CatalogReader::definitions(connection, selected, stop);
}

} // namespace rowcast::mysql
