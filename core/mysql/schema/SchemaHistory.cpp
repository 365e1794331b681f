// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/SchemaHistory.h"

#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/schema/ColumnResolver.h"
#include "core/mysql/schema/SchemaRecords.h"
#include "core/mysql/schema/TableAlteration.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

namespace {

std::string lowered(const std::string &name)
{
    return QString::fromStdString(name).toLower().toStdString();
}

// True when the definition was already what it is from this place on, or from a later one: the statement at that place
// is part of it.
bool includes(const TrackedTable &table, const std::string &at)
{
    const auto since = BinlogPosition::parse(table.since);
    const auto place = BinlogPosition::parse(at);
    return since && place && since->base() == place->base() && *since >= *place;
}

SchemaChangeKind kindOf(const AlterTable &statement)
{
    std::optional<SchemaChangeKind> kind;
    for (const AlterAction &action : statement.actions) {
        SchemaChangeKind one = SchemaChangeKind::ChangeColumns;
        if (std::holds_alternative<AddColumn>(action)) {
            one = SchemaChangeKind::AddColumn;
        } else if (std::holds_alternative<DropColumn>(action)) {
            one = SchemaChangeKind::DropColumn;
        } else if (std::holds_alternative<RenameColumn>(action)) {
            one = SchemaChangeKind::RenameColumn;
        } else if (const auto *change = std::get_if<ChangeColumn>(&action)) {
            one = isSameName(change->oldName, change->column.name) ? SchemaChangeKind::ColumnTypeChange
                                                                   : SchemaChangeKind::RenameColumn;
        } else if (std::holds_alternative<SetEngine>(action) || std::holds_alternative<SetVersioned>(action)
            || std::holds_alternative<RenameTo>(action)) {
            continue;
        }
        kind = !kind || *kind == one ? one : SchemaChangeKind::ChangeColumns;
    }
    return kind.value_or(SchemaChangeKind::ChangeColumns);
}

} // namespace

SchemaHistory::SchemaHistory(SchemaRules rules)
    : m_rules(std::move(rules))
{
}

TableId SchemaHistory::canonical(TableId table) const
{
    if (m_rules.lowerCaseTableNames != 0) {
        return {lowered(table.schema), lowered(table.table)};
    }
    return table;
}

void SchemaHistory::add(TrackedTable table)
{
    refreshKeys(table);
    put(std::move(table));
}

void SchemaHistory::setDatabase(const std::string &schema, const CharsetSpec &charset)
{
    const TableId id = canonical({schema, {}});
    m_databases[id.schema] = charset;
    m_changed.insert(id);
}

void SchemaHistory::put(TrackedTable table)
{
    const TableId id = canonical(table.definition.id);
    m_tables[id] = std::make_shared<const TrackedTable>(std::move(table));
    m_changed.insert(id);
}

void SchemaHistory::remove(const TableId &table)
{
    const TableId id = canonical(table);
    if (m_tables.erase(id) > 0) {
        m_changed.insert(id);
    }
}

Result<void> SchemaHistory::restore(const StateRecords &state)
{
    for (const StateRecord &record : state) {
        const auto table = tableOfSchemaRecord(record.key);
        if (!table || !record.value) {
            continue;
        }
        if (table->table.empty()) {
            const auto charset = databaseFromJson(*record.value);
            if (!charset) {
                return charset.error();
            }
            m_databases[canonical(*table).schema] = *charset;
            continue;
        }
        auto tracked = trackedTableFromJson(*table, *record.value);
        if (!tracked) {
            return tracked.error();
        }
        m_tables[canonical(*table)] = std::make_shared<const TrackedTable>(*std::move(tracked));
    }
    return {};
}

TrackedTablePtr SchemaHistory::find(const TableId &table) const
{
    const auto found = m_tables.find(canonical(table));
    return found == m_tables.end() ? nullptr : found->second;
}

std::vector<TrackedTablePtr> SchemaHistory::tables() const
{
    std::vector<TrackedTablePtr> all;
    all.reserve(m_tables.size());
    for (const auto &[id, table] : m_tables) {
        all.push_back(table);
    }
    return all;
}

void SchemaHistory::forgetPlaces()
{
    for (auto &[id, table] : m_tables) {
        TrackedTable copy = *table;
        copy.since.clear();
        table = std::make_shared<const TrackedTable>(std::move(copy));
        m_changed.insert(id);
    }
}

