// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/FormSection.h"

#include "ui/style/Metrics.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace rowcast::ui {

FormSection::FormSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_content(new QWidget(this))
    , m_body(new QGridLayout(m_content))
{
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setAutoRaise(true);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    setTextRole(m_heading, TextRole::Section);
    connect(m_heading, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    m_body->setContentsMargins(0, unit(), 0, unit());
    prepare(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading, 0, Qt::AlignLeft);
    layout->addWidget(m_content);
    setOpen(false);
}

void FormSection::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_heading->setAccessibleDescription(isOpen ? tr("Open") : tr("Folded"));
    m_heading->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(isOpen);
}

bool FormSection::isOpen() const
{
    return m_isOpen;
}

void FormSection::prepare(QGridLayout *layout)
{
    layout->setHorizontalSpacing(units(2));
    layout->setVerticalSpacing(units(0.8));
    layout->setColumnMinimumWidth(0, units(30));
    layout->setColumnStretch(1, 1);
}

} // namespace rowcast::ui
