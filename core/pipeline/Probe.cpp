// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/Probe.h"

namespace rowcast {

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return QStringLiteral("pending");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Passed:
        return QStringLiteral("passed");
    case StepState::Warning:
        return QStringLiteral("warning");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

} // namespace rowcast
