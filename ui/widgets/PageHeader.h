// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;

namespace rowcast::ui {

class ActionButton;
class ElidedLabel;

// Title, one sentence of state, and at the right the page's buttons, the primary one last. Where it is narrower than
// they want to be, the other buttons show their icons alone, and title and sentence end in dots.
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

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int wantedWidth(int titleWidth, bool isCompact) const;
    void fit();

    ElidedLabel *m_title;
    ElidedLabel *m_state;
    QHBoxLayout *m_extras;
    QHBoxLayout *m_buttons;
    ActionButton *m_primary = nullptr;
    bool m_isCompact = false;
    int m_fittedButtons = 0;
};

} // namespace rowcast::ui
