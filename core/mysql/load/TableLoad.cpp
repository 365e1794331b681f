// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/TableLoad.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/load/ChunkSql.h"
#include "core/mysql/load/LoadFailures.h"
#include "core/mysql/row/TypeMap.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

constexpr uint64_t kFirstRows = 500; // of a table whose rows' size is not known
constexpr uint64_t kMostRows = 200'000;

bool isPrefixOf(const ChunkOrder &prefix, const ChunkOrder &order)
{
    return prefix.size() < order.size() && std::equal(prefix.begin(), prefix.end(), order.begin());
}

// Numbers that sort between two neighbours.
ChunkOrder prefixBetween(const ChunkOrder &before, const ChunkOrder &after)
{
    if (!isPrefixOf(before, after)) {
        return before;
    }
    ChunkOrder prefix = after;
    prefix.back() = prefix.back() > 0 ? prefix.back() - 1 : 0;
    return prefix;
}

// As the records have them; else, of records of an older format, as the definition of then has them.
std::vector<KeyKind> kindsOf(const std::vector<ChunkRecord> &records, const TableDefinition *before)
{
    for (const ChunkRecord &record : records) {
        if (!record.kinds.empty()) {
            return record.kinds;
        }
    }
    std::vector<KeyKind> kinds;
    for (const std::string &name : records.front().key) {
        for (const ColumnDefinition &column : before ? before->columns : std::vector<ColumnDefinition>()) {
            if (column.name == name) {
                kinds.push_back({column.type, column.charset, column.collation});
            }
        }
    }
    return kinds.size() == records.front().key.size() ? kinds : std::vector<KeyKind>();
}

// The table with a key of these columns as if they had been of these kinds; empty: there is none.
std::shared_ptr<LoadTable> withKey(
    const LoadTable &table, const std::vector<std::string> &names, const std::vector<KeyKind> &kinds)
{
    TableDefinition definition = table.definition;
    for (ColumnDefinition &column : definition.columns) {
        const auto place = size_t(std::find(names.begin(), names.end(), column.name) - names.begin());
        if (place < kinds.size()) {
            column.type = kinds[place].type;
            column.charset = kinds[place].charset;
            column.collation = kinds[place].collation;
        }
    }
    const auto layout = layoutOf(definition);
    auto key = layout ? ChunkKey::ofColumns(definition, *layout, names) : std::nullopt;
    if (!key) {
        return nullptr;
    }
    auto copy = std::make_shared<LoadTable>(table);
    copy->key = std::move(key);
    return copy;
}

} // namespace

TableLoad::TableLoad(LoadTablePtr table, uint64_t chunkBytes)
    : m_chunkBytes(chunkBytes)
    , m_table(std::move(table))
    , m_gaps(gapsBetween({}))
{
}

std::deque<TableLoad::Gap> TableLoad::gapsBetween(const std::vector<ChunkRecord> &sorted)
{
    std::deque<Gap> gaps;
    std::optional<std::vector<std::string>> reached;
    ChunkOrder before;
    for (const ChunkRecord &chunk : sorted) {
        if (chunk.bounds.lower != reached) {
            gaps.push_back({{reached, chunk.bounds.lower}, prefixBetween(before, chunk.order), 1});
        }
        reached = chunk.bounds.upper;
        before = chunk.order;
    }
    if (sorted.empty() || reached) {
        gaps.push_back({{reached, std::nullopt}, {}, before.empty() ? 1 : before.front() + 1});
    }
    return gaps;
}

ChunkTask TableLoad::taskOf(Gap &gap, ChunkBounds bounds) const
{
    ChunkOrder order = gap.prefix;
    order.push_back(gap.next++);
    return {m_table, std::move(order), std::move(bounds)};
}

Result<uint64_t> TableLoad::rowsAtOnce(Connection &connection, const std::stop_token &stop)
{
    if (m_rowBytes == 0 && m_mostRows == 0) {
        const TableId &id = m_table->id();
        auto average = connection.value("SELECT avg_row_length FROM information_schema.tables WHERE table_schema = "
                + quotedText(id.schema) + " AND table_name = " + quotedText(id.table),
            stop);
        if (!average) {
            return std::move(average).error();
        }
        m_rowBytes = std::strtoull(average->value_or("0").c_str(), nullptr, 10);
        m_mostRows = kFirstRows;
    }
    const uint64_t fitting = m_rowBytes == 0 ? m_mostRows : std::min(m_mostRows, m_chunkBytes / m_rowBytes);
    return std::clamp<uint64_t>(fitting, 1, kMostRows);
}

