// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"

#include <QAbstractTableModel>

namespace rowcast {
class Clock;
}

namespace rowcast::ui {

// A task's tables with the columns of the DMS console. Rows are updated in place. Main thread.
class TableStatisticsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Schema,
        Table,
        State,
        LoadTime,
        Inserts,
        Updates,
        Deletes,
        Ddls,
        LoadRows,
        TotalRows,
        ErrorRows,
        LastUpdated,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole + 1 };
    explicit TableStatisticsModel(const Clock &clock, QObject *parent = nullptr);

    void setTables(const std::vector<TableStatistics> &tables);
    [[nodiscard]] const TableStatistics &table(int row) const { return m_tables[size_t(row)]; }
    // Header and all rows, for a spreadsheet.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const TableStatistics &table, int column) const;
    [[nodiscard]] QVariant value(const TableStatistics &table, int column) const;
    [[nodiscard]] QString toolTip(const TableStatistics &table, int column) const;

    const Clock &m_clock;
    std::vector<TableStatistics> m_tables;
};

} // namespace rowcast::ui
