// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/ChunkRows.h"
#include "core/mysql/load/CollationOrder.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/ReadPoint.h"
#include "core/mysql/load/TableLoad.h"

#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// Reads one chunk as of exactly one moment and hands its rows over: L, SELECT, H, then the binlog from L to H replayed
// on the rows in memory. Where L and H are one moment the rows go from the socket to the handler. Used by one thread.
class ChunkReader {
public:
    ChunkReader(LoadRegistry &registry, Connection &connection);

    // Done: the rows were handed over, as the record says. TooLarge: nothing was; the chunk should be cut. Again:
    // nothing was, since the table has another definition by now, or the binlog of the meantime holds what cannot be
    // replayed (DDL, statements, partial images).
    struct Outcome {
        enum class Kind : uint8_t { Done, TooLarge, Again };
        Kind kind = Kind::Done;
        ChunkRecord record;
        uint64_t bytes = 0; // of row data
    };
    Result<Outcome> read(const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop);
    // Rows that the last call handed over, also where it failed.
    [[nodiscard]] uint64_t handedOver() const { return m_handedOver; }

private:
    Result<Outcome> readDirect(const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop);
    Result<Outcome> readReplayed(const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop);
    Result<bool> isCurrent(const ChunkTask &task, const std::stop_token &stop);
    Result<bool> fill(ChunkRows &rows, const ChunkTask &task, const std::stop_token &stop); // false: too large
    // False: the window cannot be replayed.
    Result<bool> replay(
        ChunkRows &rows, ReadPoint &point, const ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop);
    [[nodiscard]] LoadMoment momentOf(const ReadPoint &point) const;
    Result<std::vector<bool>> areInside(const ChunkTask &task, std::span<KeyValue> keys, const std::stop_token &stop);

    LoadRegistry &m_registry;
    Connection &m_connection;
    CollationOrder m_order;
    uint64_t m_handedOver = 0;
};

} // namespace rowcast::mysql
