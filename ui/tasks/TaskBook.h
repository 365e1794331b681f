// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/instance/ReplicationInstance.h"
#include "core/store/StoreService.h"
#include "ui/tasks/MetricHistory.h"

#include <QObject>

#include <deque>
#include <map>

namespace rowcast::ui {

// What is known of the tasks: definitions of the store, live snapshots of the instance, the last minutes of metrics and
// the last lines of the log. Main thread.
class TaskBook : public QObject {
    Q_OBJECT

public:
    static constexpr size_t kMostLines = 5000;
    TaskBook(ReplicationInstance &instance, StoreService &store, const Clock &clock, QObject *parent = nullptr);

    // Sorted by identifier.
    [[nodiscard]] const std::vector<StoredTask> &tasks() const { return m_store.definitions().tasks; }
    // Null: not defined (any more). Valid until the next signal of the store.
    [[nodiscard]] const StoredTask *task(const QString &identifier) const;
    // Live where the instance knows the task, else as it was kept.
    [[nodiscard]] TaskSnapshot snapshot(const StoredTask &task) const;
    [[nodiscard]] const MetricHistory &history(const QString &identifier) { return m_histories[identifier]; }
    [[nodiscard]] const std::deque<LogLine> &lines() const { return m_lines; }
    [[nodiscard]] int64_t nowMicros() const { return m_clock.nowMicros(); }

Q_SIGNALS:
    void definitionsChanged();
    void taskChanged(const QString &identifier);
    void sampled(const QString &identifier);
    // The newest of lines().
    void linesAdded(int count);

private:
    void take(const TaskSnapshot &snapshot);
    void takeLines(const std::vector<LogLine> &lines);

    StoreService &m_store;
    const Clock &m_clock;
    std::map<QString, TaskSnapshot> m_live;
    std::map<QString, MetricHistory> m_histories;
    std::deque<LogLine> m_lines;
};

} // namespace rowcast::ui
