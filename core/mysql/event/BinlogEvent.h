// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/EventHeader.h"
#include "core/mysql/event/PayloadEvent.h"
#include "core/mysql/event/QueryEvent.h"
#include "core/mysql/event/RowsEvent.h"
#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/gtid/GtidEvents.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

// The events of a binlog as values; every view points into the bytes that were parsed (or the parser's buffer) and ends
// with them.
namespace rowcast::mysql {

// Begins every file: how to read what follows. Sent again (artificial) when a dump begins in the middle of one.
struct FormatDescriptionEvent {
    uint16_t binlogVersion = 0;
    std::string_view serverVersion; // "8.0.33", "10.11.6-MariaDB-log"
    uint32_t createTimestamp = 0; // not 0: the server was restarted; open transactions and temporary tables are gone
    std::span<const uint8_t> postHeaderBytes; // by event type, from 1
    bool hasChecksums = false; // of the events that follow
    bool isMariaDb = false;
};

// The next event is in another file. The artificial one begins every dump and names the file that is read.
struct RotateEvent {
    uint64_t position = 4;
    std::string_view file;
    bool isArtificial = false;
};

struct XidEvent {
    uint64_t xid = 0;
};

// MySQL's XA PREPARE, or XA COMMIT ... ONE PHASE.
struct XaPrepareEvent {
    bool isOnePhase = false;
    uint32_t format = 0;
    std::string_view global;
    std::string_view branch;
};

// The set that all files before this one hold; for GtidSet::fromBinary.
struct PreviousGtidsEvent {
    std::span<const uint8_t> set;
};

// Nothing new so far. position is 64 bit in version 2, else the low 32 bits.
struct HeartbeatEvent {
    std::string_view file;
    uint64_t position = 0;
    bool is64Bit = false;
};

// The server could not log something: the stream has a gap.
struct IncidentEvent {
    uint16_t number = 0;
    std::string_view message;
};

// The text of the statement behind the rows events that follow (MySQL's ROWS_QUERY, MariaDB's ANNOTATE_ROWS).
struct RowsQueryEvent {
    std::string_view text;
};

struct StopEvent { };

// MariaDB: files before this one are no longer needed for crash recovery.
struct BinlogCheckpointEvent {
    std::string_view file;
};

// MariaDB: what follows in the file is encrypted. Never sent by a server, which decrypts for the dump.
struct StartEncryptionEvent {
    uint8_t scheme = 0;
    uint32_t keyVersion = 0;
};

// Events of group replication; nothing in them concerns rows.
struct GroupReplicationEvent { };

// Parts of statements in statement format (INTVAR, RAND, USER_VAR, the files of LOAD DATA): no rows come of them. The
// LOAD DATA itself, EXECUTE_LOAD_QUERY, is a QueryEvent.
struct StatementPartEvent { };

// A type this program does not know, or rows of a format that was never released (V0). Unless isIgnorable the stream
// cannot be understood from here on.
struct UnknownEvent {
    uint8_t typeNumber = 0;
    bool isIgnorable = false;
};

using EventBody = std::variant<UnknownEvent, FormatDescriptionEvent, RotateEvent, TableMapEvent, RowsEvent, QueryEvent,
    XidEvent, GtidEvent, MariaDbGtidEvent, GtidListEvent, PreviousGtidsEvent, XaPrepareEvent, TransactionPayloadEvent,
    HeartbeatEvent, IncidentEvent, RowsQueryEvent, StopEvent, BinlogCheckpointEvent, StartEncryptionEvent,
    GroupReplicationEvent, StatementPartEvent>;

struct BinlogEvent {
    EventHeader header;
    EventBody body;
};

} // namespace rowcast::mysql
