// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The store's part about sessions: which tasks run in which program, and which program is gone.

#include "core/base/Log.h"
#include "core/store/SnapshotJson.h"
#include "core/store/Store.h"

#include <QDateTime>
#include <QTimeZone>

namespace rowcast {

Store::~Store()
{
    const auto ended = m_session ? endSession() : Result<void>();
    if (!ended) {
        qCWarning(lcCommon).noquote() << "The end of the program could not be noted:" << ended.error().text();
    }
}

Result<void> Store::beginSession()
{
    return m_database->execute(
        QStringLiteral("INSERT INTO sessions (uid, started, seen) VALUES (?, ?, ?)"), {m_session->uid(), now(), now()});
}

// Somebody wanted this end: what is still active was told to stop, and is not asked about.
Result<void> Store::endSession()
{
    return m_database->transaction([this] { return settleSession(m_session->uid(), 0); });
}

Result<void> Store::settleSessions()
{
    return m_database->transaction([this]() -> Result<void> {
        const auto sessions
            = m_database->rows(QStringLiteral("SELECT uid, seen FROM sessions WHERE uid <> ?"), {m_session->uid()});
        if (!sessions) {
            return sessions.error();
        }
        for (const QVariantList &session : *sessions) {
            const QString uid = session[0].toString();
            if (SessionMark::isAlive(m_file, uid)) {
                continue;
            }
            const auto settled = settleSession(uid, session[1].toLongLong());
            if (!settled) {
                return settled;
            }
            SessionMark::clear(m_file, uid);
        }
        return settleUnknown();
    });
}

// Files of versions without sessions may hold active tasks that belong to none; when they ended nobody knows.
Result<void> Store::settleUnknown()
{
    const auto tasks
        = m_database->rows(QStringLiteral("SELECT uid, identifier, status FROM tasks WHERE session IS NULL"));
    if (!tasks) {
        return tasks.error();
    }
    for (const QVariantList &task : *tasks) {
        if (isActive(statusFromJson(task[2].toByteArray()).status)) {
            const auto settled = settleTask(task, 0);
            if (!settled) {
                return settled;
            }
        }
    }
    return {};
}

// seen: its last sign of life; 0: it ended as it should.
Result<void> Store::settleSession(const QString &uid, int64_t seen)
{
    const auto tasks
        = m_database->rows(QStringLiteral("SELECT uid, identifier, status FROM tasks WHERE session = ?"), {uid});
    if (!tasks) {
        return tasks.error();
    }
    for (const QVariantList &task : *tasks) {
        const auto settled = settleTask(task, seen);
        if (!settled) {
            return settled;
        }
    }
    return m_database->execute(QStringLiteral("DELETE FROM sessions WHERE uid = ?"), {uid});
}

Result<void> Store::settleTask(const QVariantList &task, int64_t seen)
{
    TaskSnapshot last = statusFromJson(task[2].toByteArray());
    // one that was being stopped got what was asked for, whatever came in between
    const bool isCrash = seen > 0 && last.status != TaskStatus::Stopping;
    last.status = TaskStatus::Stopped;
    const QByteArray status = isCrash ? interruptedStatusJson(task[2].toByteArray()) : statusJson(last);
    const auto written = m_database->execute(
        QStringLiteral("UPDATE tasks SET status = ?, session = NULL, interrupted = ? WHERE uid = ?"),
        {QString::fromUtf8(status), isCrash ? QVariant(static_cast<qlonglong>(seen)) : QVariant(), task[0]});
    const QString time = QDateTime::fromMSecsSinceEpoch(seen / 1000, QTimeZone::utc()).toString(Qt::ISODate);
    return written ? writeEvent(EventKind::TaskStopped, task[1].toString(),
               isCrash
                   ? QStringLiteral("the program ended unexpectedly while the task was running; last seen %1").arg(time)
                   : QStringLiteral("stopped at the end of the program"))
                   : written;
}

Result<void> Store::dismissInterruptions()
{
    return m_database->execute(QStringLiteral("UPDATE tasks SET interrupted = NULL"));
}

} // namespace rowcast
