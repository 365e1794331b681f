// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/TableMapEvent.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"

namespace rowcast::mysql {

Result<TableMapEvent> parseTableMap(std::span<const uint8_t> body, size_t postHeaderBytes)
{
    ByteReader reader(body);
    TableMapEvent event;
    event.tableId = reader.little(postHeaderBytes == 6 ? 4 : 6);
    event.flags = reader.u16();
    event.schema = reader.text(reader.u8());
    reader.skip(1); // the name's closing zero
    event.table = reader.text(reader.u8());
    reader.skip(1);
    const uint64_t columns = reader.lengthEncoded();
    event.types = reader.bytes(columns);
    event.metadata = reader.bytes(reader.lengthEncoded());
    event.nullable = reader.bytes((columns + 7) / 8);
    event.optionalMetadata = reader.rest();
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("TABLE_MAP event ends early"));
    }
    return event;
}

} // namespace rowcast::mysql
