// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The store's part about what came of definitions: tests, statistics, events, drafts.

#include "core/store/SnapshotJson.h"
#include "core/store/Store.h"
#include "core/task/RetentionWatch.h"

namespace rowcast {

namespace {

constexpr int kMostEvents = 10'000;

// What the step from one status to the next is called among events.
std::optional<EventKind> eventOfStep(TaskStatus before, TaskStatus after)
{
    if (isActive(after)) {
        return isActive(before) ? std::nullopt : std::optional(EventKind::TaskStarted);
    }
    if (before == after) {
        return std::nullopt;
    }
    return after == TaskStatus::Failed ? std::optional(EventKind::TaskFailed)
        : after == TaskStatus::Stopped ? std::optional(EventKind::TaskStopped)
                                       : std::nullopt;
}

QString detailOf(EventKind kind, const TaskSnapshot &snapshot)
{
    if (kind == EventKind::TaskFailed) {
        return snapshot.failure ? snapshot.failure->text() : snapshot.lastFailureMessage;
    }
    return kind == EventKind::TaskStopped ? snapshot.stopReason : QString();
}

} // namespace

Result<void> Store::saveConnectionTest(const QString &endpoint, const std::vector<ProbeStep> &steps)
{
    return m_database->transaction([&]() -> Result<void> {
        const auto uid = m_endpoints.uidOf(endpoint);
        if (!uid) {
            return uid.error();
        }
        const auto written
            = m_database->execute(QStringLiteral("INSERT INTO connection_tests (endpoint, tested, document, steps) "
                                                 "SELECT uid, ?, document, ? FROM endpoints WHERE uid = ? "
                                                 "ON CONFLICT (endpoint) DO UPDATE SET tested = excluded.tested, "
                                                 "document = excluded.document, steps = excluded.steps"),
                {now(), QString::fromUtf8(stepsJson(steps)), *uid});
        return written
            ? writeEvent(EventKind::EndpointTested, endpoint, stepStateName(ConnectionTest{0, steps, true}.verdict()))
            : written;
    });
}

Result<void> Store::saveStatistics(const TaskSnapshot &snapshot)
{
    bool isStep = false;
    const auto saved = m_database->transaction([&]() -> Result<void> {
        const auto uid = m_tasks.uidOf(snapshot.identifier);
        if (!uid) {
            return uid.error();
        }
        const auto step = writeStatus(*uid, snapshot);
        if (!step) {
            return step.error();
        }
        isStep = *step;
        const auto seen = m_database->execute(
            QStringLiteral("UPDATE sessions SET seen = ? WHERE uid = ?"), {now(), m_session->uid()});
        return seen ? writeTables(*uid, snapshot.tables) : seen;
    });
    // that a task runs must outlive a power cut, which commits need not (synchronous=NORMAL); its numbers may be lost
    return saved && isStep ? m_database->execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")) : saved;
}

Result<void> Store::saveAssessment(const QString &task, const std::vector<ProbeStep> &steps)
{
    return m_database->transaction([&]() -> Result<void> {
        const auto uid = m_tasks.uidOf(task);
        return !uid
            ? Result<void>(uid.error())
            : m_database->execute(QStringLiteral("INSERT OR REPLACE INTO assessments (task, assessed, document, steps) "
                                                 "SELECT uid, ?, document, ? FROM tasks WHERE uid = ?"),
                {now(), QString::fromUtf8(stepsJson(steps)), *uid});
    });
}

// True: another status than before.
Result<bool> Store::writeStatus(const QString &taskUid, const TaskSnapshot &snapshot)
{
    const auto before = m_database->rows(QStringLiteral("SELECT status FROM tasks WHERE uid = ?"), {taskUid});
    if (!before) {
        return before.error();
    }
    const TaskSnapshot last = statusFromJson(before->first().first().toByteArray());
    TaskSnapshot kept = snapshot;
    keepRetentions(kept, last);
    const auto written
        = m_database->execute(QStringLiteral("UPDATE tasks SET status = ?, session = ?, interrupted = NULL "
                                             "WHERE uid = ?"),
            {QString::fromUtf8(statusJson(kept)), isActive(snapshot.status) ? m_session->uid() : QVariant(), taskUid});
    const auto event = eventOfStep(last.status, snapshot.status);
    const auto told = written && event ? writeEvent(*event, snapshot.identifier, detailOf(*event, snapshot)) : written;
    return told ? Result<bool>(last.status != snapshot.status) : told.error();
}

Result<void> Store::writeTables(const QString &task, const std::vector<TableStatistics> &tables)
{
    auto done = m_database->execute(QStringLiteral("DELETE FROM table_statistics WHERE task = ?"), {task});
    for (const TableStatistics &table : tables) {
        if (done) {
            done = m_database->execute(QStringLiteral("INSERT OR REPLACE INTO table_statistics VALUES (?, ?, ?, ?)"),
                {task, table.schemaName, table.tableName, QString::fromUtf8(countsJson(table))});
        }
    }
    return done;
}

Result<void> Store::addEvent(EventKind kind, const QString &source, const QString &detail)
{
    return m_database->transaction([&] { return writeEvent(kind, source, detail); });
}

Result<void> Store::writeEvent(EventKind kind, const QString &source, const QString &detail)
{
    const auto written
        = m_database->execute(QStringLiteral("INSERT INTO events (time, kind, source, detail) VALUES (?, ?, ?, ?)"),
            {now(), QString::fromLatin1(eventType(kind).name), source, detail});
    return written ? m_database->execute(
               QStringLiteral("DELETE FROM events WHERE id <= (SELECT max(id) FROM events) - ?"), {kMostEvents})
                   : written;
}

Result<void> Store::saveDraft(const QString &name, const QByteArray &content)
{
    return m_database->execute(
        QStringLiteral("INSERT OR REPLACE INTO drafts (name, content, changed) VALUES (?, ?, ?)"),
        {name, QString::fromUtf8(content), now()});
}

Result<void> Store::removeDraft(const QString &name)
{
    return m_database->execute(QStringLiteral("DELETE FROM drafts WHERE name = ?"), {name});
}

} // namespace rowcast
