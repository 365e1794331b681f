// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CardButton.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace rowcast::ui {

namespace {

constexpr double kPad = 2;
constexpr double kIcon = 4;

} // namespace

CardButton::CardButton(const QIcon &icon, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_sentence(sentence)
{
    setIcon(icon);
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect CardButton::textRect(int width) const
{
    const int left = units(kPad + kIcon + 1.5);
    return {left, units(kPad), std::max(1, width - left - units(kPad)), 0};
}

int CardButton::heightForWidth(int width) const
{
    const QRect area = textRect(width);
    const QFontMetrics title(ui::font(TextRole::Section));
    const QFontMetrics body(font());
    const auto heightOf = [&area](const QFontMetrics &metrics, const QString &text) {
        return metrics.boundingRect(0, 0, area.width(), 10000, Qt::TextWordWrap, text).height();
    };
    const int lines = heightOf(title, text()) + units(0.5) + heightOf(body, m_sentence);
    return std::max(lines, units(kIcon)) + 2 * units(kPad);
}

QSize CardButton::sizeHint() const
{
    const int width = units(34);
    return {width, heightForWidth(width)};
}

void CardButton::paintEvent(QPaintEvent *)
{
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QColor base = palette().color(QPalette::Base);
    const bool isMarked = isChecked() || hasFocus();
    QColor fill = isChecked() ? mixed(accent, base, 0.10) : base;
    if (isDown() || underMouse()) {
        fill = mixed(accent, fill, isDown() ? 0.12 : 0.05);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isMarked ? QPen(accent, 2) : QPen(hairline(palette()), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), units(0.6), units(0.6));
    drawIcon(painter);
    QRect area = textRect(width());
    area.setBottom(height());
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(ui::font(TextRole::Section));
    QRect title;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text(), &title);
    painter.setFont(font());
    painter.setPen(quietText(palette()));
    area.setTop(title.bottom() + units(0.5));
    painter.drawText(area, Qt::TextWordWrap, m_sentence);
}

void CardButton::drawIcon(QPainter &painter) const
{
    // themes have their icons in a few sizes only, and QIcon enlarges none
    const double ratio = devicePixelRatioF();
    const QSize size = QSize(units(kIcon), units(kIcon)) * ratio;
    QPixmap pixmap = icon().pixmap(QSize(units(kIcon), units(kIcon)), ratio);
    if (!pixmap.isNull() && pixmap.size() != size) {
        pixmap = pixmap.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(QPoint(units(kPad), units(kPad)), pixmap);
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace rowcast::ui
