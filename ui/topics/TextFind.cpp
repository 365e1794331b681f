// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TextFind.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/QuietLabel.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

namespace rowcast::ui {

TextFind::TextFind(QPlainTextEdit *text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_words(new QLineEdit(this))
    , m_note(new QuietLabel(this))
{
    m_words->setObjectName(QStringLiteral("findInText"));
    m_words->setPlaceholderText(tr("Find in this message"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(units(34));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit());
    layout->addWidget(m_words, 1);
    const auto addButton = [&](const QString &icon, const QString &name, bool isBackwards) {
        auto *button = new QToolButton(this);
        button->setIcon(QIcon::fromTheme(icon));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, isBackwards] { find(isBackwards); });
        layout->addWidget(button);
    };
    addButton(QStringLiteral("go-up"), tr("Find previous (Shift+F3)"), true);
    addButton(QStringLiteral("go-down"), tr("Find next (F3)"), false);
    layout->addWidget(m_note, 1);
    connect(m_words, &QLineEdit::textEdited, this, &TextFind::findTyped);
    connect(m_words, &QLineEdit::returnPressed, this, &TextFind::findNext);
    const auto addShortcut = [&](const QKeySequence &keys, void (TextFind::*verb)(), QWidget *place) {
        auto *shortcut = new QShortcut(keys, place);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, verb);
    };
    addShortcut(QKeySequence(Qt::Key_F3), &TextFind::findNext, parent);
    addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), &TextFind::findPrevious, parent);
    addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), &TextFind::findPrevious, m_words);
}

bool TextFind::search(bool isBackwards)
{
    return m_text->find(m_words->text(), isBackwards ? QTextDocument::FindBackward : QTextDocument::FindFlags());
}

void TextFind::findTyped()
{
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_text->setTextCursor(cursor);
    find(false);
}

void TextFind::find(bool isBackwards)
{
    m_note->clear();
    if (m_words->text().isEmpty() || search(isBackwards)) {
        return;
    }
    const QTextCursor before = m_text->textCursor();
    m_text->moveCursor(isBackwards ? QTextCursor::End : QTextCursor::Start);
    if (search(isBackwards)) {
        m_note->setText(isBackwards ? tr("Went on from the end") : tr("Went on from the beginning"));
    } else {
        m_text->setTextCursor(before);
        m_note->setText(tr("Not in this message"));
    }
}

} // namespace rowcast::ui
