// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusDelegate.h"

#include <QApplication>

namespace rowcast::ui {

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant value = index.data(kStatusRole);
    if (!value.isValid()) {
        return;
    }
    const auto status = Status(value.toInt());
    const QWidget *widget = option->widget;
    const QPalette palette = widget != nullptr ? widget->palette() : QApplication::palette();
    const int size = option->decorationSize.height();
    const double ratio = widget != nullptr ? widget->devicePixelRatioF() : 1;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = QIcon(statusSign(status, palette, size, ratio));
    const QColor colour = StatusTint::of(status, palette).foreground;
    option->palette.setColor(QPalette::Text, colour);
}

} // namespace rowcast::ui
