// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"
#include "core/change/StateRecord.h"
#include "core/change/TableId.h"

#include <map>

namespace rowcast {

// Tables that were suspended stay so over restarts: their rows from then on were not sent, so going on would hide a
// gap. One record each, key "suspended/<schema>/<table>" with percent-encoded names; a fresh start removes them.
[[nodiscard]] StateRecord suspendedRecord(const TableId &table, const Failure &failure);
[[nodiscard]] std::map<TableId, Failure> suspendedTables(const StateRecords &state);

} // namespace rowcast
