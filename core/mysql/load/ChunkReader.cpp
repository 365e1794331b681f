// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkReader.h"

#include "core/base/Log.h"
#include "core/mysql/load/BinlogWindow.h"
#include "core/mysql/load/ChunkSql.h"
#include "core/mysql/load/CurrentDefinition.h"
#include "core/mysql/load/LoadedRow.h"

namespace rowcast::mysql {

namespace {

constexpr uint64_t kTooLarge = 8; // times what a chunk should have

ChunkRecord recordOf(const ChunkTask &task, const LoadMoment &moment, uint64_t rows)
{
    return {.order = task.order,
        .key = task.table->key->names(),
        .kinds = task.table->keyKinds(),
        .bounds = task.bounds,
        .moment = moment,
        .rows = rows,
        .isPartial = false};
}

} // namespace

LoadMoment ChunkReader::momentOf(const ReadPoint &point) const
{
    return m_registry.settings().isRepeated ? LoadMoment() : point.moment();
}

ChunkReader::ChunkReader(LoadRegistry &registry, Connection &connection)
    : m_registry(registry)
    , m_connection(connection)
    , m_order(connection)
{
}

Result<ChunkReader::Outcome> ChunkReader::read(
    const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop)
{
    m_handedOver = 0;
    const auto method = ReadPoint::methodFor(m_registry.settings());
    return method == ReadPoint::Method::Plain || method == ReadPoint::Method::Snapshot
        ? readDirect(task, handler, stop)
        : readReplayed(task, handler, stop);
}

// The task's definition may be older than the moment of the read: a statement that altered the table, and what was then
// written to the new columns, lie before L and are in no window and no later change. What the catalogue has behind L
// either is the definition of the read, or the statement stands in the window.
Result<bool> ChunkReader::isCurrent(const ChunkTask &task, const std::stop_token &stop)
{
    const auto changed = changedDefinition(m_connection, task.table->definition, stop);
    return changed ? Result<bool>(!*changed) : Result<bool>(changed.error());
}

Result<ChunkReader::Outcome> ChunkReader::readDirect(
    const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop)
{
    ReadPoint point(m_registry, m_connection);
    if (auto begun = point.begin(stop); !begun) {
        return std::move(begun).error();
    }
    if (const auto current = isCurrent(task, stop); !current || !*current) {
        return current ? Result<Outcome>(Outcome{Outcome::Kind::Again, {}, 0}) : current.error();
    }
    DirectRows direct(task.table);
    const auto handed = direct.run(m_connection, chunkSql(*task.table, task.bounds), handler, stop);
    m_handedOver = direct.rows();
    if (!handed) {
        return handed.error();
    }
    if (auto released = point.release(stop); !released) {
        return std::move(released).error();
    }
    return Outcome{Outcome::Kind::Done, recordOf(task, momentOf(point), direct.rows()), direct.bytes()};
}

Result<bool> ChunkReader::fill(ChunkRows &rows, const ChunkTask &task, const std::stop_token &stop)
{
    const auto cursor = m_connection.cursor(chunkSql(*task.table, task.bounds), stop);
    if (!cursor) {
        return cursor.error();
    }
    bool isTooLarge = false;
    for (;;) {
        const auto row = (*cursor)->next(stop);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return !isTooLarge;
        }
        // the rest of a chunk that is too large is read to keep the connection, and not kept
        isTooLarge
            = isTooLarge || (rows.readRows() > 1 && rows.rowBytes() > kTooLarge * m_registry.settings().chunkBytes);
        if (isTooLarge) {
            continue;
        }
        if (auto kept = rows.append(**row); !kept) {
            return std::move(kept).error();
        }
    }
}

Result<ChunkReader::Outcome> ChunkReader::readReplayed(
    const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop)
{
    ChunkRows rows(task.table);
    ReadPoint point(m_registry, m_connection);
    if (auto begun = point.begin(stop); !begun) {
        return std::move(begun).error();
    }
    if (const auto current = isCurrent(task, stop); !current || !*current) {
        return current ? Result<Outcome>(Outcome{Outcome::Kind::Again, {}, 0}) : current.error();
    }
    const auto filled = fill(rows, task, stop);
    if (!filled) {
        return filled.error();
    }
    if (!*filled) {
        return Outcome{Outcome::Kind::TooLarge, recordOf(task, {}, rows.readRows()), rows.rowBytes()};
    }
    if (auto ended = point.end(stop); !ended) {
        return std::move(ended).error();
    }
    const auto isReplayed = replay(rows, point, task, handler, stop);
    if (!isReplayed) {
        return isReplayed.error();
    }
    if (!*isReplayed) {
        return Outcome{Outcome::Kind::Again, {}, 0};
    }
    const auto count = rows.handOver(handler);
    if (!count) {
        return count.error();
    }
    m_handedOver = *count;
    return Outcome{Outcome::Kind::Done, recordOf(task, momentOf(point), *count), rows.rowBytes()};
}

Result<bool> ChunkReader::replay(
    ChunkRows &rows, ReadPoint &point, const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop)
{
    const auto start = point.window();
    if (!start) {
        point.noteSeen({});
        return true;
    }
    BinlogWindow window(m_registry.windowRequest(*start, point, task.table));
    const ChunkRows::IsInside isInside = [&](std::span<KeyValue> keys) { return areInside(task, keys, stop); };
    const auto verdict = window.read(
        [&](RowView before, RowView after) -> Result<void> {
            rows.replay(before, after);
            return rows.prune(isInside);
        },
        [&] { rows.forgetReplayed(); }, stop);
    if (!verdict) {
        return verdict.error();
    }
    if (*verdict == BinlogWindow::Verdict::ReadAgain) {
        qCInfo(lcSourceUnload).noquote() << task.table->id().text() << "chunk" << orderText(task.order).c_str()
                                         << "is read again:" << window.reason().c_str();
        return false;
    }
    if (auto settled = rows.settle(isInside); !settled) {
        return std::move(settled).error();
    }
    point.noteSeen(window.gtids());
    noteLosses(handler, *task.table->layout, window.losses());
    return true;
}

Result<std::vector<bool>> ChunkReader::areInside(
    const ChunkTask &task, std::span<KeyValue> keys, const std::stop_token &stop)
{
    const ChunkKey &key = *task.table->key;
    std::vector<KeyValue> bounds;
    for (const auto &bound : {task.bounds.lower, task.bounds.upper}) {
        auto value = bound ? key.valueOf(*bound) : Result<KeyValue>(KeyValue(key.columns().size()));
        if (!value) {
            return std::move(value).error();
        }
        bounds.push_back(std::move(*value));
    }
    for (const std::span<KeyValue> part : {std::span(bounds), keys}) {
        if (auto ranked = m_order.rank(key, part, stop); !ranked) {
            return std::move(ranked).error();
        }
    }
    std::vector<bool> inside;
    for (const KeyValue &value : keys) {
        const bool isAbove = !task.bounds.lower || compareKeys(key, value, bounds[0]) > 0;
        inside.push_back(isAbove && (!task.bounds.upper || compareKeys(key, value, bounds[1]) <= 0));
    }
    return inside;
}

} // namespace rowcast::mysql
