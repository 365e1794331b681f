// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/WizardPage.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/QuietLabel.h"

#include <QVBoxLayout>

namespace rowcast::ui {

WizardPage::WizardPage(const Description &description, QWidget *parent)
    : QWidget(parent)
    , m_description(description)
    , m_body(new QVBoxLayout)
{
    auto *title = new QLabel(description.step, this);
    setTextRole(title, TextRole::Title);
    auto *sentence = new QuietLabel(description.sentence, this);
    sentence->setWordWrap(true);
    sentence->setTextFormat(Qt::PlainText);
    m_body->setSpacing(units(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(units(3), units(2), units(3), units(2));
    layout->setSpacing(unit());
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addSpacing(unit());
    layout->addLayout(m_body, 1);
    setAccessibleName(description.step);
    setMaximumWidth(units(90));
}

void WizardPage::enter(const MigrationDraft &draft)
{
    Q_UNUSED(draft)
}

void WizardPage::restore(const QJsonObject &state)
{
    Q_UNUSED(state)
}

} // namespace rowcast::ui
