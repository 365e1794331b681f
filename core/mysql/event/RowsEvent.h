// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>

namespace rowcast::mysql {

struct EventHeader;

enum class RowsKind : uint8_t {
    Write,
    Update,
    PartialUpdate, // PARTIAL_UPDATE_ROWS: JSON columns of the after image may be differences
    Delete,
};

// Rows of one table. The bytes of the rows are not looked at here: RowDecoder does that. Views point into the event, or
// into the parser's buffer where MariaDB had compressed them; both end with the next event.
struct RowsEvent {
    static constexpr uint16_t kStatementEnd = 0x0001;

    RowsKind kind = RowsKind::Write;
    uint64_t tableId = 0;
    uint16_t flags = 0;
    uint64_t columnCount = 0;
    std::span<const uint8_t> columnsBefore; // bitmap of the columns in before images; empty for Write
    std::span<const uint8_t> columnsAfter; // in after images; empty for Delete
    std::span<const uint8_t> rows;

    [[nodiscard]] bool endsStatement() const { return (flags & kStatementEnd) != 0; }
    [[nodiscard]] bool hasBefore() const { return kind != RowsKind::Write; }
    [[nodiscard]] bool hasAfter() const { return kind != RowsKind::Delete; }
    // An insert of nothing but defaults with binlog_row_image=MINIMAL: one row, of which there is not a byte.
    [[nodiscard]] bool isOneRowOfDefaults() const;
};

// What of the event's kind is known by its type number.
struct RowsEventShape {
    RowsKind kind = RowsKind::Write;
    bool hasExtraRowInfo = false; // version 2
    bool isCompressed = false; // MariaDB: rows holds the compressed bytes until decompressed
    size_t postHeaderBytes = 10;
};

// body: without header and checksum.
Result<RowsEvent> parseRows(std::span<const uint8_t> body, const RowsEventShape &shape);

} // namespace rowcast::mysql
