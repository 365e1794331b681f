// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/NavigationButton.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"

#include <QIcon>
#include <QPainter>

namespace rowcast::ui {

NavigationButton::NavigationButton(const QIcon &icon, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
{
    setIcon(icon);
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    setToolTip(isFolded ? text() : QString());
    updateGeometry();
    update();
}

QSize NavigationButton::sizeHint() const
{
    // as wide as it gets when it is the current one
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const int word = m_isFolded ? 0 : QFontMetrics(strong).horizontalAdvance(text()) + units(1.5);
    return {units(5) + word, units(4.2)};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor ground = palette().color(QPalette::Window);
    QPainter painter(this);
    if (isChecked()) {
        painter.fillRect(rect(), mixed(accent, ground, 0.14));
        painter.fillRect(0, 0, units(0.4), height(), accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), mixed(palette().color(QPalette::WindowText), ground, 0.06));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), units(0.4), units(0.4));
    }
    const int size = units(2.2);
    icon().paint(&painter, QRect(units(1.5), (height() - size) / 2, size, size));
    if (!m_isFolded) {
        QFont word = font();
        word.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(word);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect().adjusted(units(5), 0, -unit(), 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    }
}

} // namespace rowcast::ui
