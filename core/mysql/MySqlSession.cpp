// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/MySqlSession.h"

#include "core/base/Log.h"
#include "core/mysql/probe/BinlogProbe.h"
#include "core/mysql/row/TypeMap.h"
#include "core/mysql/schema/SchemaRecords.h"
#include "core/mysql/server/StreamFailures.h"
#include "core/mysql/stream/MySqlChangeSource.h"
#include "core/mysql/stream/StartResolver.h"
#include "core/mysql/stream/StreamProgress.h"
#include "core/mysql/stream/ZonedHandler.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace rowcast::mysql {

namespace {

std::optional<std::string> valueOf(const StateRecords &state, std::string_view key)
{
    const auto found
        = std::find_if(state.begin(), state.end(), [&](const StateRecord &record) { return record.key == key; });
    return found == state.end() ? std::nullopt : found->value;
}

// The same for every run of a task: the server ends the stream of an older run when a newer one comes.
QString replicaUuid(const QString &taskIdentifier)
{
    const QUuid space(QStringLiteral("{5b1f0e5e-6f0f-4c53-9a2b-6d2f3b5a7c10}"));
    return QUuid::createUuidV5(space, taskIdentifier).toString(QUuid::WithoutBraces);
}

bool hasColumns(const TableDefinition &table, const std::vector<std::string> &names)
{
    return std::all_of(names.begin(), names.end(), [&](const std::string &name) {
        return std::any_of(table.columns.begin(), table.columns.end(),
            [&](const ColumnDefinition &column) { return column.name == name; });
    });
}

// Told before anything is loaded, not by the first change that cannot be read.
Result<void> checkFollowable(const ServerInfo &info)
{
    for (ProbeOutcome &outcome : std::array{probeWriter(info), probeLogBin(info), probeBinlogFormat(info)}) {
        if (outcome.state == StepState::Failed) {
            return std::move(outcome.failure);
        }
    }
    return {};
}

} // namespace

MySqlSession::MySqlSession(MySqlSourceSettings settings, SourcePlan plan, std::shared_ptr<ServerIdChoice> serverIds)
    : m_settings(std::move(settings))
    , m_plan(std::move(plan))
    , m_serverIds(std::move(serverIds))
{
}

Result<void> MySqlSession::connect(const std::stop_token &stop)
{
    if (!m_settings.serverTimezone.isEmpty()) {
        auto zone = SourceZone::of(m_settings.serverTimezone);
        if (!zone) {
            return zone.error();
        }
        m_zone = *std::move(zone);
    }
    auto connection = Connection::open(m_settings.connection, stop);
    if (!connection) {
        return connection.error();
    }
    m_connection = *std::move(connection);
    auto info = ServerInfo::read(*m_connection, stop);
    if (!info) {
        return info.error();
    }
    m_info = *std::move(info);
    if (auto followable = m_plan.areChangesWanted ? checkFollowable(m_info) : Result<void>{}; !followable) {
        return followable;
    }
    auto facts = SchemaFacts::read(*m_connection, m_info, stop);
    if (!facts) {
        return facts.error();
    }
    m_facts = *std::move(facts);
    m_history = std::make_shared<SchemaHistory>(m_facts.rules);
    m_position.server = m_info.identity;
    m_position.isMariaDb = m_info.isMariaDb();
    return {};
}

Result<DefinitionSnapshot> MySqlSession::readSnapshot(const std::stop_token &stop)
{
    DefinitionReader reader(*m_connection, m_info, m_facts, m_plan.mappings);
    return m_plan.areChangesWanted ? reader.readAtEnd(m_plan.consistencyTimeout, stop) : reader.read(stop);
}

bool MySqlSession::isSelected(const TrackedTable &table) const
{
    return table.isKnown() && !table.isSequence && m_plan.mappings.selects(table.definition.id);
}

// Fills the history and the tables that the session tells of.
Result<void> MySqlSession::adopt(const DefinitionSnapshot &snapshot)
{
    for (const auto &[schema, charset] : m_facts.databases) {
        m_history->setDatabase(schema, charset);
    }
    std::vector<TrackedTablePtr> tables;
    for (const TrackedTable &table : snapshot.tables) {
        m_history->add(table);
        tables.push_back(m_history->find(table.definition.id));
    }
    for (const TrackedTablePtr &table : tables) {
        if (const auto layout = isSelected(*table) ? layoutOf(table->definition) : TableLayout(); !layout) {
            return layout.error();
        }
    }
    addTables(tables, snapshot.rows);
    return {};
}

