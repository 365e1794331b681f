// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/mysql/load/LoadTable.h"
#include "core/mysql/server/QueryRows.h"
#include "core/pipeline/Source.h"

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rowcast::mysql {

// The rows of one chunk in memory, and the changes that the binlog had for it meanwhile. A change sets the final state
// of the keys it touches, whether the read saw it or not, so that replaying all of L..H gives the rows as of exactly H.
// Rows are found by the bytes of their key. Used by one thread.
class ChunkRows {
public:
    explicit ChunkRows(LoadTablePtr table);

    // A row that the SELECT gave. Failure "mysql.value.unexpected".
    Result<void> append(std::span<const FieldView> fields);
    // A row image of the binlog, in the order of the binlog; either may be empty. Copies what it keeps.
    void replay(RowView before, RowView after);
    // All images so far turned out to be older than the read.
    void forgetReplayed();
    // Tells for keys whether they lie in the chunk; the same number of answers.
    using IsInside = std::function<Result<std::vector<bool>>(std::span<KeyValue>)>;
    // Throws away replayed rows that are not of this chunk, where many have come together.
    Result<void> prune(const IsInside &isInside);
    // After the last replay.
    Result<void> settle(const IsInside &isInside);

    // Bytes of row data that the SELECT gave, and what all takes in memory, roughly.
    [[nodiscard]] uint64_t rowBytes() const { return m_rowBytes; }
    [[nodiscard]] uint64_t memory() const { return m_copiedBytes + m_cells.size() * sizeof(Cell); }
    [[nodiscard]] uint64_t readRows() const { return m_readRows; }
    // Hands all rows over as loads; how many.
    Result<uint64_t> handOver(ChangeHandler &handler);

private:
    static constexpr size_t kGone = SIZE_MAX;
    [[nodiscard]] RowView row(size_t at) const { return {m_cells.data() + at, m_width}; }
    size_t keep(RowView image);
    Result<void> classify(const IsInside &isInside);

    const LoadTablePtr m_table;
    const size_t m_width;
    Arena m_arena;
    std::vector<Cell> m_cells;
    std::vector<size_t> m_rows; // where each begins in m_cells
    struct Touched {
        size_t row = kGone; // the last image; kGone: deleted
        bool isKnownInside = false;
    };
    std::unordered_map<std::string, Touched> m_touched; // by key bytes
    size_t m_unclassified = 0;
    uint64_t m_rowBytes = 0;
    uint64_t m_copiedBytes = 0;
    uint64_t m_readRows = 0;
    std::vector<uint64_t> m_replaced; // by column
};

} // namespace rowcast::mysql
