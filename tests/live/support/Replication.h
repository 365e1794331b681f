// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

namespace rowcast {

// A server that replicates from another one by GTIDs, as before a failover. Failures: those of SQL, and "test.replica".

// Two servers, the second a replica of the first that logs what it applies.
Result<void> startPair(LiveServers &source, LiveServers &replica, MySqlFlavour flavour, const QStringList &more = {});
// The replica begins to follow, with all that it lacks.
Result<void> followSource(LiveServers &replica, LiveServers &source);
Result<void> startReplica(LiveServers &replica);
Result<void> stopReplica(LiveServers &replica);
// Until it has all that the source has.
Result<void> waitForReplica(LiveServers &replica, LiveServers &source);

} // namespace rowcast
