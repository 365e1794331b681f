// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/server/BinlogScan.h"
#include "core/mysql/server/ServerInfo.h"
#include "core/mysql/stream/MySqlPosition.h"
#include "core/pipeline/Source.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

// Where a stream begins: the position of what counts as handed over, and the place to read from that leads there.
struct StreamStart {
    MySqlPosition position;
    BinlogStart start;
    // At or before the first event that is sent, for looking through what lies between it and now.
    BinlogPosition scanFrom;
};

// Whether CdcStartPosition has one of the forms that fromUser() takes; GTIDs of either kind of server.
[[nodiscard]] bool isStartPosition(const std::string &text);

// Finds the start of a stream from what people state or from a checkpoint. Used by one thread with one connection.
class StartResolver {
public:
    StartResolver(Connection &connection, const ServerInfo &info);

    // DMS's CdcStartPosition and CdcStartTime, whichever is given. "mysql.start.invalid", "mysql.start.time",
    // "mysql.gtid.purged", "mysql.gtid.missing".
    Result<StreamStart> fromUser(const CdcStart &start, const std::stop_token &stop);
    // On the server of before by its file and offset, on another one by GTIDs. "mysql.source.foreign",
    // "mysql.gtid.missing", "mysql.gtid.purged".
    Result<StreamStart> fromCheckpoint(const MySqlPosition &position, const std::stop_token &stop);

private:
    [[nodiscard]] StreamStart at(const BinlogPosition &place) const;
    Result<StreamStart> fromDmsCheckpoint(const std::string &text, const std::stop_token &stop);
    Result<StreamStart> fromGtids(const std::string &text, const std::stop_token &stop);
    Result<StreamStart> fromTime(int64_t micros, const std::stop_token &stop);
    // delivered: up to where this server's binlog was read (null: not from this one). A transaction is read before it
    // counts as executed: the server syncs its binlog first and commits then, so what stands before the binlog's end is
    // waited for.
    Result<void> checkGtids(const std::string &gtids, const BinlogPosition *delivered, const std::stop_token &stop);
    Result<BinlogPosition> firstFile(const std::string &gtids, const std::stop_token &stop);
    Result<std::optional<uint32_t>> secondsOf(const std::string &file, const std::stop_token &stop);

    Connection &m_connection;
    const ServerInfo &m_info;
    BinlogScan m_scan;
};

} // namespace rowcast::mysql
