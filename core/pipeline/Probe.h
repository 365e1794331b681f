// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failure.h"

#include <functional>
#include <vector>

namespace rowcast {

enum class StepState : uint8_t {
    Pending, // announced, not reached yet
    Running,
    Passed,
    Warning, // works, with the remedy worth reading
    Failed,
    Skipped, // not reached because an earlier step failed, or does not apply; evidence says which
};

// "passed", "warning", ... as `rowcast-worker test --json` prints it.
[[nodiscard]] QString stepStateName(StepState state);

// One rung of the ladder of "Test connection". A plain value.
struct ProbeStep {
    QString id; // stable, for tests: "source.grants"
    QString title; // translated: "Grants"
    StepState state = StepState::Pending;
    int64_t milliseconds = 0;
    QString evidence; // translated, one line: what was seen
    Failure failure; // set for Failed and Warning: cause, remedy, the server's words
};

// Called on the probing thread: first once for every step in the ladder's order as Pending, then as each starts and
// ends.
using ProbeReport = std::function<void(const ProbeStep &)>;

} // namespace rowcast

Q_DECLARE_METATYPE(rowcast::ProbeStep)
