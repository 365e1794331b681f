// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Failures.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <mysql.h>

namespace rowcast::mysql {

struct ConnectionSettings;
enum class TlsMode : uint8_t;

// The one place that knows MariaDB Connector/C (ROWCAST_CLIENT_MARIADB) from Oracle's libmysqlclient
// (ROWCAST_CLIENT_ORACLE). Included by the .cpp files of Connection and BinlogStream only.

// Owns a MYSQL. Not thread-safe, except for shutDown().
class ClientHandle {
public:
    ClientHandle();
    ~ClientHandle();
    ClientHandle(const ClientHandle &) = delete;
    ClientHandle &operator=(const ClientHandle &) = delete;

    // Blocks until logged in or failed.
    bool connect(const ConnectionSettings &settings);
    // Every read and write on the socket ends at once; for another thread, while this one waits inside a call. It uses
    // a descriptor of its own, so that it can never hit a socket that somebody else opened meanwhile.
    void shutDown() const;
    // True when bytes of the server lie in the library's buffer; false also where it cannot be told.
    [[nodiscard]] bool hasBufferedInput() const;
    [[nodiscard]] ServerError lastError() const;
    [[nodiscard]] MYSQL *get() { return m_mysql; }

private:
    void applyTls(TlsMode mode, const char *authorities);
    void applyAuthentication();
    [[nodiscard]] int socket() const; // -1 when not connected
    void keepAlive() const;

    MYSQL *m_mysql;
    int m_descriptor = -1; // a duplicate of the socket's
};

// The arguments of COM_BINLOG_DUMP, or of COM_BINLOG_DUMP_GTID where there is a GTID set.
struct DumpRequest {
    static constexpr uint16_t kNonBlocking = 1; // BINLOG_DUMP_NON_BLOCK
    static constexpr uint16_t kHeartbeatV2 = 2; // USE_HEARTBEAT_EVENT_V2; MariaDB means something else by it
    std::string file;
    uint64_t position = 4;
    uint32_t serverId = 0;
    uint16_t flags = 0;
    std::optional<std::string> encodedGtidSet;
};

// The packets of a dump on a handle that stays open longer.
class RawDump {
public:
    enum class Kind : uint8_t { Event, End, Error }; // Error: see ClientHandle::lastError()
    struct Packet {
        Kind kind = Kind::Error;
        std::span<const uint8_t> event; // in the library's buffer, without the OK byte; valid until the next call
    };
    explicit RawDump(ClientHandle &handle);
    ~RawDump();
    RawDump(const RawDump &) = delete;
    RawDump &operator=(const RawDump &) = delete;

    // Once. False: see ClientHandle::lastError().
    bool start(const DumpRequest &request);
    Packet next();

private:
    ClientHandle &m_handle;
    DumpRequest m_request;
#ifdef ROWCAST_CLIENT_ORACLE
    MYSQL_RPL m_replication = {};
#endif
};

// "MariaDB Connector/C 3.3.14", for logs.
[[nodiscard]] std::string clientLibraryName();

// Scope of a thread that uses the library and that the library does not know.
class ClientThread {
public:
    ClientThread() { mysql_thread_init(); }
    ~ClientThread() { mysql_thread_end(); }
    ClientThread(const ClientThread &) = delete;
    ClientThread &operator=(const ClientThread &) = delete;
};

} // namespace rowcast::mysql
