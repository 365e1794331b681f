// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/probe/ProbeContext.h"
#include "core/pipeline/Probe.h"

#include <stop_token>

namespace rowcast::mysql {

// "Test connection" of a source endpoint: the ladder source.name, port, tls, login, version, grants, log-bin,
// binlog-format, row-image, retention, writer, server-id, dump, time-zone, clock. Changes nothing at the server. Any
// thread.
void probeMySql(const ProbePlan &plan, const ProbeReport &report, const std::stop_token &stop);

} // namespace rowcast::mysql
