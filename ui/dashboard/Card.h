// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace rowcast::ui {

// A part of the dashboard: a heading, one large figure where there is one, and lines below it.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    // Empty: none.
    void setFigure(const QString &figure);
    [[nodiscard]] QString figure() const;
    void setCaption(const QString &caption);
    [[nodiscard]] QVBoxLayout *lines() const { return m_lines; }
    // Takes all lines away.
    void clearLines();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_caption;
    QVBoxLayout *m_lines;
};

} // namespace rowcast::ui
