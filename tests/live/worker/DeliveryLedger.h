// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

#include <QJsonObject>

#include <utility>

namespace rowcast::tests {

inline const QStringList kChanges{
    QStringLiteral("AppliedInserts"), QStringLiteral("AppliedUpdates"), QStringLiteral("AppliedDeletes")};

// Rows of all tables that a worker's statistics line says were delivered; -1 for other lines.
[[nodiscard]] qint64 deliveredRows(
    const QJsonObject &line, const QStringList &counters = kChanges + QStringList{QStringLiteral("FullLoadRows")});

struct DeliveryCount {
    int committed = 0; // changes of rows in the binlog
    int messages = 0; // of changes, for a read_committed reader
    int lost = 0; // committed changes without a message
    int doubled = 0; // messages of a change that an earlier one told
    int outOfOrder = 0; // first messages of a change, behind that of a later one
    // Milliseconds of sending that were told again at once, at most: how much one strike made the task repeat.
    int64_t longestRepeat = 0;

    // A line of a story's table, and the table of such lines.
    [[nodiscard]] QString line(const QString &fault, int strikes, qint64 milliseconds) const;
    [[nodiscard]] static QString table(const QStringList &lines);
};

// What MySQL's binlog holds from a moment on, against what a topic of one partition tells (both as they are, without
// the code under test). For statements of one row each, as BusyWriters' are, of a task that writes stream positions.
class DeliveryLedger {
public:
    // Begins at the end of the binlog as it is now.
    static Result<DeliveryLedger> open(const LiveServers &servers);

    Result<DeliveryCount> count(const LiveServers &servers, const QString &brokers, const QString &topic) const;

private:
    using Place = std::pair<QByteArray, qint64>; // file, and where in it an event begins
    explicit DeliveryLedger(Place begin)
        : m_begin(std::move(begin))
    {
    }
    Result<QList<Place>> committed(const LiveServers &servers) const;

    Place m_begin;
};

} // namespace rowcast::tests
