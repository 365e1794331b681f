// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageDetails.h"

#include <QAbstractTableModel>
#include <QFont>

namespace rowcast::ui {

// The columns of the row that a message is about, with the old values where they are known; changed ones are bold. Main
// thread.
class FieldChangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Before, After };
    explicit FieldChangeModel(QObject *parent = nullptr);

    void setDetails(const MessageDetails &details);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    // Without old values there is no column for them.
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] Column columnOf(int section) const;

    std::vector<FieldChange> m_fields;
    bool m_hasBefore = false;
    QFont m_fixed;
    QFont m_changed;
};

} // namespace rowcast::ui
