// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusBadge.h"

#include "ui/style/Metrics.h"

#include <QPainter>

namespace rowcast::ui {

StatusBadge::StatusBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusBadge::setStatus(Status status, const QString &word)
{
    if (status == m_status && word == m_word) {
        return;
    }
    m_status = status;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_word) + units(4), metrics.height() + units(0.8)};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    const StatusTint tint = StatusTint::of(m_status, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.background);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const int size = units(1.7);
    painter.drawPixmap(
        QPointF(units(0.8), (height() - size) / 2.0), statusSign(m_status, palette(), size, devicePixelRatioF()));
    painter.setPen(tint.foreground);
    painter.drawText(rect().adjusted(units(2.9), 0, -units(0.6), 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

} // namespace rowcast::ui
