// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

#include <QAction>
#include <QStyleOptionButton>

#include <algorithm>

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
    const bool isIconOnly = m_isCompact && !m_action->icon().isNull();
    setText(isIconOnly ? QString() : m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    const QString name = m_action->iconText();
    const QString tip = m_action->toolTip();
    setToolTip(isIconOnly && tip != name ? name + QLatin1Char('\n') + tip : tip);
    setAccessibleName(name);
    setAccessibleDescription(m_action->statusTip());
}

void ActionButton::setCompact(bool isCompact)
{
    if (m_isCompact != isCompact) {
        m_isCompact = isCompact;
        follow();
    }
}

int ActionButton::wantedWidth(bool isCompact) const
{
    constexpr int kIconGap = 4; // QPushButton's own
    const bool hasIcon = !m_action->icon().isNull();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.icon = m_action->icon();
    option.text = isCompact && hasIcon ? QString() : m_action->text();
    // as QPushButton::sizeHint(), which knows only the text that is shown
    QSize size = option.text.isEmpty() ? QSize() : fontMetrics().size(Qt::TextShowMnemonic, option.text);
    if (hasIcon) {
        size = QSize(std::max(0, size.width()) + option.iconSize.width() + kIconGap, option.iconSize.height());
    }
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, size, this).width();
}

} // namespace rowcast::ui
