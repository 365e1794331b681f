// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/topics/MessageDetails.h"
#include "ui/topics/MessageFilter.h"
#include "ui/topics/MessageParser.h"

#include "core/instance/ReplicationInstance.h"

#include <QObject>

#include <atomic>
#include <deque>

namespace rowcast::ui {

// How much is kept at most, whichever comes first.
struct RingLimits {
    int rows = 100'000;
    uint64_t bytes = 256ULL * 1024 * 1024;
};

// Reads and filters records on a thread of its own and keeps the last ones, so that another filter can be tried on what
// was already read. Everything but newestFilter() is called on that thread (QMetaObject::invokeMethod).
class MessageWorker : public QObject {
    Q_OBJECT

public:
    explicit MessageWorker(const RingLimits &limits)
        : m_limits(limits)
    {
    }

    void add(const RecordBatch &batch);
    // Looks through what is kept; answers with refiltered() unless a newer filter came meanwhile.
    void setFilter(const MessageFilter &filter, quint64 generation);
    void clear(quint64 generation);
    // Answers with described(). marked: a message to compare with, or null.
    void describe(const MessageRowPtr &row, bool isWhole, const MessageRowPtr &marked = {});
    // From any thread, before the call of setFilter() with it: a search for an older filter ends early.
    void announceFilter(quint64 generation) { m_newest = generation; }

Q_SIGNALS:
    // A batch: the rows that the filter lets through, and how many there were. The generation is that of the filter.
    void filtered(quint64 generation, const rowcast::ui::SharedMessageRows &rows, int scanned);
    void refiltered(quint64 generation, const rowcast::ui::SharedMessageRows &rows, int scanned);
    void described(const rowcast::ui::MessageDetails &details);

private:
    void keep(const MessageRowPtr &row);
    [[nodiscard]] MessageRowPtr previousOf(const MessageRow &row) const;

    const RingLimits m_limits;
    MessageParser m_parser;
    MessageFilter m_filter;
    quint64 m_generation = 0;
    std::atomic<quint64> m_newest = 0;
    std::deque<MessageRowPtr> m_kept;
    uint64_t m_keptBytes = 0;
};

} // namespace rowcast::ui

Q_DECLARE_METATYPE(rowcast::ui::SharedMessageRows)
