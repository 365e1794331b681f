// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/style/Metrics.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QVBoxLayout>

namespace rowcast::ui {

EmptyState::EmptyState(const QString &iconName, const QString &sentence, QAction *step, QWidget *parent)
    : QWidget(parent)
{
    auto *text = new QuietLabel(sentence, this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setMaximumWidth(units(60));
    text->setMinimumWidth(units(40));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(units(2));
    layout->addStretch(2);
    layout->addWidget(new IconLabel(iconName, units(6), this), 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    if (step != nullptr) {
        auto *button = new ActionButton(step, this);
        setPrimary(button);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

} // namespace rowcast::ui
