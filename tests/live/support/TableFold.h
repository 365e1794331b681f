// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/DmsMessage.h"
#include "tests/live/support/SqlClient.h"
#include "tests/live/support/TopicContent.h"

#include <QStringList>

namespace rowcast {

// What a consumer knows of one table after applying a topic's messages in their order, the way DMS's consumers do:
// load, insert and update set a row, delete removes it, drop-table and truncate-table empty it. The topic has one
// partition, or all messages of a row the same key.
struct TableFold {
    std::map<QByteArray, RowTexts> rows; // by the key columns' texts, joined with '|'
    QStringList anomalies; // a row inserted that is there, a row changed or deleted that is not, an unreadable value
    int loads = 0;
    int inserts = 0;
    int updates = 0;
    int deletes = 0;
    QStringList controls; // operations of control records in their order

    // Data messages in all; equal to the source's committed changes where each is there exactly once.
    [[nodiscard]] int dataMessages() const { return loads + inserts + updates + deletes; }
};

enum class PartialUpdates : uint8_t {
    Replace, // an update is the whole row
    Merge, // columns that it lacks stay as they were: row images that are not FULL
};

[[nodiscard]] TableFold foldTable(const QList<TopicMessage> &messages, const QByteArray &schema,
    const QByteArray &table, const QList<QByteArray> &keyColumns, PartialUpdates updates = PartialUpdates::Replace);

// Behind the name of each further row that is equal to one of a table without a key.
inline const QByteArray kAgain = " (again)";

// A row's name in TableFold::rows.
[[nodiscard]] QByteArray keyOf(const RowTexts &row, const QList<QByteArray> &keyColumns);

// Compares with a SELECT whose columns are named and formatted as in the messages, row by row; each difference is one
// line; empty: equal.
[[nodiscard]] QStringList differences(const TableFold &fold, SqlClient &sql, const QByteArray &select,
    const QList<QByteArray> &columns, const QList<QByteArray> &keyColumns);

} // namespace rowcast
