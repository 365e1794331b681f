// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

#include <QStyledItemDelegate>

namespace rowcast::ui {

// A table cell that shows a state: the model gives the Status as an int in kStatusRole and the word as text.
inline constexpr int kStatusRole = Qt::UserRole + 100;

class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace rowcast::ui
