// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace rowcast::ui {

// Sorts the topics by their values and hides Kafka's own ones.
class TopicProxy : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TopicProxy(QObject *parent = nullptr);
    void setInternalShown(bool isShown);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_isInternalShown = false;
};

} // namespace rowcast::ui
