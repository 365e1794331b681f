// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

namespace rowcast {

// Commits hang from here on until releaseCommits(): they wait for a replica that never comes (semi-synchronous,
// AFTER_SYNC), in the binlog already and not yet executed.
Result<void> holdCommits(const LiveServers &servers, MySqlFlavour flavour);
Result<void> releaseCommits(const LiveServers &servers, MySqlFlavour flavour);

} // namespace rowcast
