// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"
#include "core/mysql/server/ServerInfo.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace rowcast::mysql {

// A configured MySQL, Aurora or MariaDB source endpoint. A plain value.
struct MySqlSourceSettings {
    ConnectionSettings connection;
    std::optional<Flavour> expected; // the endpoint's EngineName; the server tells what it is
    std::optional<uint32_t> serverId; // RowcastSettings.ServerId; empty: derived from the task's identifier
    QString serverTimezone; // DMS: ServerTimezone, an IANA name; empty: DATETIME values are passed on as they are
    bool skipTableSuspensionForPartitionDdl = false; // DMS's setting of that name
    std::chrono::milliseconds heartbeat{100}; // of a quiet stream: how soon what was collected is handed over
    std::chrono::seconds commitTime{30}; // without GTIDs: a commit becomes visible within that time
};

} // namespace rowcast::mysql
