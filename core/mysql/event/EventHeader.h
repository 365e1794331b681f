// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace rowcast::mysql {

// Numbers of the events of a binlog (MySQL: libs/mysql/binlog/event/binlog_event.h; MariaDB: sql/log_event.h, from
// 160).
enum class EventType : uint8_t {
    Unknown = 0,
    StartV3 = 1,
    Query = 2,
    Stop = 3,
    Rotate = 4,
    Intvar = 5,
    Load = 6,
    Slave = 7,
    CreateFile = 8,
    AppendBlock = 9,
    ExecLoad = 10,
    DeleteFile = 11,
    NewLoad = 12,
    Rand = 13,
    UserVar = 14,
    FormatDescription = 15,
    Xid = 16,
    BeginLoadQuery = 17,
    ExecuteLoadQuery = 18,
    TableMap = 19,
    WriteRowsV0 = 20,
    UpdateRowsV0 = 21,
    DeleteRowsV0 = 22,
    WriteRowsV1 = 23,
    UpdateRowsV1 = 24,
    DeleteRowsV1 = 25,
    Incident = 26,
    Heartbeat = 27,
    Ignorable = 28,
    RowsQuery = 29,
    WriteRows = 30,
    UpdateRows = 31,
    DeleteRows = 32,
    Gtid = 33,
    AnonymousGtid = 34,
    PreviousGtids = 35,
    TransactionContext = 36,
    ViewChange = 37,
    XaPrepare = 38,
    PartialUpdateRows = 39,
    TransactionPayload = 40,
    HeartbeatV2 = 41,
    TaggedGtid = 42,
    MariaDbAnnotateRows = 160,
    MariaDbBinlogCheckpoint = 161,
    MariaDbGtid = 162,
    MariaDbGtidList = 163,
    MariaDbStartEncryption = 164,
    MariaDbQueryCompressed = 165,
    MariaDbWriteRowsCompressedV1 = 166,
    MariaDbUpdateRowsCompressedV1 = 167,
    MariaDbDeleteRowsCompressedV1 = 168,
    MariaDbWriteRowsCompressed = 169,
    MariaDbUpdateRowsCompressed = 170,
    MariaDbDeleteRowsCompressed = 171,
};

// The 19 bytes in front of every event.
struct EventHeader {
    static constexpr size_t kBytes = 19;
    static constexpr uint16_t kArtificial = 0x20; // made by the dump thread, not part of a file
    static constexpr uint16_t kIgnorable = 0x80; // who does not know the type may go on

    uint32_t timestamp = 0; // seconds since 1970 UTC; 0 in artificial events
    uint8_t typeNumber = 0;
    uint32_t serverId = 0;
    uint32_t eventBytes = 0; // header and checksum included
    uint32_t logPosition = 0; // low 32 bits of where the next event starts; 0 where the event has no place of its own
    uint16_t flags = 0;

    [[nodiscard]] EventType type() const { return static_cast<EventType>(typeNumber); }
    [[nodiscard]] bool isArtificial() const { return (flags & kArtificial) != 0; }
    [[nodiscard]] bool isIgnorable() const { return (flags & kIgnorable) != 0; }
};

// "WRITE_ROWS", "MARIADB_GTID", ...; "UNKNOWN" for a number without a name.
[[nodiscard]] std::string_view eventTypeName(EventType type);

} // namespace rowcast::mysql
