// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/ProbeLadder.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace rowcast {

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
                ? QCoreApplication::translate("Probe", "stopped")
                : QCoreApplication::translate("Probe", "not reached: \"%1\" failed").arg(endedBy);
            report(step);
            continue;
        }
        step.state = StepState::Running;
        report(step);
        QElapsedTimer clock;
        clock.start();
        const ProbeOutcome outcome = work();
        step.milliseconds = clock.elapsed();
        const bool wasStopped = isStopped(outcome.failure);
        step.state = wasStopped ? StepState::Skipped : outcome.state;
        step.evidence = wasStopped ? QCoreApplication::translate("Probe", "stopped") : outcome.evidence;
        step.failure = step.state == StepState::Skipped ? Failure() : outcome.failure;
        if (outcome.endsLadder) {
            endedBy = step.title;
        }
        report(step);
    }
}

} // namespace rowcast
