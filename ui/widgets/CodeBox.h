// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPlainTextEdit;

namespace rowcast::ui {

// SQL, a command or a setting in the fixed font, with a Copy button. As high as its wrapped text, up to twelve lines.
class CodeBox : public QFrame {
    Q_OBJECT

public:
    explicit CodeBox(QWidget *parent = nullptr);

    void setCode(const QString &code);
    [[nodiscard]] QString code() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copy();
    void fitHeight();

    QPlainTextEdit *m_text;
};

} // namespace rowcast::ui
