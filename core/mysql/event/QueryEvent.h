// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rowcast::mysql {

// A statement: BEGIN, COMMIT, DDL, or DML where the session logs statements. The status variables are the session's
// when it ran; only those that change how the text or later rows are to be understood are kept.
struct QueryEvent {
    uint32_t threadId = 0;
    uint16_t errorCode = 0; // not 0: the statement failed in the middle at the source
    std::string_view schema; // default database, utf8mb3
    std::string_view text; // in the character set of clientCharset
    std::optional<uint64_t> sqlMode; // SQL_MODE bits
    std::optional<uint16_t> clientCharset; // id of character_set_client's default collation
    std::optional<uint16_t> connectionCollation;
    std::optional<uint16_t> serverCollation;
    std::optional<uint16_t> databaseCollation;
    std::optional<uint16_t> utf8mb4Collation; // default_collation_for_utf8mb4
    std::string_view timeZone; // empty: not stated
    std::optional<uint64_t> xid; // of an atomic DDL
    std::optional<uint8_t> mariaDbGtidFlags; // MariaDB's two-phase ALTER: 2 starts, 4 commits, 8 rolls back

    static constexpr uint64_t kModeAnsiQuotes = 0x4;
    static constexpr uint64_t kModeRealAsFloat = 0x1;
    static constexpr uint64_t kModeNoBackslashEscapes = 0x100000;
};

// body: without header and checksum. The text of MariaDB's QUERY_COMPRESSED is still compressed then. extraBytes: of
// the post-header behind that of a QUERY; EXECUTE_LOAD_QUERY tells there of its file.
Result<QueryEvent> parseQuery(std::span<const uint8_t> body, size_t extraBytes = 0);

} // namespace rowcast::mysql
