// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/TableAlteration.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rowcast::mysql {

namespace {

template <typename Action> bool concerns(const AlterAction &action, const std::string &column)
{
    const auto *found = std::get_if<Action>(&action);
    if constexpr (std::is_same_v<Action, DropColumn> || std::is_same_v<Action, SetColumnInvisible>) {
        return found != nullptr && isSameName(found->name, column);
    } else {
        return found != nullptr && isSameName(found->oldName, column);
    }
}

// The action of that kind for the column, or null.
template <typename Action> const Action *find(const std::vector<AlterAction> &actions, const std::string &column)
{
    const auto found = std::find_if(
        actions.begin(), actions.end(), [&](const AlterAction &action) { return concerns<Action>(action, column); });
    return found == actions.end() ? nullptr : &std::get<Action>(*found);
}

void renameInKeys(TrackedTable &table, const std::string &oldName, const std::string &newName, TrackedTable &renamed)
{
    const auto rename = [&](const std::vector<std::string> &before, std::vector<std::string> &after) {
        for (size_t i = 0; i < before.size(); ++i) {
            if (isSameName(before[i], oldName)) {
                after[i] = newName;
            }
        }
    };
    rename(table.definition.primaryKey, renamed.definition.primaryKey);
    for (size_t i = 0; i < table.keys.size(); ++i) {
        rename(table.keys[i].columns, renamed.keys[i].columns);
    }
}

void dropFromKeys(TrackedTable &table, const std::string &name)
{
    const auto isIt = [&](const std::string &column) { return isSameName(column, name); };
    std::erase_if(table.definition.primaryKey, isIt);
    for (KeySpec &key : table.keys) {
        std::erase_if(key.columns, isIt);
    }
    std::erase_if(table.keys, [](const KeySpec &key) { return key.columns.empty() && key.isWhole; });
}

constexpr std::string_view kGeneratedKey = "my_row_id";

// MySQL keeps the key that sql_generate_invisible_primary_key made in front of all columns, whatever the setting is now
// and whoever wrote it (table_has_generated_invisible_primary_key() in sql/sql_gipk.cc).
bool hasGeneratedKeyFirst(const SqlDialect &dialect, const TableDefinition &definition)
{
    constexpr uint32_t kSince = 80030;
    if (dialect.isMariaDb || dialect.version < kSince || definition.columns.empty()) {
        return false;
    }
    const ColumnDefinition &first = definition.columns.front();
    return isSameName(first.name, kGeneratedKey) && first.invisible && first.type == "bigint unsigned"
        && definition.primaryKey == std::vector<std::string>{first.name};
}

} // namespace

TableAlteration::TableAlteration(
    const ColumnResolver &resolver, const Charsets &charsets, CharsetSpec databaseDefault, bool hasTimestampDefaults)
    : m_resolver(resolver)
    , m_charsets(charsets)
    , m_databaseDefault(std::move(databaseDefault))
    , m_hasTimestampDefaults(hasTimestampDefaults)
{
}

bool TableAlteration::apply(const std::vector<AlterAction> &actions, TrackedTable &table)
{
    m_keepsKeyFirst = hasGeneratedKeyFirst(m_resolver.dialect(), table.definition);
    checkNames(actions, table.definition);
    applyCharsets(actions, table.definition);
    dropAndChange(actions, table);
    place(actions, table);
    convert(actions, table.definition);
    changeKeys(actions, table);
    refreshKeys(table);
    return m_problem.empty();
}

void TableAlteration::missing(const std::string &name)
{
    if (m_problem.empty()) {
        m_problem = "column " + name + " is not known";
    }
}

void TableAlteration::checkNames(const std::vector<AlterAction> &actions, const TableDefinition &definition)
{
    for (const AlterAction &action : actions) {
        const auto check = [&](const std::string &name, bool mayMiss) {
            if (!mayMiss && findColumn(definition.columns, name) < 0) {
                missing(name);
            }
        };
        if (const auto *drop = std::get_if<DropColumn>(&action)) {
            check(drop->name, drop->ifExists);
        } else if (const auto *change = std::get_if<ChangeColumn>(&action)) {
            check(change->oldName, change->ifExists);
        } else if (const auto *rename = std::get_if<RenameColumn>(&action)) {
            check(rename->oldName, false);
        }
    }
}

// The table's default comes first: columns of the same statement inherit it.
void TableAlteration::applyCharsets(const std::vector<AlterAction> &actions, TableDefinition &definition)
{
    for (const AlterAction &action : actions) {
        const auto *byDefault = std::get_if<SetDefaultCharset>(&action);
        const auto *byConversion = std::get_if<ConvertCharset>(&action);
        if (byDefault == nullptr && byConversion == nullptr) {
            continue;
        }
        const CharsetSpec written = byDefault != nullptr ? byDefault->charset : byConversion->charset;
        const CharsetSpec resolved = m_charsets.resolve(written, m_databaseDefault);
        definition.charset = resolved.charset;
        definition.collation = resolved.collation;
    }
}

ColumnDefinition TableAlteration::resolved(const ColumnSpec &column, const TableDefinition &definition) const
{
    return m_resolver.resolve(column, {definition.charset, definition.collation}, m_hasTimestampDefaults);
}

