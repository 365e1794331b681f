// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"
#include "ui/style/StatusTint.h"

#include <QString>

// How a retention fuse reads. All texts translated, times rounded down: more is never promised than is left.

namespace rowcast::ui {

// "45 s", "12 min", "4 h", "3 d".
[[nodiscard]] QString spanText(double seconds);
// One fact for the task page: "18 h left of 24 h"; empty where nothing is known.
[[nodiscard]] QString retentionText(const Retention &retention, int64_t nowMicros);
// As good as nothing of the time has passed: there is nothing to draw.
[[nodiscard]] bool isWhole(const Retention &retention, int64_t nowMicros);
// One line for the dashboard, for a fuse that is alarming: "binlog retention 24 h, stopped for 20 h: 4 h left".
[[nodiscard]] QString retentionAlarmText(const Retention &retention, const TaskSnapshot &task, int64_t nowMicros);
// Warning, Failed where it may be too late, else Neutral.
[[nodiscard]] Status retentionStatus(const Retention &retention, int64_t nowMicros);
// Of a task's topics the one that burns down first; of those that do not burn the one that holds least. Null: none.
[[nodiscard]] const Retention *firstTopic(const std::vector<Retention> &retentions, int64_t nowMicros);

} // namespace rowcast::ui
