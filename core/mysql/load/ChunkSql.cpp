// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkSql.h"

#include "core/mysql/ddl/Sql.h"

namespace rowcast::mysql {

namespace {

// One alternative for each column: those before it equal, it itself beyond.
std::string beyond(const ChunkKey &key, const std::vector<std::string> &raws, const char *sign, const char *lastSign)
{
    const std::vector<KeyColumn> &columns = key.columns();
    std::string alternatives;
    std::string equals;
    for (size_t i = 0; i < columns.size(); ++i) {
        const std::string name = quotedName(columns[i].name);
        const std::string literal = columns[i].literal(raws[i]);
        const bool isLast = i + 1 == columns.size();
        const std::string step = equals + name + ' ' + (isLast ? lastSign : sign) + ' ' + literal;
        alternatives += i == 0 ? step : " OR (" + step + ')';
        equals += name + " = " + literal + " AND ";
    }
    if (columns.size() == 1) {
        return alternatives;
    }
    return quotedName(columns[0].name) + ' ' + sign + "= " + columns[0].literal(raws[0]) + " AND (" + alternatives
        + ')';
}

std::string whereWithin(const ChunkKey &key, const ChunkBounds &bounds)
{
    std::string where;
    if (bounds.lower) {
        where = " WHERE " + beyond(key, *bounds.lower, ">", ">");
    }
    if (bounds.upper) {
        where += (where.empty() ? " WHERE " : " AND ") + beyond(key, *bounds.upper, "<", "<=");
    }
    return where;
}

std::string fromTable(const LoadTable &table)
{
    // left to itself the optimizer takes a table scan for a chunk of many rows
    return " FROM " + quotedName(table.id()) + (table.key && table.key->isPrimary() ? " FORCE INDEX (PRIMARY)" : "");
}

} // namespace

std::string boundarySql(const LoadTable &table, const ChunkBounds &within, uint64_t rows)
{
    std::string expressions;
    std::string names;
    for (const KeyColumn &column : table.key->columns()) {
        expressions += (expressions.empty() ? "" : ", ") + column.expression;
        names += (names.empty() ? "" : ", ") + quotedName(column.name);
    }
    return "SELECT " + expressions + fromTable(table) + whereWithin(*table.key, within) + " ORDER BY " + names
        + " LIMIT " + std::to_string(rows - 1) + ", 1";
}

std::string chunkSql(const LoadTable &table, const ChunkBounds &bounds)
{
    return "SELECT " + table.columns + fromTable(table) + whereWithin(*table.key, bounds);
}

std::string wholeTableSql(const LoadTable &table)
{
    return "SELECT " + table.columns + " FROM " + quotedName(table.id());
}

} // namespace rowcast::mysql
