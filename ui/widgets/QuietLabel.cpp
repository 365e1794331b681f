// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QuietLabel.h"

namespace rowcast::ui {

QuietLabel::QuietLabel(QWidget *parent)
    : QuietLabel(QString(), parent)
{
}

QuietLabel::QuietLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setForegroundRole(QPalette::PlaceholderText);
}

} // namespace rowcast::ui
