// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace rowcast::ui {

class QuietLabel;

// A line that finds words in a text below it: Return or F3 the next place, with Shift the one before, round and round.
class TextFind : public QWidget {
    Q_OBJECT

public:
    explicit TextFind(QPlainTextEdit *text, QWidget *parent = nullptr);

    void findNext() { find(false); }
    void findPrevious() { find(true); }

private:
    void find(bool isBackwards);
    // From where the selection begins, so that a longer word stays where it was found.
    void findTyped();
    [[nodiscard]] bool search(bool isBackwards);

    QPlainTextEdit *m_text;
    QLineEdit *m_words;
    QuietLabel *m_note;
};

} // namespace rowcast::ui
