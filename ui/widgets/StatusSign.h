// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

#include <QWidget>

namespace rowcast::ui {

// The sign of a state alone; the word must stand beside it.
class StatusSign : public QWidget {
    Q_OBJECT

public:
    explicit StatusSign(QWidget *parent = nullptr);
    void setStatus(Status status);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Neutral;
};

} // namespace rowcast::ui
