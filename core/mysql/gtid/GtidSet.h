// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

using ServerUuid = std::array<uint8_t, 16>;

// Who numbered a transaction: a server's uuid and, from MySQL 8.3, a tag.
struct GtidSource {
    ServerUuid uuid{};
    std::string tag; // lower case; empty: none

    auto operator<=>(const GtidSource &) const = default;
    [[nodiscard]] std::string text() const; // "uuid" or "uuid:tag"
};

// A set of MySQL's GTIDs: "uuid:1-5:7:tag:1-3,uuid2:1". A value; not thread-safe.
class GtidSet {
public:
    struct Interval {
        uint64_t first = 0;
        uint64_t last = 0; // included
        bool operator==(const Interval &) const = default;
    };

    // Blanks and line ends are allowed where the server allows them. Failure "mysql.gtid.invalid".
    static Result<GtidSet> parse(std::string_view text);
    // PREVIOUS_GTIDS and COM_BINLOG_DUMP_GTID; both the old form and the one with tags.
    static Result<GtidSet> fromBinary(std::span<const uint8_t> bytes);

    // Sorted by uuid and tag, intervals joined: equal sets have equal texts.
    [[nodiscard]] std::string text() const;
    // The old form where no tag is in it (servers before 8.3 know nothing else).
    [[nodiscard]] std::string binary() const;

    void add(const GtidSource &source, uint64_t number) { add(source, {number, number}); }
    void add(const GtidSource &source, Interval interval);
    void add(const GtidSet &other);
    void subtract(const GtidSet &other);
    [[nodiscard]] GtidSet intersection(const GtidSet &other) const;
    [[nodiscard]] bool contains(const GtidSource &source, uint64_t number) const;
    [[nodiscard]] bool contains(const GtidSet &other) const; // other is a subset of this
    [[nodiscard]] bool isEmpty() const { return m_sources.empty(); }
    [[nodiscard]] bool hasTags() const;
    [[nodiscard]] uint64_t count() const;
    [[nodiscard]] const std::map<GtidSource, std::vector<Interval>> &sources() const { return m_sources; }

    bool operator==(const GtidSet &) const = default;

private:
    using Intervals = std::vector<Interval>;
    static void addTo(Intervals &intervals, Interval added);
    static Intervals without(const Intervals &intervals, const Intervals &removed);

    std::map<GtidSource, std::vector<Interval>> m_sources; // intervals sorted, apart by at least one number
};

// "3e11fa47-71ca-11e1-9e33-c80aa9429562", also without dashes, any case.
[[nodiscard]] std::optional<ServerUuid> parseUuid(std::string_view text);
[[nodiscard]] std::string uuidText(const ServerUuid &uuid);

} // namespace rowcast::mysql
