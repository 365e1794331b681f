// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CheckList.h"

#include "ui/widgets/LadderStep.h"

#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void CheckList::clear()
{
    for (LadderStep *rung : m_rungs) {
        m_layout->removeWidget(rung);
        rung->hide();
        rung->deleteLater();
    }
    m_rungs.clear();
    m_titleWidth = 0;
}

void CheckList::setStep(const ProbeStep &step)
{
    const auto known = std::find_if(
        m_rungs.begin(), m_rungs.end(), [&](const LadderStep *rung) { return rung->step().id == step.id; });
    LadderStep *rung = known != m_rungs.end() ? *known : nullptr;
    if (rung == nullptr) {
        rung = new LadderStep(this);
        m_layout->addWidget(rung);
        m_rungs.push_back(rung);
    }
    rung->setStep(step);
    m_titleWidth = std::max(m_titleWidth, rung->titleWidth());
    for (LadderStep *each : m_rungs) {
        each->setTitleWidth(m_titleWidth);
    }
}

std::vector<ProbeStep> CheckList::steps() const
{
    std::vector<ProbeStep> result;
    result.reserve(m_rungs.size());
    for (const LadderStep *rung : m_rungs) {
        result.push_back(rung->step());
    }
    return result;
}

QWidget *CheckList::failedStep() const
{
    const auto failed = std::find_if(
        m_rungs.begin(), m_rungs.end(), [](const LadderStep *rung) { return rung->step().state == StepState::Failed; });
    return failed != m_rungs.end() ? *failed : nullptr;
}

QString CheckList::report(const QString &headline) const
{
    QString text = QStringLiteral("**%1**\n\n").arg(headline);
    for (const LadderStep *rung : m_rungs) {
        const ProbeStep &step = rung->step();
        text += QStringLiteral("- [%1] %2: %3 (%4 ms)\n")
                    .arg(stepStateName(step.state), step.title, step.evidence)
                    .arg(step.milliseconds);
        if (step.state == StepState::Failed || step.state == StepState::Warning) {
            for (const QString &line : {step.failure.cause, step.failure.detail, step.failure.remedy}) {
                text += line.isEmpty() ? QString() : QStringLiteral("  - %1\n").arg(line);
            }
        }
    }
    return text;
}

} // namespace rowcast::ui
