// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ProbeLadder.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace rowcast::mysql {

void ProbeLadder::add(const QString &id, const QString &title, std::function<ProbeOutcome()> step)
{
    ProbeStep announced;
    announced.id = id;
    announced.title = title;
    m_rungs.push_back({announced, std::move(step)});
}

void ProbeLadder::run(const ProbeReport &report, const std::stop_token &stop)
{
    for (const Rung &rung : m_rungs) {
        report(rung.step);
    }
    QString endedBy;
    for (auto &[step, work] : m_rungs) {
        if (stop.stop_requested() || !endedBy.isEmpty()) {
            step.state = StepState::Skipped;
            step.evidence = stop.stop_requested()
                ? QCoreApplication::translate("MySqlProbe", "stopped")
                : QCoreApplication::translate("MySqlProbe", "not reached: \"%1\" failed").arg(endedBy);
            report(step);
            continue;
        }
        step.state = StepState::Running;
        report(step);
        const auto begin = std::chrono::steady_clock::now();
        const ProbeOutcome outcome = work();
        const auto spent = std::chrono::steady_clock::now() - begin;
        step.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(spent).count();
        step.state = isStopped(outcome.failure) ? StepState::Skipped : outcome.state;
        step.evidence
            = isStopped(outcome.failure) ? QCoreApplication::translate("MySqlProbe", "stopped") : outcome.evidence;
        step.failure = step.state == StepState::Skipped ? Failure() : outcome.failure;
        if (outcome.endsLadder) {
            endedBy = step.title;
        }
        report(step);
    }
}

bool ProbeLadder::hasFailed(const QString &id) const
{
    return std::any_of(m_rungs.begin(), m_rungs.end(),
        [&](const Rung &rung) { return rung.step.id == id && rung.step.state == StepState::Failed; });
}

} // namespace rowcast::mysql
