// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/probe/ProbeContext.h"
#include "core/pipeline/ProbeLadder.h"

namespace rowcast::mysql {

// Which of the privileges that a task needs are missing, found by doing what needs them (so roles, wildcards and
// SUPER count as the server counts them), and the GRANT statement for exactly those.
[[nodiscard]] ProbeOutcome probeGrants(ProbeContext &context);

// The text of that statement, without the privileges' check; for tests.
struct MissingGrants {
    bool replicationClient = false;
    bool replicationSlave = false;
    bool anySelect = false; // nothing at all can be read; which schema the task wants is not known
    std::vector<std::string> schemas; // SELECT on all of each
    std::vector<TableId> tables; // SELECT on each

    [[nodiscard]] bool isEmpty() const
    {
        return !replicationClient && !replicationSlave && !anySelect && schemas.empty() && tables.empty();
    }
};
[[nodiscard]] QString grantStatements(const MissingGrants &missing, const QString &account, bool isMariaDb);

} // namespace rowcast::mysql
