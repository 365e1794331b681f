// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/task/Connectors.h"
#include "core/task/RetentionAlarm.h"
#include "core/task/TaskPlan.h"
#include "core/task/TaskSnapshot.h"

#include <functional>
#include <mutex>

namespace rowcast {

// Asks beside a running task how long source and topics hold what it needs: the source once a minute, topics every ten
// minutes and when there are new ones, on connections of its own, so that it delays nothing. What was last heard counts
// on while nobody answers. Warns in the log.
class RetentionWatch {
public:
    // connectors and clock outlive the watch.
    RetentionWatch(const MigrationDocument &document, const Connectors &connectors, Clock &clock);

    // Until stopped, on a thread of its own. snapshot: the task as it is now, called on that thread.
    void run(const std::function<TaskSnapshot()> &snapshot, const std::stop_token &stop);
    // Adds what is known to a snapshot of the task. Any thread.
    void fill(TaskSnapshot &snapshot) const;

private:
    void ask(const TaskSnapshot &task, const std::stop_token &stop);
    void askSource(const TaskSnapshot &task, const std::stop_token &stop);
    void askTopics(const std::stop_token &stop);
    void warn(const TaskSnapshot &task);

    const TaskPlan m_plan;
    const Connectors &m_connectors;
    Clock &m_clock;
    // Of the watch's thread.
    RetentionAlarm m_alarm;
    std::optional<std::chrono::steady_clock::time_point> m_sourceAsked;
    std::optional<std::chrono::steady_clock::time_point> m_topicsAsked;
    std::vector<std::string> m_topics; // that were asked for

    mutable std::mutex m_mutex; // guards what follows
    std::vector<Retention> m_ofSource; // one at most
    std::vector<Retention> m_ofTopics;
};

// A task that has just been started knows nothing yet of what was known when it stopped: keeps that, unless it has
// begun anew since.
void keepRetentions(TaskSnapshot &now, const TaskSnapshot &before);

} // namespace rowcast
