// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ChoiceRow.h"

#include "ui/forms/FormSection.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace rowcast::ui {

ChoiceRow::ChoiceRow(const QString &label, const QString &newOne, QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
{
    auto *words = new QLabel(label, this);
    words->setBuddy(m_choice);
    m_choice->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    m_choice->addItem(newOne, QString());
    // the names of endpoints may be longer than the page is wide
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    FormSection::prepare(layout);
    layout->addWidget(words, 0, 0);
    layout->addWidget(m_choice, 0, 1);
}

} // namespace rowcast::ui
