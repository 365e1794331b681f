// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/DemoBanner.h"

#include "ui/style/Contrast.h"
#include "ui/style/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace rowcast::ui {

DemoBanner::DemoBanner(const QString &note, QWidget *parent)
    : QFrame(parent)
{
    const QString sentence = tr("Demo data: nothing leaves this computer, and nothing is left behind.");
    auto *text = new QLabel(note.isEmpty() ? sentence : tr("%1 %2").arg(sentence, note), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *button = new QPushButton(tr("Connect my database"), this);
    connect(button, &QPushButton::clicked, this, &DemoBanner::connectOwnRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(units(3), units(0.4), units(2), units(0.4));
    layout->addWidget(text, 1);
    layout->addWidget(button);
}

void DemoBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        rect(), mixed(palette().color(QPalette::Active, QPalette::Highlight), palette().color(QPalette::Window), 0.12));
}

} // namespace rowcast::ui
