// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadRegistry.h"

#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/MySqlTableLoader.h"
#include "core/mysql/load/ReadPoint.h"
#include "core/mysql/load/SafePoints.h"
#include "core/mysql/load/TableLoad.h"
#include "core/mysql/schema/SchemaRecords.h"
#include "core/pipeline/TaskRecord.h"

#include <algorithm>
#include <set>

namespace rowcast::mysql {

LoadRegistry::LoadRegistry(LoadSettings settings)
    : m_settings(std::move(settings))
    , m_safePoints(std::make_unique<SafePoints>())
{
}

namespace {

// As the schema history of this state has the table.
std::optional<TableDefinition> definitionIn(const StateRecords &state, const TableId &table)
{
    const std::string *record = findRecord(state, schemaRecordKey(table));
    if (record == nullptr) {
        return std::nullopt;
    }
    auto tracked = trackedTableFromJson(table, *record);
    return tracked ? std::optional(std::move(tracked->definition)) : std::nullopt;
}

} // namespace

LoadRegistry::~LoadRegistry() = default;

Result<void> LoadRegistry::add(const TableDefinition &definition)
{
    auto table = LoadTable::make(definition);
    if (!table) {
        return std::move(table).error();
    }
    const std::lock_guard lock(m_mutex);
    m_tables[definition.id] = std::make_unique<TableLoad>(std::move(*table), m_settings.chunkBytes);
    return {};
}

Result<void> LoadRegistry::restore(const StateRecords &state)
{
    struct Restored {
        std::vector<ChunkRecord> chunks;
        bool isDone = false;
    };
    std::map<TableId, Restored> restored;
    for (const StateRecord &record : state) {
        const auto place = LoadRecordKey::parse(record.key);
        if (!place || !record.value) {
            continue;
        }
        Restored &table = restored[place->table];
        if (place->isDone()) {
            table.isDone = true;
            continue;
        }
        auto chunk = ChunkRecord::fromJson(record.key, *record.value);
        if (!chunk) {
            return std::move(chunk).error();
        }
        table.chunks.push_back(std::move(*chunk));
    }
    for (auto &[id, table] : restored) {
        TableLoad *load = find(id);
        if (load == nullptr) { // not selected any more
            continue;
        }
        const bool isTold = std::any_of(
            table.chunks.begin(), table.chunks.end(), [](const ChunkRecord &chunk) { return !chunk.kinds.empty(); });
        const auto before = isTold ? std::nullopt : definitionIn(state, id);
        load->restore(std::move(table.chunks), table.isDone, before ? &*before : nullptr);
    }
    return {};
}

std::map<TableId, std::vector<std::string>> LoadRegistry::keysOfLoaded(const StateRecords &state)
{
    std::map<TableId, std::vector<std::string>> keys;
    std::set<TableId> done;
    for (const StateRecord &record : state) {
        const auto place = LoadRecordKey::parse(record.key);
        if (!place || !record.value) {
            continue;
        }
        if (place->isDone()) {
            done.insert(place->table);
        } else if (const auto chunk = ChunkRecord::fromJson(record.key, *record.value)) {
            keys[place->table] = chunk->key;
        }
    }
    std::erase_if(keys, [&](const auto &entry) { return !done.contains(entry.first); });
    return keys;
}

bool LoadRegistry::isLoaded(const TableId &table) const
{
    const TableLoad *load = find(table);
    return load != nullptr && load->isDone();
}

StateRecords LoadRegistry::reset(const TableId &table)
{
    TableLoad *load = find(table);
    return load == nullptr ? StateRecords() : load->reset();
}

Result<std::unique_ptr<TableLoader>> LoadRegistry::loader(const std::stop_token &stop)
{
    auto connection = Connection::open(m_settings.connection, stop);
    if (!connection) {
        return std::move(connection).error();
    }
    // else MySQL refuses a chunk's bound that is such a date
    if (auto allowed = (*connection)->execute("SET SESSION sql_mode = 'ALLOW_INVALID_DATES'", stop); !allowed) {
        return std::move(allowed).error();
    }
    return std::unique_ptr<TableLoader>(new MySqlTableLoader(shared_from_this(), std::move(*connection)));
}

StateRecords LoadRegistry::finishTable(const TableId &table)
{
    TableLoad *load = find(table);
    return load == nullptr ? StateRecords() : load->markDone();
}

Result<std::unique_ptr<HandOverFilter>> LoadRegistry::filter()
{
    return HandOverFilter::make(shared_from_this());
}

WindowRequest LoadRegistry::windowRequest(
    const BinlogStart &start, const ReadPoint &point, const LoadTablePtr &table) const
{
    SqlDialect dialect;
    dialect.isMariaDb = m_settings.server.isMariaDb();
    dialect.version = m_settings.server.versionNumber;
    return {.connection = m_settings.connection,
        .start = start,
        .until = point.moment().place,
        .table = table,
        .visible = point.visible(),
        .readBegan = point.readBegan(),
        .dialect = dialect,
        .ignoresCase = m_settings.server.lowerCaseTableNames != 0,
        .hasChecksums = m_settings.server.binlogChecksum != "NONE"};
}

TableLoad *LoadRegistry::find(const TableId &table) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tables.find(table);
    return found == m_tables.end() ? nullptr : found->second.get();
}

std::vector<TableLoad *> LoadRegistry::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TableLoad *> loads;
    for (const auto &[id, load] : m_tables) {
        loads.push_back(load.get());
    }
    return loads;
}

} // namespace rowcast::mysql