// A table whose layout became unusable since the start is left out: the stream suspends it when rows of it come.
void MySqlSession::addTables(const std::vector<TrackedTablePtr> &tables, const std::map<TableId, uint64_t> &rows)
{
    for (const TrackedTablePtr &table : tables) {
        if (!isSelected(*table)) {
            continue;
        }
        const auto layout = layoutOf(table->definition);
        if (!layout) {
            qCWarning(lcMetadata).noquote() << layout.error().text();
            continue;
        }
        const auto estimate = rows.find(table->definition.id);
        m_tables.push_back({layout->schema, estimate == rows.end() ? 0 : estimate->second, false});
    }
}

// current: the definitions of now, which the chunks that are still to be read have. Where one cannot be used, that of
// the checkpoint stands in for it: the loader or the stream finds out, and suspends the table alone.
Result<void> MySqlSession::prepareLoad(const std::map<TableId, TrackedTable> &current, bool isResumed)
{
    LoadSettings settings;
    settings.connection = m_settings.connection;
    settings.server = m_info;
    settings.chunkBytes = m_plan.chunkBytes;
    settings.areChangesWanted = m_plan.areChangesWanted;
    settings.isRepeated = isResumed && m_plan.isUnrecordedVisible;
    settings.commitTime = m_settings.commitTime;
    m_registry = std::make_shared<LoadRegistry>(settings);
    for (const SelectedTable &table : m_tables) {
        const auto now = current.find(table.schema->id);
        const TrackedTablePtr known = m_history->find(table.schema->id);
        const bool isUsable = now != current.end() && layoutOf(now->second.definition);
        const TableDefinition &definition = isUsable ? now->second.definition : known->definition;
        if (auto added = m_registry->add(definition); !added) {
            return added;
        }
    }
    return {};
}

void MySqlSession::startAt(const BinlogPosition &place, const std::string &gtids)
{
    m_position.place = place;
    m_position.gtids = gtids;
    m_start = BinlogStart::at(place.file, place.offset);
}

Result<void> MySqlSession::startWithLoad(const std::stop_token &stop)
{
    if (auto connected = connect(stop); !connected) {
        return connected;
    }
    const auto snapshot = readSnapshot(stop);
    if (!snapshot) {
        return snapshot.error();
    }
    startAt({snapshot->place.file, snapshot->place.offset}, snapshot->place.gtidSet);
    if (auto adopted = adopt(*snapshot); !adopted) {
        return adopted;
    }
    return prepareLoad({}, false);
}

Result<void> MySqlSession::startWithChanges(const CdcStart &start, const std::stop_token &stop)
{
    if (auto connected = connect(stop); !connected) {
        return connected;
    }
    std::optional<StreamStart> past;
    if (!start.position.empty() || start.timeMicros) {
        auto resolved = StartResolver(*m_connection, m_info).fromUser(start, stop);
        if (!resolved) {
            return resolved.error();
        }
        past = *std::move(resolved);
    }
    auto snapshot = readSnapshot(stop);
    if (!snapshot) {
        return snapshot.error();
    }
    startAt({snapshot->place.file, snapshot->place.offset}, snapshot->place.gtidSet);
    if (past) {
        m_position = past->position;
        m_start = past->start;
        const auto delivered = GtidProgress::parse(m_info.isMariaDb(), past->position.gtids);
        DefinitionReader reader(*m_connection, m_info, m_facts, m_plan.mappings);
        auto marked = delivered ? reader.markChanges(*snapshot, past->scanFrom, *delivered, stop)
                                : Result<void>(delivered.error());
        if (!marked) {
            return marked;
        }
    }
    return adopt(*snapshot);
}

Result<void> MySqlSession::resume(const StateRecords &state, const std::stop_token &stop)
{
    if (auto connected = connect(stop); !connected) {
        return connected;
    }
    const auto text = valueOf(state, MySqlPosition::kRecordKey);
    if (!text) {
        return invalidState(MySqlPosition::kRecordKey, "missing");
    }
    const auto position = MySqlPosition::fromJson(*text);
    if (!position) {
        return position.error();
    }
    if (auto restored = m_history->restore(state); !restored) {
        return restored;
    }
    if (m_plan.areChangesWanted) {
        const auto start = StartResolver(*m_connection, m_info).fromCheckpoint(*position, stop);
        if (!start) {
            return start.error();
        }
        m_position = start->position;
        m_start = start->start;
        if (position->server != m_info.identity) {
            m_history->forgetPlaces();
        }
    }
    addTables(m_history->tables(), {});
    return m_plan.isLoadWanted ? restoreLoad(state, stop) : Result<void>{};
}

