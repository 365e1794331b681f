// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/HeldGroup.h"

#include <QCoreApplication>
#include <QDir>

#include <cstring>
#include <utility>

namespace rowcast::mysql {

HeldGroup::HeldGroup(uint64_t memoryLimit, QString folder)
    : m_memoryLimit(memoryLimit)
    , m_folder(std::move(folder))
{
}

Result<void> HeldGroup::add(std::span<const uint8_t> bytes, TransactionTracker::Span span)
{
    const Entry entry{uint32_t(bytes.size()), span};
    m_bytes += bytes.size();
    ++m_count;
    if (!m_file && m_bytes > m_memoryLimit) {
        if (auto spilled = spill(); !spilled) {
            return spilled;
        }
    }
    if (m_file) {
        return write(entry, bytes);
    }
    m_memory.insert(m_memory.end(), bytes.begin(), bytes.end());
    m_entries.push_back(entry);
    return {};
}

void HeldGroup::addLast(std::span<const uint8_t> bytes, TransactionTracker::Span span)
{
    m_bytes += bytes.size();
    ++m_count;
    m_last = Event{bytes, span, false};
}

Result<void> HeldGroup::spill()
{
    const QDir folder(m_folder.isEmpty() ? QDir::tempPath() : m_folder);
    folder.mkpath(QStringLiteral(".")); // a new user's cache is not there yet; opening the file tells what is wrong
    m_file = std::make_unique<QTemporaryFile>(folder.filePath(QStringLiteral("rowcast-transaction-XXXXXX")));
    if (!m_file->open()) {
        return fileFailure(QStringLiteral("open"));
    }
    size_t at = 0;
    for (const Entry &entry : m_entries) {
        if (auto written = write(entry, std::span(m_memory).subspan(at, entry.size)); !written) {
            return written;
        }
        at += entry.size;
    }
    m_memory = {};
    m_entries = {};
    return {};
}

Result<void> HeldGroup::write(const Entry &entry, std::span<const uint8_t> bytes)
{
    const bool isWritten = m_file->write(reinterpret_cast<const char *>(&entry), sizeof entry) == qint64(sizeof entry)
        && m_file->write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) == qint64(bytes.size());
    return isWritten ? Result<void>{} : fileFailure(QStringLiteral("write"));
}

Result<std::optional<HeldGroup::Event>> HeldGroup::next()
{
    auto event = m_file ? nextInFile() : nextInMemory();
    if (event && !*event && m_last && !std::exchange(m_isLastRead, true)) {
        event = m_last;
    }
    if (event && *event) {
        (*event)->isUndone = m_savepoints.isUndone(m_next++);
    }
    return event;
}

Result<std::optional<HeldGroup::Event>> HeldGroup::nextInMemory()
{
    if (m_nextEntry == m_entries.size()) {
        return std::optional<Event>{};
    }
    const Entry &entry = m_entries[m_nextEntry++];
    const Event event{std::span(m_memory).subspan(m_nextByte, entry.size), entry.span, false};
    m_nextByte += entry.size;
    return std::optional(event);
}

Result<std::optional<HeldGroup::Event>> HeldGroup::nextInFile()
{
    if (!m_isAtBegin) {
        return fileFailure(QStringLiteral("seek"));
    }
    if (m_file->atEnd()) {
        return std::optional<Event>{};
    }
    Entry entry;
    if (m_file->read(reinterpret_cast<char *>(&entry), sizeof entry) != qint64(sizeof entry)) {
        return fileFailure(QStringLiteral("read"));
    }
    m_read.resize(entry.size);
    if (m_file->read(reinterpret_cast<char *>(m_read.data()), qint64(entry.size)) != qint64(entry.size)) {
        return fileFailure(QStringLiteral("read"));
    }
    return std::optional(Event{m_read, entry.span, false});
}

void HeldGroup::rewind()
{
    m_next = 0;
    m_nextEntry = 0;
    m_nextByte = 0;
    m_isLastRead = false;
    if (m_file) {
        m_isAtBegin = m_file->seek(0); // which writes what is still buffered, so it may fail
    }
}

void HeldGroup::clear()
{
    m_bytes = 0;
    m_count = 0;
    m_next = 0;
    m_savepoints = {};
    m_memory.clear();
    m_entries.clear();
    m_file.reset();
    m_last.reset();
    m_nextEntry = 0;
    m_nextByte = 0;
}

Failure HeldGroup::fileFailure(const QString &action) const
{
    return {.code = QStringLiteral("mysql.spill"),
        .cause = QCoreApplication::translate(
            "HeldGroup", "A transaction too large for memory could not be kept in the temporary file \"%1\".")
                     .arg(m_file->fileName()),
        .remedy = QCoreApplication::translate("HeldGroup",
            "Free space on that disk or choose another storage folder for the replication instance, then resume."),
        .detail = action + QStringLiteral(": ") + m_file->errorString(),
        .retryable = true};
}

} // namespace rowcast::mysql
