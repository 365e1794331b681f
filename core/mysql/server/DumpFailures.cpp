// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/Connection.h"
#include "core/mysql/server/Failures.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rowcast::mysql {

namespace {

constexpr unsigned kMasterFatal = 1236; // ER_MASTER_FATAL_ERROR_READING_BINLOG
constexpr unsigned kSameReplica[] = {1938, 4052}; // MariaDB's ER_SLAVE_SAME_ID, which has moved

QString retentionRemedy(const DumpContext &context)
{
    return context.isRds ? QCoreApplication::translate("MySqlFailures",
               "Reload the target (start type reload-target), and keep binlogs longer than the task's pauses: `CALL "
               "mysql.rds_set_configuration('binlog retention hours', 168);`")
                         : QCoreApplication::translate("MySqlFailures",
                             "Reload the target (start type reload-target), and keep binlogs longer than the task's "
                             "pauses: `SET PERSIST "
                             "binlog_expire_logs_seconds = 604800;` (MariaDB: `SET GLOBAL expire_logs_days = 7;`)");
}

Failure purged(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    QString cause = QCoreApplication::translate(
        "MySqlFailures", "%1 no longer has the binlog that this task needs: it begins at %2.")
                        .arg(connection.address(), context.start);
    if (!context.oldestFile.isEmpty()) {
        cause += QLatin1Char(' ')
            + QCoreApplication::translate("MySqlFailures", "The oldest file there is %1.").arg(context.oldestFile);
    }
    return {.code = QStringLiteral("mysql.binlog.purged"),
        .cause = cause,
        .remedy = retentionRemedy(context),
        .detail = error.detail(),
        .retryable = false};
}

Failure gtidPurged(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    return {.code = QStringLiteral("mysql.gtid.purged"),
        .cause = QCoreApplication::translate("MySqlFailures",
            "%1 no longer has the binlogs of transactions that this task has not delivered. Delivered: %2.")
                     .arg(connection.address(), context.start),
        .remedy = retentionRemedy(context),
        .detail = error.detail(),
        .retryable = false};
}

Failure serverIdTaken(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    return {.code = QStringLiteral("mysql.server-id.taken"),
        .cause = QCoreApplication::translate("MySqlFailures",
            "Another reader of the binlog of %1 uses the server id %2, and the server lets only the newest one read.")
                     .arg(connection.address())
                     .arg(context.serverId),
        .remedy = QCoreApplication::translate("MySqlFailures",
            "Set another `ServerId` in the source endpoint's RowcastSettings. Who reads: `SHOW PROCESSLIST;`"),
        .detail = error.detail(),
        .retryable = false};
}

Failure badPosition(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    return {.code = QStringLiteral("mysql.binlog.position"),
        .cause = QCoreApplication::translate("MySqlFailures",
            "The binlog of %1 has no position %2: the server is not the one that the position came from, or lost the "
            "end of "
            "its binlog in a crash.")
                     .arg(connection.address(), context.start),
        .remedy = QCoreApplication::translate("MySqlFailures",
            "Check that the endpoint names the right server; otherwise start from another position or reload the "
            "target."),
        .detail = error.detail(),
        .retryable = false};
}

Failure gtidAhead(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    return {.code = QStringLiteral("mysql.gtid.ahead"),
        .cause = QCoreApplication::translate(
            "MySqlFailures", "This task has delivered transactions that %1 does not have. Delivered: %2.")
                     .arg(connection.address(), context.start),
        .remedy = QCoreApplication::translate("MySqlFailures",
            "After a failover to a server that lost transactions: reload the target, or start at a position of this "
            "server."),
        .detail = error.detail(),
        .retryable = false};
}

Failure corrupted(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    return {.code = QStringLiteral("mysql.binlog.corrupted"),
        .cause = QCoreApplication::translate("MySqlFailures", "%1 cannot read its own binlog from %2 on.")
                     .arg(connection.address(), context.start),
        .remedy = QCoreApplication::translate("MySqlFailures",
            "Look at the file with `mysqlbinlog`; start the task behind the damage, or reload the target."),
        .detail = error.detail(),
        .retryable = false};
}

using Maker = Failure (*)(const ServerError &, const ConnectionSettings &, const DumpContext &);

// What the server says (both MySQL's and MariaDB's words), and what it means. The first that fits counts.
constexpr struct {
    const char *words;
    Maker make;
} kMeanings[] = {
    {"same server_uuid/server_id", serverIdTaken},
    {"same server id", serverIdTaken},
    {"Could not find first log", purged},
    {"could not find next log", purged},
    {"not found in binary log index", purged},
    {"purged required binary logs", gtidPurged},
    {"purged binary logs containing GTIDs", gtidPurged},
    {"Could not find GTID state requested by slave in any binlog files", gtidPurged},
    {"which is not in the master's binlog", gtidAhead},
    {"has more GTIDs than the", gtidAhead},
    {"requested by slave, but", gtidAhead},
    {"impossible position", badPosition},
    {"beyond the end of", badPosition},
    {"position > file size", badPosition},
    {"bogus data", corrupted},
    {"corrupted", corrupted},
    {"checksum failed", corrupted},
    {"truncated", corrupted},
    {"event read from binlog did not pass", corrupted},
    {"log event entry exceeded max_allowed_packet", badPosition},
    {"error reading log event", corrupted},
};

} // namespace

Failure dumpFailure(const ServerError &error, const ConnectionSettings &connection, const DumpContext &context)
{
    if (std::find(std::begin(kSameReplica), std::end(kSameReplica), error.number) != std::end(kSameReplica)) {
        return serverIdTaken(error, connection, context);
    }
    if (error.number != kMasterFatal && error.number != 1373 && error.number != 1789) {
        return queryFailure(error, connection);
    }
    if (error.text.find("Binary log is not open") != std::string::npos) {
        ServerError off = error;
        off.number = 1381; // ER_NO_BINARY_LOGGING
        return queryFailure(off, connection);
    }
    for (const auto &meaning : kMeanings) {
        if (error.text.find(meaning.words) != std::string::npos) {
            return meaning.make(error, connection, context);
        }
    }
    return {.code = QStringLiteral("mysql.binlog.refused"),
        .cause = QCoreApplication::translate("MySqlFailures", "%1 refused to send its binlog from %2 on.")
                     .arg(connection.address(), context.start),
        .remedy = QCoreApplication::translate("MySqlFailures", "The detail has the server's reason."),
        .detail = error.detail(),
        .retryable = false};
}

} // namespace rowcast::mysql