Result<void> MySqlSession::restoreLoad(const StateRecords &state, const std::stop_token &stop)
{
    auto snapshot = DefinitionReader(*m_connection, m_info, m_facts, m_plan.mappings).read(stop);
    if (!snapshot) {
        return snapshot.error();
    }
    std::map<TableId, TrackedTable> current;
    for (TrackedTable &table : snapshot->tables) {
        current.emplace(table.definition.id, std::move(table));
    }
    // What is loaded is only followed any more: by its definition at the checkpoint, whatever became of its key since.
    for (const auto &[id, key] : LoadRegistry::keysOfLoaded(state)) {
        if (const TrackedTablePtr known = m_history->find(id); known && hasColumns(known->definition, key)) {
            current.erase(id);
        }
    }
    if (auto prepared = prepareLoad(current, true); !prepared) {
        return prepared;
    }
    if (auto restored = m_registry->restore(state); !restored) {
        return restored;
    }
    for (SelectedTable &table : m_tables) {
        table.isLoaded = m_registry->isLoaded(table.schema->id);
        const auto rows = snapshot->rows.find(table.schema->id);
        table.estimatedRows = rows == snapshot->rows.end() ? 0 : rows->second;
    }
    return {};
}

std::vector<SelectedTable> MySqlSession::tables() const
{
    return m_tables;
}

StateRecords MySqlSession::takeState()
{
    StateRecords records = m_history->takeState();
    if (!std::exchange(m_isPositionTaken, true)) {
        records.push_back({MySqlPosition::kRecordKey, m_position.toJson()});
    }
    return records;
}

Result<std::unique_ptr<TableLoader>> MySqlSession::loader(const std::stop_token &stop)
{
    if (!m_registry) {
        return internalFailure(QStringLiteral("a loader for a task that loads nothing"));
    }
    auto loader = m_registry->loader(stop);
    return loader && m_zone ? inZone(*std::move(loader), *m_zone) : std::move(loader);
}

StateRecords MySqlSession::finishTable(const TableId &table)
{
    return m_registry ? m_registry->finishTable(table) : StateRecords{};
}

Result<std::unique_ptr<ChangeSource>> MySqlSession::changes(const std::stop_token &stop)
{
    const auto serverId = m_serverIds->take(m_plan.taskIdentifier);
    if (!serverId) {
        return serverId.error();
    }
    MySqlChangeSource::Setup setup;
    setup.connection = m_settings.connection;
    setup.stream.serverId = *serverId;
    setup.stream.replicaUuid = replicaUuid(m_plan.taskIdentifier);
    setup.stream.heartbeat = m_settings.heartbeat;
    setup.start = m_start;
    setup.server = m_info;
    setup.position = m_position;
    setup.history = m_history;
    setup.plan = m_plan;
    setup.ddl = {m_facts.rules.dialect, m_facts.collations, m_facts.hasTimestampDefaults,
        m_settings.skipTableSuspensionForPartitionDdl};
    if (m_registry) {
        auto filter = m_registry->filter();
        if (!filter) {
            return filter.error();
        }
        setup.filter = *std::move(filter);
    }
    setup.serverIds = m_serverIds;
    auto source = MySqlChangeSource::open(std::move(setup), stop);
    if (!source) {
        return source.error();
    }
    std::unique_ptr<ChangeSource> changes = *std::move(source);
    return m_zone ? inZone(std::move(changes), *m_zone) : std::move(changes);
}

Result<std::string> MySqlSession::tail(const std::stop_token &stop)
{
    if (!m_connection->isAlive()) {
        auto connection = Connection::open(m_settings.connection, stop);
        if (!connection) {
            return connection.error();
        }
        m_connection = *std::move(connection);
    }
    const auto end = readBinlogEnd(*m_connection, m_info, stop);
    if (!end) {
        return end.error();
    }
    MySqlPosition position;
    position.server = m_info.identity;
    position.isMariaDb = m_info.isMariaDb();
    position.place = {end->file, end->offset};
    position.gtids = end->gtidSet;
    // else a task that only catches up would take the end for delivered
    const bool isSameBinlog = m_position.server == position.server && m_position.place.base() == position.place.base();
    if (m_position.gtids.empty() && isSameBinlog && m_position.place > position.place) {
        return positionAheadFailure(m_position.place.text(), position.place.text());
    }
    return position.toJson();
}

Result<bool> MySqlSession::covers(const StateRecords &state, const std::string &target) const
{
    const auto text = valueOf(state, MySqlPosition::kRecordKey);
    if (!text) {
        return false;
    }
    const auto position = MySqlPosition::fromJson(*text);
    if (!position) {
        return position.error();
    }
    const auto gtids = GtidProgress::parse(position->isMariaDb, position->gtids);
    if (!gtids) {
        return gtids.error();
    }
    return StreamProgress(*position, *gtids, position->server, true).hasReached(target);
}

QString MySqlSession::description() const
{
    return m_info.description();
}

} // namespace rowcast::mysql
