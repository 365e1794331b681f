// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Change.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace rowcast {

// "create-table", "change-columns", ...; empty where DMS has no operation (TRUNCATE).
[[nodiscard]] std::string_view controlOperation(SchemaChangeKind kind);

// The control objects of IncludeControlDetails, one a message: create-table and drop-table as DMS writes them, the
// others as this room's README lays them down. More than one where a statement renames several columns.
[[nodiscard]] std::vector<nlohmann::ordered_json> controlBodies(const SchemaChange &change);

} // namespace rowcast
