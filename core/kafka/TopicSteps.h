// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/ProbeContext.h"
#include "core/pipeline/ProbeLadder.h"

namespace rowcast::kafka {

// The steps of the connection test that look at topics and permissions; in the order of the ladder. They create
// nothing: where a topic is missing, the broker is asked whether it would create it.
ProbeOutcome probeTopic(ProbeContext &context);
ProbeOutcome probePermission(ProbeContext &context);
ProbeOutcome probeMessageSize(ProbeContext &context);
ProbeOutcome probeReplication(ProbeContext &context);
ProbeOutcome probeCheckpointTopic(ProbeContext &context);

} // namespace rowcast::kafka
