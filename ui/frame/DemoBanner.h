// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace rowcast::ui {

// Says that everything shown is demo data. note: what this demo cannot show, or empty.
class DemoBanner : public QFrame {
    Q_OBJECT

public:
    explicit DemoBanner(const QString &note, QWidget *parent = nullptr);

Q_SIGNALS:
    void connectOwnRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rowcast::ui
