// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/CatalogReader.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/server/ServerInfo.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace rowcast::mysql {

namespace {

constexpr size_t kTablesAtOnce = 200; // names in one statement
constexpr const char *kSystemSchemas = "'mysql', 'information_schema', 'performance_schema', 'sys'";

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

Generated generatedOf(const std::string &extra)
{
    if (extra.find("virtual generated") != std::string::npos) {
        return Generated::Virtual;
    }
    const bool isStored
        = extra.find("stored generated") != std::string::npos || extra.find("persistent") != std::string::npos;
    return isStored ? Generated::Stored : Generated::No;
}

ColumnDefinition columnOf(const QueryRows &rows, size_t row)
{
    const std::string extra = lower(rows.text(row, "extra"));
    ColumnDefinition column;
    column.name = rows.text(row, "name");
    column.type = rows.text(row, "type");
    column.charset = rows.text(row, "charset");
    column.collation = rows.text(row, "collation");
    column.nullable = rows.text(row, "nullable") == "YES";
    column.generated = generatedOf(extra);
    column.invisible = extra.find("invisible") != std::string::npos;
    return column;
}

TableId idOf(const QueryRows &rows, size_t row)
{
    return {rows.text(row, "table_schema"), rows.text(row, "table_name")};
}

std::string charsetOf(const std::string &collation)
{
    return collation.substr(0, collation.find('_'));
}

// Others look names up in files, and take those for one that their catalogue's collation does ("Shop" and "shop").
bool hasDataDictionary(const Connection &connection)
{
    return connection.greeting().find("MariaDB") == std::string::npos
        && mysqlVersionNumber(connection.greeting()) >= 80000;
}

// Hidden columns and tables of generated primary keys belong to the binlog's row images.
bool hidesGeneratedKeys(const Connection &connection)
{
    return hasDataDictionary(connection) && mysqlVersionNumber(connection.greeting()) >= 80030;
}

} // namespace

CatalogReader::CatalogReader(Connection &connection, const std::stop_token &stop)
    : m_connection(connection)
    , m_stop(stop)
{
}

std::string CatalogReader::userSchemasOnly(const std::string &column)
{
    return column + " NOT IN (" + kSystemSchemas + ')';
}

