// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/FieldChangeModel.h"

#include "ui/style/Metrics.h"

namespace rowcast::ui {

namespace {

constexpr qsizetype kMostShown = 2000;

} // namespace

FieldChangeModel::FieldChangeModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_fixed(font(TextRole::Fixed))
    , m_changed(m_fixed)
{
    m_changed.setBold(true);
}

void FieldChangeModel::setDetails(const MessageDetails &details)
{
    beginResetModel();
    m_fields = details.fields;
    m_hasBefore = details.before != MessageDetails::Before::None;
    endResetModel();
}

FieldChangeModel::Column FieldChangeModel::columnOf(int section) const
{
    return section == 0 ? Name : section == 1 && m_hasBefore ? Before : After;
}

int FieldChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_hasBefore ? 3 : 2;
}

QVariant FieldChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FieldChange &field = m_fields[size_t(index.row())];
    const Column column = columnOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return (column == Name     ? field.name
                : column == Before ? (field.hasBefore ? field.before : tr("(not known)"))
                                   : (field.hasAfter ? field.after : tr("(not in the message)")))
            .left(kMostShown);
    case Qt::FontRole:
        return field.isChanged ? m_changed : column == Name ? QVariant() : QVariant(m_fixed);
    case Qt::AccessibleDescriptionRole:
        return field.isChanged ? tr("changed") : QString();
    default:
        return {};
    }
}

QVariant FieldChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (columnOf(section)) {
    case Name:
        return tr("Column");
    case Before:
        return tr("Before");
    case After:
        break;
    }
    return m_hasBefore ? tr("After") : tr("Value");
}

} // namespace rowcast::ui
