// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusFrame.h"

#include "ui/style/Metrics.h"

#include <QPainter>

namespace rowcast::ui {

StatusFrame::StatusFrame(Status status, QWidget *parent)
    : QFrame(parent)
    , m_status(status)
{
}

QMargins StatusFrame::margins()
{
    return {units(5), units(1.5), units(2), units(1.5)};
}

void StatusFrame::paintEvent(QPaintEvent *)
{
    const StatusTint tint = StatusTint::of(m_status, palette());
    QPainter painter(this);
    painter.fillRect(rect(), tint.background);
    painter.fillRect(QRect(0, 0, units(0.5), height()), tint.foreground);
    painter.drawPixmap(
        QPoint(units(1.8), units(1.6)), statusSign(m_status, palette(), units(2.2), devicePixelRatioF()));
}

} // namespace rowcast::ui
