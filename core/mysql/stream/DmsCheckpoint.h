// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/server/Connection.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace rowcast::mysql {

// The stream position in a RecoveryCheckpoint of DMS's:
//   checkpoint:V1#27#mysql-bin-changelog.157832:1975:-1:2002:677883278264080:mysql-bin-changelog.157832:1876#0#0#*#0#93
//                    file:start of the event:row (-1: commit):end:transaction-id:file:TABLE_MAP
struct DmsCheckpoint {
    std::string file;
    uint64_t start = 0;
    int64_t row = -1;
    uint64_t end = 0;
    uint64_t transactionId = 0;

    // Empty for any other text. The bare stream position is taken, too.
    [[nodiscard]] static std::optional<DmsCheckpoint> parse(const std::string &text);

    [[nodiscard]] bool isTransactionEnd() const { return row < 0; }
    // Where the BEGIN of its transaction stands.
    [[nodiscard]] BinlogPosition transactionBegin() const;
    // Counts the row changes of the transaction up to this one, itself included, by a short stream.
    Result<uint64_t> rowsBefore(
        const ConnectionSettings &connection, bool hasChecksums, const std::stop_token &stop) const;
};

} // namespace rowcast::mysql
