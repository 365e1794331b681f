// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageTable.h"

#include "ui/style/Metrics.h"
#include "ui/topics/OperationDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace rowcast::ui {

MessageTable::MessageTable(TopicMessageModel &model, QSettings *settings, QWidget *parent)
    : TableView(QStringLiteral("messages"), settings, parent)
    , m_model(model)
{
    setAccessibleName(tr("Messages"));
    setSortingEnabled(false);
    setModel(&model);
    // A fixed height for every row: nothing is measured when thousands arrive.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight());
    setItemDelegateForColumn(TopicMessageModel::Operation, new OperationDelegate(this));
    setVerticalScrollMode(ScrollPerItem);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(TopicMessageModel::Value, QHeaderView::Stretch);
    setColumnUnits({15, 6, 10, 5, 16, 13, 40, 9});
    horizontalHeader()->setSectionResizeMode(TopicMessageModel::Value, QHeaderView::Stretch);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() < verticalScrollBar()->maximum()) {
            Q_EMIT pauseRequested();
        }
    });
}

MessageRowPtr MessageTable::currentRow() const
{
    return currentIndex().isValid() ? m_model.row(currentIndex().row()) : MessageRowPtr();
}

void MessageTable::selectRowOf(int row)
{
    selectRow(row);
    scrollTo(m_model.index(row, TopicMessageModel::Time));
}

void MessageTable::follow()
{
    clearSelection();
    setCurrentIndex({});
    scrollToBottom();
}

void MessageTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        Q_EMIT pauseToggled();
        return;
    case Qt::Key_End:
        Q_EMIT followRequested();
        return;
    case Qt::Key_Home:
        if (m_model.rowCount() > 0) {
            selectRowOf(0);
        }
        return;
    default:
        TableView::keyPressEvent(event);
    }
}

void MessageTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    TableView::selectionChanged(selected, deselected);
    // not the current index: that one is set when the focus comes
    if (!selected.isEmpty()) {
        Q_EMIT pauseRequested();
        Q_EMIT rowChosen(m_model.row(selected.first().top()));
    }
}

} // namespace rowcast::ui
