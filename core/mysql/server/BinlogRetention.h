// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/ServerInfo.h"
#include "core/pipeline/Retention.h"

#include <chrono>
#include <string_view>
#include <vector>

namespace rowcast::mysql {

// The statement that makes a server keep its binlogs that long, as a remedy shows it: in backquotes.
[[nodiscard]] QString keepBinlogsSql(const ServerInfo &info, std::chrono::hours time);

// How long a server keeps its binlogs. Where their size is limited (MariaDB from 11.4, Percona Server), the limit less
// the sizes of the files from the position's on is the room left before that one goes; files: as SHOW BINARY LOGS
// lists them, place: "binlog.000007:1234", unknown where it names none of them. neededMicros stays 0.
[[nodiscard]] Retention binlogRetention(
    const ServerInfo &info, const std::vector<BinlogFile> &files, std::string_view place);

} // namespace rowcast::mysql
