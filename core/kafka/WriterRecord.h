// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <optional>
#include <string>

namespace rowcast::kafka {

// The value of the record that names the run which owns a task: JSON with a random id, host, process and time.
[[nodiscard]] std::string makeWriterRecord();

// "fenced by a newer run of this task": final. newer: the record found instead of one's own, if any.
[[nodiscard]] Failure fencedFailure(const std::optional<std::string> &newer, const QString &detail);

// One's own transaction outlived its time-out; reopening goes on at the last checkpoint.
[[nodiscard]] Failure expiredFailure(const QString &detail);

// Milliseconds of a clock that never jumps and counts the time that the computer sleeps, where the system has one.
[[nodiscard]] int64_t millisSinceBoot();

} // namespace rowcast::kafka
