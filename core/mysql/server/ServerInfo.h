// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/server/Connection.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rowcast::mysql {

enum class Flavour : uint8_t { MySql, MariaDb, Aurora };

// What a server is and how it is set up: one snapshot, asked once per session. A plain value; texts as the server
// prints them, empty where it has no such variable.
struct ServerInfo {
    Flavour flavour = Flavour::MySql;
    std::string version; // "8.0.33", "10.11.6-MariaDB-log"
    std::string versionComment; // "MySQL Community Server - GPL"
    std::string auroraVersion; // "3.04.0"
    uint32_t versionNumber = 0; // 80033, 101106
    bool isRds = false; // RDS or Aurora: settings by parameter groups and rds_ procedures
    std::string serverUuid; // MySQL; MariaDB has none
    // Which server a file and an offset belong to: its server_uuid, or for MariaDB "server_id@host:port".
    std::string identity;
    uint64_t serverId = 0;
    uint64_t gtidDomainId = 0; // MariaDB
    std::string gtidMode; // MySQL: "ON", "OFF", ...
    bool isLogBinOn = false;
    std::string binlogFormat; // "ROW"
    std::string rowImage; // "FULL"
    std::string rowMetadata; // "MINIMAL", "FULL"
    std::string rowValueOptions; // "PARTIAL_JSON"
    std::string binlogChecksum; // "CRC32"
    bool isCompressionOn = false; // binlog_transaction_compression or log_bin_compress
    bool isReadOnly = false; // read_only
    bool isInnodbReadOnly = false; // Aurora: a reader
    bool logsReplicaUpdates = true;
    bool logsCascades = false; // what foreign keys change in child tables is in the binlog (MySQL 9.6)
    uint64_t maxAllowedPacket = 0; // bytes
    int lowerCaseTableNames = 0;
    std::string timeZone; // @@global.time_zone: "SYSTEM", "+09:00"
    std::string systemTimeZone; // "UTC", "KST"
    int utcOffsetSeconds = 0; // of the server's default zone, now
    // How long the server keeps binlogs; 0 on RDS: purged as soon as possible. Empty: for ever, or not known.
    std::optional<std::chrono::seconds> retention;
    bool isRetentionKnown = true;
    uint64_t binlogSpaceLimit = 0; // bytes of all binlogs, beyond which the oldest are purged; 0: none
    bool isSecureTransportRequired = false;
    bool showsSnapshotFile = false; // status variable binlog_snapshot_file: MariaDB, Percona Server

    [[nodiscard]] bool isMariaDb() const { return flavour == Flavour::MariaDb; }
    // True where every transaction has a GTID: MariaDB always, MySQL with gtid_mode ON.
    [[nodiscard]] bool hasGtid() const;
    // True where a consistent snapshot tells its binlog position, and by it its GTIDs. Percona Server tells the
    // position alone, and is read as MySQL is.
    [[nodiscard]] bool hasSnapshotPosition() const { return isMariaDb() && isLogBinOn && showsSnapshotFile; }
    // "MySQL 8.0.33, server_uuid ..., GTID", for logs and people.
    [[nodiscard]] QString description() const;

    static Result<ServerInfo> read(Connection &connection, const std::stop_token &stop);
};

// 80033 of "8.0.33-log", 101106 of "10.11.6-MariaDB"; 0 where the text begins with no version.
[[nodiscard]] uint32_t mysqlVersionNumber(std::string_view version);

struct BinlogFile {
    std::string name;
    uint64_t bytes = 0;
};

// Where the server's binlog ends. SHOW MASTER STATUS shows a transaction before InnoDB makes it visible.
struct BinlogEnd {
    std::string file;
    uint64_t offset = 0;
    std::string gtidSet; // MySQL: gtid_executed; MariaDB: gtid_binlog_pos; empty without GTIDs
};

// Statements whose names depend on the server's version. Failures: those of Connection; "mysql.binlog.off" where there
// is no binlog to ask for.
[[nodiscard]] Result<QueryRows> readBinlogStatus(
    Connection &connection, const ServerInfo &info, const std::stop_token &stop); // the row of SHOW MASTER STATUS
[[nodiscard]] Result<BinlogEnd> readBinlogEnd(
    Connection &connection, const ServerInfo &info, const std::stop_token &stop);
// The same of the consistent snapshot that the connection has open (ServerInfo::hasSnapshotPosition): a commit that
// still waits, for a replica say, stands behind it.
[[nodiscard]] Result<BinlogEnd> readSnapshotEnd(
    Connection &connection, const ServerInfo &info, const std::stop_token &stop);
[[nodiscard]] Result<std::vector<BinlogFile>> readBinlogFiles(Connection &connection, const std::stop_token &stop);
// @@gtid_executed (MySQL) or @@gtid_current_pos (MariaDB): transactions that are visible to a read which begins now.
[[nodiscard]] Result<std::string> readVisibleGtids(
    Connection &connection, const ServerInfo &info, const std::stop_token &stop);
// gtid_purged of MySQL: transactions whose binlogs are gone.
[[nodiscard]] Result<std::string> readPurgedGtids(
    Connection &connection, const ServerInfo &info, const std::stop_token &stop);

// A prepared XA transaction (XA RECOVER).
struct PreparedXa {
    uint32_t formatId = 0;
    std::string gtrid; // raw bytes
    std::string bqual;

    // "X'...',X'...',1", as binlogs and XA COMMIT write it.
    [[nodiscard]] std::string xid() const;
};
[[nodiscard]] Result<std::vector<PreparedXa>> readPreparedXa(Connection &connection, const std::stop_token &stop);

} // namespace rowcast::mysql
