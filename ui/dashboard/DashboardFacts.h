// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QString>

#include <map>
#include <vector>

namespace rowcast::ui {

class TaskBook;

// What the dashboard tells, drawn from definitions and snapshots. A plain value.
struct DashboardFacts {
    struct FailedTask {
        QString task;
        QString cause;
        int64_t micros = 0;
        bool isRetrying = false;
        bool operator==(const FailedTask &) const = default;
    };
    struct DueTest {
        QString endpoint;
        QString reason; // translated
        bool isFailed = false;
        bool operator==(const DueTest &) const = default;
    };
    // A retention that will not last long.
    struct ShortFuse {
        QString task;
        QString text; // translated
        bool isTooLate = false;
        bool operator==(const ShortFuse &) const = default;
    };

    std::map<TaskStatus, int> tasksByStatus;
    QString worstTask; // empty: no task follows changes
    double worstLag = 0; // seconds
    double rowsIn = 0; // per second, of all tasks
    double rowsOut = 0;
    int running = 0;
    std::vector<FailedTask> failures; // newest first
    std::vector<ShortFuse> shortFuses; // what tasks need and is held for a quarter of its time at most, worst first
    std::vector<DueTest> dueTests; // failed ones first

    [[nodiscard]] static DashboardFacts of(TaskBook &book, const DefinitionsSnapshot &definitions);
};

} // namespace rowcast::ui
