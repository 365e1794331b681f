// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

struct TableMapEvent;

// Optional metadata of one column as the TABLE_MAP states it. What the server did not send is absent.
struct ColumnMetadata {
    std::optional<bool> isUnsigned; // numeric columns: sent with binlog_row_metadata MINIMAL already
    std::optional<uint32_t> collation; // id of a text column's, an ENUM's or a SET's collation
    std::optional<std::string_view> name; // the server's utf8mb3
    std::vector<std::string_view> labels; // of ENUM and SET, in the column's character set
    std::optional<uint32_t> geometryType;
    std::optional<bool> isVisible;
    std::optional<uint32_t> dimensions; // VECTOR
};

// The optional fields of a TABLE_MAP event (MySQL: Table_map_event::Optional_metadata_fields). Views into the event.
struct TableMetadata {
    struct KeyPart {
        uint32_t column = 0;
        uint32_t prefix = 0; // characters; 0: the whole column
    };
    std::vector<ColumnMetadata> columns;
    std::vector<KeyPart> primaryKey; // only with binlog_row_metadata=FULL
    bool hasNames = false;

    // Unknown fields are skipped. Fails on bytes that contradict themselves ("mysql.binlog.corrupt").
    static Result<TableMetadata> read(const TableMapEvent &event);
};

} // namespace rowcast::mysql
