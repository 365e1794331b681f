// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LadderStep.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"
#include "ui/widgets/CodeBox.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/QuietLabel.h"
#include "ui/widgets/Remedy.h"
#include "ui/widgets/StatusSign.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

LadderStep::LadderStep(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRow());
    layout->addWidget(makeDetails());
    setOpen(false);
}

QWidget *LadderStep::makeRow()
{
    auto *row = new QWidget(this);
    m_sign = new StatusSign(row);
    m_title = new QLabel(row);
    m_title->setTextFormat(Qt::PlainText);
    m_evidence = new ElidedLabel(row);
    m_time = new QuietLabel(row);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00,000 ms")));
    m_toggle = new QToolButton(row);
    m_toggle->setAutoRaise(true);
    m_toggle->setCheckable(true);
    QSizePolicy keep = m_toggle->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_toggle->setSizePolicy(keep);
    connect(m_toggle, &QToolButton::toggled, this, &LadderStep::setOpen);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(unit(), units(0.3), unit(), units(0.3));
    layout->setSpacing(units(1.2));
    layout->addWidget(m_sign);
    layout->addWidget(m_title);
    layout->addWidget(m_evidence, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_toggle);
    return row;
}

QWidget *LadderStep::makeDetails()
{
    m_details = new QWidget(this);
    m_cause = new QLabel(m_details);
    m_remedy = new QLabel(m_details);
    m_detail = new QuietLabel(m_details);
    m_code = new CodeBox(m_details);
    setTextRole(m_cause, TextRole::Strong);
    m_cause->setTextFormat(Qt::PlainText);
    m_remedy->setTextFormat(Qt::RichText);
    m_detail->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(units(4.2), 0, units(4), units(1.5));
    for (QLabel *label : {m_cause, m_remedy, static_cast<QLabel *>(m_detail)}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addWidget(m_code);
    return m_details;
}

void LadderStep::setStep(const ProbeStep &step)
{
    m_step = step;
    const bool isReached = step.state != StepState::Pending && step.state != StepState::Skipped;
    const bool hasFailure = step.state == StepState::Failed || step.state == StepState::Warning;
    m_sign->setStatus(statusOf(step.state));
    m_title->setText(step.title);
    const QPalette::ColorRole role = isReached ? QPalette::WindowText : QPalette::PlaceholderText;
    m_title->setForegroundRole(role);
    m_evidence->setForegroundRole(role);
    QString line = step.evidence;
    if (line.isEmpty() && step.state != StepState::Pending && step.state != StepState::Passed) {
        // a failed step is open: its cause stands below
        line = step.state == StepState::Warning ? step.failure.cause : statusWord(step.state);
    }
    m_evidence->setText(line);
    const bool isTimed = isReached && step.state != StepState::Running;
    m_time->setText(isTimed ? tr("%1 ms").arg(QLocale().toString(qlonglong(step.milliseconds))) : QString());
    m_toggle->setVisible(hasFailure);
    if (hasFailure) {
        showDetails(step.failure);
    }
    setOpen(step.state == StepState::Failed);
    setAccessibleName(tr("%1: %2").arg(step.title, statusWord(step.state)));
    setAccessibleDescription(line);
}

void LadderStep::showDetails(const Failure &failure)
{
    const Remedy remedy = splitRemedy(failure.remedy);
    m_cause->setText(failure.cause);
    m_remedy->setText(remedy.html);
    m_remedy->setVisible(!remedy.html.isEmpty());
    m_detail->setText(failure.detail);
    m_detail->setVisible(!failure.detail.isEmpty());
    m_code->setCode(remedy.code.join(QLatin1Char('\n')));
    m_code->setVisible(!remedy.code.isEmpty());
}

int LadderStep::titleWidth() const
{
    return m_title->sizeHint().width();
}

void LadderStep::setTitleWidth(int width)
{
    m_title->setMinimumWidth(std::max(width, units(20)));
}

bool LadderStep::isOpen() const
{
    return m_toggle->isChecked();
}

void LadderStep::setOpen(bool isOpen)
{
    m_toggle->setChecked(isOpen);
    m_toggle->setArrowType(isOpen ? Qt::UpArrow : Qt::DownArrow);
    m_toggle->setAccessibleName(isOpen ? tr("Hide cause and remedy of: %1").arg(m_step.title)
                                       : tr("Show cause and remedy of: %1").arg(m_step.title));
    m_toggle->setToolTip(isOpen ? tr("Hide cause and remedy") : tr("Show cause and remedy"));
    m_details->setVisible(isOpen);
}

} // namespace rowcast::ui
