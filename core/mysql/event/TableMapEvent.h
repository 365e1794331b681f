// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace rowcast::mysql {

struct EventHeader;

// TABLE_MAP: which table an id means for the rows events that follow, and the physical types of its columns. All views
// point into the event's bytes: who keeps it longer than the packet copies what it needs (RowDecoder does).
struct TableMapEvent {
    uint64_t tableId = 0;
    uint16_t flags = 0;
    std::string_view schema; // the server's utf8mb3
    std::string_view table;
    std::span<const uint8_t> types; // enum_field_types, one byte per column
    std::span<const uint8_t> metadata; // per type 0 to 2 bytes, column after column
    std::span<const uint8_t> nullable; // bitmap
    std::span<const uint8_t> optionalMetadata; // for TableMetadata::read; empty where the server sends none
    bool isMariaDb = false;

    // Ids above this one announce no table but the end of a statement (MySQL's "dummy" table map).
    static constexpr uint64_t kDummyTableId = 0x00FFFFFFFFFFFFFFULL;

    [[nodiscard]] size_t columnCount() const { return types.size(); }
};

// body: without header and checksum. postHeaderBytes: 6 for the four-byte table ids of MySQL before 5.1.4, else 8.
Result<TableMapEvent> parseTableMap(std::span<const uint8_t> body, size_t postHeaderBytes);

} // namespace rowcast::mysql
