// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/ProbeContext.h"
#include "core/pipeline/ProbeLadder.h"

namespace rowcast::kafka {

// The steps of the connection test that look at the brokers; each in the order of the ladder, as it needs what the ones
// before found.
ProbeOutcome probeNames(ProbeContext &context);
ProbeOutcome probePorts(ProbeContext &context);
ProbeOutcome probeTls(ProbeContext &context);
ProbeOutcome probeLogin(ProbeContext &context);
ProbeOutcome probeVersions(ProbeContext &context);
ProbeOutcome probeAdvertised(ProbeContext &context);

} // namespace rowcast::kafka
