// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/StatisticsView.h"

#include "ui/style/Metrics.h"
#include "ui/tasks/TableStatisticsModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/StatusDelegate.h"
#include "ui/widgets/TableView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace rowcast::ui {

StatisticsView::StatisticsView(const Clock &clock, QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_model(new TableStatisticsModel(clock, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_table(new TableView(QStringLiteral("table-statistics"), settings, this))
    , m_filter(new QLineEdit(this))
{
    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(TableStatisticsModel::SortRole);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(TableStatisticsModel::Table);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_shown);
    m_table->setEmptyState(
        new EmptyState(QStringLiteral("table"), tr("The tables appear when the task has started."), nullptr, m_table));
    m_table->setItemDelegateForColumn(TableStatisticsModel::State, new StatusDelegate(m_table));
    m_table->setColumnUnits({9, 15, 19, 16, 8.5, 9, 9, 7.5, 13, 10, 10, 11});
    m_table->sortByColumn(TableStatisticsModel::Table, Qt::AscendingOrder);
    m_table->setAccessibleName(tr("Table statistics"));
    m_filter->setPlaceholderText(tr("Find table"));
    m_filter->setAccessibleName(tr("Find table"));
    m_filter->setClearButtonEnabled(true);
    auto *copy = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-copy")), tr("Copy as CSV"), this);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter);
    bar->addStretch(1);
    bar->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit(), 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model->csv()); });
}

void StatisticsView::setTables(const std::vector<TableStatistics> &tables)
{
    m_model->setTables(tables);
}

} // namespace rowcast::ui
