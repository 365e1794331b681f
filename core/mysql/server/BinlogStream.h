// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/server/Connection.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace rowcast::mysql {

class RawDump;
struct DumpContext;

// Where a dump begins; exactly one of the three.
struct BinlogStart {
    enum class Kind : uint8_t { FilePosition, MySqlGtid, MariaDbGtid };
    Kind kind = Kind::FilePosition;
    std::string file; // FilePosition
    uint64_t offset = 4; // FilePosition; the start of an event
    std::string gtidSet; // text, for messages; MariaDbGtid: "0-1-5,1-1-9" as @slave_connect_state takes it
    std::string encodedGtidSet; // MySqlGtid: the transactions not to send, as COM_BINLOG_DUMP_GTID encodes sets

    [[nodiscard]] static BinlogStart at(std::string file, uint64_t offset);
    [[nodiscard]] static BinlogStart afterMySqlGtids(std::string text, std::string encoded);
    [[nodiscard]] static BinlogStart afterMariaDbGtids(std::string text);
    [[nodiscard]] QString text() const;
};

struct BinlogStreamSettings {
    // 0: a short stream, which no other stream is thrown out by. It ends at the end of the last binlog file.
    uint32_t serverId = 0;
    QString replicaUuid; // main streams only: the server ends an older stream with the same one; empty: none
    // Quiet servers send a heartbeat that often, so that next() returns.
    std::chrono::milliseconds heartbeat{100};
    // Without a byte for that long the connection is dead; raised to three heartbeats where it is shorter.
    std::chrono::seconds silence{15};

    [[nodiscard]] bool isShort() const { return serverId == 0; }
};

// Raw binlog events of one server as they come over the wire (MySQL internals, "COM_BINLOG_DUMP"), on a connection of
// its own. Knows nothing of what is in an event. Used by one thread.
//
// Failures: "mysql.binlog.purged", "mysql.gtid.purged", "mysql.server-id.taken", "mysql.binlog.position",
// "mysql.binlog.off", "mysql.binlog.corrupted", "mysql.connection.silent" (retryable), and those of Connection.
class BinlogStream {
public:
    static Result<std::unique_ptr<BinlogStream>> open(const ConnectionSettings &connection,
        const BinlogStreamSettings &settings, const BinlogStart &start, const std::stop_token &stop);
    ~BinlogStream();
    BinlogStream(const BinlogStream &) = delete;
    BinlogStream &operator=(const BinlogStream &) = delete;

    // The next event: header, body, checksum, without the leading OK byte. Valid until the next call. Waits until there
    // is one; a quiet server sends heartbeat events. Empty at the end of a short stream.
    Result<std::optional<std::span<const uint8_t>>> next(const std::stop_token &stop);
    // True when another event has (at least partly) arrived already; false where the client library cannot tell.
    [[nodiscard]] bool hasBuffered() const;
    // The dump command knows offsets of 32 bits: a stream that was to begin beyond 4 GiB of a file begins at its start,
    // and the caller throws away what lies before the offset it asked for.
    [[nodiscard]] bool beginsAtFileStart() const { return m_beginsAtFileStart; }

private:
    BinlogStream(std::unique_ptr<Connection> connection, BinlogStreamSettings settings, BinlogStart start);
    Result<void> prepare(const std::stop_token &stop);
    Result<void> begin(const std::stop_token &stop);
    Failure endFailure(const std::stop_token &stop);
    void addServerFacts(DumpContext &context, const std::stop_token &stop) const;

    std::unique_ptr<Connection> m_connection;
    BinlogStreamSettings m_settings;
    BinlogStart m_start;
    std::unique_ptr<RawDump> m_dump;
    std::chrono::steady_clock::time_point m_waitingSince;
    bool m_isMariaDb = false;
    bool m_beginsAtFileStart = false;
};

} // namespace rowcast::mysql
