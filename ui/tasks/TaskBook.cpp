// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/TaskBook.h"

#include "core/task/RetentionWatch.h"

namespace rowcast::ui {

TaskBook::TaskBook(ReplicationInstance &instance, StoreService &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    for (const TaskSnapshot &snapshot : instance.tasks()) {
        m_live[snapshot.identifier] = snapshot;
    }
    connect(&instance, &ReplicationInstance::taskChanged, this, &TaskBook::take);
    connect(&instance, &ReplicationInstance::logLines, this, &TaskBook::takeLines);
    connect(&store, &StoreService::definitionsChanged, this, &TaskBook::definitionsChanged);
}

const StoredTask *TaskBook::task(const QString &identifier) const
{
    return m_store.definitions().task(identifier);
}

TaskSnapshot TaskBook::snapshot(const StoredTask &task) const
{
    const auto live = m_live.find(task.spec.identifier);
    TaskSnapshot snapshot = live != m_live.end() && !task.isRunningElsewhere ? live->second : task.last;
    snapshot.identifier = task.spec.identifier;
    keepRetentions(snapshot, task.last);
    return snapshot;
}

void TaskBook::take(const TaskSnapshot &snapshot)
{
    m_live[snapshot.identifier] = snapshot;
    const bool isSampled = m_histories[snapshot.identifier].add(snapshot, m_clock.nowMicros());
    Q_EMIT taskChanged(snapshot.identifier);
    if (isSampled) {
        Q_EMIT sampled(snapshot.identifier);
    }
}

void TaskBook::takeLines(const std::vector<LogLine> &lines)
{
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    if (m_lines.size() > kMostLines) {
        m_lines.erase(m_lines.begin(), m_lines.begin() + qptrdiff(m_lines.size() - kMostLines));
    }
    Q_EMIT linesAdded(int(std::min(lines.size(), m_lines.size())));
}

} // namespace rowcast::ui
