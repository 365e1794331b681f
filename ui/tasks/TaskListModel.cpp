// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskListModel.h"

#include "ui/models/RelativeTime.h"
#include "ui/style/StatusTint.h"
#include "ui/tasks/TaskBook.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/widgets/EngineText.h"
#include "ui/widgets/StatusDelegate.h"

#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

TaskListModel::TaskListModel(TaskBook &book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
    connect(&book, &TaskBook::definitionsChanged, this, &TaskListModel::reload);
    connect(&book, &TaskBook::taskChanged, this, &TaskListModel::update);
    reload();
}

void TaskListModel::reload()
{
    std::vector<Row> rows;
    for (const StoredTask &task : m_book.tasks()) {
        rows.push_back({m_book.snapshot(task), task.wasInterrupted, task.isRunningElsewhere, task.spec.migrationType});
    }
    const bool isSameTasks = std::ranges::equal(
        rows, m_rows, [](const Row &a, const Row &b) { return a.snapshot.identifier == b.snapshot.identifier; });
    if (isSameTasks) { // keeps the selection
        m_rows = std::move(rows);
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TaskListModel::update(const QString &identifier)
{
    const int row = rowOf(identifier);
    const StoredTask *task = m_book.task(identifier);
    if (row >= 0 && task != nullptr) {
        m_rows[size_t(row)]
            = {m_book.snapshot(*task), task->wasInterrupted, task->isRunningElsewhere, task->spec.migrationType};
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int TaskListModel::rowOf(const QString &identifier) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.snapshot.identifier == identifier; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void TaskListModel::refreshTimes()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, LastChange), index(int(m_rows.size()) - 1, LastChange), {Qt::DisplayRole});
    }
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TaskListModel::text(const Row &row, int column) const
{
    const TaskSnapshot &task = row.snapshot;
    const QLocale locale;
    switch (column) {
    case Name:
        return task.identifier;
    case State:
        return statusWord(task.status);
    case Phase:
        return isActive(task.status) ? phaseText(task.phase) : QString();
    case Progress:
        return row.type == MigrationType::Cdc || task.fullLoadStartMicros == 0
            ? QString()
            : locale.toString(task.fullLoadProgressPercent) + locale.percent();
    case Lag:
        return isActive(task.status) && task.phase == TaskPhase::Cdc ? lagText(task.metrics.cdcLatencyTarget)
                                                                     : QString();
    case Rate:
        return isActive(task.status) ? rateText(task.metrics.targetRowsPerSecond) : QString();
    case Errors:
        return locale.toString(qulonglong(errorCount(task)));
    case LastChange:
        return relativeTime(lastChangeMicros(task), m_book.nowMicros());
    case Outcome:
        return row.isRunningElsewhere ? tr("Runs in another window of Rowcast") : outcomeText(task, row.wasInterrupted);
    default:
        return {};
    }
}

QVariant TaskListModel::sortValue(const Row &row, int column)
{
    const TaskSnapshot &task = row.snapshot;
    switch (column) {
    case State:
        return int(task.status);
    case Progress:
        return task.fullLoadProgressPercent;
    case Lag:
        return isActive(task.status) ? task.metrics.cdcLatencyTarget : -1.0;
    case Rate:
        return isActive(task.status) ? task.metrics.targetRowsPerSecond : -1.0;
    case Errors:
        return qulonglong(errorCount(task));
    case LastChange:
        return qlonglong(lastChangeMicros(task));
    default:
        return {};
    }
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole: {
        const QVariant value = sortValue(row, column);
        return value.isValid() ? value : QVariant(text(row, column));
    }
    case Qt::ToolTipRole:
        return column == LastChange ? absoluteTime(lastChangeMicros(row.snapshot))
            : column == Name        ? migrationTypeText(row.type)
                                    : text(row, column);
    case Qt::TextAlignmentRole:
        return int((column >= Progress && column <= Errors ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kStatusRole:
        if (column == State) {
            return int(row.snapshot.attempt > 0 && isActive(row.snapshot.status) ? Status::Warning
                                                                                 : statusOf(row.snapshot.status));
        }
        return column == Errors && errorCount(row.snapshot) > 0 ? QVariant(int(Status::Warning)) : QVariant();
    default:
        return {};
    }
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= Progress && section <= Errors ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles = {tr("Task"), tr("Status"), tr("Phase"), tr("Progress"), tr("Lag"), tr("Rows/s"),
        tr("Errors"), tr("Last change"), tr("Last outcome")};
    return titles.value(section);
}

} // namespace rowcast::ui
