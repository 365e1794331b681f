// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/EndpointModel.h"

#include "core/base/Clock.h"
#include "ui/models/RelativeTime.h"
#include "ui/widgets/ConnectionLadder.h"
#include "ui/widgets/EngineText.h"
#include "ui/widgets/StatusDelegate.h"

#include <QLocale>

namespace rowcast::ui {

QString lastTestText(const StoredEndpoint &endpoint)
{
    if (!endpoint.lastTest) {
        return EndpointModel::tr("Not tested");
    }
    if (!endpoint.lastTest->isCurrent) {
        return EndpointModel::tr("Edited since the last test");
    }
    return LadderVerdict::of(endpoint.lastTest->steps, true).sentence;
}

EndpointModel::EndpointModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void EndpointModel::setDefinitions(const DefinitionsSnapshot &definitions)
{
    beginResetModel();
    m_definitions = definitions;
    endResetModel();
}

int EndpointModel::rowOf(const QString &identifier) const
{
    for (size_t row = 0; row < m_definitions.endpoints.size(); ++row) {
        if (m_definitions.endpoints[row].spec.identifier == identifier) {
            return int(row);
        }
    }
    return -1;
}

void EndpointModel::refreshTimes()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, TestTime), index(rowCount() - 1, TestTime), {Qt::DisplayRole});
    }
}

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_definitions.endpoints.size());
}

int EndpointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString EndpointModel::text(const StoredEndpoint &endpoint, int column) const
{
    const EndpointSpec &spec = endpoint.spec;
    switch (column) {
    case Name:
        return spec.identifier;
    case Kind:
        return roleText(spec.role);
    case EngineName:
        return engineText(spec.engine);
    case Address:
        return spec.address();
    case User:
        return spec.role == EndpointRole::Source ? spec.userName : spec.kafka.saslUsername;
    case LastTest:
        return lastTestText(endpoint);
    case TestTime:
        return endpoint.lastTest ? relativeTime(endpoint.lastTest->micros, m_clock.nowMicros()) : QString();
    case UsedBy:
        return QLocale().toString(int(m_definitions.tasksOfEndpoint(spec.identifier).size()));
    default:
        return {};
    }
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StoredEndpoint &stored = endpoint(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(stored, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TestTime && stored.lastTest) {
            return absoluteTime(stored.lastTest->micros);
        }
        if (index.column() == UsedBy) {
            return m_definitions.tasksOfEndpoint(stored.spec.identifier).join(QLatin1Char('\n'));
        }
        return index.column() == LastTest ? text(stored, LastTest) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == UsedBy ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kStatusRole:
        if (index.column() != LastTest) {
            return {};
        }
        return int(
            stored.lastTest && stored.lastTest->isCurrent ? statusOf(stored.lastTest->verdict()) : Status::Neutral);
    default:
        return {};
    }
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == UsedBy) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Type");
    case EngineName:
        return tr("Engine");
    case Address:
        return tr("Address");
    case User:
        return tr("User");
    case LastTest:
        return tr("Last test");
    case TestTime:
        return tr("Tested");
    case UsedBy:
        return tr("Tasks");
    default:
        return {};
    }
}

} // namespace rowcast::ui
