// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHeader.h"

#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/QuietLabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rowcast::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_state(new QuietLabel(this))
    , m_extras(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setTextRole(m_title, TextRole::Title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setObjectName(QStringLiteral("pageState"));
    m_state->setWordWrap(true);
    m_state->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(units(0.3));
    texts->addWidget(m_title);
    texts->addWidget(m_state);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(units(2));
    layout->addLayout(texts, 1);
    layout->addLayout(m_extras);
    layout->addLayout(m_buttons);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setState(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

QPushButton *PageHeader::addAction(QAction *action)
{
    auto *button = new ActionButton(action, this);
    m_buttons->insertWidget(m_primary == nullptr ? m_buttons->count() : m_buttons->count() - 1, button);
    return button;
}

QPushButton *PageHeader::setPrimaryAction(QAction *action)
{
    delete m_primary;
    m_primary = new ActionButton(action, this);
    setPrimary(m_primary);
    m_buttons->addWidget(m_primary);
    return m_primary;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_extras->addWidget(widget);
}

} // namespace rowcast::ui
