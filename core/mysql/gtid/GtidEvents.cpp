// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidEvents.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/ArchiveReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/gtid/GtidText.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

constexpr uint8_t kLogicalTimestamps = 2; // marks the two numbers of the dependency tracking
constexpr uint64_t kHasOriginalTime = uint64_t(1) << 55U;

// What MySQL 5.7 and 8.0 added behind the number; each part may be missing in older events.
void readGtidTail(ByteReader &reader, GtidEvent &event)
{
    if (reader.remaining() < 17 || reader.u8() != kLogicalTimestamps) {
        return;
    }
    event.lastCommitted = int64_t(reader.u64());
    event.sequenceNumber = int64_t(reader.u64());
    if (reader.remaining() < 7) {
        return;
    }
    const uint64_t immediate = reader.little(7);
    event.immediateCommitMicros = immediate & ~kHasOriginalTime;
    event.originalCommitMicros = (immediate & kHasOriginalTime) != 0 ? reader.little(7) : event.immediateCommitMicros;
    if (!reader.atEnd()) {
        event.transactionBytes = reader.lengthEncoded();
    }
}

// Fields of Gtid_event in the new form, by number.
enum class TaggedField : uint8_t {
    Flags = 0,
    Uuid = 1,
    Number = 2,
    Tag = 3,
    LastCommitted = 4,
    SequenceNumber = 5,
    ImmediateCommit = 6,
    OriginalCommit = 7,
    TransactionLength = 8,
    ImmediateServerVersion = 9,
    OriginalServerVersion = 10,
    CommitGroupTicket = 11,
};

void readUuid(ArchiveReader &archive, ByteReader &reader, GtidEvent &event)
{
    for (uint8_t &byte : event.uuid) {
        const uint64_t value = archive.unsignedNumber();
        if (value > 0xFF) {
            reader.fail();
        }
        byte = uint8_t(value);
    }
}

// False for a field this program does not know.
bool readTaggedField(TaggedField field, ArchiveReader &archive, ByteReader &reader, GtidEvent &event)
{
    switch (field) {
    case TaggedField::Uuid:
        readUuid(archive, reader, event);
        return true;
    case TaggedField::Number:
        event.number = uint64_t(archive.signedNumber());
        return true;
    case TaggedField::Tag:
        event.tag = archive.text();
        return true;
    case TaggedField::LastCommitted:
        event.lastCommitted = archive.signedNumber();
        return true;
    case TaggedField::SequenceNumber:
        event.sequenceNumber = archive.signedNumber();
        return true;
    case TaggedField::ImmediateCommit:
        event.immediateCommitMicros = archive.unsignedNumber();
        return true;
    case TaggedField::OriginalCommit:
        event.originalCommitMicros = archive.unsignedNumber();
        return true;
    case TaggedField::TransactionLength:
        event.transactionBytes = archive.unsignedNumber();
        return true;
    case TaggedField::Flags:
    case TaggedField::ImmediateServerVersion:
    case TaggedField::OriginalServerVersion:
    case TaggedField::CommitGroupTicket:
        archive.unsignedNumber();
        return true;
    }
    return false;
}

} // namespace

Result<GtidEvent> parseGtid(std::span<const uint8_t> body, bool isAnonymous)
{
    ByteReader reader(body);
    GtidEvent event;
    event.isAnonymous = isAnonymous;
    reader.skip(1); // flags: may hold statements of statement format
    const auto uuid = reader.bytes(event.uuid.size());
    std::copy(uuid.begin(), uuid.end(), event.uuid.begin());
    event.number = reader.u64();
    if (reader.ok()) {
        readGtidTail(reader, event);
    }
    if (!reader.ok() || (!isAnonymous && event.number == 0)) {
        return corruptFailure(QStringLiteral("GTID event is wrong or ends early"));
    }
    return event;
}

Result<GtidEvent> parseTaggedGtid(std::span<const uint8_t> body)
{
    ByteReader reader(body);
    ArchiveReader archive(reader);
    GtidEvent event;
    const uint64_t version = archive.unsignedNumber();
    archive.unsignedNumber(); // bytes of the whole
    const uint64_t lastNeeded = archive.unsignedNumber(); // fields up to this one must be understood
    while (reader.ok() && !reader.atEnd()) {
        const uint64_t field = archive.unsignedNumber();
        const bool isKnown = field <= static_cast<uint64_t>(TaggedField::CommitGroupTicket)
            && readTaggedField(static_cast<TaggedField>(field), archive, reader, event);
        if (!isKnown) {
            if (field <= lastNeeded) {
                reader.fail();
            }
            break;
        }
    }
    const bool isTagRight = event.tag.empty() || isGtidTag(event.tag);
    if (!reader.ok() || version != 1 || event.number == 0 || !isTagRight) {
        return corruptFailure(QStringLiteral("GTID_TAGGED event of version %1 is wrong or ends early").arg(version));
    }
    if (event.originalCommitMicros == 0) {
        event.originalCommitMicros = event.immediateCommitMicros;
    }
    return event;
}

Result<MariaDbGtidEvent> parseMariaDbGtid(std::span<const uint8_t> body, uint32_t serverId)
{
    ByteReader reader(body);
    MariaDbGtidEvent event;
    event.server = serverId;
    event.sequence = reader.u64();
    event.domain = reader.u32();
    event.flags = reader.u8();
    if ((event.flags & MariaDbGtidEvent::kGroupCommitId) != 0) {
        event.commitId = reader.u64();
    }
    if (event.preparesXa() || event.completesXa()) {
        event.xaFormat = reader.u32();
        const uint8_t global = reader.u8();
        const uint8_t branch = reader.u8();
        event.xaGlobal = reader.text(global);
        event.xaBranch = reader.text(branch);
    }
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("MariaDB GTID event ends early"));
    }
    return event;
}

Result<GtidListEvent> parseGtidList(std::span<const uint8_t> body)
{
    constexpr uint32_t kCountBits = 28;
    constexpr size_t kEntryBytes = 16;
    ByteReader reader(body);
    const uint32_t countAndFlags = reader.u32();
    GtidListEvent event;
    event.flags = uint8_t(countAndFlags >> kCountBits);
    event.count = countAndFlags & ((1U << kCountBits) - 1);
    event.entries = reader.bytes(event.count * kEntryBytes);
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("GTID_LIST event ends early"));
    }
    return event;
}

} // namespace rowcast::mysql
