// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QAbstractTableModel>

namespace rowcast {
class Clock;
}

namespace rowcast::ui {

// The endpoints that are defined, with the outcome of their last test and how many tasks use them.
class EndpointModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, EngineName, Address, User, LastTest, TestTime, UsedBy, ColumnCount };
    EndpointModel(const Clock &clock, QObject *parent = nullptr);

    void setDefinitions(const DefinitionsSnapshot &definitions);
    [[nodiscard]] const StoredEndpoint &endpoint(int row) const { return m_definitions.endpoints[size_t(row)]; }
    // -1: there is none.
    [[nodiscard]] int rowOf(const QString &identifier) const;
    // Relative times grew older.
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const StoredEndpoint &endpoint, int column) const;

    const Clock &m_clock;
    DefinitionsSnapshot m_definitions;
};

// "Ready", "Works, 2 warnings", "Cannot connect: ...", "Not tested", "Edited since the last test".
[[nodiscard]] QString lastTestText(const StoredEndpoint &endpoint);

} // namespace rowcast::ui
