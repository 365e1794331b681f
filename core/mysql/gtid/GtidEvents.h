// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rowcast::mysql {

// GTID_LOG, ANONYMOUS_GTID_LOG and GTID_TAGGED_LOG (MySQL: Gtid_event): a transaction begins.
struct GtidEvent {
    bool isAnonymous = false;
    std::array<uint8_t, 16> uuid{};
    std::string_view tag; // empty: none
    uint64_t number = 0;
    int64_t lastCommitted = 0;
    int64_t sequenceNumber = 0;
    uint64_t immediateCommitMicros = 0; // since 1970 UTC; 0 before MySQL 8.0.1
    uint64_t originalCommitMicros = 0;
    uint64_t transactionBytes = 0; // this event included; 0: not told
};

// MariaDB's GTID event: begins a group and stands for its BEGIN.
struct MariaDbGtidEvent {
    static constexpr uint8_t kStandalone = 0x01;
    static constexpr uint8_t kGroupCommitId = 0x02;
    static constexpr uint8_t kDdl = 0x20;
    static constexpr uint8_t kPreparedXa = 0x40;
    static constexpr uint8_t kCompletedXa = 0x80;

    uint32_t domain = 0;
    uint32_t server = 0; // the header's
    uint64_t sequence = 0;
    uint8_t flags = 0;
    uint64_t commitId = 0;
    uint32_t xaFormat = 0; // with kPreparedXa or kCompletedXa
    std::string_view xaGlobal;
    std::string_view xaBranch;

    // One statement that commits by itself; no COMMIT or XID follows.
    [[nodiscard]] bool isStandalone() const { return (flags & kStandalone) != 0; }
    [[nodiscard]] bool preparesXa() const { return (flags & kPreparedXa) != 0; }
    [[nodiscard]] bool completesXa() const { return (flags & kCompletedXa) != 0; }
};

// MariaDB's state of all domains at the start of a file; for MariaDbGtidList::fromBinary.
struct GtidListEvent {
    uint8_t flags = 0;
    uint32_t count = 0;
    std::span<const uint8_t> entries; // domain u32, server u32, sequence u64
};

Result<GtidEvent> parseGtid(std::span<const uint8_t> body, bool isAnonymous);
Result<GtidEvent> parseTaggedGtid(std::span<const uint8_t> body);
Result<MariaDbGtidEvent> parseMariaDbGtid(std::span<const uint8_t> body, uint32_t serverId);
Result<GtidListEvent> parseGtidList(std::span<const uint8_t> body);

} // namespace rowcast::mysql
