// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogEvent.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/server/BinlogStream.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// Looks through a part of the binlog by a short stream that disturbs no other: for DDL, XA and times. TABLE_MAP and
// rows events are passed over unread.
class BinlogScan {
public:
    // The event and the place of its end; false ends the scan.
    using Visitor = std::function<bool(const BinlogEvent &event, const BinlogPosition &end)>;

    // hasChecksums: of the stream's first event, ServerInfo::binlogChecksum.
    BinlogScan(ConnectionSettings connection, bool hasChecksums);

    // From an event's start up to the end of the binlog, or up to `until`.
    Result<void> run(const BinlogPosition &from, const std::optional<BinlogPosition> &until, const Visitor &visitor,
        const std::stop_token &stop) const;

    // What is not in the set (MySQL), up to `until`.
    Result<void> runAfter(
        const GtidSet &gtids, const BinlogPosition &until, const Visitor &visitor, const std::stop_token &stop) const;

private:
    Result<void> run(const BinlogStart &start, const BinlogPosition &from, const std::optional<BinlogPosition> &until,
        const Visitor &visitor, const std::stop_token &stop) const;

    ConnectionSettings m_connection;
    bool m_hasChecksums;
};

// TABLE_MAP and rows events, which make up nearly all of a binlog.
[[nodiscard]] bool concernsRows(EventType type);
// The header alone; bytes must hold at least EventHeader::kBytes.
[[nodiscard]] EventHeader headerOf(std::span<const uint8_t> bytes);

} // namespace rowcast::mysql
