// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/validation/ValidationReport.h"

#include <QAbstractTableModel>

namespace rowcast::ui {

// What a validation found, table by table. Main thread.
class ValidationTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Table, State, SourceRows, TopicRows, Differing, Missing, Extra, Remark, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole + 1; // counts as numbers, everything else as it is shown
    using QAbstractTableModel::QAbstractTableModel;

    void setTables(std::vector<TableValidation> tables);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // DMS's words, in the language of the console.
    [[nodiscard]] static QString stateText(TableValidation::State state);

    std::vector<TableValidation> m_tables;
};

// The keys that differ. Main thread.
class RowDifferenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Table, Key, Kind, Columns, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(std::vector<RowDifference> differences);
    // Tab-separated with a header, for a spreadsheet.
    [[nodiscard]] QString text() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(const RowDifference &difference, int column) const;

    std::vector<RowDifference> m_differences;
};

} // namespace rowcast::ui
