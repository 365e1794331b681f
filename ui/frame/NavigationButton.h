// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace rowcast::ui {

// One entry of the navigation: icon and word, an accent bar at the left while it is the current one.
class NavigationButton : public QAbstractButton {
    Q_OBJECT

public:
    NavigationButton(const QIcon &icon, const QString &word, QWidget *parent = nullptr);

    void setFolded(bool isFolded);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isFolded = false;
};

} // namespace rowcast::ui
