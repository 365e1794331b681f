// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QToolButton;

namespace rowcast::ui {

// A heading that folds what is below it: separated by space, not by a border.
class FormSection : public QWidget {
    Q_OBJECT

public:
    explicit FormSection(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QGridLayout *body() const { return m_body; }
    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const;

    // The columns of a form: labels of one width, then fields.
    static void prepare(QGridLayout *layout);

private:
    QToolButton *m_heading;
    bool m_isOpen = false;
    QWidget *m_content;
    QGridLayout *m_body;
};

} // namespace rowcast::ui
