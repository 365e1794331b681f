// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/HandOverFilter.h"

#include "core/mysql/load/CollationOrder.h"
#include "core/mysql/load/LoadFailures.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/LoadedTable.h"
#include "core/mysql/load/TableLoad.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

// Which cell of a row has the key's i-th column; columns are found by name, since a later DDL may have moved them.
Result<std::vector<size_t>> keyIndices(const ChunkKey &key, const TableSchema &schema)
{
    std::vector<size_t> indices;
    for (const KeyColumn &column : key.columns()) {
        const auto found = std::find_if(schema.columns.begin(), schema.columns.end(),
            [&](const Column &candidate) { return candidate.name == column.name; });
        if (found == schema.columns.end()) {
            return keyChangedFailure(schema.id);
        }
        indices.push_back(size_t(found - schema.columns.begin()));
    }
    return indices;
}

// An image of MINIMAL lacks what did not change: the key then stands in the other one.
KeyValue keyOf(const ChunkKey &key, const std::vector<size_t> &indices, RowView image, RowView other)
{
    KeyValue value;
    for (size_t i = 0; i < indices.size(); ++i) {
        const bool isAbsent = image[indices[i]].kind == CellKind::Absent && !other.empty();
        value.push_back(key.columns()[i].part(isAbsent ? other[indices[i]] : image[indices[i]]));
    }
    return value;
}

HandOver verdict(bool oldIsKnown, bool newIsKnown)
{
    if (oldIsKnown == newIsKnown) {
        return oldIsKnown ? HandOver::Drop : HandOver::Send;
    }
    return newIsKnown ? HandOver::SendAsDelete : HandOver::SendAsInsert;
}

} // namespace

struct HandOverFilter::Server {
    explicit Server(std::unique_ptr<Connection> opened)
        : connection(std::move(opened))
        , order(*connection)
    {
    }
    std::unique_ptr<Connection> connection;
    CollationOrder order;
};

HandOverFilter::HandOverFilter(std::shared_ptr<LoadRegistry> registry)
    : m_registry(std::move(registry))
{
}

HandOverFilter::~HandOverFilter() = default;

Result<std::unique_ptr<HandOverFilter>> HandOverFilter::make(std::shared_ptr<LoadRegistry> registry)
{
    std::unique_ptr<HandOverFilter> filter(new HandOverFilter(std::move(registry)));
    for (const TableLoad *load : filter->m_registry->all()) {
        std::vector<ChunkRecord> chunks = load->chunks();
        // loads without changes have no moments
        std::erase_if(chunks, [](const ChunkRecord &chunk) { return chunk.moment.server.empty(); });
        if (chunks.empty()) {
            continue;
        }
        auto table = LoadedTable::make(load->table(), std::move(chunks));
        if (!table) {
            return std::move(table).error();
        }
        filter->m_tables[load->table()->id()] = std::move(*table);
    }
    filter->m_isEmpty = filter->m_tables.empty();
    return filter;
}

void HandOverFilter::moveTo(const StreamPlace &place)
{
    m_place = place;
    const bool isPastAll
        = std::all_of(m_tables.begin(), m_tables.end(), [&](const auto &entry) { return entry.second->isPast(place); });
    if (!m_isEmpty && isPastAll) {
        expire();
    }
}

void HandOverFilter::expire()
{
    for (const auto &[id, table] : m_tables) {
        if (TableLoad *load = m_registry->find(id)) {
            const StateRecords tombstones = load->forgetChunks();
            m_expired.insert(m_expired.end(), tombstones.begin(), tombstones.end());
        }
    }
    m_tables.clear();
    m_server.reset();
    m_isEmpty = true;
}

bool HandOverFilter::concerns(const TableId &table) const
{
    const auto found = m_tables.find(table);
    return found != m_tables.end() && found->second->concerns(m_place);
}

Result<CollationOrder *> HandOverFilter::order(const std::stop_token &stop)
{
    if (m_server == nullptr || !m_server->connection->isAlive()) {
        auto connection = Connection::open(m_registry->settings().connection, stop);
        if (!connection) {
            return std::move(connection).error();
        }
        m_server = std::make_unique<Server>(std::move(*connection));
    }
    return &m_server->order;
}

// For each row the key before and the key after (the same where a row has only one), in the form that compares.
Result<std::vector<KeyValue>> HandOverFilter::keysOf(
    const LoadedTable &table, const TableSchema &schema, std::span<const RowImages> rows, const std::stop_token &stop)
{
    const ChunkKey &key = *table.table()->key;
    const auto indices = keyIndices(key, schema);
    if (!indices) {
        return indices.error();
    }
    std::vector<KeyValue> keys;
    keys.reserve(rows.size() * 2);
    for (const RowImages &row : rows) {
        keys.push_back(keyOf(key, *indices, row.before.empty() ? row.after : row.before, row.after));
        keys.push_back(row.after.empty() ? keys.back() : keyOf(key, *indices, row.after, row.before));
    }
    if (table.needsServer()) {
        const auto ask = order(stop);
        if (!ask) {
            return ask.error();
        }
        if (auto ranked = (*ask)->rank(key, keys, stop); !ranked) {
            return std::move(ranked).error();
        }
    }
    return keys;
}

Result<std::vector<HandOver>> HandOverFilter::decide(
    const TableId &table, const TableSchema &schema, std::span<const RowImages> rows, const std::stop_token &stop)
{
    const auto found = m_tables.find(table);
    if (found == m_tables.end() || !found->second->concerns(m_place)) {
        return std::vector<HandOver>(rows.size(), HandOver::Send);
    }
    LoadedTable &loaded = *found->second;
    if (loaded.isBehindAll(m_place)) {
        return std::vector<HandOver>(rows.size(), HandOver::Drop);
    }
    if (loaded.isWhole()) {
        return std::vector<HandOver>(rows.size(), HandOver::Send);
    }
    const auto keys = keysOf(loaded, schema, rows, stop);
    if (!keys) {
        return keys.error();
    }
    if (auto ranked = loaded.rankBounds(m_server ? &m_server->order : nullptr, stop); !ranked) {
        return std::move(ranked).error();
    }
    std::vector<HandOver> decisions;
    for (size_t i = 0; i < rows.size(); ++i) {
        decisions.push_back(verdict(loaded.knows((*keys)[2 * i], m_place), loaded.knows((*keys)[2 * i + 1], m_place)));
    }
    return decisions;
}

// Chunks that are older than the statement know nothing of what comes behind it: they need no care beside newer ones.
HandOverFilter::Chunks HandOverFilter::forgetOlder(const TableId &table, const StreamPlace &place)
{
    const auto found = m_tables.find(table);
    if (found != m_tables.end() && found->second->concerns(place)) {
        return found->second->isBehindAll(place) ? Chunks::Newer : Chunks::Both;
    }
    m_tables.erase(table);
    m_isEmpty = m_tables.empty();
    return Chunks::Older;
}

StateRecords HandOverFilter::takeState()
{
    return std::exchange(m_expired, {});
}

} // namespace rowcast::mysql
