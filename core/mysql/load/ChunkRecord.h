// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/TableId.h"
#include "core/mysql/event/BinlogPosition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// Where a chunk lies in the server's key order: above lower, up to and with upper. Values are raw, as KeyColumn's
// expression selects them; empty: no bound.
struct ChunkBounds {
    std::optional<std::vector<std::string>> lower;
    std::optional<std::vector<std::string>> upper;

    bool operator==(const ChunkBounds &) const = default;
};

// The moment whose state a chunk is: everything up to it, nothing beyond. Empty for a load without changes.
struct LoadMoment {
    std::string server; // ServerInfo::identity
    BinlogPosition place;
    std::string gtids; // all transactions up to it; empty without GTIDs

    bool operator==(const LoadMoment &) const = default;
};

// The place of a chunk among its table's chunks, ordered as they are by key: 3 < 3.1 < 3.2 < 4. Parts of a gap that a
// resumed load fills come behind the finished chunk before the gap.
using ChunkOrder = std::vector<uint32_t>;
[[nodiscard]] std::string orderText(const ChunkOrder &order); // "3.1"

// What decides the order of a key column's values.
struct KeyKind {
    std::string type;
    std::string charset; // of texts
    std::string collation;

    bool operator==(const KeyKind &) const = default;
};

// A finished chunk as the task's state remembers it: the record "load/<schema>/<table>/<order>", names percent-encoded.
struct ChunkRecord {
    ChunkOrder order;
    std::vector<std::string> key; // names of the key's columns; empty: the whole table, which has no key
    std::vector<KeyKind> kinds; // of these columns; empty: of a version that did not note them
    ChunkBounds bounds;
    LoadMoment moment;
    uint64_t rows = 0;
    bool isPartial = false; // a table without key, cut off in the middle: it starts over

    [[nodiscard]] std::string toJson() const;
    // Failure "mysql.state.invalid".
    [[nodiscard]] static Result<ChunkRecord> fromJson(const std::string &recordKey, const std::string &json);
    bool operator==(const ChunkRecord &) const = default;
};

// What a record's key says; order empty: the record "…/done" of a table whose load is complete.
struct LoadRecordKey {
    TableId table;
    ChunkOrder order;

    [[nodiscard]] bool isDone() const { return order.empty(); }
    [[nodiscard]] std::string text() const;
    // Empty for records of other kinds.
    [[nodiscard]] static std::optional<LoadRecordKey> parse(std::string_view key);
};

} // namespace rowcast::mysql
