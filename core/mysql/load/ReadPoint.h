// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/load/ChunkRecord.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/server/BinlogStream.h"

#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// L and H around one read of the full load, by what the server offers:
//
//   Plain     no changes are wanted: no binlog is looked at
//   Snapshot  a consistent snapshot tells its own binlog position (MariaDB): L = H, nothing to replay
//   Gtid      L = @@gtid_executed before the read: what InnoDB made visible, unlike SHOW MASTER STATUS
//   Aged      L = a position noted longer ago than a commit may take
//
// One per read: begin(), the SELECT, end(). Used by one thread, on the connection that reads.
class ReadPoint {
public:
    enum class Method : uint8_t { Plain, Snapshot, Gtid, Aged };
    [[nodiscard]] static Method methodFor(const LoadSettings &settings);

    ReadPoint(LoadRegistry &registry, Connection &connection);
    // Right before the SELECT. Aged may have to wait until there is such a position.
    Result<void> begin(const std::stop_token &stop);
    // Right after it (Gtid and Aged), or after begin() in a snapshot that stays open.
    Result<void> end(const std::stop_token &stop);
    // Ends the transaction that begin() opened, if any.
    Result<void> release(const std::stop_token &stop);

    [[nodiscard]] Method method() const { return m_method; }
    // H, for the record; complete after end() and, with GTIDs, noteSeen().
    [[nodiscard]] const LoadMoment &moment() const { return m_moment; }
    // Where a stream of the window L..H begins; empty: the window is empty.
    [[nodiscard]] std::optional<BinlogStart> window() const;
    // Gtid: the transactions that were visible before the read.
    [[nodiscard]] const GtidSet *visible() const { return m_method == Method::Gtid ? &m_visible : nullptr; }
    // Aged: the binlog's end right before the read.
    [[nodiscard]] const std::optional<BinlogPosition> &readBegan() const { return m_readBegan; }
    // The window was read and held these transactions.
    void noteSeen(const GtidSet &gtids);

private:
    Result<void> beginSnapshot(const std::stop_token &stop);
    Result<void> beginAged(const std::stop_token &stop);

    LoadRegistry &m_registry;
    Connection &m_connection;
    const Method m_method;
    GtidSet m_visible; // L
    std::optional<BinlogPosition> m_from; // L as a place, where one is known
    std::optional<BinlogPosition> m_readBegan;
    LoadMoment m_moment;
};

} // namespace rowcast::mysql
