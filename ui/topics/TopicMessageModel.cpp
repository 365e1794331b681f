// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/TopicMessageModel.h"

#include "ui/style/Metrics.h"
#include "ui/topics/MessageTexts.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace rowcast::ui {

namespace {

constexpr int kFlushMilliseconds = 66;
constexpr int kCachedRows = 2000;
constexpr int kBusyRows = 20'000; // that wait while following: the view is behind

} // namespace

TopicMessageModel::TopicMessageModel(const RingLimits &limits, QObject *parent)
    : QAbstractTableModel(parent)
    , m_limits(limits)
    , m_texts(kCachedRows)
    , m_fixed(font(TextRole::Fixed))
    , m_struck(m_fixed)
{
    m_struck.setStrikeOut(true);
    m_timer.setInterval(kFlushMilliseconds);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TopicMessageModel::flush);
}

void TopicMessageModel::append(const SharedMessageRows &rows)
{
    for (const MessageRowPtr &row : *rows) {
        m_waitingBytes += row->record.sizeBytes;
        m_waiting.push_back(row);
    }
    if (!m_timer.isActive() && !m_waiting.empty() && m_mode != Mode::Paused) {
        m_timer.start();
    }
}

void TopicMessageModel::reset(const SharedMessageRows &rows)
{
    beginResetModel();
    m_firstNumber += m_rows.size();
    m_texts.clear();
    m_rows.assign(rows->begin(), rows->end());
    m_bytes = 0;
    for (const MessageRowPtr &row : m_rows) {
        m_bytes += row->record.sizeBytes;
    }
    m_waiting.clear();
    m_waitingBytes = 0;
    endResetModel();
}

void TopicMessageModel::setMode(Mode mode)
{
    m_mode = mode;
    if (mode != Mode::Paused && !m_waiting.empty()) {
        m_timer.start();
    }
}

void TopicMessageModel::setUtc(bool isUtc)
{
    m_isUtc = isUtc;
    m_texts.clear();
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Time), index(int(m_rows.size()) - 1, Time), {Qt::DisplayRole});
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
}

bool TopicMessageModel::isBusy() const
{
    const int most = m_mode == Mode::Following ? std::min(kBusyRows, m_limits.rows) : m_limits.rows;
    return waiting() >= most || m_waitingBytes >= m_limits.bytes / 4;
}

int TopicMessageModel::room() const
{
    return m_bytes >= m_limits.bytes ? 0 : std::max(0, m_limits.rows - int(m_rows.size()));
}

void TopicMessageModel::flush()
{
    m_timer.stop();
    if (m_mode == Mode::Paused || m_waiting.empty()) {
        return;
    }
    if (m_mode == Mode::Filling) {
        insertWaiting(std::min(room(), waiting()));
    } else {
        while (waiting() > m_limits.rows) { // would be pushed out by what waits behind
            m_waitingBytes -= m_waiting.front()->record.sizeBytes;
            m_waiting.pop_front();
        }
        uint64_t bytes = m_bytes + m_waitingBytes;
        int removed = std::max(0, int(m_rows.size()) + waiting() - m_limits.rows);
        for (int i = 0; i < removed; ++i) {
            bytes -= m_rows[size_t(i)]->record.sizeBytes;
        }
        while (bytes > m_limits.bytes && removed < int(m_rows.size())) {
            bytes -= m_rows[size_t(removed++)]->record.sizeBytes;
        }
        removeFirst(removed);
        insertWaiting(waiting());
    }
    Q_EMIT flushed();
}

void TopicMessageModel::removeFirst(int count)
{
    if (count <= 0) {
        return;
    }
    beginRemoveRows({}, 0, count - 1);
    for (int i = 0; i < count; ++i) {
        m_bytes -= m_rows[size_t(i)]->record.sizeBytes;
    }
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    m_firstNumber += quint64(count);
    endRemoveRows();
}

void TopicMessageModel::insertWaiting(int count)
{
    if (count <= 0) {
        return;
    }
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + count - 1);
    for (int i = 0; i < count; ++i) {
        const uint64_t size = m_waiting.front()->record.sizeBytes;
        m_bytes += size;
        m_waitingBytes -= size;
        m_rows.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    endInsertRows();
}

int TopicMessageModel::rowOf(int32_t partition, int64_t offset) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const MessageRowPtr &row) { return row->record.offset == offset && row->record.partition == partition; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TopicMessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TopicMessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TopicMessageModel::timeText(int64_t millis) const
{
    if (millis < 0) {
        return {};
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millis, m_isUtc ? Qt::UTC : Qt::LocalTime);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString TopicMessageModel::shortTime(int64_t millis) const
{
    // of the last day the hour is enough, and the column stays narrow
    constexpr int64_t kDay = int64_t(24) * 3600 * 1000;
    const bool isRecent = std::abs(QDateTime::currentMSecsSinceEpoch() - millis) < kDay;
    return isRecent ? timeText(millis).mid(11) : timeText(millis).left(19);
}

const TopicMessageModel::Texts &TopicMessageModel::texts(int row) const
{
    const quint64 number = m_firstNumber + quint64(row);
    if (const Texts *known = m_texts.object(number)) {
        return *known;
    }
    const MessageRow &message = *m_rows[size_t(row)];
    const QLocale locale;
    const char letter = kindLetter(message.kind);
    auto *made = new Texts{shortTime(message.record.timestampMillis), QString::number(message.record.partition),
        locale.toString(qlonglong(message.record.offset)), letter == 0 ? QString() : QString(QLatin1Char(letter)),
        tableText(message), keyText(message), previewText(message), sizeText(message.record.sizeBytes)};
    m_texts.insert(number, made);
    return *made;
}

QVariant TopicMessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const MessageRow &message = *m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return texts(index.row()).at(index.column());
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Partition || index.column() == Offset || index.column() == Size;
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::FontRole:
        if (message.record.isAborted) {
            return m_struck;
        }
        return index.column() == Key || index.column() == Value ? QVariant(m_fixed) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(message, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Operation ? kindText(message) : texts(index.row()).at(index.column());
    case KindRole:
        return int(message.kind);
    case AbortedRole:
        return message.record.isAborted;
    default:
        return {};
    }
}

QString TopicMessageModel::toolTip(const MessageRow &row, int column) const
{
    if (row.record.isAborted) {
        return tr("Its transaction was aborted: a read_committed consumer never sees this record.");
    }
    if (column == Operation) {
        return kindText(row);
    }
    if (column == Time && row.record.timestampMillis >= 0) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.record.timestampMillis);
        return tr("%1 local time\n%2 UTC")
            .arg(time.toString(Qt::ISODateWithMs), time.toUTC().toString(Qt::ISODateWithMs));
    }
    return {};
}

QVariant TopicMessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Partition || section == Offset || section == Size;
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Time:
        return m_isUtc ? tr("Time (UTC)") : tr("Time (local)");
    case Partition:
        return tr("Part.", "short for partition, a column's header");
    case Offset:
        return tr("Offset");
    case Operation:
        return tr("Op", "short for operation, a column's header");
    case Table:
        return tr("Table");
    case Key:
        return tr("Key");
    case Value:
        return tr("Value");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace rowcast::ui
