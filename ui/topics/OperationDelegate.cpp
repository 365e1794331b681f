// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/OperationDelegate.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/topics/TopicMessageModel.h"

#include <QApplication>
#include <QPainter>

namespace rowcast::ui {

namespace {

// Okabe and Ito's colours, which the colour-blind tell apart.
QColor hueOf(MessageKind kind, const QPalette &palette)
{
    switch (kind) {
    case MessageKind::Load:
        return QColor(0x7a6a9e);
    case MessageKind::Insert:
        return QColor(0x009e73);
    case MessageKind::Update:
        return QColor(0x0072b2);
    case MessageKind::Delete:
        return QColor(0xd55e00);
    case MessageKind::Control:
        return QColor(0xb8860b);
    case MessageKind::Tombstone:
    case MessageKind::Other:
        break;
    }
    return quietText(palette);
}

} // namespace

QColor kindColour(MessageKind kind, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor hue = hueOf(kind, palette);
    return readableOn(hue,
        {base, palette.color(QPalette::Active, QPalette::AlternateBase), mixed(hue, base, isDark(base) ? 0.22 : 0.14)});
}

void OperationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString letter = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (letter.isEmpty()) {
        return;
    }
    const auto kind = MessageKind(index.data(TopicMessageModel::KindRole).toInt());
    const QColor colour = kindColour(kind, option.palette);
    const QColor base = option.palette.color(QPalette::Active, QPalette::Base);
    const int height = std::min(units(2.4), option.rect.height() - 2);
    QRect badge(0, 0, height + units(0.4), height);
    badge.moveCenter(option.rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(colour, base, isDark(base) ? 0.22 : 0.14));
    painter->drawRoundedRect(badge, units(0.4), units(0.4));
    painter->setPen(colour);
    painter->setFont(font(TextRole::Strong));
    painter->drawText(badge, Qt::AlignCenter, letter);
    painter->restore();
}

} // namespace rowcast::ui
