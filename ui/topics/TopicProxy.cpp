// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicProxy.h"

#include "ui/topics/TopicListModel.h"

namespace rowcast::ui {

TopicProxy::TopicProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TopicListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void TopicProxy::setInternalShown(bool isShown)
{
    m_isInternalShown = isShown;
    invalidateFilter();
}

bool TopicProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_isInternalShown && sourceModel()->index(row, 0, parent).data(TopicListModel::InternalRole).toBool()) {
        return false;
    }
    return QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

} // namespace rowcast::ui
