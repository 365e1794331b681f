// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QAbstractTableModel>

namespace rowcast::ui {

// The replication instances that are defined, with their class in numbers and their tasks.
class InstanceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ClassName, Threads, Memory, Storage, Tasks, Description, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setDefinitions(const DefinitionsSnapshot &definitions);
    [[nodiscard]] const StoredInstance &instance(int row) const { return m_definitions.instances[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const StoredInstance &instance, int column) const;

    DefinitionsSnapshot m_definitions;
};

} // namespace rowcast::ui
