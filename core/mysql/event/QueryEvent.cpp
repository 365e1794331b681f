// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/QueryEvent.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"

namespace rowcast::mysql {

namespace {

// Status variables (MySQL: Query_event::Query_event_post_header_status_vars; MariaDB's own from 128).
enum class Status : uint8_t {
    Flags2 = 0,
    SqlMode = 1,
    Catalog = 2,
    AutoIncrement = 3,
    Charset = 4,
    TimeZone = 5,
    CatalogWithoutZero = 6,
    LcTimeNames = 7,
    CharsetDatabase = 8,
    TableMapForUpdate = 9,
    MasterDataWritten = 10,
    Invoker = 11,
    UpdatedDatabases = 12,
    Microseconds = 13,
    CommitTimestamp = 14,
    CommitTimestamp2 = 15,
    ExplicitDefaultsForTimestamp = 16,
    DdlLoggedWithXid = 17,
    DefaultCollationForUtf8mb4 = 18,
    SqlRequirePrimaryKey = 19,
    DefaultTableEncryption = 20,
    MariaDbHighResolutionNow = 128,
    MariaDbXid = 129,
    MariaDbGtidFlags = 130,
};

void skipUpdatedDatabases(ByteReader &reader)
{
    constexpr uint8_t kTooMany = 254;
    const uint8_t count = reader.u8();
    for (uint8_t i = 0; count != kTooMany && i < count && reader.ok(); ++i) {
        while (reader.ok() && reader.u8() != 0) { }
    }
}

void readMariaDbGtidFlags(ByteReader &reader, QueryEvent &event)
{
    constexpr uint8_t kHasStartSequence = 4 | 8; // COMMIT ALTER, ROLLBACK ALTER name the ALTER that they end
    event.mariaDbGtidFlags = reader.u8();
    if ((*event.mariaDbGtidFlags & kHasStartSequence) != 0) {
        reader.skip(8);
    }
}

void readCharset(ByteReader &reader, QueryEvent &event)
{
    event.clientCharset = reader.u16();
    event.connectionCollation = reader.u16();
    event.serverCollation = reader.u16();
}

// Bytes of the variables whose values nobody asks for; 0 for others.
size_t plainSize(Status status)
{
    switch (status) {
    case Status::Flags2:
    case Status::AutoIncrement:
    case Status::MasterDataWritten:
        return 4;
    case Status::TableMapForUpdate:
        return 8;
    case Status::LcTimeNames:
        return 2;
    case Status::Microseconds:
    case Status::MariaDbHighResolutionNow:
        return 3;
    case Status::CommitTimestamp:
    case Status::CommitTimestamp2:
        return 8;
    case Status::ExplicitDefaultsForTimestamp:
    case Status::SqlRequirePrimaryKey:
    case Status::DefaultTableEncryption:
        return 1;
    default:
        return 0;
    }
}

// False where the variable is unknown: what follows cannot be read then, and does not matter, as for the server itself.
bool readStatus(Status status, ByteReader &reader, QueryEvent &event)
{
    if (const size_t bytes = plainSize(status); bytes > 0) {
        reader.skip(bytes);
        return true;
    }
    switch (status) {
    case Status::SqlMode:
        event.sqlMode = reader.u64();
        return true;
    case Status::Catalog:
        reader.skip(reader.u8() + size_t(1));
        return true;
    case Status::CatalogWithoutZero:
        reader.skip(reader.u8());
        return true;
    case Status::Charset:
        readCharset(reader, event);
        return true;
    case Status::TimeZone:
        event.timeZone = reader.text(reader.u8());
        return true;
    case Status::CharsetDatabase:
        event.databaseCollation = reader.u16();
        return true;
    case Status::Invoker:
        reader.skip(reader.u8());
        reader.skip(reader.u8());
        return true;
    case Status::UpdatedDatabases:
        skipUpdatedDatabases(reader);
        return true;
    case Status::DdlLoggedWithXid:
    case Status::MariaDbXid:
        event.xid = reader.u64();
        return true;
    case Status::DefaultCollationForUtf8mb4:
        event.utf8mb4Collation = reader.u16();
        return true;
    case Status::MariaDbGtidFlags:
        readMariaDbGtidFlags(reader, event);
        return true;
    default:
        return false;
    }
}

} // namespace

Result<QueryEvent> parseQuery(std::span<const uint8_t> body, size_t extraBytes)
{
    ByteReader reader(body);
    QueryEvent event;
    event.threadId = reader.u32();
    reader.skip(4); // seconds that it took
    const uint8_t schemaBytes = reader.u8();
    event.errorCode = reader.u16();
    const uint16_t statusBytes = reader.u16();
    reader.skip(extraBytes);
    ByteReader status(reader.bytes(statusBytes));
    while (status.ok() && !status.atEnd() && readStatus(static_cast<Status>(status.u8()), status, event)) { }
    event.schema = reader.text(schemaBytes);
    reader.skip(1);
    event.text = reader.text(reader.remaining());
    if (!reader.ok() || !status.ok()) {
        return corruptFailure(QStringLiteral("QUERY event ends early"));
    }
    return event;
}

} // namespace rowcast::mysql
