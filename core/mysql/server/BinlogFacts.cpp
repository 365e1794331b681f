// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/ddl/SqlLexer.h"
#include "core/mysql/server/Failures.h"
#include "core/mysql/server/ServerInfo.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

constexpr uint32_t kBinaryLogStatusSince = 80200; // SHOW MASTER STATUS went away with 8.4

// The server writes long GTID sets in lines.
std::string withoutSpace(std::string text)
{
    std::erase_if(text, [](char character) { return character == '\n' || character == ' '; });
    return text;
}

Result<std::string> variable(Connection &connection, const char *name, const std::stop_token &stop)
{
    auto value = connection.value(std::string("SELECT @@global.") + name, stop);
    if (!value) {
        return std::move(value).error();
    }
    return withoutSpace(value->value_or(""));
}

std::string unhex(std::string_view digits)
{
    std::string bytes;
    for (size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes.push_back(char(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

Result<BinlogEnd> withMariaDbGtids(BinlogEnd end, Connection &connection, const std::stop_token &stop)
{
    auto gtids = connection.value(
        "SELECT BINLOG_GTID_POS(" + quotedText(end.file) + ", " + std::to_string(end.offset) + ')', stop);
    if (!gtids) {
        return std::move(gtids).error();
    }
    end.gtidSet = gtids->value_or("");
    return end;
}

} // namespace

Result<QueryRows> readBinlogStatus(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    const bool isNew = !info.isMariaDb() && info.versionNumber >= kBinaryLogStatusSince;
    return connection.query(isNew ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS", stop);
}

Result<BinlogEnd> readBinlogEnd(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    const auto rows = readBinlogStatus(connection, info, stop);
    if (!rows) {
        return rows.error();
    }
    if (rows->isEmpty()) {
        return queryFailure({1381, "HY000", "You are not using binary logging"}, connection.settings());
    }
    BinlogEnd end;
    end.file = rows->text(0, "File");
    end.offset = rows->number(0, "Position");
    end.gtidSet = withoutSpace(rows->text(0, "Executed_Gtid_Set"));
    return info.isMariaDb() ? withMariaDbGtids(std::move(end), connection, stop) : end;
}

Result<BinlogEnd> readSnapshotEnd(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    const auto status = connection.query("SHOW STATUS LIKE 'binlog\\_snapshot\\_%'", stop);
    if (!status) {
        return status.error();
    }
    BinlogEnd end;
    for (size_t row = 0; row < status->size(); ++row) {
        const std::string name = lowerAscii(status->at(row, size_t(0)).value_or(""));
        const std::string value = status->at(row, size_t(1)).value_or("");
        if (name == "binlog_snapshot_file") {
            end.file = value;
        } else if (name == "binlog_snapshot_position") {
            end.offset = std::strtoull(value.c_str(), nullptr, 10);
        }
    }
    return info.isMariaDb() ? withMariaDbGtids(std::move(end), connection, stop) : end;
}

Result<std::vector<BinlogFile>> readBinlogFiles(Connection &connection, const std::stop_token &stop)
{
    const auto rows = connection.query("SHOW BINARY LOGS", stop);
    if (!rows) {
        return rows.error();
    }
    std::vector<BinlogFile> files;
    for (size_t row = 0; row < rows->size(); ++row) {
        files.push_back({rows->text(row, "Log_name"), rows->number(row, "File_size")});
    }
    return files;
}

Result<std::string> readVisibleGtids(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    return variable(connection, info.isMariaDb() ? "gtid_current_pos" : "gtid_executed", stop);
}

Result<std::string> readPurgedGtids(Connection &connection, const ServerInfo &info, const std::stop_token &stop)
{
    return info.isMariaDb() ? Result<std::string>(std::string()) : variable(connection, "gtid_purged", stop);
}

std::string PreparedXa::xid() const
{
    return hexLiteral(gtrid) + ',' + hexLiteral(bqual) + ',' + std::to_string(formatId);
}

Result<std::vector<PreparedXa>> readPreparedXa(Connection &connection, const std::stop_token &stop)
{
    const bool isMariaDb = connection.greeting().find("MariaDB") != std::string::npos;
    // ids are bytes in no character set
    if (auto raw = connection.execute("SET character_set_results = NULL", stop); !raw) {
        return raw.error();
    }
    const auto rows = connection.query(isMariaDb ? "XA RECOVER" : "XA RECOVER CONVERT XID", stop);
    if (auto text = connection.execute("SET character_set_results = utf8mb4", stop); !text || !rows) {
        return rows ? text.error() : rows.error();
    }
    std::vector<PreparedXa> prepared;
    for (size_t row = 0; row < rows->size(); ++row) {
        const std::string data = rows->text(row, "data");
        const std::string bytes = data.starts_with("0x") && !isMariaDb ? unhex(std::string_view(data).substr(2)) : data;
        const size_t first = std::min<size_t>(rows->number(row, "gtrid_length"), bytes.size());
        prepared.push_back({uint32_t(rows->number(row, "formatID")), bytes.substr(0, first), bytes.substr(first)});
    }
    return prepared;
}

} // namespace rowcast::mysql
