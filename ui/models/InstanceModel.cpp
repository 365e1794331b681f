// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/InstanceModel.h"

#include <QLocale>

namespace rowcast::ui {

void InstanceModel::setDefinitions(const DefinitionsSnapshot &definitions)
{
    beginResetModel();
    m_definitions = definitions;
    endResetModel();
}

int InstanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_definitions.instances.size());
}

int InstanceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString InstanceModel::text(const StoredInstance &stored, int column) const
{
    const ReplicationInstanceSpec &spec = stored.spec;
    const InstanceClass &size = instanceClass(spec.className);
    switch (column) {
    case Name:
        return spec.identifier;
    case ClassName:
        return spec.className;
    case Threads:
        return QLocale().toString(size.threads);
    case Memory:
        return tr("%1 MiB").arg(QLocale().toString(size.memoryMegabytes));
    case Storage:
        return spec.storageFolder.isEmpty() ? tr("Cache folder") : spec.storageFolder;
    case Tasks:
        return QLocale().toString(int(m_definitions.tasksOfInstance(spec.identifier).size()));
    case Description:
        return spec.description;
    default:
        return {};
    }
}

QVariant InstanceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StoredInstance &stored = instance(index.row());
    const bool isNumber = index.column() == Threads || index.column() == Memory || index.column() == Tasks;
    switch (role) {
    case Qt::DisplayRole:
        return text(stored, index.column());
    case Qt::ToolTipRole:
        return index.column() == Tasks
            ? QVariant(m_definitions.tasksOfInstance(stored.spec.identifier).join(QLatin1Char('\n')))
            : QVariant();
    case Qt::TextAlignmentRole:
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant InstanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && (section == Threads || section == Memory || section == Tasks)) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case ClassName:
        return tr("Instance class");
    case Threads:
        return tr("Threads");
    case Memory:
        return tr("Memory");
    case Storage:
        return tr("Storage folder");
    case Tasks:
        return tr("Tasks");
    case Description:
        return tr("Description");
    default:
        return {};
    }
}

} // namespace rowcast::ui
