// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/ChunkRows.h"
#include "core/mysql/load/CollationOrder.h"
#include "core/mysql/load/SafePoints.h"
#include "tests/fakes/SimulatedSession.h"

namespace rowcast::tests {

namespace {

using Kind = SimulatedServer::Transaction::Kind;

constexpr int kKeysOfAChunk = 7;
constexpr int kMostReads = 200; // of one chunk: DDL and XA end some day

mysql::ChunkBounds boundsOf(uint32_t number)
{
    mysql::ChunkBounds bounds;
    if (number > 1) {
        bounds.lower = {std::to_string(int(number - 1) * kKeysOfAChunk - 1)};
    }
    if (int(number) * kKeysOfAChunk < SimulatedServer::kKeys) {
        bounds.upper = {std::to_string(int(number) * kKeysOfAChunk - 1)};
    }
    return bounds;
}

bool isInside(const mysql::ChunkBounds &bounds, int key)
{
    return (!bounds.lower || key > std::stoi(bounds.lower->front()))
        && (!bounds.upper || key <= std::stoi(bounds.upper->front()));
}

// Reads chunks as ChunkReader does with GTIDs: what is visible, the SELECT, the binlog's end, and the window between
// them replayed by the same ChunkRows.
class SimulatedLoader final : public TableLoader {
public:
    explicit SimulatedLoader(SimulatedSession &session)
        : m_session(session)
        , m_world(session.world())
        , m_server(m_world.server)
    {
    }

    Result<std::optional<Chunk>> loadNext(
        const TableId &table, ChangeHandler &handler, const std::stop_token &stop) override
    {
        const int number = table == SimulatedServer::idOf(0) ? 0 : 1;
        const auto chunk = m_session.takeChunk(number);
        if (!chunk) {
            return std::optional<Chunk>{};
        }
        for (int read = 0; read < kMostReads; ++read) {
            auto record = readOnce(number, *chunk, handler);
            if (!record) {
                return std::move(record).error();
            }
            if (*record) {
                m_session.registry().find(table)->finish(**record);
                const mysql::LoadRecordKey key{table, {*chunk}};
                return std::optional(Chunk{{{key.text(), (*record)->toJson()}}, (*record)->rows});
            }
            if (!m_world.threads.sleep(std::chrono::milliseconds(50), stop)) {
                return stoppedFailure();
            }
        }
        return simulatedFailure("a chunk was never read whole");
    }

private:
    // Empty: the window holds what cannot be replayed.
    Result<std::optional<mysql::ChunkRecord>> readOnce(int table, uint32_t number, ChangeHandler &handler)
    {
        const mysql::ChunkBounds bounds = boundsOf(number);
        const mysql::GtidSet visible = m_server.visible(); // L
        m_world.pass();
        const mysql::LoadTablePtr definition = m_server.definition(table, m_server.log().size());
        mysql::ChunkRows rows(definition);
        if (auto read = select(rows, table, bounds); !read) {
            return std::move(read).error();
        }
        m_world.pass();
        if (m_world.breaks(25)) {
            return simulatedFailure("the read broke");
        }
        const size_t end = m_server.log().size(); // H
        mysql::LoadMoment moment{m_server.identity(), m_server.place(end - 1), {}};
        m_world.pass();
        if (auto connected = m_session.isConnected(); !connected) {
            return std::move(connected).error();
        }
        mysql::GtidSet all = visible;
        if (!replay(rows, visible, all, table, end)) {
            return std::optional<mysql::ChunkRecord>{};
        }
        if (auto settled = rows.settle(insideOf(bounds, *definition->key)); !settled) {
            return std::move(settled).error();
        }
        moment.gtids = all.text();
        m_session.registry().safePoints().add(moment.place, all);
        const auto handed = rows.handOver(handler);
        if (!handed) {
            return handed.error();
        }
        return std::optional(mysql::ChunkRecord{{number}, {"k"}, {}, bounds, moment, *handed, false});
    }

    Result<void> select(mysql::ChunkRows &rows, int table, const mysql::ChunkBounds &bounds) const
    {
        for (const auto &[key, row] : m_server.rows(table)) {
            if (!isInside(bounds, key)) {
                continue;
            }
            std::vector<std::string> texts(row.size());
            std::vector<mysql::FieldView> fields(row.size());
            for (size_t column = 0; column < row.size(); ++column) {
                if (row[column]) {
                    texts[column] = std::to_string(*row[column]);
                    fields[column] = texts[column];
                }
            }
            if (auto kept = rows.append(fields); !kept) {
                return kept;
            }
        }
        return {};
    }

    bool replay(mysql::ChunkRows &rows, const mysql::GtidSet &visible, mysql::GtidSet &all, int table, size_t end) const
    {
        const auto from = m_session.registry().safePoints().before(visible);
        for (size_t index = 0; index < end; ++index) {
            const auto &transaction = m_server.log()[index];
            if (SimulatedServer::isIn(visible, index)) {
                continue;
            }
            all.add(SimulatedServer::gtidOf(index));
            if (from && m_server.place(index) <= *from) {
                continue;
            }
            if (transaction.kind == Kind::XaCommit || transaction.kind == Kind::AddColumn) {
                return false;
            }
            for (const SimulatedServer::RowChange &change : transaction.changes) {
                if (change.table == table && change.isPartial) {
                    return false;
                }
                if (change.table == table) {
                    rows.replay(cellsOf(change.before, false), cellsOf(change.after, false));
                }
            }
        }
        return true;
    }

    static mysql::ChunkRows::IsInside insideOf(const mysql::ChunkBounds &bounds, const mysql::ChunkKey &key)
    {
        return [&](std::span<mysql::KeyValue> keys) -> Result<std::vector<bool>> {
            std::vector<bool> inside;
            for (const mysql::KeyValue &value : keys) {
                const auto isBeyond = [&](const std::optional<std::vector<std::string>> &bound) {
                    return bound && mysql::compareKeys(key, value, key.valueOf(*bound).value()) > 0;
                };
                inside.push_back((!bounds.lower || isBeyond(bounds.lower)) && !isBeyond(bounds.upper));
            }
            return inside;
        };
    }

    SimulatedSession &m_session;
    SimulatedWorld &m_world;
    SimulatedServer &m_server;
};

} // namespace

std::unique_ptr<TableLoader> simulatedLoader(SimulatedSession &session)
{
    return std::make_unique<SimulatedLoader>(session);
}

} // namespace rowcast::tests
