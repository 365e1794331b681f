// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/TableMatchModel.h"

#include "ui/widgets/StatusDelegate.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace rowcast::ui {

void TableMatchModel::setTables(std::vector<TableSummary> tables)
{
    m_tables = std::move(tables);
    choose();
}

void TableMatchModel::setMappings(const TableMappings &mappings)
{
    m_mappings = mappings;
    choose();
}

void TableMatchModel::choose()
{
    beginResetModel();
    m_isSelected.resize(m_tables.size());
    m_selectedCount = 0;
    for (size_t i = 0; i < m_tables.size(); ++i) {
        m_isSelected[i] = m_mappings.selects(m_tables[i].id, m_tables[i].isView);
        m_selectedCount += m_isSelected[i] ? 1 : 0;
    }
    m_order.resize(m_tables.size());
    std::iota(m_order.begin(), m_order.end(), size_t{0});
    std::stable_partition(m_order.begin(), m_order.end(), [&](size_t i) { return m_isSelected[i]; });
    endResetModel();
}

int TableMatchModel::matchesOf(const SelectionRule &rule) const
{
    SelectionRule alone = rule;
    // an excluding rule alone selects nothing: what it names is asked for
    alone.action = RuleAction::Include;
    const TableMappings mappings(std::vector<SelectionRule>{alone});
    return int(std::count_if(m_tables.begin(), m_tables.end(),
        [&](const TableSummary &table) { return mappings.selects(table.id, table.isView); }));
}

int TableMatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int TableMatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TableMatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const size_t which = m_order[size_t(index.row())];
    const TableSummary &table = m_tables[which];
    const bool isNumber = index.column() == Rows || index.column() == Size;
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == kStatusRole && index.column() == Selected) {
        return int(m_isSelected[which] ? Status::Done : Status::Neutral);
    }
    if (role == kStatusRole && index.column() == Remark && (!table.remark.isEmpty() || !table.hasKey)) {
        return int(Status::Warning);
    }
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Remark)) {
        return {};
    }
    switch (index.column()) {
    case Selected:
        return m_isSelected[which] ? tr("Selected") : tr("Not selected");
    case Schema:
        return QString::fromStdString(table.id.schema);
    case Table:
        return QString::fromStdString(table.id.table);
    case Rows:
        return table.isView ? tr("View") : QLocale().toString(qulonglong(table.estimatedRows));
    case Size:
        return QLocale().formattedDataSize(qint64(table.bytes), 1, QLocale::DataSizeIecFormat);
    case Remark:
        return table.remark.isEmpty() && !table.hasKey && !table.isView ? tr("No primary key") : table.remark;
    default:
        return {};
    }
}

QVariant TableMatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && (section == Rows || section == Size)) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Selected:
        return tr("Selection");
    case Schema:
        return tr("Schema");
    case Table:
        return tr("Table");
    case Rows:
        return tr("Rows, estimated");
    case Size:
        return tr("Size");
    case Remark:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace rowcast::ui
