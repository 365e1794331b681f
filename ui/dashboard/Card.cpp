// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/Card.h"

#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"
#include "ui/widgets/QuietLabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace rowcast::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_figure(new QLabel(this))
    , m_caption(new QuietLabel(this))
    , m_lines(new QVBoxLayout)
{
    setAccessibleName(title);
    setTextRole(m_title, TextRole::Section);
    setTextRole(m_figure, TextRole::Title);
    m_figure->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_figure->hide();
    m_caption->hide();
    m_lines->setSpacing(units(0.8));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(units(2), units(1.5), units(2), units(2));
    layout->setSpacing(units(0.8));
    layout->addWidget(m_title);
    layout->addWidget(m_figure);
    layout->addWidget(m_caption);
    layout->addLayout(m_lines);
    layout->addStretch(1);
}

void Card::setFigure(const QString &figure)
{
    m_figure->setText(figure);
    m_figure->setVisible(!figure.isEmpty());
}

QString Card::figure() const
{
    return m_figure->text();
}

void Card::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void Card::clearLines()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hairline(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), units(0.6), units(0.6));
}

} // namespace rowcast::ui
