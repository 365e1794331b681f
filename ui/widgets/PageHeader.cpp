// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHeader.h"

#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/style/RowcastStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace rowcast::ui {

namespace {

constexpr double kLeastTitle = 12;
constexpr double kRoomyTitle = 30; // a longer title gives way before the buttons lose their words

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_state(new ElidedLabel(this))
    , m_extras(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setTextRole(m_title, TextRole::Title);
    m_title->setText(title);
    m_title->setMinimumWidth(units(kLeastTitle));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setObjectName(QStringLiteral("pageState"));
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
    fit();
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

int PageHeader::wantedWidth(int titleWidth, bool isCompact) const
{
    int width = titleWidth;
    if (m_extras->count() > 0) {
        width += layout()->spacing() + m_extras->minimumSize().width();
    }
    for (int i = 0; i < m_buttons->count(); ++i) {
        const auto *button = static_cast<const ActionButton *>(m_buttons->itemAt(i)->widget());
        if (!button->isHidden()) {
            width += layout()->spacing() + button->wantedWidth(isCompact && button != m_primary);
        }
    }
    return width;
}

QSize PageHeader::minimumSizeHint() const
{
    return {wantedWidth(units(kLeastTitle), true), layout()->totalMinimumSize().height()};
}

void PageHeader::fit()
{
    const int title = std::min(m_title->sizeHint().width(), units(kRoomyTitle));
    const bool isCompact = width() < wantedWidth(title, false);
    if (isCompact == m_isCompact && m_fittedButtons == m_buttons->count()) {
        return;
    }
    m_isCompact = isCompact;
    m_fittedButtons = m_buttons->count();
    for (int i = 0; i < m_buttons->count(); ++i) {
        auto *button = static_cast<ActionButton *>(m_buttons->itemAt(i)->widget());
        button->setCompact(isCompact && button != m_primary);
    }
    layout()->activate(); // else one picture shows the new words in the old places
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        fit(); // a button came, went or got another word
    }
    return QWidget::event(event);
}

} // namespace rowcast::ui
