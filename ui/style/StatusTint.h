// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Probe.h"
#include "core/task/TaskState.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace rowcast::ui {

// State is icon + word + colour, never colour alone.
enum class Status {
    Neutral, // nothing known, not reached
    Ready, // grey
    Stopped, // grey
    Running, // blue
    Done, // green: done, passed
    Warning, // amber
    Failed, // red
};

// The colours of a state on a palette, computed so that foreground is readable on Window, Base and on background.
struct StatusTint {
    QColor foreground; // text, icon, the bar at the left edge
    QColor background; // a faint area
    static StatusTint of(Status status, const QPalette &palette);
};

[[nodiscard]] Status statusOf(TaskStatus status);
[[nodiscard]] Status statusOf(StepState state);
// "Running", "Stopped", ... translated, as a badge shows it.
[[nodiscard]] QString statusWord(TaskStatus status);
[[nodiscard]] QString statusWord(StepState state);
// The state's sign drawn in its tint; size in device-independent pixels.
[[nodiscard]] QPixmap statusSign(Status status, const QPalette &palette, int size, double pixelRatio);

} // namespace rowcast::ui
