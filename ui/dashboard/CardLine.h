// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

#include <QWidget>

class QPushButton;

namespace rowcast::ui {

class ElidedLabel;
class StatusSign;

// One line of a card: sign, text, and a button that leads to the place where more is said.
class CardLine : public QWidget {
    Q_OBJECT

public:
    CardLine(Status status, const QString &text, const QString &button, QWidget *parent = nullptr);

Q_SIGNALS:
    void pressed();
};

} // namespace rowcast::ui
