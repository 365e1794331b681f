// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TableStatisticsModel.h"

#include "core/base/Clock.h"
#include "ui/models/RelativeTime.h"
#include "ui/style/StatusTint.h"
#include "ui/tasks/TaskTexts.h"
#include "ui/widgets/StatusDelegate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

namespace {

Status statusOf(TableState state)
{
    switch (state) {
    case TableState::FullLoad:
    case TableState::Reloading:
        return Status::Running;
    case TableState::Completed:
        return Status::Done;
    case TableState::Error:
        return Status::Failed;
    case TableState::Cancelled:
    case TableState::DoesNotExist:
        return Status::Warning;
    case TableState::BeforeLoad:
        break;
    }
    return Status::Neutral;
}

QString stateText(TableState state)
{
    switch (state) {
    case TableState::BeforeLoad:
        return TableStatisticsModel::tr("Before load");
    case TableState::FullLoad:
        return TableStatisticsModel::tr("Full load");
    case TableState::Completed:
        return TableStatisticsModel::tr("Table completed");
    case TableState::Cancelled:
        return TableStatisticsModel::tr("Table cancelled");
    case TableState::Error:
        return TableStatisticsModel::tr("Table error");
    case TableState::Reloading:
        return TableStatisticsModel::tr("Table is being reloaded");
    case TableState::DoesNotExist:
        return TableStatisticsModel::tr("Table does not exist");
    }
    return {};
}

int64_t loadMicros(const TableStatistics &table, int64_t now)
{
    if (table.fullLoadStartMicros == 0) {
        return 0;
    }
    return (table.fullLoadEndMicros > 0 ? table.fullLoadEndMicros : now) - table.fullLoadStartMicros;
}

bool isNumber(int column)
{
    return column >= TableStatisticsModel::LoadTime && column <= TableStatisticsModel::ErrorRows;
}

QString csvCell(const QString &text)
{
    const bool isPlain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"'));
    return isPlain
        ? text
        : QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

TableStatisticsModel::TableStatisticsModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void TableStatisticsModel::setTables(const std::vector<TableStatistics> &tables)
{
    const bool isSame = std::ranges::equal(tables, m_tables, [](const TableStatistics &a, const TableStatistics &b) {
        return a.tableName == b.tableName && a.schemaName == b.schemaName;
    });
    if (isSame) {
        m_tables = tables;
        if (!m_tables.empty()) {
            Q_EMIT dataChanged(index(0, State), index(int(m_tables.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_tables = tables;
    endResetModel();
}

QString TableStatisticsModel::csv() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        cells.append(csvCell(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    }
    lines.append(cells.join(QLatin1Char(',')));
    for (const TableStatistics &table : m_tables) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column) {
            cells.append(csvCell(value(table, column).toString()));
        }
        lines.append(cells.join(QLatin1Char(',')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

int TableStatisticsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int TableStatisticsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TableStatisticsModel::value(const TableStatistics &table, int column) const
{
    switch (column) {
    case Schema:
        return table.schemaName;
    case Table:
        return table.tableName;
    case State:
        return stateText(table.state);
    case LoadTime:
        return qlonglong(loadMicros(table, m_clock.nowMicros()) / 1'000'000);
    case Inserts:
        return qulonglong(table.appliedInserts);
    case Updates:
        return qulonglong(table.appliedUpdates);
    case Deletes:
        return qulonglong(table.appliedDeletes);
    case Ddls:
        return qulonglong(table.appliedDdls);
    case LoadRows:
        return qulonglong(table.fullLoadRows);
    case TotalRows:
        return qulonglong(table.totalRows());
    case ErrorRows:
        return qulonglong(table.fullLoadErrorRows);
    case LastUpdated:
        return qlonglong(table.lastUpdateMicros);
    default:
        return {};
    }
}

QString TableStatisticsModel::text(const TableStatistics &table, int column) const
{
    if (column == LastUpdated) {
        return relativeTime(table.lastUpdateMicros, m_clock.nowMicros());
    }
    if (column == LoadTime) {
        return table.fullLoadStartMicros == 0 ? QString()
                                              : lagText(double(loadMicros(table, m_clock.nowMicros())) / 1e6);
    }
    const QVariant found = value(table, column);
    return isNumber(column) ? QLocale().toString(found.toULongLong()) : found.toString();
}

QString TableStatisticsModel::toolTip(const TableStatistics &table, int column) const
{
    const QLocale locale;
    const auto readAndApplied = [&](uint64_t read, uint64_t applied) {
        return tr("Read from the source: %1. Confirmed by the target: %2.")
            .arg(locale.toString(qulonglong(read)), locale.toString(qulonglong(applied)));
    };
    switch (column) {
    case State:
        return table.failure ? table.failure->cause + QLatin1Char('\n') + table.failure->remedy
                             : stateText(table.state);
    case Inserts:
        return readAndApplied(table.inserts, table.appliedInserts);
    case Updates:
        return readAndApplied(table.updates, table.appliedUpdates);
    case Deletes:
        return readAndApplied(table.deletes, table.appliedDeletes);
    case Ddls:
        return readAndApplied(table.ddls, table.appliedDdls);
    case LoadRows:
        return tr("About %1 expected, by the source's own estimate.")
            .arg(locale.toString(qulonglong(table.estimatedRows)));
    case LastUpdated:
        return absoluteTime(table.lastUpdateMicros);
    default:
        return {};
    }
}

QVariant TableStatisticsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TableStatistics &table = m_tables[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(table, index.column());
    case SortRole:
        return value(table, index.column());
    case Qt::ToolTipRole:
        return toolTip(table, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kStatusRole:
        return index.column() == State ? QVariant(int(statusOf(table.state))) : QVariant();
    default:
        return {};
    }
}

QVariant TableStatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles
        = {tr("Schema"), tr("Table"), tr("Load state"), tr("Elapsed load time"), tr("Inserts"), tr("Updates"),
            tr("Deletes"), tr("DDLs"), tr("Full load rows"), tr("Total rows"), tr("Error rows"), tr("Last updated")};
    return titles.value(section);
}

} // namespace rowcast::ui
