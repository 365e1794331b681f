// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/LoadedRow.h"
#include "core/mysql/load/ReadPoint.h"
#include "core/mysql/load/TableLoad.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// Reads a table that has no key: one consistent snapshot of the whole, streamed in parts, all as of one moment H. Equal
// rows cannot be told apart, so nothing can be replayed on it: the snapshot is taken again until the window L..H holds
// no change of the table (a window is about a millisecond wide with GTIDs). Cut off in the middle, the table starts
// over. Used by one thread.
class KeylessReader {
public:
    KeylessReader(LoadRegistry &registry, std::unique_ptr<Connection> connection, ChunkTask task);

    // The next part; empty behind the last one. The record of the last part says that the table is done at H.
    Result<std::optional<ChunkRecord>> nextPart(TableLoad &load, ChangeHandler &handler, const std::stop_token &stop);
    [[nodiscard]] uint64_t rowsOfPart() const { return m_rowsOfPart; }

private:
    Result<void> open(TableLoad &load, const std::stop_token &stop);
    Result<bool> takeSnapshot(const std::stop_token &stop); // false: the table was changed just then
    Result<bool> isQuiet(const std::stop_token &stop);
    Result<bool> isCurrent(TableLoad &load, const std::stop_token &stop);

    LoadRegistry &m_registry;
    const std::unique_ptr<Connection> m_connection;
    ChunkTask m_task;
    std::unique_ptr<ReadPoint> m_point;
    std::unique_ptr<RowCursor> m_cursor;
    std::unique_ptr<DirectRows> m_rows;
    uint64_t m_rowsOfPart = 0;
    bool m_isAtEnd = false;
};

} // namespace rowcast::mysql