void TableAlteration::dropAndChange(const std::vector<AlterAction> &actions, TrackedTable &table)
{
    TrackedTable result = table;
    result.definition.columns.clear();
    for (ColumnDefinition column : table.definition.columns) {
        const std::string oldName = column.name;
        if (find<DropColumn>(actions, oldName) != nullptr) {
            continue;
        }
        if (const auto *change = find<ChangeColumn>(actions, oldName)) {
            column = resolved(change->column, table.definition);
        } else if (const auto *rename = find<RenameColumn>(actions, oldName)) {
            column.name = rename->newName;
        }
        if (const auto *visibility = find<SetColumnInvisible>(actions, oldName)) {
            column.invisible = visibility->isInvisible;
        }
        renameInKeys(table, oldName, column.name, result);
        result.definition.columns.push_back(std::move(column));
    }
    for (const ColumnDefinition &column : table.definition.columns) {
        if (find<DropColumn>(actions, column.name) != nullptr) {
            dropFromKeys(result, column.name);
        }
    }
    table = std::move(result);
}

void TableAlteration::place(const std::vector<AlterAction> &actions, TrackedTable &table)
{
    for (const AlterAction &action : actions) {
        std::vector<ColumnDefinition> &columns = table.definition.columns;
        if (const auto *add = std::get_if<AddColumn>(&action)) {
            if (findColumn(columns, add->column.name) < 0) {
                insert(resolved(add->column, table.definition), add->place, table.definition);
            } else if (!add->ifNotExists) {
                m_problem = "column " + add->column.name + " is there already";
            }
        } else if (const auto *change = std::get_if<ChangeColumn>(&action);
                   change != nullptr && change->place.kind != ColumnPlace::Kind::Unchanged) {
            const int at = findColumn(columns, change->column.name);
            if (at >= 0) {
                const ColumnDefinition column = columns[size_t(at)];
                columns.erase(columns.begin() + at);
                insert(column, change->place, table.definition);
            }
        }
    }
}

void TableAlteration::insert(const ColumnDefinition &column, const ColumnPlace &where, TableDefinition &definition)
{
    std::vector<ColumnDefinition> &columns = definition.columns;
    if (where.kind == ColumnPlace::Kind::Unchanged) {
        columns.push_back(column);
    } else if (where.kind == ColumnPlace::Kind::First) {
        const bool isBehindKey = m_keepsKeyFirst && !columns.empty() && isSameName(columns.front().name, kGeneratedKey);
        columns.insert(columns.begin() + (isBehindKey ? 1 : 0), column);
    } else if (const int after = findColumn(columns, where.after); after >= 0) {
        columns.insert(columns.begin() + after + 1, column);
    } else {
        missing(where.after);
    }
}

void TableAlteration::convert(const std::vector<AlterAction> &actions, TableDefinition &definition) const
{
    const bool isConverted = std::any_of(actions.begin(), actions.end(),
        [](const AlterAction &action) { return std::holds_alternative<ConvertCharset>(action); });
    for (ColumnDefinition &column : definition.columns) {
        if (isConverted) {
            m_resolver.convert(column, {definition.charset, definition.collation});
        }
    }
}

void TableAlteration::addColumnKeys(const ColumnSpec &column, TrackedTable &table) const
{
    KeySpec key;
    key.columns = {column.name};
    if (column.isUnique) {
        key.kind = KeySpec::Kind::Unique;
        addKey(table, key);
    }
    if (column.isPrimary) {
        key.kind = KeySpec::Kind::Primary;
        addKey(table, key);
    }
}

void TableAlteration::changeKeys(const std::vector<AlterAction> &actions, TrackedTable &table)
{
    for (const AlterAction &action : actions) {
        if (const auto *drop = std::get_if<DropKey>(&action)) {
            if (isSameName(drop->name, "PRIMARY")) {
                table.definition.primaryKey.clear();
            }
            std::erase_if(table.keys, [&](const KeySpec &key) { return isSameName(key.name, drop->name); });
        } else if (const auto *rename = std::get_if<RenameKey>(&action)) {
            for (KeySpec &key : table.keys) {
                key.name = isSameName(key.name, rename->oldName) ? rename->newName : key.name;
            }
        } else if (const auto *engine = std::get_if<SetEngine>(&action)) {
            table.engine = engine->engine;
        } else if (const auto *versioned = std::get_if<SetVersioned>(&action)) {
            table.definition.isVersioned = versioned->isVersioned;
        }
    }
    for (const AlterAction &action : actions) {
        if (const auto *add = std::get_if<AddKey>(&action)) {
            const bool isThere = std::any_of(table.keys.begin(), table.keys.end(),
                [&](const KeySpec &key) { return !add->key.name.empty() && isSameName(key.name, add->key.name); });
            if (!isThere) {
                addKey(table, add->key);
            }
        } else if (const auto *column = std::get_if<AddColumn>(&action)) {
            addColumnKeys(column->column, table);
        } else if (const auto *change = std::get_if<ChangeColumn>(&action)) {
            addColumnKeys(change->column, table);
        }
    }
}

} // namespace rowcast::mysql
