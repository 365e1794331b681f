// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"

#include <optional>
#include <string>
#include <string_view>

namespace rowcast {

// Names inside of keys of state records: percent-encoded, so that a slash separates.
[[nodiscard]] std::string encodedName(std::string_view name);
[[nodiscard]] std::string decodedName(std::string_view text);

// Keys of state records about one table: "prefix/schema/table", the names percent-encoded. prefix ends with a slash.
[[nodiscard]] std::string tableRecordKey(std::string_view prefix, const TableId &table);
// None where the key has another prefix or no table.
[[nodiscard]] std::optional<TableId> tableOfRecordKey(std::string_view prefix, std::string_view key);

} // namespace rowcast
