// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace rowcast::ui {

// "Paused: 12,345 new. End to follow", with a button that follows. Takes space of its own, in amber.
class PauseBar : public QFrame {
    Q_OBJECT

public:
    explicit PauseBar(QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void followRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_sentence;
};

} // namespace rowcast::ui
