// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/MessageFailures.h"

#include <QCoreApplication>

namespace rowcast {

namespace {

QString tableText(const Change &change)
{
    return change.schema == nullptr ? QString() : change.schema->id.text();
}

} // namespace

Failure rowMismatchFailure(const Change &change)
{
    const qulonglong columns = change.schema == nullptr ? 0 : change.schema->columns.size();
    return {.code = QStringLiteral("message.row.mismatch"),
        .cause = QCoreApplication::translate(
            "MessageEncoder", "A row of %1 does not have the columns that the table's known definition has.")
                     .arg(tableText(change)),
        .remedy = QCoreApplication::translate(
            "MessageEncoder", "Reload the table: its definition changed in a way that Rowcast did not follow."),
        .detail = QStringLiteral("%1 columns, before image %2, after image %3")
                      .arg(columns)
                      .arg(qulonglong(change.before.size()))
                      .arg(qulonglong(change.after.size())),
        .retryable = false};
}

Failure keyMissingFailure(const Change &change)
{
    return {.code = QStringLiteral("message.key.missing"),
        .cause = QCoreApplication::translate("MessageEncoder",
            "The binary log holds a change of %1 without a column of the primary key, so the message has no key.")
                     .arg(tableText(change)),
        .remedy = QCoreApplication::translate("MessageEncoder",
            "Let the server log whole rows: `SET GLOBAL binlog_row_image = 'FULL'`, then reload the table."),
        .detail = {},
        .retryable = false};
}

Failure checkpointTopicFailure(const TableId &table, const std::string &topic)
{
    return {.code = QStringLiteral("message.topic.checkpoint"),
        .cause
        = QCoreApplication::translate("MessageEncoder", "The topic pattern sends %1 to %2, where the checkpoints lie.")
              .arg(table.text(), QString::fromStdString(topic)),
        .remedy = QCoreApplication::translate("MessageEncoder",
            "Give the checkpoints another topic (`CheckpointTopic`), or change `TopicPattern`, and reload the tables."),
        .detail = {},
        .retryable = false};
}

} // namespace rowcast
