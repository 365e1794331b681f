// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/worker/DeliveryLedger.h"

#include "tests/live/support/DmsMessage.h"
#include "tests/live/support/TopicContent.h"

#include <QJsonArray>

#include <map>
#include <set>

namespace rowcast::tests {

namespace {

constexpr std::chrono::minutes kReadTimeout(5);

QByteArray field(const SqlRow &row, qsizetype column)
{
    return row.value(column).value_or(QByteArray());
}

// "file:begin of the event:row of the event:..."; empty for messages of the full load and control records.
QList<QByteArray> streamPosition(const TopicMessage &raw)
{
    const auto message = raw.value ? parseDmsMessage(*raw.value) : std::nullopt;
    if (!message || message->recordType != "data" || message->operation == "load") {
        return {};
    }
    const auto found = message->metadata.find("stream-position");
    return found == message->metadata.end() ? QList<QByteArray>()
                                            : found->second.value_or(QByteArray()).split(':').mid(0, 3);
}

} // namespace

qint64 deliveredRows(const QJsonObject &line, const QStringList &counters)
{
    if (line[QLatin1String("event")] != QLatin1String("statistics")) {
        return -1;
    }
    qint64 rows = 0;
    for (const QJsonValue &table : line[QLatin1String("TableStatistics")].toArray()) {
        for (const QString &counter : counters) {
            rows += table[counter].toInteger();
        }
    }
    return rows;
}

QString DeliveryCount::line(const QString &fault, int strikes, qint64 milliseconds) const
{
    return QStringLiteral("%1 | %2 | %3 | %4 | %5 | %6 | %7")
        .arg(fault, -31)
        .arg(strikes, 7)
        .arg(messages, 8)
        .arg(lost, 4)
        .arg(doubled, 7)
        .arg(outOfOrder, 12)
        .arg(milliseconds / 1000, 7);
}

QString DeliveryCount::table(const QStringList &lines)
{
    return QStringLiteral("\nfault                           | strikes | messages | lost | doubled | out of order | "
                          "seconds\n")
        + lines.join(QLatin1Char('\n'));
}

Result<DeliveryLedger> DeliveryLedger::open(const LiveServers &servers)
{
    auto sql = servers.sql();
    const auto end = sql ? sql->query("SHOW MASTER STATUS") : Result<QList<SqlRow>>(sql.error());
    if (!end) {
        return end.error();
    }
    return DeliveryLedger({field(end->value(0), 0), field(end->value(0), 1).toLongLong()});
}

Result<QList<DeliveryLedger::Place>> DeliveryLedger::committed(const LiveServers &servers) const
{
    auto sql = servers.sql();
    const auto files = sql ? sql->query("SHOW BINARY LOGS") : Result<QList<SqlRow>>(sql.error());
    if (!files) {
        return files.error();
    }
    QList<Place> places;
    for (const SqlRow &file : *files) {
        const QByteArray name = field(file, 0);
        if (name < m_begin.first) {
            continue;
        }
        const QByteArray from = name == m_begin.first ? " FROM " + QByteArray::number(m_begin.second) : QByteArray();
        const auto events = sql->query("SHOW BINLOG EVENTS IN '" + name + '\'' + from);
        if (!events) {
            return events.error();
        }
        for (const SqlRow &event : *events) {
            if (field(event, 2).endsWith("_rows")) {
                places.append({name, field(event, 1).toLongLong()});
            }
        }
    }
    return places;
}

Result<DeliveryCount> DeliveryLedger::count(
    const LiveServers &servers, const QString &brokers, const QString &topic) const
{
    const auto places = committed(servers);
    if (!places) {
        return places.error();
    }
    DeliveryCount count{.committed = int(places->size())};
    std::map<QList<QByteArray>, int64_t> known; // changes, and when each was first sent
    std::set<Place> told; // events
    Place newest;
    int64_t newestTime = 0;
    const auto read = visitTopic(
        brokers, topic,
        [&](const TopicMessage &message) {
            const QList<QByteArray> change = streamPosition(message);
            const Place place(change.value(0), change.value(1).toLongLong());
            if (place < m_begin) {
                return;
            }
            ++count.messages;
            told.insert(place);
            const auto [first, isNew] = known.emplace(change, message.timestampMillis);
            if (!isNew) {
                ++count.doubled;
                count.longestRepeat = std::max(count.longestRepeat, newestTime - first->second);
            } else if (place < newest) {
                ++count.outOfOrder;
            } else {
                newest = place;
                newestTime = message.timestampMillis;
            }
        },
        kReadTimeout);
    if (!read) {
        return read.error();
    }
    for (const Place &place : *places) {
        count.lost += told.count(place) == 0 ? 1 : 0;
    }
    return count;
}

} // namespace rowcast::tests
