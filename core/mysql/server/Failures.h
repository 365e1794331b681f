// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <QString>

#include <cstdint>
#include <string>

namespace rowcast::mysql {

struct ConnectionSettings;

// What the server or the client library said last.
struct ServerError {
    unsigned number = 0; // the server's errors; 2000 to 2999 and 5000 upward are the client library's
    std::string state; // SQLSTATE
    std::string text;

    [[nodiscard]] QString detail() const; // "1045 (28000): Access denied ..."
    // True when the connection is gone, whatever the reason.
    [[nodiscard]] bool endsConnection() const;
};

// Each error of server and client library as a Failure: a code of our own, the cause with host and user, what to do.
[[nodiscard]] Failure connectFailure(const ServerError &error, const ConnectionSettings &connection);
[[nodiscard]] Failure queryFailure(const ServerError &error, const ConnectionSettings &connection);

// What a binlog dump was asked for, for the failures of its end.
struct DumpContext {
    QString start; // "binlog.000007:4", or the GTID set
    uint32_t serverId = 0;
    QString oldestFile; // that the server still has; empty: not known
    bool isRds = false;
};
// Error 1236 has many meanings, told apart by the server's words (sql/rpl_binlog_sender.cc, sql/sql_repl.cc).
[[nodiscard]] Failure dumpFailure(
    const ServerError &error, const ConnectionSettings &connection, const DumpContext &context);
// No event and no heartbeat for too long.
[[nodiscard]] Failure silentFailure(const ConnectionSettings &connection, int seconds);

} // namespace rowcast::mysql
