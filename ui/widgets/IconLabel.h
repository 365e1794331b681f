// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace rowcast::ui {

// An icon of the theme, which follows a change of the theme. Decoration: not told to screen readers.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const QString &iconName, int size, QWidget *parent = nullptr);
    IconLabel(const QIcon &icon, int size, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    int m_size;
};

} // namespace rowcast::ui
