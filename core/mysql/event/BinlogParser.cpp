// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/BinlogParser.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/bytes/MariaDbCompression.h"
#include "core/mysql/event/ControlEvents.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace rowcast::mysql {

namespace {

constexpr size_t kChecksumBytes = 4;
constexpr size_t kFlagsOffset = 17;

EventHeader readHeader(std::span<const uint8_t> bytes)
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

// Of all but the checksum itself. A FORMAT_DESCRIPTION is marked "in use" after its checksum was made.
uint32_t checksumOf(const EventHeader &header, std::span<const uint8_t> bytes)
{
    constexpr uint8_t kInUse = 0x01;
    if (header.type() != EventType::FormatDescription || bytes.size() <= kFlagsOffset) {
        return uint32_t(crc32_z(crc32_z(0, nullptr, 0), bytes.data(), bytes.size()));
    }
    const auto flags = uint8_t(bytes[kFlagsOffset] & ~kInUse);
    uLong sum = crc32_z(crc32_z(0, nullptr, 0), bytes.data(), kFlagsOffset);
    sum = crc32_z(sum, &flags, 1);
    return uint32_t(crc32_z(sum, bytes.data() + kFlagsOffset + 1, bytes.size() - kFlagsOffset - 1));
}

RowsEventShape shapeOf(EventType type)
{
    switch (type) {
    case EventType::WriteRowsV1:
        return {RowsKind::Write, false, false, 8};
    case EventType::UpdateRowsV1:
        return {RowsKind::Update, false, false, 8};
    case EventType::DeleteRowsV1:
        return {RowsKind::Delete, false, false, 8};
    case EventType::WriteRows:
        return {RowsKind::Write, true, false, 10};
    case EventType::UpdateRows:
        return {RowsKind::Update, true, false, 10};
    case EventType::DeleteRows:
        return {RowsKind::Delete, true, false, 10};
    case EventType::MariaDbWriteRowsCompressedV1:
        return {RowsKind::Write, false, true, 8};
    case EventType::MariaDbUpdateRowsCompressedV1:
        return {RowsKind::Update, false, true, 8};
    case EventType::MariaDbDeleteRowsCompressedV1:
        return {RowsKind::Delete, false, true, 8};
    case EventType::MariaDbWriteRowsCompressed:
        return {RowsKind::Write, true, true, 10};
    case EventType::MariaDbUpdateRowsCompressed:
        return {RowsKind::Update, true, true, 10};
    case EventType::MariaDbDeleteRowsCompressed:
        return {RowsKind::Delete, true, true, 10};
    default:
        return {RowsKind::PartialUpdate, true, false, 10};
    }
}

// What a parser of one kind gave, as one of all kinds.
template <typename T> Result<EventBody> asBody(Result<T> result)
{
    if (!result) {
        return result.error();
    }
    return EventBody(std::move(*result));
}

} // namespace

void BinlogParser::setPlace(std::string file, uint64_t offset)
{
    m_file = std::move(file);
    m_offset = offset;
}

Result<BinlogEvent> BinlogParser::parse(std::span<const uint8_t> bytes)
{
    if (bytes.size() < EventHeader::kBytes) {
        return corrupt(QStringLiteral("event of %1 bytes, less than a header").arg(bytes.size()));
    }
    const EventHeader header = readHeader(bytes);
    if (header.eventBytes != bytes.size()) {
        return corrupt(
            QStringLiteral("event says it has %1 bytes, but %2 came").arg(header.eventBytes).arg(bytes.size()));
    }
    auto body = withoutChecksum(header, bytes);
    if (!body) {
        return body.error();
    }
    return parseBody(header, body->subspan(EventHeader::kBytes));
}

Result<BinlogEvent> BinlogParser::parseInner(std::span<const uint8_t> bytes)
{
    if (bytes.size() < EventHeader::kBytes) {
        return corrupt(QStringLiteral("inner event of %1 bytes, less than a header").arg(bytes.size()));
    }
    const EventHeader header = readHeader(bytes);
    if (header.type() == EventType::TransactionPayload || header.type() == EventType::FormatDescription) {
        return corrupt(QStringLiteral("event of type %1 inside a TRANSACTION_PAYLOAD").arg(header.typeNumber));
    }
    return parseBody(header, bytes.subspan(EventHeader::kBytes));
}

// Header and body; verified where there is a checksum. FORMAT_DESCRIPTION keeps it: its own parser looks there.
Result<std::span<const uint8_t>> BinlogParser::withoutChecksum(
    const EventHeader &header, std::span<const uint8_t> bytes) const
{
    bool hasChecksum = m_hasChecksums;
    const bool isFormat = header.type() == EventType::FormatDescription;
    if (isFormat) {
        const auto format = parseFormatDescription(bytes.subspan(EventHeader::kBytes));
        if (!format) {
            return placed(format.error());
        }
        hasChecksum = format->hasChecksums;
    }
    if (!hasChecksum) {
        return bytes;
    }
    if (bytes.size() < EventHeader::kBytes + kChecksumBytes) {
        return corrupt(QStringLiteral("event of %1 bytes has no room for its checksum").arg(bytes.size()));
    }
    const auto checked = bytes.first(bytes.size() - kChecksumBytes);
    ByteReader stated(bytes.last(kChecksumBytes));
    if (checksumOf(header, checked) != stated.u32()) {
        return corrupt(QStringLiteral("checksum of an event of type %1, %2 bytes, does not fit")
                           .arg(header.typeNumber)
                           .arg(bytes.size()));
    }
    return isFormat ? bytes : checked;
}

