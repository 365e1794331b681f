// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace rowcast::ui {

// "12 s ago", "3 min ago", "2 h ago", then absoluteTime(); empty for 0. Both in microseconds since 1970 UTC.
[[nodiscard]] QString relativeTime(int64_t micros, int64_t nowMicros);
// "2026-11-23 22:31:07 UTC", in the zone of this computer; empty for 0.
[[nodiscard]] QString absoluteTime(int64_t micros);

} // namespace rowcast::ui
