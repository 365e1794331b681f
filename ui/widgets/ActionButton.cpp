// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

#include <QAction>

namespace rowcast::ui {

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setObjectName(action->objectName());
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setToolTip(m_action->toolTip());
    setAccessibleName(m_action->iconText());
    setAccessibleDescription(m_action->statusTip());
}

} // namespace rowcast::ui
