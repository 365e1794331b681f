// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeBox.h"

#include "ui/style/Metrics.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace rowcast::ui {

CodeBox::CodeBox(QWidget *parent)
    : QFrame(parent)
    , m_text(new QPlainTextEdit(this))
{
    auto *copyButton = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy"), this);
    connect(copyButton, &QPushButton::clicked, this, &CodeBox::copy);
    connect(copyButton, &QPushButton::clicked, this, [copyButton] {
        copyButton->setText(tr("Copied"));
        QTimer::singleShot(std::chrono::seconds(2), copyButton, [copyButton] { copyButton->setText(tr("Copy")); });
    });
    m_text->setReadOnly(true);
    setTextRole(m_text, TextRole::Fixed);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setBackgroundRole(QPalette::AlternateBase);
    m_text->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text to copy"));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->viewport()->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(unit(), unit(), unit(), unit());
    layout->addWidget(m_text, 1);
    layout->addWidget(copyButton, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
}

void CodeBox::setCode(const QString &code)
{
    m_text->setPlainText(code);
    fitHeight();
}

// Long lines wrap, and how often depends on the width.
bool CodeBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        QTimer::singleShot(0, this, &CodeBox::fitHeight); // when the text has heard of it, too
    }
    return QFrame::eventFilter(watched, event);
}

void CodeBox::fitHeight()
{
    constexpr int kMostLines = 12;
    int wrapped = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        m_text->document()->documentLayout()->blockBoundingRect(block); // lays it out where that is still to come
        wrapped += std::max(1, block.layout()->lineCount());
    }
    const int lines = std::clamp(wrapped, 1, kMostLines);
    m_text->setFixedHeight(std::max(m_text->fontMetrics().lineSpacing() * lines + units(1.5), units(3.6)));
}

QString CodeBox::code() const
{
    return m_text->toPlainText();
}

void CodeBox::copy()
{
    QGuiApplication::clipboard()->setText(code());
}

} // namespace rowcast::ui
