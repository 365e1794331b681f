// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageWorker.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QFont>
#include <QTimer>

#include <deque>

namespace rowcast::ui {

// The rows of the viewer's table: a bounded ring, filled from batches by a timer with at most one removal and one
// insertion at a time, whatever the rate. data() only formats, and keeps what it formatted for a while. Main thread.
class TopicMessageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Partition, Offset, Operation, Table, Key, Value, Size, ColumnCount };
    enum Role { KindRole = Qt::UserRole + 1, AbortedRole };
    enum class Mode {
        Following, // new rows push out the oldest
        Filling, // new rows are added until the ring is full
        Paused, // nothing moves; what arrives waits
    };
    explicit TopicMessageModel(const RingLimits &limits = {}, QObject *parent = nullptr);

    void append(const SharedMessageRows &rows);
    // Instead of everything that is there and waits.
    void reset(const SharedMessageRows &rows);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setUtc(bool isUtc);

    // Rows that arrived and are not shown.
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    // So many wait that the reading should wait too.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] const MessageRowPtr &row(int row) const { return m_rows[size_t(row)]; }
    // -1: not there.
    [[nodiscard]] int rowOf(int32_t partition, int64_t offset) const;
    // What the timer does 15 times a second while rows wait.
    void flush();
    // With date, hour and milliseconds.
    [[nodiscard]] QString timeText(int64_t millis) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void flushed();

private:
    using Texts = QStringList; // one for each column
    [[nodiscard]] const Texts &texts(int row) const;
    [[nodiscard]] QString shortTime(int64_t millis) const;
    [[nodiscard]] QString toolTip(const MessageRow &row, int column) const;
    void removeFirst(int count);
    void insertWaiting(int count);
    [[nodiscard]] int room() const;

    const RingLimits m_limits;
    Mode m_mode = Mode::Following;
    bool m_isUtc = false;
    std::deque<MessageRowPtr> m_rows;
    uint64_t m_bytes = 0;
    quint64 m_firstNumber = 0; // of m_rows.front(), counted since the start; key of the cache
    std::deque<MessageRowPtr> m_waiting;
    uint64_t m_waitingBytes = 0;
    QTimer m_timer;
    mutable QCache<quint64, Texts> m_texts;
    const QFont m_fixed;
    QFont m_struck; // of aborted records
};

} // namespace rowcast::ui
