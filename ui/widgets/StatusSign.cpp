// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusSign.h"

#include "ui/style/Metrics.h"

#include <QPainter>

namespace rowcast::ui {

StatusSign::StatusSign(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(units(2), units(2));
}

void StatusSign::setStatus(Status status)
{
    m_status = status;
    update();
}

void StatusSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(QPointF(0, 0), statusSign(m_status, palette(), width(), devicePixelRatioF()));
}

} // namespace rowcast::ui
