// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace rowcast::ui {

// "12 s ago", "3 min ago", "2 h ago", then the date; empty for 0. Both in microseconds since 1970 UTC.
[[nodiscard]] QString relativeTime(int64_t micros, int64_t nowMicros);
// Absolute with the zone, for tooltips and details; empty for 0.
[[nodiscard]] QString absoluteTime(int64_t micros);

} // namespace rowcast::ui
