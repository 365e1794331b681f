// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/TopicReader.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace rowcast::ui {

// The topics of a broker: partitions, messages, how fast they grow. Rows are updated in place. Main thread.
class TopicListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Partitions, Messages, Rate, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1, InternalRole };
    using QAbstractTableModel::QAbstractTableModel;

    // What is known of a topic that was there before stays.
    void setTopics(std::vector<TopicInfo> topics);
    // With offsets, seen at that moment (any clock that does not go back).
    void setDetails(const TopicInfo &topic, int64_t steadyMillis);
    [[nodiscard]] const TopicInfo &topic(int row) const { return m_topics[size_t(row)].info; }
    [[nodiscard]] int rowOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        TopicInfo info;
        int64_t messages = -1; // -1: not asked yet
        int64_t written = -1; // sum of the high offsets
        int64_t seenMillis = 0;
        double perSecond = -1;
    };
    [[nodiscard]] QVariant text(const Entry &entry, int column) const;
    [[nodiscard]] static QVariant sortValue(const Entry &entry, int column);

    std::vector<Entry> m_topics;
};

} // namespace rowcast::ui
