// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CodeBox.h"

#include "ui/style/Metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QPlainTextEdit>
#include <QPushButton>
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
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(unit(), unit(), unit(), unit());
    layout->addWidget(m_text, 1);
    layout->addWidget(copyButton, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
}

void CodeBox::setCode(const QString &code)
{
    constexpr int kMostLines = 12;
    m_text->setPlainText(code);
    const int lines = std::clamp(int(code.count(QLatin1Char('\n'))) + 1, 1, kMostLines);
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
