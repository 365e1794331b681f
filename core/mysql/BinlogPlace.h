// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rowcast::mysql {

// A byte of one server's binlog. Offsets have 64 bits: events state only the lower 32 of them.
struct BinlogPlace {
    std::string file; // "binlog.000007"
    uint64_t offset = 4; // behind the magic number: the first event

    // The number behind the last dot of the file's name, 0 where there is none. Files are ordered by it, never by name:
    // binlog.999999 is followed by binlog.1000000.
    [[nodiscard]] static uint64_t numberOf(std::string_view file);
    [[nodiscard]] uint64_t number() const { return numberOf(file); }

    // "binlog.000007:1234", and back; empty for anything else.
    [[nodiscard]] std::string text() const { return file + ':' + std::to_string(offset); }
    [[nodiscard]] static std::optional<BinlogPlace> parse(std::string_view text);

    bool operator==(const BinlogPlace &) const = default;
    // Order within one server's binlog.
    std::strong_ordering operator<=>(const BinlogPlace &other) const
    {
        const auto byFile = number() <=> other.number();
        return byFile != 0 ? byFile : offset <=> other.offset;
    }
};

} // namespace rowcast::mysql
