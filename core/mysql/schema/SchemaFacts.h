// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/schema/SchemaHistory.h"
#include "core/mysql/server/CollationNames.h"
#include "core/mysql/server/Connection.h"
#include "core/mysql/server/ServerInfo.h"

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

// What of a server decides how its DDL is to be understood, asked once per session. A plain value.
struct SchemaFacts {
    SchemaRules rules;
    CollationNames collations;
    bool hasTimestampDefaults = false; // explicit_defaults_for_timestamp is off
    std::map<std::string, CharsetSpec> databases; // their defaults
    std::vector<TableId> sequences; // MariaDB's, which stand in the binlog like tables

    static Result<SchemaFacts> read(Connection &connection, const ServerInfo &info, const std::stop_token &stop);
};

} // namespace rowcast::mysql
