// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mapping/TableMappings.h"
#include "core/pipeline/Source.h"

#include <QAbstractTableModel>

#include <vector>

namespace rowcast::ui {

// The tables of a source and whether the mappings take them. Chosen ones come first.
class TableMatchModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Selected, Schema, Table, Rows, Size, Remark, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTables(std::vector<TableSummary> tables);
    void setMappings(const TableMappings &mappings);
    [[nodiscard]] int selectedCount() const { return m_selectedCount; }
    // How many tables the rule alone names.
    [[nodiscard]] int matchesOf(const SelectionRule &rule) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    std::vector<TableSummary> m_tables;
    std::vector<size_t> m_order; // rows of the view, as indices into m_tables
    std::vector<bool> m_isSelected; // one per table
    TableMappings m_mappings;
    int m_selectedCount = 0;
};

} // namespace rowcast::ui
