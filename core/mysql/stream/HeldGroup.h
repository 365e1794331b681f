// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/stream/Savepoints.h"
#include "core/mysql/stream/TransactionTracker.h"

#include <QString>
#include <QTemporaryFile>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rowcast::mysql {

// The raw events of one transaction that wait for its end: rows are handed over only when it is known to be committed.
// In memory up to a limit, beyond it in a temporary file. Used by one thread.
class HeldGroup {
public:
    struct Event {
        std::span<const uint8_t> bytes; // valid until the next call
        TransactionTracker::Span span;
        bool isUndone = false; // by a ROLLBACK TO that came behind it
    };
    // memoryLimit: bytes; folder: where the file goes, empty: the system's.
    HeldGroup(uint64_t memoryLimit, QString folder);

    // Failure "mysql.spill" when the file cannot be written.
    Result<void> add(std::span<const uint8_t> bytes, TransactionTracker::Span span);
    // The last event of all, which is not copied: its bytes must stay while this lives.
    void addLast(std::span<const uint8_t> bytes, TransactionTracker::Span span);
    // Of the events that were added and those to come.
    void setSavepoint(const std::string &name) { m_savepoints.set(name, m_count); }
    void rollBackTo(const std::string &name) { m_savepoints.rollBackTo(name, m_count); }
    [[nodiscard]] bool hasSavepoint() const { return m_savepoints.isAnySet(); }
    [[nodiscard]] uint64_t bytes() const { return m_bytes; } // of all events
    [[nodiscard]] bool isEmpty() const { return m_bytes == 0; }

    // The events in order, beginning anew after rewind(); empty at the end.
    Result<std::optional<Event>> next();
    void rewind();
    void clear();

private:
    struct Entry {
        uint32_t size = 0;
        TransactionTracker::Span span;
    };
    Result<void> spill();
    Result<void> write(const Entry &entry, std::span<const uint8_t> bytes);
    Result<std::optional<Event>> nextInMemory();
    Result<std::optional<Event>> nextInFile();
    [[nodiscard]] Failure fileFailure(const QString &action) const;

    const uint64_t m_memoryLimit;
    const QString m_folder;
    uint64_t m_bytes = 0;
    uint64_t m_count = 0; // of events
    Savepoints m_savepoints;
    std::vector<uint8_t> m_memory;
    std::vector<Entry> m_entries; // of what is in memory
    std::unique_ptr<QTemporaryFile> m_file; // then all of it is there
    uint64_t m_next = 0; // number of the next event
    size_t m_nextEntry = 0;
    size_t m_nextByte = 0;
    bool m_isAtBegin = false; // the file has been rewound, and holds all that was written
    std::vector<uint8_t> m_read; // the event read from the file last
    std::optional<Event> m_last; // behind all others
    bool m_isLastRead = false;
};

} // namespace rowcast::mysql
