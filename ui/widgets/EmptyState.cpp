// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rowcast::ui {

EmptyState::EmptyState(const QString &iconName, const QString &sentence, QAction *step, QWidget *parent)
    : QWidget(parent)
{
    auto *text = new QuietLabel(sentence, this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setMaximumWidth(units(60));
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    // not aligned by the layout, which would give it the height of a line as long as the page is wide
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(text, 1000);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(units(2));
    layout->addStretch(2);
    layout->addWidget(new IconLabel(iconName, units(6), this), 0, Qt::AlignHCenter);
    layout->addLayout(middle);
    if (step != nullptr) {
        auto *button = new ActionButton(step, this);
        setPrimary(button);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

} // namespace rowcast::ui
