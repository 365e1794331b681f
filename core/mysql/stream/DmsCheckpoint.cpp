// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/DmsCheckpoint.h"

#include "core/mysql/event/BinlogParser.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/server/RowCounter.h"

#include <QString>
#include <QStringList>

#include <map>

namespace rowcast::mysql {

std::optional<DmsCheckpoint> DmsCheckpoint::parse(const std::string &text)
{
    QString position = QString::fromStdString(text);
    if (position.startsWith(QStringLiteral("checkpoint:"))) {
        const QStringList parts = position.split(QLatin1Char('#'));
        position = parts.size() > 2 ? parts.at(2) : QString();
    }
    const QStringList fields = position.split(QLatin1Char(':'));
    if (fields.size() < 5 || !BinlogPosition::parse(fields.at(0).toStdString())) {
        return std::nullopt;
    }
    bool isStart = false;
    bool isRow = false;
    bool isEnd = false;
    bool isId = false;
    DmsCheckpoint checkpoint;
    checkpoint.file = fields.at(0).toStdString();
    checkpoint.start = fields.at(1).toULongLong(&isStart);
    checkpoint.row = fields.at(2).toLongLong(&isRow);
    checkpoint.end = fields.at(3).toULongLong(&isEnd);
    checkpoint.transactionId = fields.at(4).toULongLong(&isId);
    return isStart && isRow && isEnd && isId ? std::optional(checkpoint) : std::nullopt;
}

BinlogPosition DmsCheckpoint::transactionBegin() const
{
    constexpr uint64_t kLow32 = 0xFFFFFFFFU;
    // The id has the low half only; the BEGIN stands before the event, at most one wrap away.
    uint64_t offset = (start & ~kLow32) | (transactionId & kLow32);
    if (offset > start && offset > kLow32) {
        offset -= kLow32 + 1;
    }
    return {file, offset};
}

Result<uint64_t> DmsCheckpoint::rowsBefore(
    const ConnectionSettings &connection, bool hasChecksums, const std::stop_token &stop) const
{
    const BinlogPosition begin = transactionBegin();
    auto stream = BinlogStream::open(connection, {}, BinlogStart::at(begin.file, begin.offset), stop);
    if (!stream) {
        return stream.error();
    }
    BinlogParser parser;
    parser.expectChecksums(hasChecksums);
    PositionTracker positions(begin);
    std::map<uint64_t, RowCounter> counters;
    uint64_t rows = 0;
    while (true) {
        const auto bytes = (*stream)->next(stop);
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return rows;
        }
        auto event = parser.parse(**bytes);
        if (!event) {
            return event.error();
        }
        positions.see(*event);
        if (positions.file() != file || positions.begin() > start) {
            return rows;
        }
        if (const auto *map = std::get_if<TableMapEvent>(&event->body)) {
            auto counter = RowCounter::create(*map);
            if (!counter) {
                return counter.error();
            }
            counters.insert_or_assign(map->tableId, *std::move(counter));
        } else if (const auto *changes = std::get_if<RowsEvent>(&event->body)) {
            const auto counter = counters.find(changes->tableId);
            const auto count = counter != counters.end() ? counter->second.count(*changes) : Result<uint64_t>(0);
            if (!count) {
                return count.error();
            }
            rows += positions.begin() == start ? uint64_t(row) + 1 : *count;
        }
    }
}

} // namespace rowcast::mysql
