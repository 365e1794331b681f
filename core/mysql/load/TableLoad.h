// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"
#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/LoadTable.h"
#include "core/mysql/server/Connection.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace rowcast::mysql {

// A chunk that a loader has taken and nobody has finished.
struct ChunkTask {
    LoadTablePtr table;
    ChunkOrder order;
    ChunkBounds bounds;
};

// One table on its way through the full load: which parts of its key are done, and where the next chunk ends.
// Thread-safe.
class TableLoad {
public:
    TableLoad(LoadTablePtr table, uint64_t chunkBytes);

    // The next chunk that nobody has taken; empty when none is left. Asks the server for its upper bound.
    Result<std::optional<ChunkTask>> take(Connection &connection, const std::stop_token &stop);
    // The chunk was too large for memory: it is cut into smaller ones.
    void giveBack(const ChunkTask &task);
    void finish(const ChunkRecord &record);
    // No more chunks are handed out in this session.
    void abandon();
    // What was read, to aim better.
    void noteSize(uint64_t rows, uint64_t bytes);

    // Continues behind these finished chunks of an earlier session. before: the definition of then, which tells of what
    // kind the key was where the records do not; null: not known. Where the chunks mean nothing by the key that the
    // table has now, take() fails with "mysql.load.key-changed".
    void restore(std::vector<ChunkRecord> records, bool isDone, const TableDefinition *before);
    [[nodiscard]] bool isDone() const;
    StateRecords markDone();
    // As if nothing had been loaded; tombstones for all records.
    StateRecords reset();

    [[nodiscard]] LoadTablePtr table() const;
    // The same table with a new definition; "mysql.load.key-changed" when its chunks mean nothing any more.
    Result<void> redefine(const LoadTablePtr &table);
    // The finished ones, in key order; none where they mean nothing.
    [[nodiscard]] std::vector<ChunkRecord> chunks() const;
    // Tombstones for the finished chunks, which are forgotten (the table stays done).
    StateRecords forgetChunks();
    [[nodiscard]] uint64_t rowsSentBefore() const; // by a load of a table without key that starts over

    // Gaps between finished chunks, in key order; for tests.
    struct Gap {
        ChunkBounds bounds;
        ChunkOrder prefix; // chunks made of it are numbered prefix.next, prefix.(next+1), ...
        uint32_t next = 1;

        bool operator==(const Gap &) const = default;
    };
    [[nodiscard]] static std::deque<Gap> gapsBetween(const std::vector<ChunkRecord> &sorted);

private:
    Result<uint64_t> rowsAtOnce(Connection &connection, const std::stop_token &stop);
    // False: the records' chunks mean nothing in this table.
    bool adoptKey(const std::vector<ChunkRecord> &records, const TableDefinition *before);
    ChunkTask taskOf(Gap &gap, ChunkBounds bounds) const;

    const uint64_t m_chunkBytes;
    mutable std::mutex m_mutex;
    LoadTablePtr m_table;
    std::deque<Gap> m_gaps;
    std::map<ChunkOrder, ChunkRecord> m_chunks;
    uint64_t m_rowBytes = 0; // 0: not known
    uint64_t m_mostRows = 0; // of the next chunk, while the size of rows is a guess
    uint64_t m_rowsSentBefore = 0;
    bool m_isDone = false;
    bool m_isKeyLost = false; // the chunks were cut by another key
};

} // namespace rowcast::mysql
