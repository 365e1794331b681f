// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/PauseBar.h"

#include "ui/style/Metrics.h"
#include "ui/style/StatusTint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace rowcast::ui {

PauseBar::PauseBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
{
    auto *follow = new QPushButton(QIcon::fromTheme(QStringLiteral("go-bottom")), tr("Follow"), this);
    follow->setToolTip(tr("Shows what arrived and goes on with the newest message (End)."));
    setTextRole(m_sentence, TextRole::Strong);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(units(2), units(0.5), units(1), units(0.5));
    layout->addWidget(m_sentence, 1);
    layout->addWidget(follow);
    connect(follow, &QPushButton::clicked, this, &PauseBar::followRequested);
    tint();
}

void PauseBar::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString PauseBar::sentence() const
{
    return m_sentence->text();
}

void PauseBar::tint()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, StatusTint::of(Status::Warning, palette()).foreground);
    if (m_sentence->palette().color(QPalette::WindowText) != colours.color(QPalette::WindowText)) {
        m_sentence->setPalette(colours);
    }
}

void PauseBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void PauseBar::paintEvent(QPaintEvent *)
{
    const StatusTint tint = StatusTint::of(Status::Warning, palette());
    QPainter painter(this);
    painter.fillRect(rect(), tint.background);
    painter.fillRect(QRect(0, 0, units(0.5), height()), tint.foreground);
}

} // namespace rowcast::ui
