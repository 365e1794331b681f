// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/NavigationBar.h"

#include "ui/frame/NavigationButton.h"
#include "ui/style/Metrics.h"
#include "ui/style/Palettes.h"

#include <QButtonGroup>
#include <QIcon>
#include <QPainter>
#include <QVBoxLayout>

namespace rowcast::ui {

NavigationBar::NavigationBar(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
    , m_fold(new NavigationButton(QIcon::fromTheme(QStringLiteral("sidebar-collapse-left")), tr("Fold"), this))
{
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(0, unit(), 1, unit());
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    m_layout->addWidget(m_fold);
    m_fold->setCheckable(false);
    connect(m_group, &QButtonGroup::idClicked, this, &NavigationBar::chosen);
    connect(m_fold, &QAbstractButton::clicked, this, [this] { setFolded(!m_isFolded); });
    setFolded(false);
}

void NavigationBar::addEntry(const QString &iconName, const QString &word)
{
    auto *entry = new NavigationButton(QIcon::fromTheme(iconName), word, this);
    m_group->addButton(entry, int(m_entries.size()));
    m_layout->insertWidget(int(m_entries.size()), entry);
    if (!m_entries.isEmpty()) {
        setTabOrder(m_entries.last(), entry);
    }
    setTabOrder(entry, m_fold);
    m_entries.append(entry);
    entry->setFolded(m_isFolded);
    setFolded(m_isFolded);
}

void NavigationBar::setCurrent(int index)
{
    if (index >= 0 && index < m_entries.size()) {
        m_entries[index]->setChecked(true);
        setFocusProxy(m_entries[index]);
    }
}

void NavigationBar::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    int width = units(24);
    for (NavigationButton *entry : m_entries) {
        entry->setFolded(isFolded);
        width = std::max(width, entry->sizeHint().width() + units(2));
    }
    m_fold->setFolded(isFolded);
    m_fold->setAccessibleName(isFolded ? tr("Unfold the navigation") : tr("Fold the navigation to icons"));
    m_fold->setToolTip(m_fold->accessibleName());
    setFixedWidth(isFolded ? units(5.4) : width);
    Q_EMIT foldedChanged(isFolded);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(width() - 1, 0, 0, 0), hairline(palette()));
}

} // namespace rowcast::ui
