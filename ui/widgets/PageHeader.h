// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rowcast::ui {

// Title, one sentence of state, and at the right the page's buttons, the primary one last.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // "3 tasks, 1 failed." Empty hides it.
    void setState(const QString &sentence);
    // A button for the action: it follows the action's text, icon, enabling and tooltip. Each returns the button.
    QPushButton *addAction(QAction *action);
    QPushButton *setPrimaryAction(QAction *action);
    // Any widget left of the buttons (a filter line, a badge).
    void addWidget(QWidget *widget);

private:
    QLabel *m_title;
    QLabel *m_state;
    QHBoxLayout *m_extras;
    QHBoxLayout *m_buttons;
    QPushButton *m_primary = nullptr;
};

} // namespace rowcast::ui
