// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

EmptyState::EmptyState(const QString &iconName, const QString &sentence, QAction *step, QWidget *parent)
    : QWidget(parent)
    , m_text(new QuietLabel(sentence, this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(units(2));
    layout->addStretch(2);
    layout->addWidget(new IconLabel(iconName, units(6), this), 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    if (step != nullptr) {
        auto *button = new ActionButton(step, this);
        setPrimary(button);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    // the layout would give the text the height that it has when it is as wide as the page
    const QMargins margins = layout()->contentsMargins();
    const int width = std::clamp(this->width() - margins.left() - margins.right(), units(10), units(60));
    m_text->setMinimumHeight(0); // else the height that it had counts as well
    m_text->setFixedSize(width, m_text->heightForWidth(width));
    QWidget::resizeEvent(event);
}

} // namespace rowcast::ui
