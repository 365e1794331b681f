// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"

#include <QWidget>

class QLineEdit;
class QSettings;
class QSortFilterProxyModel;

namespace rowcast {
class Clock;
}

namespace rowcast::ui {

class TableStatisticsModel;
class TableView;

// Table statistics of a task, with a filter and a copy as CSV.
class StatisticsView : public QWidget {
    Q_OBJECT

public:
    StatisticsView(const Clock &clock, QSettings *settings, QWidget *parent = nullptr);
    void setTables(const std::vector<TableStatistics> &tables);

private:
    TableStatisticsModel *m_model;
    QSortFilterProxyModel *m_shown;
    TableView *m_table;
    QLineEdit *m_filter;
};

} // namespace rowcast::ui
