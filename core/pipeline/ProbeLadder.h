// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace rowcast {

// How a rung of the ladder ended.
struct ProbeOutcome {
    StepState state = StepState::Passed;
    QString evidence;
    Failure failure; // of Warning and Failed
    bool endsLadder = false; // nothing behind it can be tried

    [[nodiscard]] static ProbeOutcome passed(const QString &evidence)
    {
        return {StepState::Passed, evidence, {}, false};
    }
    [[nodiscard]] static ProbeOutcome skipped(const QString &evidence)
    {
        return {StepState::Skipped, evidence, {}, false};
    }
    [[nodiscard]] static ProbeOutcome warning(const QString &evidence, const Failure &failure)
    {
        return {StepState::Warning, evidence, failure, false};
    }
    [[nodiscard]] static ProbeOutcome failed(const QString &evidence, const Failure &failure)
    {
        return {StepState::Failed, evidence, failure, false};
    }
    [[nodiscard]] static ProbeOutcome end(const Failure &failure) { return {StepState::Failed, {}, failure, true}; }
};

// Runs the steps of a connection test in their order and reports them. Used by one thread.
class ProbeLadder {
public:
    // id: stable; title: translated.
    void add(const QString &id, const QString &title, std::function<ProbeOutcome()> step);
    // Every step ends in an end state; what was not reached, or came after a request to stop, is Skipped.
    void run(const ProbeReport &report, const std::stop_token &stop);

private:
    struct Rung {
        ProbeStep step;
        std::function<ProbeOutcome()> work;
    };
    std::vector<Rung> m_rungs;
};

} // namespace rowcast