Result<std::optional<ChunkTask>> TableLoad::take(Connection &connection, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex); // also while the server looks for the bound: one loader plans at a time
    if (m_isKeyLost && !m_isDone) {
        return keyChangedFailure(m_table->id());
    }
    if (m_gaps.empty() || m_isDone) {
        return std::optional<ChunkTask>();
    }
    Gap &gap = m_gaps.front();
    if (m_table->key) {
        const auto rows = rowsAtOnce(connection, stop);
        if (!rows) {
            return rows.error();
        }
        const auto boundary = connection.query(boundarySql(*m_table, gap.bounds, *rows), stop);
        if (!boundary) {
            return boundary.error();
        }
        if (!boundary->isEmpty()) {
            std::vector<std::string> upper;
            for (size_t i = 0; i < m_table->key->columns().size(); ++i) {
                upper.push_back(boundary->at(0, i).value_or(""));
            }
            ChunkTask task = taskOf(gap, {gap.bounds.lower, upper});
            gap.bounds.lower = std::move(upper);
            return std::optional(std::move(task));
        }
    }
    ChunkTask last = taskOf(gap, gap.bounds);
    m_gaps.pop_front();
    return std::optional(std::move(last));
}

void TableLoad::giveBack(const ChunkTask &task)
{
    const std::lock_guard lock(m_mutex);
    m_gaps.push_front({task.bounds, task.order, 1});
}

void TableLoad::finish(const ChunkRecord &record)
{
    const std::lock_guard lock(m_mutex);
    m_chunks[record.order] = record;
}

void TableLoad::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_gaps.clear();
}

void TableLoad::noteSize(uint64_t rows, uint64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    if (rows > 0) {
        m_rowBytes = std::max<uint64_t>(bytes / rows, 1);
        m_mostRows = std::min(std::max(m_mostRows, rows) * 8, kMostRows);
    }
}

// What is complete is only compared with from now on, in the order of the key that it was read by. What is not is read
// on by the key of now, which must have the same order.
bool TableLoad::adoptKey(const std::vector<ChunkRecord> &records, const TableDefinition *before)
{
    const std::vector<std::string> &names = records.front().key;
    const std::vector<KeyKind> kinds = kindsOf(records, before);
    const bool isUniform = std::all_of(records.begin(), records.end(), [&](const ChunkRecord &record) {
        return record.key == names && (record.kinds.empty() || record.kinds == kinds);
    });
    const auto table = isUniform ? withKey(*m_table, names, m_isDone ? kinds : std::vector<KeyKind>()) : nullptr;
    if (!table || (!m_isDone && !kinds.empty() && table->keyKinds() != kinds)) {
        return false;
    }
    m_table = table;
    return true;
}

void TableLoad::restore(std::vector<ChunkRecord> records, bool isDone, const TableDefinition *before)
{
    const std::lock_guard lock(m_mutex);
    m_isDone = isDone;
    std::erase_if(records, [&](const ChunkRecord &record) {
        m_rowsSentBefore += record.isPartial ? record.rows : 0;
        return record.isPartial;
    });
    std::sort(records.begin(), records.end(), [](const auto &a, const auto &b) { return a.order < b.order; });
    m_isKeyLost = !records.empty() && !records.front().key.empty() && !adoptKey(records, before);
    m_gaps = gapsBetween(records);
    for (ChunkRecord &record : records) {
        m_chunks[record.order] = std::move(record);
    }
}

bool TableLoad::isDone() const
{
    const std::lock_guard lock(m_mutex);
    return m_isDone;
}

StateRecords TableLoad::markDone()
{
    const std::lock_guard lock(m_mutex);
    m_isDone = true;
    return {{LoadRecordKey{m_table->id(), {}}.text(), R"({"v":1})"}};
}

StateRecords TableLoad::forgetChunks()
{
    const std::lock_guard lock(m_mutex);
    StateRecords tombstones;
    for (const auto &[order, record] : m_chunks) {
        tombstones.push_back({LoadRecordKey{m_table->id(), order}.text(), std::nullopt});
    }
    m_chunks.clear();
    return tombstones;
}

StateRecords TableLoad::reset()
{
    StateRecords tombstones = forgetChunks();
    const std::lock_guard lock(m_mutex);
    tombstones.push_back({LoadRecordKey{m_table->id(), {}}.text(), std::nullopt});
    m_isDone = false;
    m_isKeyLost = false;
    m_gaps = gapsBetween({});
    return tombstones;
}

LoadTablePtr TableLoad::table() const
{
    const std::lock_guard lock(m_mutex);
    return m_table;
}

Result<void> TableLoad::redefine(const LoadTablePtr &table)
{
    const std::lock_guard lock(m_mutex);
    if (!m_table->key) {
        m_table = table;
        return {};
    }
    auto key = ChunkKey::ofColumns(table->definition, *table->layout, m_table->key->names());
    if (!key) {
        return keyChangedFailure(table->id());
    }
    auto redefined = std::make_shared<LoadTable>(*table);
    redefined->key = std::move(key);
    if (redefined->keyKinds() != m_table->keyKinds()) {
        return keyChangedFailure(table->id());
    }
    m_table = redefined;
    return {};
}

std::vector<ChunkRecord> TableLoad::chunks() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ChunkRecord> all;
    if (m_isKeyLost) {
        return all;
    }
    for (const auto &[order, record] : m_chunks) {
        all.push_back(record);
    }
    return all;
}

uint64_t TableLoad::rowsSentBefore() const
{
    const std::lock_guard lock(m_mutex);
    return m_rowsSentBefore;
}

} // namespace rowcast::mysql
