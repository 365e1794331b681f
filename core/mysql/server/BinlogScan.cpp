// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/BinlogScan.h"

#include "core/base/ByteReader.h"
#include "core/mysql/event/BinlogParser.h"

#include <utility>

namespace rowcast::mysql {

BinlogScan::BinlogScan(ConnectionSettings connection, bool hasChecksums)
    : m_connection(std::move(connection))
    , m_hasChecksums(hasChecksums)
{
}

Result<void> BinlogScan::run(const BinlogPosition &from, const std::optional<BinlogPosition> &until,
    const Visitor &visitor, const std::stop_token &stop) const
{
    return run(BinlogStart::at(from.file, from.offset), from, until, visitor, stop);
}

Result<void> BinlogScan::runAfter(
    const GtidSet &gtids, const BinlogPosition &until, const Visitor &visitor, const std::stop_token &stop) const
{
    return run(BinlogStart::afterMySqlGtids(gtids.text(), gtids.binary()), {}, until, visitor, stop);
}

Result<void> BinlogScan::run(const BinlogStart &start, const BinlogPosition &from,
    const std::optional<BinlogPosition> &until, const Visitor &visitor, const std::stop_token &stop) const
{
    auto stream = BinlogStream::open(m_connection, {}, start, stop);
    if (!stream) {
        return stream.error();
    }
    BinlogParser parser;
    parser.expectChecksums(m_hasChecksums);
    PositionTracker positions(from);
    while (!until || positions.position() < *until) {
        const auto bytes = (*stream)->next(stop);
        if (!bytes) {
            return bytes.error();
        }
        if (!*bytes) {
            return {};
        }
        const bool isWhole = (*bytes)->size() >= EventHeader::kBytes;
        if (isWhole && concernsRows(headerOf(**bytes).type())) {
            positions.see({headerOf(**bytes), UnknownEvent{}});
            continue;
        }
        parser.setPlace(positions.file(), positions.end());
        auto event = parser.parse(**bytes);
        if (!event) {
            return event.error();
        }
        positions.see(*event);
        const bool isBefore = (*stream)->beginsAtFileStart() && positions.position() <= from;
        if (!isBefore && !visitor(*event, positions.position())) {
            return {};
        }
    }
    return {};
}

bool concernsRows(EventType type)
{
    switch (type) {
    case EventType::TableMap:
    case EventType::WriteRowsV1:
    case EventType::UpdateRowsV1:
    case EventType::DeleteRowsV1:
    case EventType::WriteRows:
    case EventType::UpdateRows:
    case EventType::DeleteRows:
    case EventType::PartialUpdateRows:
    case EventType::MariaDbWriteRowsCompressedV1:
    case EventType::MariaDbUpdateRowsCompressedV1:
    case EventType::MariaDbDeleteRowsCompressedV1:
    case EventType::MariaDbWriteRowsCompressed:
    case EventType::MariaDbUpdateRowsCompressed:
    case EventType::MariaDbDeleteRowsCompressed:
        return true;
    default:
        return false;
    }
}

EventHeader headerOf(std::span<const uint8_t> bytes)
{
    ByteReader reader(bytes);
    EventHeader header;
    header.timestamp = reader.u32();
    header.typeNumber = reader.u8();
    header.serverId = reader.u32();
    header.eventBytes = reader.u32();
    header.logPosition = reader.u32();
    header.flags = reader.u16();
    return header;
}

} // namespace rowcast::mysql