Result<BinlogEvent> BinlogParser::parseBody(const EventHeader &header, std::span<const uint8_t> body)
{
    auto typed = parseTyped(header, body);
    if (!typed) {
        return placed(typed.error());
    }
    return BinlogEvent{header, std::move(*typed)};
}

Result<EventBody> BinlogParser::parseTyped(const EventHeader &header, std::span<const uint8_t> body)
{
    switch (const EventType type = header.type()) {
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
        return parseRowsBody(type, body);
    case EventType::TableMap: {
        auto map = parseTableMap(body, postHeaderBytes(type, 8));
        if (map) {
            map->isMariaDb = m_isMariaDb;
        }
        return asBody(std::move(map));
    }
    case EventType::Query:
    case EventType::MariaDbQueryCompressed:
    case EventType::ExecuteLoadQuery:
        return parseQueryBody(type, body);
    case EventType::FormatDescription:
        return parseFormat(body);
    case EventType::Gtid:
    case EventType::AnonymousGtid:
        return asBody(parseGtid(body, type == EventType::AnonymousGtid));
    case EventType::TaggedGtid:
        return asBody(parseTaggedGtid(body));
    case EventType::MariaDbGtid:
        return asBody(parseMariaDbGtid(body, header.serverId));
    case EventType::MariaDbGtidList:
        return asBody(parseGtidList(body));
    case EventType::TransactionPayload:
        return asBody(parseTransactionPayload(body));
    case EventType::TransactionContext:
    case EventType::ViewChange:
        return EventBody(GroupReplicationEvent{});
    case EventType::Intvar:
    case EventType::Rand:
    case EventType::UserVar:
    case EventType::Load:
    case EventType::Slave:
    case EventType::CreateFile:
    case EventType::AppendBlock:
    case EventType::ExecLoad:
    case EventType::DeleteFile:
    case EventType::NewLoad:
    case EventType::BeginLoadQuery:
        return EventBody(StatementPartEvent{});
    default:
        break;
    }
    auto control = parseControlEvent(header, body);
    if (!control) {
        return control.error();
    }
    const bool isIgnorable = header.isIgnorable() || header.type() == EventType::Ignorable;
    return *control ? **control : EventBody(UnknownEvent{header.typeNumber, isIgnorable});
}

Result<EventBody> BinlogParser::parseRowsBody(EventType type, std::span<const uint8_t> body)
{
    RowsEventShape shape = shapeOf(type);
    shape.postHeaderBytes = postHeaderBytes(type, shape.postHeaderBytes);
    auto event = parseRows(body, shape);
    if (event && shape.isCompressed) {
        if (auto plain = decompressMariaDbEvent(event->rows, m_buffer); !plain) {
            return plain.error();
        }
        event->rows = m_buffer;
    }
    return asBody(std::move(event));
}

Result<EventBody> BinlogParser::parseQueryBody(EventType type, std::span<const uint8_t> body)
{
    constexpr size_t kQueryPostHeader = 13;
    constexpr size_t kLoadPostHeader = 26;
    const bool isLoad = type == EventType::ExecuteLoadQuery;
    const size_t stated = isLoad ? postHeaderBytes(type, kLoadPostHeader) : kQueryPostHeader;
    auto event = parseQuery(body, std::max(stated, kQueryPostHeader) - kQueryPostHeader);
    if (event && type == EventType::MariaDbQueryCompressed) {
        const std::span compressed(reinterpret_cast<const uint8_t *>(event->text.data()), event->text.size());
        if (auto plain = decompressMariaDbEvent(compressed, m_buffer); !plain) {
            return plain.error();
        }
        event->text = {reinterpret_cast<const char *>(m_buffer.data()), m_buffer.size()};
    }
    return asBody(std::move(event));
}

Result<EventBody> BinlogParser::parseFormat(std::span<const uint8_t> body)
{
    auto event = parseFormatDescription(body);
    if (event) {
        m_hasChecksums = event->hasChecksums;
        m_isMariaDb = event->isMariaDb;
        m_postHeaderBytes.assign(event->postHeaderBytes.begin(), event->postHeaderBytes.end());
    }
    return asBody(std::move(event));
}

size_t BinlogParser::postHeaderBytes(EventType type, size_t standard) const
{
    const auto number = static_cast<size_t>(type);
    const size_t stated = number <= m_postHeaderBytes.size() ? m_postHeaderBytes[number - 1] : 0;
    return stated == 0 ? standard : stated;
}

Failure BinlogParser::placed(Failure failure) const
{
    const QString place
        = m_file.empty() ? QString() : QStringLiteral("%1:%2").arg(QString::fromStdString(m_file)).arg(m_offset);
    return atPlace(std::move(failure), place);
}

Failure BinlogParser::corrupt(const QString &what) const
{
    return placed(corruptFailure(what));
}

} // namespace rowcast::mysql