StateRecords SchemaHistory::takeState()
{
    StateRecords records;
    for (const TableId &id : std::exchange(m_changed, {})) {
        StateRecord record{schemaRecordKey(id), std::nullopt};
        if (id.table.empty()) {
            const auto found = m_databases.find(id.schema);
            record.value = found == m_databases.end() ? std::nullopt : std::optional(toJson(found->second));
        } else {
            const auto table = find(id);
            record.value = table ? std::optional(toJson(*table)) : std::nullopt;
        }
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<DefinitionChange> SchemaHistory::apply(const DdlStatement &statement, const StatementContext &context)
{
    Changes changes;
    std::visit([&](const auto &one) { applyTo(one, context, changes); }, statement);
    return changes;
}

CharsetSpec SchemaHistory::databaseDefault(const std::string &schema, const StatementContext &context) const
{
    const auto found = m_databases.find(canonical({schema, {}}).schema);
    return found == m_databases.end() ? context.serverDefault : found->second;
}

Charsets SchemaHistory::charsetsFor(const StatementContext &context) const
{
    Charsets charsets = m_rules.charsets;
    if (!context.utf8mb4Collation.empty()) {
        charsets.set("utf8mb4", context.utf8mb4Collation, 4);
    }
    return charsets;
}

TrackedTable SchemaHistory::created(const CreateTable &statement, const StatementContext &context)
{
    TrackedTable table;
    table.definition.id = statement.table;
    table.since = context.at;
    table.engine = statement.engine;
    table.isSequence = statement.isSequence;
    table.definition.isVersioned = statement.isVersioned;
    if (statement.like) {
        const TrackedTablePtr source = find(*statement.like);
        if (source) {
            const std::string since = std::exchange(table.since, {});
            table = *source;
            table.definition.id = statement.table;
            table.since = since;
        } else {
            table.unknown = "CREATE TABLE ... LIKE " + statement.like->dotted() + ", whose definition is not known";
        }
        return table;
    }
    if (statement.hasSelect) {
        table.unknown = "CREATE TABLE ... SELECT does not name all its columns";
    }
    const Charsets charsets = charsetsFor(context);
    const ColumnResolver resolver(m_rules.dialect, charsets);
    const CharsetSpec charset = charsets.resolve(statement.charset, databaseDefault(statement.table.schema, context));
    table.definition.charset = charset.charset;
    table.definition.collation = charset.collation;
    std::vector<AlterAction> actions;
    for (const ColumnSpec &column : statement.columns) {
        actions.emplace_back(AddColumn{column, {}, false});
    }
    for (const KeySpec &key : statement.keys) {
        actions.emplace_back(AddKey{key, false});
    }
    TableAlteration alteration(resolver, charsets, charset, context.hasTimestampDefaults);
    if (!alteration.apply(actions, table)) {
        table.unknown = alteration.problem();
    }
    return table;
}

void SchemaHistory::applyTo(const CreateTable &statement, const StatementContext &context, Changes &changes)
{
    const TrackedTablePtr before = find(statement.table);
    if (before && (includes(*before, context.at) || (statement.ifNotExists && !statement.orReplace))) {
        return;
    }
    put(created(statement, context));
    if (before && statement.orReplace) {
        changes.push_back({SchemaChangeKind::DropTable, statement.table, before, nullptr, {}});
    }
    changes.push_back({SchemaChangeKind::CreateTable, statement.table, nullptr, find(statement.table), {}});
}

void SchemaHistory::applyTo(const AlterTable &statement, const StatementContext &context, Changes &changes)
{
    const TrackedTablePtr before = find(statement.table);
    if (!before || includes(*before, context.at)) {
        return;
    }
    const Charsets charsets = charsetsFor(context);
    const ColumnResolver resolver(m_rules.dialect, charsets);
    TrackedTable after = *before;
    TableAlteration alteration(
        resolver, charsets, databaseDefault(statement.table.schema, context), context.hasTimestampDefaults);
    if (!alteration.apply(statement.actions, after) && after.isKnown()) {
        after.unknown = alteration.problem();
    }
    if (!(after == *before)) {
        const bool isVisible = !(after.definition == before->definition) || after.unknown != before->unknown;
        after.since = context.at;
        put(std::move(after));
        if (isVisible) {
            changes.push_back({kindOf(statement), statement.table, before, find(statement.table), {}});
        }
    }
    loseRows(statement, changes);
    for (const AlterAction &action : statement.actions) {
        if (const auto *target = std::get_if<RenameTo>(&action)) {
            rename(statement.table, target->table, context, changes);
        }
    }
}

void SchemaHistory::loseRows(const AlterTable &statement, Changes &changes) const
{
    const auto lose = [&](const TableId &id, const std::string &how) {
        if (const TrackedTablePtr table = find(id)) {
            changes.push_back({SchemaChangeKind::ChangeColumns, id, table, table, how});
        }
    };
    for (const AlterAction &action : statement.actions) {
        if (const auto *removal = std::get_if<RemoveRows>(&action)) {
            lose(statement.table, removal->what);
        } else if (const auto *exchange = std::get_if<ExchangePartition>(&action)) {
            lose(statement.table, "EXCHANGE PARTITION");
            lose(exchange->with, "EXCHANGE PARTITION");
        }
    }
}

void SchemaHistory::applyTo(const DropTables &statement, const StatementContext &context, Changes &changes)
{
    for (const TableId &id : statement.tables) {
        const TrackedTablePtr before = find(id);
        if (before && !includes(*before, context.at)) {
            remove(id);
            changes.push_back({SchemaChangeKind::DropTable, id, before, nullptr, {}});
        }
    }
}

void SchemaHistory::applyTo(const RenameTables &statement, const StatementContext &context, Changes &changes)
{
    const bool isDone = std::any_of(statement.pairs.begin(), statement.pairs.end(), [&](const auto &pair) {
        const TrackedTablePtr target = find(pair.second);
        return target && includes(*target, context.at);
    });
    for (const auto &[from, to] : statement.pairs) {
        if (!isDone) {
            rename(from, to, context, changes);
        }
    }
}

void SchemaHistory::rename(const TableId &from, const TableId &to, const StatementContext &context, Changes &changes)
{
    const TrackedTablePtr before = find(from);
    TrackedTable after;
    if (before) {
        after = *before;
    } else {
        after.unknown = "it was " + from.dotted() + " before, whose definition is not known";
    }
    after.definition.id = to;
    after.since = context.at;
    remove(from);
    put(std::move(after));
    changes.push_back({SchemaChangeKind::RenameTable, from, before, find(to), {}});
}

void SchemaHistory::applyTo(const TruncateTable &statement, const StatementContext &, Changes &changes)
{
    const TrackedTablePtr table = find(statement.table);
    if (table && !table->isSequence) {
        changes.push_back({SchemaChangeKind::TruncateTable, statement.table, table, table, {}});
    }
}

void SchemaHistory::applyTo(const SetDatabaseCharset &statement, const StatementContext &context, Changes &changes)
{
    if (statement.orReplace) {
        applyTo(DropDatabase{statement.schema}, context, changes);
    }
    const bool isKnown = m_databases.contains(canonical({statement.schema, {}}).schema);
    if (statement.isNew && isKnown && !statement.orReplace) {
        return; // IF NOT EXISTS
    }
    const CharsetSpec inherited = statement.isNew ? context.serverDefault : databaseDefault(statement.schema, context);
    setDatabase(statement.schema, charsetsFor(context).resolve(statement.charset, inherited));
}

void SchemaHistory::applyTo(const DropDatabase &statement, const StatementContext &context, Changes &changes)
{
    const TableId database = canonical({statement.schema, {}});
    DropTables tables;
    for (const auto &[id, table] : m_tables) {
        if (id.schema == database.schema) {
            tables.tables.push_back(table->definition.id);
        }
    }
    applyTo(tables, context, changes);
    if (m_databases.erase(database.schema) > 0) {
        m_changed.insert(database);
    }
}

void SchemaHistory::applyTo(const UnparsedDdl &statement, const StatementContext &context, Changes &changes)
{
    for (const TableId &id : statement.tables) {
        const TrackedTablePtr before = find(id);
        if (before && includes(*before, context.at)) {
            continue;
        }
        TrackedTable after;
        if (before) {
            after = *before;
        }
        after.definition.id = id;
        after.since = context.at;
        after.unknown = "a statement was not understood: " + statement.reason;
        put(std::move(after));
        changes.push_back({SchemaChangeKind::ChangeColumns, id, before, find(id), {}});
    }
}

} // namespace rowcast::mysql
