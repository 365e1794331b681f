// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Definitions.h"

#include <QString>

// How a task reads. All texts translated.

namespace rowcast::ui {

// "Full load", "Cached changes", "Change data capture"; empty where there is none.
[[nodiscard]] QString phaseText(TaskPhase phase);
// How the last run ended, apart from the state: the failure's cause, "Stopped by a person", "Full load complete".
[[nodiscard]] QString outcomeText(const TaskSnapshot &snapshot, bool wasInterrupted);
// "0.4 s", "12 s", "3 min".
[[nodiscard]] QString lagText(double seconds);
// "1,234/s".
[[nodiscard]] QString rateText(double perSecond);
// "1.2 MiB/s".
[[nodiscard]] QString byteRateText(double bytesPerSecond);
// "1,234", "1.2 million" from a million on.
[[nodiscard]] QString countText(uint64_t count);
// Tables and rows that could not be sent.
[[nodiscard]] uint64_t errorCount(const TaskSnapshot &snapshot);
// Of any table, microseconds since 1970 UTC; 0: never.
[[nodiscard]] int64_t lastChangeMicros(const TaskSnapshot &snapshot);
// What a reload sends again: the rows of the last load, or the source's estimate.
[[nodiscard]] uint64_t reloadRows(const TaskSnapshot &snapshot);

} // namespace rowcast::ui
