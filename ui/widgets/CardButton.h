// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QIcon>

namespace rowcast::ui {

// A large button with icon, title and a sentence below. Checkable ones make a choice of cards (put them into a
// QButtonGroup); space and enter press it.
class CardButton : public QAbstractButton {
    Q_OBJECT

public:
    CardButton(const QIcon &icon, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect textRect(int width) const;
    void drawIcon(QPainter &painter) const;

    QString m_sentence;
};

} // namespace rowcast::ui
