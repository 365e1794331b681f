// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/change/TableId.h"
#include "core/mysql/event/BinlogPosition.h"

#include <QString>

#include <string>
#include <vector>

// What can go wrong on the way from a server's binlog to changes, told to a person: one function per failure code. How
// a connection, a dump or a byte fails is told by Failures.h and DecodingFailures.h.
namespace rowcast::mysql {

// Of one table: it is suspended or the task ends, as the error settings say.
// "mysql.schema.unknown": rows came whose layout is not known; why: plain English, may be empty.
[[nodiscard]] Failure unknownLayoutFailure(const TableId &table, const std::string &why);
// The same code: the catalogue showed no such table when the task read it.
[[nodiscard]] Failure unseenTableFailure(const TableId &table);
// "mysql.statement-format": changed by a statement instead of row events.
[[nodiscard]] Failure statementFormatFailure(
    const TableId &table, const std::string &verb, const BinlogPosition &place);
// "mysql.partition-ddl": rows came or went without row events.
[[nodiscard]] Failure partitionFailure(const TableId &table, const std::string &what, const BinlogPosition &place);

// Of the whole stream.
// "mysql.binlog.corrupt"
[[nodiscard]] Failure unknownTableIdFailure(uint64_t tableId, const BinlogPosition &place);
// "mysql.binlog.incident": the server says that it could not log something.
[[nodiscard]] Failure incidentFailure(const std::string &message, const BinlogPosition &place);
// "mysql.binlog.event.unknown"
[[nodiscard]] Failure unknownEventFailure(int typeNumber, const BinlogPosition &place);
// "mysql.transaction.undone": rows of a large transaction were handed over that then was rolled back or not finished.
[[nodiscard]] Failure undoneFailure(const BinlogPosition &place);
// "mysql.xa.unknown": XA COMMIT of a transaction whose rows lie before the start of the task.
[[nodiscard]] Failure unknownXaFailure(const std::string &xid, const BinlogPosition &place);
// "mysql.xa.pending": prepared transactions hold the start back.
[[nodiscard]] Failure pendingXaFailure(const std::vector<std::string> &xids, int seconds);

// Of a start or resume.
// "mysql.source.foreign": file and offset belong to another server, and there are no GTIDs to go by.
[[nodiscard]] Failure foreignFailure(const std::string &expected, const std::string &found);
// "mysql.endpoint.moved": another server answers at the endpoint's address than the one that is read. Retryable.
[[nodiscard]] Failure movedFailure(const std::string &before, const std::string &now);
// "mysql.gtid.missing": the server lacks transactions that were delivered (reset, restored, or behind).
[[nodiscard]] Failure gtidMissingFailure(const std::string &missing);
// "mysql.binlog.reset": a file of this name is there, but it is not the one that was read.
[[nodiscard]] Failure resetFailure(const std::string &file);
// "mysql.binlog.position": where the task goes on lies past the end of the server's binlog; both "binlog.000007:4".
[[nodiscard]] Failure positionAheadFailure(const std::string &position, const std::string &end);
// "mysql.start.invalid": CdcStartPosition is nothing known.
[[nodiscard]] Failure startPositionFailure(const std::string &position);
// "mysql.start.time": no binlog reaches back (or forward) to the time.
[[nodiscard]] Failure startTimeFailure(const QString &oldest);
// "mysql.schema.unstable": DDL on the selected tables again and again while the task starts.
[[nodiscard]] Failure unstableFailure(const TableId &table);

} // namespace rowcast::mysql
