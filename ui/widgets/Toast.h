// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace rowcast::ui {

// A line at the lower edge of its parent that goes away by itself, with an Undo button where there is something to
// undo. A new text ends the time of the one before.
class Toast : public QFrame {
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    ~Toast() override;

    void showText(const QString &text, const std::function<void()> &undo, const std::function<void()> &expired);
    // Ends the time now: what could be undone is final.
    void expire();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void undo();
    void place();

    QLabel *m_text;
    QPushButton *m_undoButton;
    QTimer m_timer;
    std::function<void()> m_undo;
    std::function<void()> m_expired;
};

} // namespace rowcast::ui
