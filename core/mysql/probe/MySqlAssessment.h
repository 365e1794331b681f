// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"
#include "core/pipeline/Source.h"

#include <stop_token>

namespace rowcast::mysql {

// The premigration assessment of the selected tables: assessment.selection, keys, engines, virtual-columns, lobs,
// cascades, binlog-filters, binlog-bypass. It names what a binlog does not hold and what a task delivers otherwise than
// tables show it. Reads information_schema and SHOW statements alone, as far as the account may see. Any thread.
void assessMySql(const ConnectionSettings &settings, const AssessmentPlan &plan, const ProbeReport &report,
    const std::stop_token &stop);

} // namespace rowcast::mysql
