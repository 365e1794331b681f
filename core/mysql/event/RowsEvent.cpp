// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/event/RowsEvent.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"

#include <algorithm>

namespace rowcast::mysql {

bool RowsEvent::isOneRowOfDefaults() const
{
    if (kind != RowsKind::Write || !rows.empty() || columnCount == 0 || columnsAfter.empty()) {
        return false;
    }
    const auto unused = unsigned(columnsAfter.size() * 8 - columnCount); // bits of the last byte, which may be set
    return (uint8_t(columnsAfter.back() << unused)) == 0
        && std::all_of(columnsAfter.begin(), columnsAfter.end() - 1, [](uint8_t byte) { return byte == 0; });
}

Result<RowsEvent> parseRows(std::span<const uint8_t> body, const RowsEventShape &shape)
{
    ByteReader reader(body);
    RowsEvent event;
    event.kind = shape.kind;
    event.tableId = reader.little(shape.postHeaderBytes == 6 ? 4 : 6);
    event.flags = reader.u16();
    if (shape.hasExtraRowInfo) {
        // Its length counts its own two bytes. NDB and partition ids: nothing that rows need.
        const uint16_t length = reader.u16();
        if (length < 2) {
            reader.fail();
        } else {
            reader.skip(length - 2U);
        }
    }
    event.columnCount = reader.lengthEncoded();
    if (event.columnCount > body.size() * 8) {
        reader.fail();
    }
    const size_t bitmapBytes = (event.columnCount + 7) / 8;
    if (event.hasBefore()) {
        event.columnsBefore = reader.bytes(bitmapBytes);
    }
    if (event.hasAfter()) {
        event.columnsAfter = reader.bytes(bitmapBytes);
    }
    event.rows = reader.rest();
    if (!reader.ok()) {
        return corruptFailure(QStringLiteral("rows event ends early"));
    }
    return event;
}

} // namespace rowcast::mysql
