// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicListModel.h"

#include <QLocale>

#include <algorithm>

namespace rowcast::ui {

void TopicListModel::setTopics(std::vector<TopicInfo> topics)
{
    const bool isSame = std::ranges::equal(
        topics, m_topics, [](const TopicInfo &topic, const Entry &entry) { return topic.name == entry.info.name; });
    if (isSame) { // keeps the selection
        return;
    }
    std::map<QString, Entry> known;
    for (Entry &entry : m_topics) {
        known.emplace(entry.info.name, std::move(entry));
    }
    beginResetModel();
    m_topics.clear();
    for (TopicInfo &topic : topics) {
        const auto before = known.find(topic.name);
        Entry entry = before != known.end() ? std::move(before->second) : Entry();
        if (entry.written < 0 || entry.info.partitions.size() != topic.partitions.size()) {
            entry.info = std::move(topic);
        }
        m_topics.push_back(std::move(entry));
    }
    endResetModel();
}

void TopicListModel::setDetails(const TopicInfo &topic, int64_t steadyMillis)
{
    const int row = rowOf(topic.name);
    if (row < 0) {
        return;
    }
    Entry &entry = m_topics[size_t(row)];
    int64_t messages = 0;
    int64_t written = 0;
    for (const PartitionInfo &partition : topic.partitions) {
        messages += partition.high - partition.low;
        written += partition.high;
    }
    if (entry.written >= 0 && steadyMillis > entry.seenMillis && written >= entry.written) {
        entry.perSecond = double(written - entry.written) * 1000 / double(steadyMillis - entry.seenMillis);
    }
    const bool isInternal = entry.info.isInternal;
    entry.info = topic;
    entry.info.isInternal = isInternal;
    entry.messages = messages;
    entry.written = written;
    entry.seenMillis = steadyMillis;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int TopicListModel::rowOf(const QString &name) const
{
    const auto found
        = std::find_if(m_topics.begin(), m_topics.end(), [&](const Entry &entry) { return entry.info.name == name; });
    return found == m_topics.end() ? -1 : int(found - m_topics.begin());
}

int TopicListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size());
}

int TopicListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TopicListModel::text(const Entry &entry, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return entry.info.name;
    case Partitions:
        return locale.toString(qulonglong(entry.info.partitions.size()));
    case Messages:
        return entry.messages < 0 ? QString() : locale.toString(qlonglong(entry.messages));
    case Rate:
        return entry.perSecond < 0
            ? QString()
            : tr("%1/s").arg(locale.toString(entry.perSecond, 'f', entry.perSecond < 10 ? 1 : 0));
    default:
        return {};
    }
}

QVariant TopicListModel::sortValue(const Entry &entry, int column)
{
    switch (column) {
    case Partitions:
        return qulonglong(entry.info.partitions.size());
    case Messages:
        return qlonglong(entry.messages);
    case Rate:
        return entry.perSecond;
    default:
        return entry.info.name;
    }
}

QVariant TopicListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_topics[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case SortRole:
        return sortValue(entry, index.column());
    case InternalRole:
        return entry.info.isInternal || entry.info.name.startsWith(QStringLiteral("__"));
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == Name) {
            QStringList lines = {entry.info.name};
            for (const auto &[name, value] : entry.info.config) {
                lines.append(QStringLiteral("%1 = %2").arg(name, value));
            }
            return lines.join(QLatin1Char('\n'));
        }
        return index.column() == Messages ? tr("Newest offset less the oldest one that is kept; aborted and "
                                               "transaction records are counted too.")
                                          : QVariant();
    default:
        return {};
    }
}

QVariant TopicListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Topic");
    case Partitions:
        return tr("Parts", "short for partitions, a column's header");
    case Messages:
        return tr("Messages");
    case Rate:
        return tr("Rate");
    default:
        return {};
    }
}

} // namespace rowcast::ui
