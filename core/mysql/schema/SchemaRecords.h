// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/StateRecord.h"
#include "core/mysql/schema/TrackedTable.h"

#include <optional>
#include <string>

// Definitions as records of the durable state: JSON under "schema/<schema>/<table>", a database's default character set
// under "schema/<schema>". Pure.
namespace rowcast::mysql {

[[nodiscard]] std::string schemaRecordKey(const TableId &table); // without a table name: the database's
// Empty for keys of other kinds.
[[nodiscard]] std::optional<TableId> tableOfSchemaRecord(const std::string &key);

[[nodiscard]] std::string toJson(const TrackedTable &table);
[[nodiscard]] std::string toJson(const CharsetSpec &database);
// Failure "mysql.state.invalid": the record was not written by Rowcast, or by a newer version.
[[nodiscard]] Result<TrackedTable> trackedTableFromJson(const TableId &table, const std::string &json);
[[nodiscard]] Result<CharsetSpec> databaseFromJson(const std::string &json);

// The same failure for other records.
[[nodiscard]] Failure invalidState(const std::string &key, const std::string &detail);

} // namespace rowcast::mysql
