// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/StepList.h"

#include "ui/frame/NavigationButton.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/style/StatusTint.h"

#include <QEvent>
#include <QIcon>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

StepList::StepList(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Steps"));
    m_layout->setContentsMargins(0, units(2), 1, unit());
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
}

void StepList::addStep(const QString &word)
{
    auto *step = new NavigationButton({}, word, this);
    const int index = int(m_steps.size());
    connect(step, &QAbstractButton::clicked, this, [this, index] {
        showSigns(); // the click checked it: the window decides whether it becomes the current one
        Q_EMIT chosen(index);
    });
    m_layout->insertWidget(index, step);
    m_steps.append(step);
    int width = units(24);
    for (const NavigationButton *known : m_steps) {
        width = std::max(width, known->sizeHint().width() + units(2));
    }
    setFixedWidth(width);
    showSigns();
}

void StepList::setCurrent(int step, int visited)
{
    m_current = step;
    m_visited = visited;
    showSigns();
}

void StepList::showSigns()
{
    for (int i = 0; i < m_steps.size(); ++i) {
        NavigationButton *step = m_steps[i];
        const bool isDone = i < m_visited - 1 && i != m_current;
        const Status status = i == m_current ? Status::Running : isDone ? Status::Done : Status::Neutral;
        step->setIcon(QIcon(statusSign(status, palette(), units(2.2), devicePixelRatioF())));
        step->setChecked(i == m_current);
        step->setEnabled(i < m_visited);
        step->setAccessibleDescription(isDone ? tr("Done") : i == m_current ? tr("Current step") : tr("Not reached"));
    }
}

void StepList::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showSigns();
    }
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(width() - 1, 0, 0, 0), hairline(palette()));
}

} // namespace rowcast::ui
