// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QAbstractTableModel>

#include <vector>

namespace rowcast::ui {

class TaskBook;

// The tasks with what they are doing. State and last outcome are separate. Rows are updated in place. Main thread.
class TaskListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, Phase, Progress, Lag, Rate, Errors, LastChange, Outcome, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };
    explicit TaskListModel(TaskBook &book, QObject *parent = nullptr);

    [[nodiscard]] QString identifier(int row) const { return m_rows[size_t(row)].snapshot.identifier; }
    [[nodiscard]] int rowOf(const QString &identifier) const;
    // Relative times grew older.
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TaskSnapshot snapshot;
        bool wasInterrupted = false;
        bool isRunningElsewhere = false;
        MigrationType type = MigrationType::FullLoadAndCdc;
    };
    void reload();
    void update(const QString &identifier);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] static QVariant sortValue(const Row &row, int column);

    TaskBook &m_book;
    std::vector<Row> m_rows;
};

} // namespace rowcast::ui
