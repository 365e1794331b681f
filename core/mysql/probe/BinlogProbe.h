// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/probe/ProbeContext.h"
#include "core/pipeline/ProbeLadder.h"

namespace rowcast::mysql {

// The rungs that look at how the server writes its binlog. Those that only look at settings take the settings, so that
// each verdict can be tested without a server.
[[nodiscard]] ProbeOutcome probeLogBin(const ServerInfo &info);
[[nodiscard]] ProbeOutcome probeBinlogFormat(const ServerInfo &info);
[[nodiscard]] ProbeOutcome probeRowImage(const ServerInfo &info);
[[nodiscard]] ProbeOutcome probeRetention(const ServerInfo &info);
[[nodiscard]] ProbeOutcome probeWriter(const ServerInfo &info);
[[nodiscard]] ProbeOutcome probeServerId(ProbeContext &context);
// Reads the first event behind the binlog's present end by a short stream, as a task would.
[[nodiscard]] ProbeOutcome probeDump(ProbeContext &context);

} // namespace rowcast::mysql
