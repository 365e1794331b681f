// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadFailures.h"

#include <QCoreApplication>

namespace rowcast::mysql {

Failure unsteadyFailure(const TableId &table)
{
    return {.code = QStringLiteral("mysql.load.unsteady"),
        .cause = QCoreApplication::translate("MySqlLoad",
            "No chunk of %1 could be read as of one moment: the binlog has statements, partial row images or DDL for "
            "it all "
            "the time.")
                     .arg(table.text()),
        .remedy = QCoreApplication::translate("MySqlLoad",
            "Let the server log full row images: `SET GLOBAL binlog_format = ROW; SET GLOBAL binlog_row_image = "
            "FULL;`, or load "
            "at a quieter time."),
        .detail = {},
        .retryable = true};
}

Failure keylessBusyFailure(const TableId &table)
{
    return {.code = QStringLiteral("mysql.load.keyless-busy"),
        .cause = QCoreApplication::translate("MySqlLoad",
            "%1 has no key, and was changed all the time while a snapshot was tried: its rows cannot be told apart.")
                     .arg(table.text()),
        .remedy = QCoreApplication::translate("MySqlLoad",
            "Give the table a primary key, switch on GTIDs (`gtid_mode = ON`), or load at a quieter time."),
        .detail = {},
        .retryable = true};
}

Failure keyChangedFailure(const TableId &table)
{
    return {.code = QStringLiteral("mysql.load.key-changed"),
        .cause = QCoreApplication::translate("MySqlLoad", "The key of %1 was altered while the table was loading.")
                     .arg(table.text()),
        .remedy = QCoreApplication::translate(
            "MySqlLoad", "Reload the table: what was loaded by the old key cannot be continued."),
        .detail = {},
        .retryable = false};
}

} // namespace rowcast::mysql
