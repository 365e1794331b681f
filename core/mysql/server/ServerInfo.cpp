// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ServerInfo.h"

#include "core/mysql/ddl/Sql.h"

#include <charconv>
#include <unordered_map>

namespace rowcast::mysql {

namespace {

constexpr const char *kVariables[]
    = {"version", "version_comment", "aurora_version", "basedir", "server_uuid", "server_id", "gtid_domain_id",
        "gtid_mode", "log_bin", "binlog_format", "binlog_row_image", "binlog_row_metadata", "binlog_row_value_options",
        "binlog_checksum", "binlog_transaction_compression", "log_bin_compress", "read_only", "innodb_read_only",
        "log_slave_updates", "log_replica_updates", "lower_case_table_names", "time_zone", "system_time_zone",
        "binlog_expire_logs_seconds", "binlog_expire_logs_auto_purge", "expire_logs_days", "max_binlog_total_size",
        "binlog_space_limit", "require_secure_transport", "max_allowed_packet", "innodb_native_foreign_keys"};

// Global variables by name; those that the server does not know are empty.
class Variables {
public:
    static Result<Variables> read(Connection &connection, const std::stop_token &stop)
    {
        std::string names;
        for (const char *name : kVariables) {
            names += (names.empty() ? "" : ", ") + quotedText(name);
        }
        const auto rows = connection.query("SHOW GLOBAL VARIABLES WHERE Variable_name IN (" + names + ')', stop);
        if (!rows) {
            return rows.error();
        }
        Variables variables;
        for (size_t row = 0; row < rows->size(); ++row) {
            variables.m_values[rows->text(row, "Variable_name")] = rows->text(row, "Value");
        }
        return variables;
    }
    [[nodiscard]] std::string text(const std::string &name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::string() : found->second;
    }
    [[nodiscard]] double number(const std::string &name) const
    {
        const std::string digits = text(name);
        double value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    [[nodiscard]] bool isOn(const std::string &name) const
    {
        const std::string value = text(name);
        return value == "ON" || value == "1";
    }
    [[nodiscard]] bool has(const std::string &name) const { return m_values.contains(name); }

private:
    std::unordered_map<std::string, std::string> m_values;
};

void takeNames(ServerInfo &info, const Variables &variables, const ConnectionSettings &connection)
{
    info.version = variables.text("version");
    info.versionComment = variables.text("version_comment");
    info.auroraVersion = variables.text("aurora_version");
    info.versionNumber = mysqlVersionNumber(info.version);
    const bool isMariaDb = info.version.find("MariaDB") != std::string::npos;
    info.flavour = isMariaDb ? Flavour::MariaDb : info.auroraVersion.empty() ? Flavour::MySql : Flavour::Aurora;
    info.isRds = !info.auroraVersion.empty() || variables.text("basedir").starts_with("/rdsdbbin");
    info.serverUuid = variables.text("server_uuid");
    info.serverId = uint64_t(variables.number("server_id"));
    info.gtidDomainId = uint64_t(variables.number("gtid_domain_id"));
    info.gtidMode = variables.text("gtid_mode");
    info.identity = info.serverUuid.empty() ? std::to_string(info.serverId) + '@' + connection.address().toStdString()
                                            : info.serverUuid;
}

void takeSettings(ServerInfo &info, const Variables &variables)
{
    info.isLogBinOn = variables.isOn("log_bin");
    info.binlogFormat = variables.text("binlog_format");
    info.rowImage = variables.text("binlog_row_image");
    info.rowMetadata = variables.text("binlog_row_metadata");
    info.rowValueOptions = variables.text("binlog_row_value_options");
    info.binlogChecksum = variables.text("binlog_checksum");
    info.isCompressionOn = variables.isOn("binlog_transaction_compression") || variables.isOn("log_bin_compress");
    // MariaDB 12 knows more values than OFF and ON
    info.isReadOnly = variables.has("read_only") && variables.text("read_only") != "OFF";
    info.isInnodbReadOnly = variables.isOn("innodb_read_only");
    info.logsReplicaUpdates = variables.isOn("log_slave_updates") || variables.isOn("log_replica_updates");
    info.logsCascades = variables.has("innodb_native_foreign_keys") && !variables.isOn("innodb_native_foreign_keys");
    info.lowerCaseTableNames = int(variables.number("lower_case_table_names"));
    info.timeZone = variables.text("time_zone");
    info.systemTimeZone = variables.text("system_time_zone");
    info.isSecureTransportRequired = variables.isOn("require_secure_transport");
    info.maxAllowedPacket = uint64_t(variables.number("max_allowed_packet"));
}

void takeRetention(ServerInfo &info, const Variables &variables)
{
    const auto seconds = int64_t(variables.number("binlog_expire_logs_seconds"));
    const auto days = variables.number("expire_logs_days");
    const bool purges
        = !variables.has("binlog_expire_logs_auto_purge") || variables.isOn("binlog_expire_logs_auto_purge");
    if (purges && seconds > 0) {
        info.retention = std::chrono::seconds(seconds);
    } else if (purges && days > 0) {
        info.retention = std::chrono::seconds(int64_t(days * 86400));
    }
    // MariaDB 11.4 has both names for one thing, Percona Server the second
    info.binlogSpaceLimit
        = uint64_t(std::max(variables.number("max_binlog_total_size"), variables.number("binlog_space_limit")));
}

// RDS ignores the server's own variables and keeps its number of hours in a table; NULL: purge as soon as possible.
void takeRdsRetention(ServerInfo &info, Connection &connection, const std::stop_token &stop)
{
    const auto rows = connection.query("CALL mysql.rds_show_configuration", stop);
    info.isRetentionKnown = false;
    for (size_t row = 0; rows && row < rows->size(); ++row) {
        if (rows->text(row, "name") == "binlog retention hours") {
            info.retention = std::chrono::hours(rows->number(row, "value"));
            info.isRetentionKnown = true;
        }
    }
}

} // namespace

uint32_t mysqlVersionNumber(std::string_view version)
{
    uint32_t parts[3] = {};
    const char *at = version.data();
    const char *end = at + version.size();
    for (uint32_t &part : parts) {
        const auto read = std::from_chars(at, end, part);
        at = read.ptr;
        if (read.ec != std::errc() || at == end || *at != '.') {
            break;
        }
        ++at;
    }
    return parts[0] * 10000 + std::min(parts[1], 99U) * 100 + std::min(parts[2], 99U);
}

bool ServerInfo::hasGtid() const
{
    return isMariaDb() || gtidMode == "ON";
}

QString ServerInfo::description() const
{
    const char *name = flavour == Flavour::MariaDb ? "MariaDB" : flavour == Flavour::Aurora ? "Aurora MySQL" : "MySQL";
    std::string text = std::string(name) + ' ' + version;
    if (!auroraVersion.empty()) {
        text += " (Aurora " + auroraVersion + ')';
    }
    text += serverUuid.empty() ? ", server_id " + std::to_string(serverId) : ", server_uuid " + serverUuid;
    return QString::fromStdString(text + (hasGtid() ? ", GTID" : ", no GTID"));
}

Result<ServerInfo> ServerInfo::read(Connection &connection, const std::stop_token &stop)
{
    const auto variables = Variables::read(connection, stop);
    if (!variables) {
        return variables.error();
    }
    ServerInfo info;
    takeNames(info, *variables, connection.settings());
    takeSettings(info, *variables);
    takeRetention(info, *variables);
    if (info.isRds) {
        takeRdsRetention(info, connection, stop);
    }
    const auto offset = connection.value(
        "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', @@global.time_zone))",
        stop);
    if (!offset) {
        return offset.error();
    }
    info.utcOffsetSeconds = std::atoi(offset->value_or("0").c_str());
    const auto snapshot = connection.query("SHOW STATUS LIKE 'binlog\\_snapshot\\_file'", stop);
    if (!snapshot) {
        return snapshot.error();
    }
    info.showsSnapshotFile = !snapshot->isEmpty();
    return info;
}

} // namespace rowcast::mysql
