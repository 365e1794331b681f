// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/StatusTint.h"

#include <QFrame>

namespace rowcast::ui {

// The ground of a banner: a bar at the left edge, the state's sign, a faint area, all in the state's tint.
class StatusFrame : public QFrame {
    Q_OBJECT

public:
    explicit StatusFrame(Status status, QWidget *parent = nullptr);

    // What its layout leaves free for bar and sign.
    [[nodiscard]] static QMargins margins();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Status m_status;
};

} // namespace rowcast::ui
