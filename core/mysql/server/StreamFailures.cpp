// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/StreamFailures.h"

#include "core/mysql/ddl/Sql.h"

#include <QCoreApplication>
#include <QStringList>

namespace rowcast::mysql {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString text(const BinlogPosition &place)
{
    return text(place.text());
}

QString say(const char *english)
{
    return QCoreApplication::translate("BinlogStream", english);
}

Failure failure(const char *code, const QString &cause, const QString &remedy, const QString &detail = {})
{
    return {.code = QLatin1String(code), .cause = cause, .remedy = remedy, .detail = detail, .retryable = false};
}

QString reloadTable()
{
    return QCoreApplication::translate("BinlogStream",
        "Reload the table: its rows are then read anew, with its definition of now. The other tables go on.");
}

QString reloadOrStart()
{
    return QCoreApplication::translate("BinlogStream",
        "Either reload the task (start type `reload-target`), or start it anew from a position of this server "
        "(`CdcStartPosition`); changes between the two positions are then not delivered.");
}

} // namespace

Failure unknownLayoutFailure(const TableId &table, const std::string &why)
{
    return failure("mysql.schema.unknown",
        say("Changes of table %1 cannot be read: its definition at that moment is not known.").arg(table.text()),
        reloadTable() + QLatin1Char(' ')
            + say("With `SET GLOBAL binlog_row_metadata = FULL` the server itself names the columns from then on."),
        text(why));
}

Failure unseenTableFailure(const TableId &table)
{
    return failure("mysql.schema.unknown",
        say("The binlog holds changes of the selected table %1, which the catalogue does not show to the task's user.")
            .arg(table.text()),
        say("Let the user read it (`GRANT SELECT ON %1 TO '<user>'@'%';`) and reload the task (start type "
            "`reload-target`), or leave the table out of the selection rules. The other tables go on.")
            .replace(QStringLiteral("%1"), QString::fromStdString(quotedName(table))));
}

Failure statementFormatFailure(const TableId &table, const std::string &verb, const BinlogPosition &place)
{
    return failure("mysql.statement-format",
        say("Table %1 was changed by a statement (%2) that is logged as text at %3, not as rows.")
            .arg(table.text(), text(verb), text(place)),
        say("Make all sessions log rows (`SET GLOBAL binlog_format = 'ROW'`, sessions must connect anew), then reload "
            "the table."));
}

Failure partitionFailure(const TableId &table, const std::string &what, const BinlogPosition &place)
{
    return failure("mysql.partition-ddl",
        say("%1 at %2 added or removed rows of table %3 without logging them.")
            .arg(text(what), text(place), table.text()),
        say("Reload the table, or set `skipTableSuspensionForPartitionDdl` to true in `MySQLSettings` to go on without "
            "these rows."));
}

Failure unknownTableIdFailure(uint64_t tableId, const BinlogPosition &place)
{
    return failure("mysql.binlog.corrupt", say("The binlog holds rows at %1 that belong to no table.").arg(text(place)),
        reloadOrStart(), QStringLiteral("table id %1 without TABLE_MAP").arg(tableId));
}

Failure incidentFailure(const std::string &message, const BinlogPosition &place)
{
    return failure("mysql.binlog.incident",
        say("The server reports at %1 that changes are missing in its binlog.").arg(text(place)),
        say("Find the reason in the server's error log, then reload the task (start type `reload-target`)."),
        text(message));
}

Failure unknownEventFailure(int typeNumber, const BinlogPosition &place)
{
    return failure("mysql.binlog.event.unknown",
        say("The binlog holds an event at %1 that this version of Rowcast does not know and that must not be skipped.")
            .arg(text(place)),
        say("Use a version of Rowcast that knows this server's version. Until then, turn off the server's feature that "
            "writes such events."),
        QStringLiteral("event type %1").arg(typeNumber));
}

Failure undoneFailure(const BinlogPosition &place)
{
    return failure("mysql.transaction.undone",
        say("A transaction too large for memory was rolled back or left unfinished by the server at %1, after a part "
            "of "
            "its rows had been delivered.")
            .arg(text(place)),
        say("Reload the tables that it changed. More memory for the replication instance makes such transactions wait "
            "for their end."));
}

Failure unknownXaFailure(const std::string &xid, const BinlogPosition &place)
{
    return failure("mysql.xa.unknown",
        say("The XA transaction %1, committed at %2, was prepared before the position where this task began.")
            .arg(text(xid), text(place)),
        reloadOrStart());
}

Failure pendingXaFailure(const std::vector<std::string> &xids, int seconds)
{
    QStringList names;
    for (const std::string &xid : xids) {
        names.append(text(xid));
    }
    return failure("mysql.xa.pending",
        say("Prepared XA transactions were neither committed nor rolled back within %1 s: %2.")
            .arg(QString::number(seconds), names.join(QStringLiteral("; "))),
        say("End them with `XA COMMIT xid` or `XA ROLLBACK xid` (`XA RECOVER` lists them), then start again."));
}

Failure foreignFailure(const std::string &expected, const std::string &found)
{
    return failure("mysql.source.foreign",
        say("The checkpoint belongs to the server %1, but the endpoint now leads to %2, and without GTIDs a position "
            "of "
            "one server means nothing on another.")
            .arg(text(expected), text(found)),
        say("Let the endpoint lead to the server of before and resume. Or") + QLatin1Char(' ') + reloadOrStart());
}

Failure movedFailure(const std::string &before, const std::string &now)
{
    Failure moved = failure("mysql.endpoint.moved",
        say("The endpoint's address now leads to the server %1; the one that is read is %2.")
            .arg(text(now), text(before)),
        say("Nothing is to be done where this is a failover: the task goes on at the new server by GTIDs. Otherwise "
            "let "
            "the address lead to one server."));
    moved.retryable = true;
    return moved;
}

Failure gtidMissingFailure(const std::string &missing)
{
    return failure("mysql.gtid.missing",
        say("The server does not know transactions that this task has delivered already: it was reset, restored from a "
            "backup, or is not the successor of the one before."),
        say("If a replica is only behind, wait until it has caught up and resume.") + QLatin1Char(' ')
            + reloadOrStart(),
        text(missing));
}

Failure positionAheadFailure(const std::string &position, const std::string &end)
{
    return failure("mysql.binlog.position",
        say("The task is to go on from %1, but the server's binlog ends at %2 already.").arg(text(position), text(end)),
        reloadOrStart());
}

Failure resetFailure(const std::string &file)
{
    return failure("mysql.binlog.reset",
        say("The binlog file %1 is not the one that was read before: the server's binlogs were reset.").arg(text(file)),
        reloadOrStart());
}

Failure startPositionFailure(const std::string &position)
{
    return failure("mysql.start.invalid", say("\"%1\" is no position to start from.").arg(text(position)),
        say("Give a file and offset (`binlog.000024:373`), a checkpoint as DMS shows it (`checkpoint:V1#...`), or a "
            "GTID set."));
}

Failure startTimeFailure(const QString &oldest)
{
    return failure("mysql.start.time", say("No binlog of the server reaches back to the start time."),
        say("Choose a later time, or load the tables."), oldest);
}

Failure unstableFailure(const TableId &table)
{
    return failure("mysql.schema.unstable",
        say("The definition of table %1 kept changing while the task was starting.").arg(table.text()),
        say("Start again when the schema change is over."));
}

} // namespace rowcast::mysql
