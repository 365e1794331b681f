// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageRow.h"

#include <QStyledItemDelegate>

namespace rowcast::ui {

// Letter and colour of an operation; readable on the palette.
[[nodiscard]] QColor kindColour(MessageKind kind, const QPalette &palette);

// The operation as a small badge: L load, I insert, U update, D delete, C control, T tombstone.
class OperationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rowcast::ui
