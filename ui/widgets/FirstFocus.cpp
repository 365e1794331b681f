// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FirstFocus.h"

#include <QWidget>

namespace rowcast::ui {

bool focusFirst(QWidget &page, const QWidget *besides)
{
    for (QWidget *widget = page.nextInFocusChain(); widget != &page; widget = widget->nextInFocusChain()) {
        const bool isInside = page.isAncestorOf(widget) && (besides == nullptr || !besides->isAncestorOf(widget));
        const bool isReached = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled();
        if (isInside && isReached && widget->isVisibleTo(&page)) {
            widget->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace rowcast::ui
