// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"
#include "core/change/TableId.h"
#include "core/pipeline/Batch.h"

#include <map>

namespace rowcast {

// What was delivered of a table since the task began anew. Kept in the checkpoint, in the same transaction as the rows,
// so a resumed task goes on counting and no row counts twice.
struct DeliveredCounts {
    TableCounts counts;
    int64_t loadStartMicros = 0;
    int64_t loadEndMicros = 0; // 0: not complete
    int64_t lastUpdateMicros = 0;
};

[[nodiscard]] StateRecord countsRecord(const DeliveredCounts &delivered);
// Records that are not understood are left out: counts are for people, nothing is decided by them.
[[nodiscard]] std::map<TableId, DeliveredCounts> deliveredCounts(const StateRecords &state);

} // namespace rowcast
