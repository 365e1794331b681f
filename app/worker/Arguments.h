// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/task/TaskPlan.h"
#include "core/task/TaskState.h"

#include <QStringList>

namespace rowcast::worker {

struct Arguments {
    enum class Verb : uint8_t { Run, Test, Assess, Validate, Demo, Help, Version };
    Verb verb = Verb::Help;
    QString document; // path; "-" is standard input
    bool isJson = false;
    StartType startType = StartType::Default;
    RunUntil until = RunUntil::Stopped;

    // Failure "usage": exit code 2.
    [[nodiscard]] static Result<Arguments> parse(const QStringList &arguments);
    [[nodiscard]] static QString help();
};

} // namespace rowcast::worker
