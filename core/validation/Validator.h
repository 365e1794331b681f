// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/task/Connectors.h"
#include "core/task/TaskPlan.h"
#include "core/validation/TopicSide.h"
#include "core/validation/ValidationReport.h"

#include <functional>

namespace rowcast {

// Compares the tables of a task with what its topics hold (README.md of this room). Changes nothing on either side and
// takes nothing from a running task. Blocks; one thread. Failures: those of source and target, "validation.disk".
class Validator {
public:
    using OnProgress = std::function<void(const ValidationProgress &progress)>;

    // connectors and clock must outlive it.
    Validator(const MigrationDocument &document, const Connectors &connectors, Clock &clock);

    Result<ValidationReport> run(const OnProgress &onProgress, const std::stop_token &stop);

private:
    struct Job; // what one run() shares
    Result<void> readTables(Job &job, const std::stop_token &stop);
    // Reads on in the topics, and compares all that was read.
    Result<void> judge(Job &job, const std::stop_token &stop);
    Result<void> compare(Job &job, const std::stop_token &stop);
    // True once the task delivered everything up to the target; false when it no longer gets on.
    Result<bool> waitForTask(Job &job, const std::string &target, const std::stop_token &stop);

    const TaskPlan m_plan;
    const Connectors &m_connectors;
    Clock &m_clock;
};

} // namespace rowcast
