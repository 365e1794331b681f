// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/ValidationModels.h"

#include "ui/style/StatusTint.h"
#include "ui/widgets/StatusDelegate.h"

#include <QLocale>

namespace rowcast::ui {

namespace {

QString nameOf(const TableId &table)
{
    return QString::fromStdString(table.schema) + QLatin1Char('.') + QString::fromStdString(table.table);
}

Status statusOf(TableValidation::State state)
{
    switch (state) {
    case TableValidation::State::Validated:
        return Status::Done;
    case TableValidation::State::NoPrimaryKey:
        return Status::Warning;
    default:
        return Status::Failed;
    }
}

bool isCount(int column)
{
    return column >= ValidationTableModel::SourceRows && column <= ValidationTableModel::Extra;
}

} // namespace

void ValidationTableModel::setTables(std::vector<TableValidation> tables)
{
    beginResetModel();
    m_tables = std::move(tables);
    endResetModel();
}

int ValidationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tables.size());
}

int ValidationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ValidationTableModel::stateText(TableValidation::State state)
{
    switch (state) {
    case TableValidation::State::Validated:
        return tr("Validated");
    case TableValidation::State::Mismatched:
        return tr("Mismatched records");
    case TableValidation::State::NoPrimaryKey:
        return tr("No primary key");
    case TableValidation::State::Failed:
        break;
    }
    return tr("Table error");
}

QVariant ValidationTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const TableValidation &table = m_tables[size_t(index.row())];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (isCount(column) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == kStatusRole && column == State) {
        return int(statusOf(table.state));
    }
    const uint64_t counts[] = {table.sourceRows, table.topicRows, table.differing, table.missing, table.extra};
    if (role == kSortRole) {
        return isCount(column) ? QVariant(qulonglong(counts[column - SourceRows])) : data(index, Qt::DisplayRole);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Table:
        return nameOf(table.table);
    case State:
        return stateText(table.state);
    case Remark:
        return table.state == TableValidation::State::NoPrimaryKey
            ? tr("Rows without a key cannot be told apart, so they were not compared.")
            : table.remark;
    default:
        return QLocale().toString(qulonglong(counts[column - SourceRows]));
    }
}

QVariant ValidationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (isCount(section) ? Qt::AlignRight : Qt::AlignLeft));
    }
    const QString titles[] = {tr("Table"), tr("Validation state"), tr("Rows at the source"), tr("Rows in the topic"),
        tr("Differing"), tr("Missing"), tr("Extra"), tr("Remark")};
    return role == Qt::DisplayRole && section < ColumnCount ? QVariant(titles[section]) : QVariant();
}

void RowDifferenceModel::setDifferences(std::vector<RowDifference> differences)
{
    beginResetModel();
    m_differences = std::move(differences);
    endResetModel();
}

QString RowDifferenceModel::cell(const RowDifference &difference, int column) const
{
    switch (column) {
    case Table:
        return nameOf(difference.table);
    case Key:
        return QString::fromStdString(difference.key);
    case Kind:
        return difference.kind == RowDifference::Kind::Differs ? tr("Differs")
            : difference.kind == RowDifference::Kind::Missing  ? tr("Missing in the topic")
                                                               : tr("Only in the topic");
    default:
        break;
    }
    QStringList columns;
    for (const std::string &text : difference.columns) {
        columns.append(QString::fromStdString(text));
    }
    return columns.join(QStringLiteral("; "));
}

QString RowDifferenceModel::text() const
{
    QString text;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            cells.append(row < 0 ? headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                                 : cell(m_differences[size_t(row)], column));
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

int RowDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int RowDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowDifferenceModel::data(const QModelIndex &index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return index.isValid() && isText ? QVariant(cell(m_differences[size_t(index.row())], index.column())) : QVariant();
}

QVariant RowDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString titles[] = {tr("Table"), tr("Key"), tr("What is wrong"), tr("Column: source / topic")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole && section < ColumnCount ? QVariant(titles[section])
                                                                                             : QVariant();
}

} // namespace rowcast::ui
