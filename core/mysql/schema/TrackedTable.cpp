// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/TrackedTable.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

namespace {

bool isSameKey(const KeySpec &a, const KeySpec &b)
{
    return a.kind == b.kind && a.name == b.name && a.columns == b.columns && a.isWhole == b.isWhole;
}

bool hasKeyNamed(const TrackedTable &table, const std::string &name)
{
    return std::any_of(
        table.keys.begin(), table.keys.end(), [&](const KeySpec &key) { return isSameName(key.name, name); });
}

// make_unique_key_name() in sql/sql_table.cc: the first column's name, with _2, _3, ... where it is taken.
std::string defaultKeyName(const TrackedTable &table, const KeySpec &key)
{
    const std::string first = key.columns.empty() ? "functional_index" : key.columns.front();
    if (!hasKeyNamed(table, first) && !isSameName(first, "PRIMARY")) {
        return first;
    }
    for (int number = 2;; ++number) {
        const std::string name = first + '_' + std::to_string(number);
        if (!hasKeyNamed(table, name)) {
            return name;
        }
    }
}

bool isUsable(const TrackedTable &table, const KeySpec &key)
{
    return key.kind == KeySpec::Kind::Unique && key.isWhole && !key.columns.empty()
        && std::all_of(key.columns.begin(), key.columns.end(), [&](const std::string &name) {
               const int column = findColumn(table.definition.columns, name);
               return column >= 0 && !table.definition.columns[size_t(column)].nullable;
           });
}

} // namespace

bool TrackedTable::operator==(const TrackedTable &other) const
{
    return definition == other.definition && engine == other.engine && isSequence == other.isSequence
        && since == other.since && unknown == other.unknown
        && std::equal(keys.begin(), keys.end(), other.keys.begin(), other.keys.end(), isSameKey);
}

bool isSameName(std::string_view a, std::string_view b)
{
    if (a == b) {
        return true;
    }
    return QString::fromUtf8(a.data(), qsizetype(a.size()))
               .compare(QString::fromUtf8(b.data(), qsizetype(b.size())), Qt::CaseInsensitive)
        == 0;
}

int findColumn(const std::vector<ColumnDefinition> &columns, std::string_view name)
{
    const auto found = std::find_if(
        columns.begin(), columns.end(), [&](const ColumnDefinition &column) { return isSameName(column.name, name); });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

void refreshKeys(TrackedTable &table)
{
    for (const std::string &name : table.definition.primaryKey) {
        const int column = findColumn(table.definition.columns, name);
        if (column >= 0) {
            table.definition.columns[size_t(column)].nullable = false; // whatever a MODIFY did not say
        }
    }
    table.definition.uniqueKeys.clear();
    for (const KeySpec &key : table.keys) {
        if (isUsable(table, key)) {
            table.definition.uniqueKeys.push_back(key.columns);
        }
    }
}

void addKey(TrackedTable &table, KeySpec key)
{
    for (std::string &name : key.columns) {
        const int column = findColumn(table.definition.columns, name);
        if (column >= 0) {
            name = table.definition.columns[size_t(column)].name; // spelled as the column is
        }
    }
    if (key.kind != KeySpec::Kind::Primary) {
        if (key.name.empty()) {
            key.name = defaultKeyName(table, key);
        }
        table.keys.push_back(std::move(key));
        return;
    }
    table.definition.primaryKey = std::move(key.columns);
}

} // namespace rowcast::mysql
