// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/Page.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/FirstFocus.h"
#include "ui/widgets/PageHeader.h"

#include <QVBoxLayout>

namespace rowcast::ui {

Page::Page(const AppContext &context, const Description &description, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_description(description)
    , m_header(new PageHeader(description.title, this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(description.id);
    setAccessibleName(description.title);
    m_layout->setContentsMargins(units(3), units(2), units(3), units(2));
    m_layout->setSpacing(units(2));
    m_layout->addWidget(m_header);
}

void Page::showItem(const QString &item)
{
    Q_UNUSED(item)
}

void Page::entered() { }

void Page::left() { }

void Page::focusFirst()
{
    ui::focusFirst(*this, m_header);
}

std::vector<TourStop> Page::tourStops()
{
    return {{m_description.id, [] { return nullptr; }}};
}

void Page::setContent(QWidget *content)
{
    m_layout->addWidget(content, 1);
}

} // namespace rowcast::ui
