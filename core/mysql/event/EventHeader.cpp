// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/EventHeader.h"

#include <array>
#include <utility>

namespace rowcast::mysql {

namespace {

constexpr std::array<std::string_view, 43> kNames{"UNKNOWN", "START_V3", "QUERY", "STOP", "ROTATE", "INTVAR", "LOAD",
    "SLAVE", "CREATE_FILE", "APPEND_BLOCK", "EXEC_LOAD", "DELETE_FILE", "NEW_LOAD", "RAND", "USER_VAR",
    "FORMAT_DESCRIPTION", "XID", "BEGIN_LOAD_QUERY", "EXECUTE_LOAD_QUERY", "TABLE_MAP", "WRITE_ROWS_V0",
    "UPDATE_ROWS_V0", "DELETE_ROWS_V0", "WRITE_ROWS_V1", "UPDATE_ROWS_V1", "DELETE_ROWS_V1", "INCIDENT", "HEARTBEAT",
    "IGNORABLE", "ROWS_QUERY", "WRITE_ROWS", "UPDATE_ROWS", "DELETE_ROWS", "GTID", "ANONYMOUS_GTID", "PREVIOUS_GTIDS",
    "TRANSACTION_CONTEXT", "VIEW_CHANGE", "XA_PREPARE", "PARTIAL_UPDATE_ROWS", "TRANSACTION_PAYLOAD", "HEARTBEAT_V2",
    "GTID_TAGGED"};

constexpr std::array<std::string_view, 12> kMariaDbNames{"MARIADB_ANNOTATE_ROWS", "MARIADB_BINLOG_CHECKPOINT",
    "MARIADB_GTID", "MARIADB_GTID_LIST", "MARIADB_START_ENCRYPTION", "MARIADB_QUERY_COMPRESSED",
    "MARIADB_WRITE_ROWS_COMPRESSED_V1", "MARIADB_UPDATE_ROWS_COMPRESSED_V1", "MARIADB_DELETE_ROWS_COMPRESSED_V1",
    "MARIADB_WRITE_ROWS_COMPRESSED", "MARIADB_UPDATE_ROWS_COMPRESSED", "MARIADB_DELETE_ROWS_COMPRESSED"};

constexpr size_t kFirstMariaDb = 160;

} // namespace

std::string_view eventTypeName(EventType type)
{
    const auto number = static_cast<size_t>(type);
    if (number < kNames.size()) {
        return kNames[number];
    }
    if (number >= kFirstMariaDb && number - kFirstMariaDb < kMariaDbNames.size()) {
        return kMariaDbNames[number - kFirstMariaDb];
    }
    return kNames[0];
}

} // namespace rowcast::mysql
