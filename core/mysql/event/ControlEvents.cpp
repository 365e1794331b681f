// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/ControlEvents.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"

#include <charconv>

namespace rowcast::mysql {

namespace {

constexpr size_t kChecksumBytes = 4;
constexpr uint8_t kChecksumCrc32 = 1;

// "8.0.33-log" is 80033.
uint32_t versionNumber(std::string_view version)
{
    uint32_t number = 0;
    for (int part = 0; part < 3; ++part) {
        uint32_t value = 0;
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), value);
        number = number * 100 + (error == std::errc() && value < 100 ? value : 0);
        version.remove_prefix(size_t(end - version.data()));
        if (!version.empty()) {
            version.remove_prefix(1);
        }
    }
    return number;
}

bool knowsChecksums(const FormatDescriptionEvent &event)
{
    constexpr uint32_t kMySql = 50601;
    constexpr uint32_t kMariaDb = 50300;
    return versionNumber(event.serverVersion) >= (event.isMariaDb ? kMariaDb : kMySql);
}

RotateEvent parseRotate(const EventHeader &header, ByteReader &reader)
{
    RotateEvent event;
    event.position = reader.u64();
    event.file = reader.text(reader.remaining());
    event.isArtificial = header.isArtificial() || header.logPosition == 0;
    return event;
}

XaPrepareEvent parseXaPrepare(ByteReader &reader)
{
    XaPrepareEvent event;
    event.isOnePhase = reader.u8() != 0;
    event.format = reader.u32();
    const uint32_t global = reader.u32();
    const uint32_t branch = reader.u32();
    event.global = reader.text(global);
    event.branch = reader.text(branch);
    return event;
}

HeartbeatEvent parseHeartbeat(const EventHeader &header, ByteReader &reader)
{
    HeartbeatEvent event;
    event.file = reader.text(reader.remaining());
    event.position = header.logPosition;
    return event;
}

HeartbeatEvent parseHeartbeatV2(ByteReader &reader)
{
    enum class Field : uint8_t { End = 0, File = 1, Position = 2 };
    HeartbeatEvent event;
    event.is64Bit = true;
    while (reader.ok() && !reader.atEnd()) {
        const auto field = static_cast<Field>(reader.lengthEncoded());
        if (field == Field::End) {
            break;
        }
        ByteReader value(reader.bytes(reader.lengthEncoded()));
        if (field == Field::File) {
            event.file = value.text(value.remaining());
        } else if (field == Field::Position) {
            event.position = value.lengthEncoded();
        }
        if (!value.ok()) {
            reader.fail();
        }
    }
    return event;
}

IncidentEvent parseIncident(ByteReader &reader)
{
    IncidentEvent event;
    event.number = reader.u16();
    event.message = reader.atEnd() ? std::string_view() : reader.text(reader.u8());
    return event;
}

StartEncryptionEvent parseStartEncryption(ByteReader &reader)
{
    StartEncryptionEvent event;
    event.scheme = reader.u8();
    event.keyVersion = reader.u32();
    return event;
}

std::optional<EventBody> parseSmall(const EventHeader &header, ByteReader &reader)
{
    switch (header.type()) {
    case EventType::Rotate:
        return parseRotate(header, reader);
    case EventType::Xid:
        return XidEvent{reader.u64()};
    case EventType::XaPrepare:
        return parseXaPrepare(reader);
    case EventType::PreviousGtids:
        return PreviousGtidsEvent{reader.rest()};
    case EventType::Heartbeat:
        return parseHeartbeat(header, reader);
    case EventType::HeartbeatV2:
        return parseHeartbeatV2(reader);
    case EventType::Incident:
        return parseIncident(reader);
    case EventType::RowsQuery:
        reader.skip(1); // the low byte of the length: the rest is the text
        return RowsQueryEvent{reader.text(reader.remaining())};
    case EventType::MariaDbAnnotateRows:
        return RowsQueryEvent{reader.text(reader.remaining())};
    case EventType::Stop:
        return StopEvent{};
    case EventType::MariaDbBinlogCheckpoint:
        return BinlogCheckpointEvent{reader.text(reader.u32())};
    case EventType::MariaDbStartEncryption:
        return parseStartEncryption(reader);
    default:
        return std::nullopt;
    }
}

} // namespace

Result<std::optional<EventBody>> parseControlEvent(const EventHeader &header, std::span<const uint8_t> body)
{
    ByteReader reader(body);
    auto event = parseSmall(header, reader);
    if (!reader.ok()) {
        const auto name = eventTypeName(header.type());
        return corruptFailure(
            QStringLiteral("%1 event ends early").arg(QLatin1String(name.data(), qsizetype(name.size()))));
    }
    return event;
}

Result<FormatDescriptionEvent> parseFormatDescription(std::span<const uint8_t> body)
{
    constexpr size_t kVersionBytes = 50;
    constexpr size_t kMariaDbTypes = 160;
    ByteReader reader(body);
    FormatDescriptionEvent event;
    event.binlogVersion = reader.u16();
    const std::string_view version = reader.text(kVersionBytes);
    event.serverVersion = version.substr(0, version.find('\0'));
    event.createTimestamp = reader.u32();
    const uint8_t headerBytes = reader.u8();
    event.postHeaderBytes = reader.rest();
    event.isMariaDb = event.serverVersion.find("MariaDB") != std::string_view::npos
        || event.postHeaderBytes.size() >= kMariaDbTypes;
    if (!reader.ok() || headerBytes != EventHeader::kBytes || event.binlogVersion != 4) {
        return corruptFailure(QStringLiteral("FORMAT_DESCRIPTION event of binlog version %1").arg(event.binlogVersion));
    }
    if (knowsChecksums(event)) {
        if (event.postHeaderBytes.size() < kChecksumBytes + 1) {
            return corruptFailure(QStringLiteral("FORMAT_DESCRIPTION event ends early"));
        }
        const size_t sizes = event.postHeaderBytes.size() - kChecksumBytes - 1;
        event.hasChecksums = event.postHeaderBytes[sizes] == kChecksumCrc32;
        event.postHeaderBytes = event.postHeaderBytes.first(sizes);
    }
    return event;
}

} // namespace rowcast::mysql