Result<std::vector<TableFacts>> CatalogReader::tables(
    Connection &connection, const std::vector<std::string> &schemas, const std::stop_token &stop)
{
    std::string where = userSchemasOnly("table_schema");
    if (!schemas.empty()) {
        where = "table_schema IN (";
        for (const std::string &schema : schemas) {
            where += (where.back() == '(' ? "" : ", ") + quotedText(schema);
        }
        where += ')';
    }
    const auto rows
        = connection.query("SELECT table_schema AS table_schema, table_name AS table_name, table_type AS type,"
                           " engine AS engine, table_collation AS collation, table_rows AS row_count,"
                           " avg_row_length AS row_bytes, data_length + index_length AS bytes"
                           " FROM information_schema.tables WHERE "
                + where + " AND table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')",
            stop);
    if (!rows) {
        return rows.error();
    }
    std::vector<TableFacts> tables;
    for (size_t row = 0; row < rows->size(); ++row) {
        tables.push_back({.id = idOf(*rows, row),
            .isView = rows->text(row, "type") == "VIEW",
            .engine = rows->text(row, "engine"),
            .collation = rows->text(row, "collation"),
            .rows = rows->number(row, "row_count"),
            .averageRowBytes = rows->number(row, "row_bytes"),
            .bytes = rows->number(row, "bytes"),
            .isSystemVersioned = rows->text(row, "type") == "SYSTEM VERSIONED"});
    }
    std::sort(tables.begin(), tables.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return tables;
}

Result<std::vector<TrackedTable>> CatalogReader::definitions(
    Connection &connection, std::span<const TableFacts> tables, const std::stop_token &stop)
{
    if (hidesGeneratedKeys(connection)) {
        auto shown = connection.execute("SET SESSION show_gipk_in_create_table_and_information_schema = ON", stop);
        if (!shown) {
            return std::move(shown).error();
        }
    }
    CatalogReader reader(connection, stop);
    Tables found;
    for (size_t begin = 0; begin < tables.size();) {
        size_t end = begin;
        while (end < tables.size() && end - begin < kTablesAtOnce && tables[end].id.schema == tables[begin].id.schema) {
            ++end;
        }
        if (auto read = reader.readGroup(tables.subspan(begin, end - begin), found); !read) {
            return std::move(read).error();
        }
        begin = end;
    }
    std::vector<TrackedTable> definitions;
    for (const TableFacts &table : tables) {
        if (const auto at = found.find(table.id); at != found.end() && !at->second.definition.columns.empty()) {
            refreshKeys(at->second);
            definitions.push_back(std::move(at->second));
        }
    }
    return definitions;
}

// All of one schema: older servers read the files of a whole schema or of one table, and nothing between.
Result<void> CatalogReader::readGroup(std::span<const TableFacts> group, Tables &into)
{
    std::string names;
    for (const TableFacts &table : group) {
        if (table.isView) {
            continue;
        }
        names += (names.empty() ? "" : ", ") + quotedText(table.id.table);
        TrackedTable &tracked = into[table.id];
        tracked.definition.id = table.id;
        tracked.definition.collation = table.collation;
        tracked.definition.charset = charsetOf(table.collation);
        tracked.definition.isVersioned = table.isSystemVersioned;
        tracked.engine = lower(table.engine);
    }
    if (names.empty()) {
        return {};
    }
    const bool isOne = names.find(',') == std::string::npos;
    const char *name = isOne || hasDataDictionary(m_connection) ? "table_name" : "CAST(table_name AS BINARY)";
    const std::string where
        = "table_schema = " + quotedText(group.front().id.schema) + " AND " + name + " IN (" + names + ')';
    auto read = readColumns(where, into);
    return read ? readKeys(where, into) : std::move(read);
}

Result<void> CatalogReader::readColumns(const std::string &where, Tables &into)
{
    const auto rows
        = m_connection.query("SELECT table_schema AS table_schema, table_name AS table_name, column_name AS name,"
                             " column_type AS type, is_nullable AS nullable, character_set_name AS charset,"
                             " collation_name AS collation, extra AS extra"
                             " FROM information_schema.columns WHERE "
                + where + " ORDER BY table_name, ordinal_position",
            m_stop);
    if (!rows) {
        return rows.error();
    }
    for (size_t row = 0; row < rows->size(); ++row) {
        // an older server's catalogue compares names without regard to case
        if (const auto table = into.find(idOf(*rows, row)); table != into.end()) {
            table->second.definition.columns.push_back(columnOf(*rows, row));
        }
    }
    return {};
}

Result<void> CatalogReader::readKeys(const std::string &where, Tables &into)
{
    const auto rows
        = m_connection.query("SELECT table_schema AS table_schema, table_name AS table_name, index_name AS name,"
                             " non_unique AS non_unique, column_name AS part, sub_part AS prefix"
                             " FROM information_schema.statistics WHERE "
                + where + " ORDER BY table_name, non_unique, index_name, seq_in_index",
            m_stop);
    if (!rows) {
        return rows.error();
    }
    std::set<TableId> partial;
    for (size_t row = 0; row < rows->size(); ++row) {
        const auto table = into.find(idOf(*rows, row));
        if (table == into.end()) {
            continue;
        }
        TrackedTable &tracked = table->second;
        const std::string name = rows->text(row, "name");
        const auto part = rows->at(row, "part"); // NULL: an expression
        const bool isWhole = part && !rows->at(row, "prefix");
        if (name == "PRIMARY") {
            tracked.definition.primaryKey.push_back(part.value_or(""));
            if (!isWhole) {
                partial.insert(tracked.definition.id);
            }
            continue;
        }
        if (tracked.keys.empty() || tracked.keys.back().name != name) {
            tracked.keys.push_back(
                {.kind = rows->number(row, "non_unique") == 0 ? KeySpec::Kind::Unique : KeySpec::Kind::Other,
                    .name = name,
                    .columns = {},
                    .isWhole = true});
        }
        KeySpec &key = tracked.keys.back();
        key.columns.push_back(part.value_or(""));
        key.isWhole = key.isWhole && isWhole;
    }
    for (const TableId &table : partial) { // a key on a prefix orders nothing by whole values: it is no key
        into[table].definition.primaryKey.clear();
    }
    return {};
}

} // namespace rowcast::mysql
