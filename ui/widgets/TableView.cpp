// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TableView.h"

#include "ui/style/Metrics.h"
#include "ui/widgets/EmptyState.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>

namespace rowcast::ui {

TableView::TableView(const QString &name, QSettings *settings, QWidget *parent)
    : QTableView(parent)
    , m_name(name)
    , m_settings(settings)
{
    setObjectName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setSortingEnabled(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
}

TableView::~TableView()
{
    saveColumns();
}

void TableView::saveColumns()
{
    if (m_settings != nullptr && model() != nullptr && model()->columnCount() > 0) {
        m_settings->setValue(QStringLiteral("columns/") + m_name, horizontalHeader()->saveState());
    }
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableView::updateEmptyState);
    updateEmptyState();
}

void TableView::setEmptyState(EmptyState *state)
{
    delete m_emptyState;
    m_emptyState = state;
    m_emptyState->setParent(this);
    updateEmptyState();
}

void TableView::setColumnUnits(const QList<double> &widths)
{
    for (qsizetype column = 0; column < widths.size(); ++column) {
        horizontalHeader()->resizeSection(int(column), std::max(units(widths[column]), nameWidth(int(column))));
    }
    if (m_settings != nullptr) {
        horizontalHeader()->restoreState(m_settings->value(QStringLiteral("columns/") + m_name).toByteArray());
    }
}

// The name of a column may be longer in another language. Unlike sectionSizeHint(), without room for a sort arrow,
// which one column has and the others need not pay for.
int TableView::nameWidth(int column) const
{
    if (model() == nullptr) {
        return 0;
    }
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, horizontalHeader());
    return horizontalHeader()->fontMetrics().horizontalAdvance(name) + 2 * margin;
}

void TableView::updateEmptyState()
{
    if (m_emptyState == nullptr || model() == nullptr) {
        return;
    }
    const bool isEmpty = model()->rowCount() == 0;
    horizontalHeader()->setVisible(!isEmpty);
    setHorizontalScrollBarPolicy(isEmpty ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_emptyState->setGeometry(rect());
    m_emptyState->setVisible(isEmpty);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_emptyState != nullptr) {
        m_emptyState->setGeometry(rect());
    }
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace rowcast::ui
