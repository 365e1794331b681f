// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/gtid/GtidProgress.h"
#include "core/mysql/stream/MySqlPosition.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace rowcast::mysql {

// How far a stream has been handed over: moved on at safe points only. Used by the reader thread.
class StreamProgress {
public:
    // position: where the stream begins; server: the one that is read, ServerInfo::identity. isPlaceKnown: it begins
    // at the position's file and offset; else by GTIDs, and its first places mean nothing before it sent something new.
    StreamProgress(MySqlPosition position, GtidProgress gtids, std::string server, bool isPlaceKnown);

    // Row changes of this transaction that were delivered before the resume.
    [[nodiscard]] uint64_t rowsToSkip(const std::string &gtid) const;
    // A transaction was handed over as a whole.
    void settle(const std::string &gtid);
    // Nothing is open and everything before this place was handed over.
    void moveTo(const BinlogPosition &place, uint32_t fileSeconds);

    // Failure "mysql.binlog.reset" when the file that is resumed is another one than that which was read.
    [[nodiscard]] Result<void> checkFile(const std::string &file, uint32_t fileSeconds) const;
    // xa is left empty.
    [[nodiscard]] MySqlPosition position() const;
    [[nodiscard]] const BinlogPosition &place() const { return m_position.place; }
    // target: MySqlPosition as text.
    [[nodiscard]] bool hasReached(const std::string &target) const;

private:
    MySqlPosition m_position; // its gtids stand in the next one
    GtidProgress m_gtids;
    const std::string m_server;
    bool m_isPlaceKnown;
    std::set<std::string, std::less<>> m_leftBases; // of file names that the stream came past
    mutable std::optional<std::pair<std::string, MySqlPosition>> m_target; // asked for last
};

} // namespace rowcast::mysql
