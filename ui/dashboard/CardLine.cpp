// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/CardLine.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/StatusSign.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rowcast::ui {

CardLine::CardLine(Status status, const QString &text, const QString &button, QWidget *parent)
    : QWidget(parent)
{
    auto *sign = new StatusSign(this);
    auto *label = new ElidedLabel(this);
    sign->setStatus(status);
    label->setText(text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit());
    layout->addWidget(sign);
    layout->addWidget(label, 1);
    if (!button.isEmpty()) {
        auto *more = new QPushButton(button, this);
        more->setAccessibleName(QStringLiteral("%1: %2").arg(button, text));
        layout->addWidget(more);
        connect(more, &QPushButton::clicked, this, &CardLine::pressed);
    }
}

} // namespace rowcast::ui
