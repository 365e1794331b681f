// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QVBoxLayout;

namespace rowcast::ui {

class NavigationButton;

// The steps of the wizard at its left edge: done ones have a tick, and steps that were visited can be gone back to.
class StepList : public QFrame {
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void addStep(const QString &word);
    // visited: how many steps were reached so far.
    void setCurrent(int step, int visited);

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showSigns();

    QVBoxLayout *m_layout;
    QList<NavigationButton *> m_steps;
    int m_current = 0;
    int m_visited = 1;
};

} // namespace rowcast::ui
