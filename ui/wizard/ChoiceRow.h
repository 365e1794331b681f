// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace rowcast::ui {

// "Use: [a new one, or one that exists]". The first entry is the new one, without data.
class ChoiceRow : public QWidget {
    Q_OBJECT

public:
    ChoiceRow(const QString &label, const QString &newOne, QWidget *parent = nullptr);
    [[nodiscard]] QComboBox *choice() const { return m_choice; }

private:
    QComboBox *m_choice;
};

} // namespace rowcast::ui
