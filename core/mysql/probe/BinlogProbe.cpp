// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/probe/BinlogProbe.h"

#include "core/mysql/server/BinlogRetention.h"
#include "core/mysql/server/BinlogStream.h"

#include <QCoreApplication>

namespace rowcast::mysql {

namespace {

// The ways to set a server variable: on one's own server (kept over a restart), MariaDB (configuration file), RDS.
QString settingRemedy(const ServerInfo &info, const QString &name, const QString &value, bool needsRestart)
{
    if (info.isRds) {
        return QCoreApplication::translate("MySqlProbe",
            "Set %1=%2 in the %3, and reboot the writer: `aws rds %4 --%5-name <group> --parameters "
            "ParameterName=%1,ParameterValue=%2,ApplyMethod=pending-reboot`")
            .arg(name, value,
                info.flavour == Flavour::Aurora
                    ? QCoreApplication::translate("MySqlProbe", "DB cluster parameter group")
                    : QCoreApplication::translate("MySqlProbe", "DB parameter group"),
                info.flavour == Flavour::Aurora ? QStringLiteral("modify-db-cluster-parameter-group")
                                                : QStringLiteral("modify-db-parameter-group"),
                info.flavour == Flavour::Aurora ? QStringLiteral("db-cluster-parameter-group")
                                                : QStringLiteral("db-parameter-group"));
    }
    if (needsRestart || info.isMariaDb()) {
        const QString now = needsRestart ? QString() : QStringLiteral(" `SET GLOBAL %1 = %2;`").arg(name, value);
        return QCoreApplication::translate(
                   "MySqlProbe", "Put `%1 = %2` under `[mysqld]` in the server's configuration and restart it.")
                   .arg(name, value)
            + now;
    }
    return QCoreApplication::translate("MySqlProbe",
        "`SET PERSIST %1 = %2;` (MySQL 5.7: `SET GLOBAL`, and the configuration file). Sessions that are open keep the "
        "old "
        "value: reconnect the applications.")
        .arg(name, value);
}

Failure settingFailure(const QString &code, const QString &cause, const QString &remedy, const QString &detail)
{
    return {.code = code, .cause = cause, .remedy = remedy, .detail = detail, .retryable = false};
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString retentionText(const ServerInfo &info)
{
    if (!info.isRetentionKnown) {
        return QCoreApplication::translate(
            "MySqlProbe", "not known: `CALL mysql.rds_show_configuration` is not granted");
    }
    if (!info.retention) {
        return QCoreApplication::translate("MySqlProbe", "binlogs are never purged by age");
    }
    return *info.retention == std::chrono::seconds(0)
        ? QCoreApplication::translate("MySqlProbe", "binlogs are purged as soon as possible")
        : QCoreApplication::translate("MySqlProbe", "binlogs are kept for %1 hours")
              .arg(double(info.retention->count()) / 3600);
}

} // namespace

ProbeOutcome probeLogBin(const ServerInfo &info)
{
    if (info.isLogBinOn) {
        return ProbeOutcome::passed(QStringLiteral("log_bin = ON"));
    }
    const QString remedy = info.flavour == Flavour::Aurora
        ? settingRemedy(info, QStringLiteral("binlog_format"), QStringLiteral("ROW"), true)
        : info.isRds ? QCoreApplication::translate("MySqlProbe",
              "Switch on automatic backups, which switch on the binary log: `aws rds modify-db-instance "
              "--db-instance-identifier <instance> --backup-retention-period 7 --apply-immediately`")
                     : settingRemedy(info, QStringLiteral("log_bin"), QStringLiteral("binlog"), true);
    return ProbeOutcome::failed(QStringLiteral("log_bin = OFF"),
        settingFailure(QStringLiteral("mysql.binlog.off"),
            QCoreApplication::translate(
                "MySqlProbe", "The server writes no binary log, so there are no changes to follow."),
            remedy, QStringLiteral("log_bin = OFF")));
}

ProbeOutcome probeBinlogFormat(const ServerInfo &info)
{
    const QString evidence = QStringLiteral("binlog_format = ") + text(info.binlogFormat);
    if (info.binlogFormat == "ROW" || info.binlogFormat.empty()) { // empty: a server that knows rows alone
        return ProbeOutcome::passed(evidence);
    }
    return ProbeOutcome::failed(evidence,
        settingFailure(QStringLiteral("mysql.binlog.format"),
            QCoreApplication::translate(
                "MySqlProbe", "The binary log has format %1: it holds statements in place of rows.")
                .arg(text(info.binlogFormat)),
            settingRemedy(info, QStringLiteral("binlog_format"), QStringLiteral("ROW"), false), evidence));
}

ProbeOutcome probeRowImage(const ServerInfo &info)
{
    QString evidence = QStringLiteral("binlog_row_image = ") + text(info.rowImage);
    if (!info.rowMetadata.empty()) {
        evidence += QStringLiteral(", binlog_row_metadata = ") + text(info.rowMetadata);
    }
    if (!info.rowValueOptions.empty()) {
        evidence += QStringLiteral(", binlog_row_value_options = ") + text(info.rowValueOptions);
    }
    evidence += info.isCompressionOn ? QStringLiteral(", compressed") : QString();
    if (info.rowImage != "FULL" && !info.rowImage.empty()) {
        return ProbeOutcome::warning(evidence,
            settingFailure(QStringLiteral("mysql.binlog.row-image"),
                QCoreApplication::translate(
                    "MySqlProbe", "Row images are %1: messages of updates lack the columns that the image lacks.")
                    .arg(text(info.rowImage)),
                settingRemedy(info, QStringLiteral("binlog_row_image"), QStringLiteral("FULL"), false), evidence));
    }
    return ProbeOutcome::passed(evidence);
}

ProbeOutcome probeRetention(const ServerInfo &info)
{
    const QString evidence = retentionText(info);
    if (!info.isRetentionKnown || !info.retention || *info.retention >= std::chrono::hours(24)) {
        return ProbeOutcome::passed(evidence);
    }
    return ProbeOutcome::warning(evidence,
        settingFailure(QStringLiteral("mysql.binlog.retention"),
            QCoreApplication::translate("MySqlProbe",
                "The server keeps its binlogs for less than a day: a task that rests longer cannot go on."),
            keepBinlogsSql(info, std::chrono::hours(24)), evidence));
}

ProbeOutcome probeWriter(const ServerInfo &info)
{
    if (info.isInnodbReadOnly) {
        Failure failure = settingFailure(QStringLiteral("mysql.reader"),
            QCoreApplication::translate("MySqlProbe", "This is a reader of the cluster: it has no binlog to follow."),
            QCoreApplication::translate("MySqlProbe",
                "Use the cluster (writer) endpoint: `aws rds describe-db-clusters --query "
                "'DBClusters[].Endpoint'`"),
            QStringLiteral("innodb_read_only = ON"));
        failure.retryable = true; // after a failover the writer's name leads to the old writer for a while
        return ProbeOutcome::failed(failure.detail, failure);
    }
    if (info.isReadOnly && !info.logsReplicaUpdates) {
        return ProbeOutcome::failed(QStringLiteral("read_only = ON, log_replica_updates = OFF"),
            settingFailure(QStringLiteral("mysql.replica-log"),
                QCoreApplication::translate("MySqlProbe", "This replica does not log the changes that it receives."),
                settingRemedy(info, QStringLiteral("log_slave_updates"), QStringLiteral("ON"), true),
                QStringLiteral("log_slave_updates = OFF")));
    }
    return ProbeOutcome::passed(info.isReadOnly
            ? QCoreApplication::translate("MySqlProbe", "read-only replica that logs what it receives")
            : QCoreApplication::translate("MySqlProbe", "writer"));
}

ProbeOutcome probeServerId(ProbeContext &context)
{
    const ServerInfo &info = context.info;
    const QString evidence = QStringLiteral("server_id = %1").arg(info.serverId);
    if (info.serverId == 0) {
        return ProbeOutcome::failed(evidence,
            settingFailure(QStringLiteral("mysql.server-id.zero"),
                QCoreApplication::translate(
                    "MySqlProbe", "The server has no server id, and refuses every reader of its binlog."),
                settingRemedy(info, QStringLiteral("server_id"), QStringLiteral("1"), true), evidence));
    }
    if (!context.plan.serverId) {
        return ProbeOutcome::passed(evidence);
    }
    const uint32_t wanted = *context.plan.serverId;
    bool isTaken = wanted == info.serverId;
    const bool isNew = !info.isMariaDb() && info.versionNumber >= 80022;
    const auto replicas = context.connection->query(isNew ? "SHOW REPLICAS" : "SHOW SLAVE HOSTS", context.stop);
    for (size_t row = 0; replicas && row < replicas->size(); ++row) {
        isTaken = isTaken || replicas->number(row, "Server_Id") == wanted;
    }
    if (isTaken) {
        return ProbeOutcome::failed(evidence,
            settingFailure(QStringLiteral("mysql.server-id.taken"),
                QCoreApplication::translate(
                    "MySqlProbe", "The server id %1, with which this task would read, is taken already.")
                    .arg(wanted),
                QCoreApplication::translate(
                    "MySqlProbe", "Set another `ServerId` in the source endpoint's RowcastSettings."),
                evidence));
    }
    return ProbeOutcome::passed(
        evidence + QCoreApplication::translate("MySqlProbe", "; this task reads as %1").arg(wanted));
}

ProbeOutcome probeDump(ProbeContext &context)
{
    if (!context.info.isLogBinOn || !context.canDump || !context.canReadStatus) {
        return ProbeOutcome::skipped(
            QCoreApplication::translate("MySqlProbe", "needs the binary log and the grants above"));
    }
    const auto end = readBinlogEnd(*context.connection, context.info, context.stop);
    if (!end) {
        return ProbeOutcome::failed({}, end.error());
    }
    const auto stream
        = BinlogStream::open(context.plan.connection, {}, BinlogStart::at(end->file, end->offset), context.stop);
    if (!stream) {
        return ProbeOutcome::failed({}, stream.error());
    }
    const auto event = (*stream)->next(context.stop);
    if (!event) {
        return ProbeOutcome::failed({}, event.error());
    }
    const QString place = QStringLiteral("%1:%2").arg(text(end->file)).arg(end->offset);
    if (!*event) {
        return ProbeOutcome::failed({},
            settingFailure(QStringLiteral("mysql.binlog.empty"),
                QCoreApplication::translate("MySqlProbe", "The server ended the stream at %1 without an event.")
                    .arg(place),
                QCoreApplication::translate("MySqlProbe",
                    "Check what stands between this computer and the server: a proxy that does not pass replication?"),
                {}));
    }
    return ProbeOutcome::passed(
        QCoreApplication::translate("MySqlProbe", "an event of %1 bytes at %2").arg((*event)->size()).arg(place));
}

} // namespace rowcast::mysql
