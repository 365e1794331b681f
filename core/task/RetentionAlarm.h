// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/Retention.h"

#include <map>

namespace rowcast {

// Tells of each fuse that burns short once, and again only after it was long again in between. One thread.
class RetentionAlarm {
public:
    static constexpr double kLongAgainShare = 0.35; // a task that hovers about the quarter is told of once

    // Whether a warning is due now.
    [[nodiscard]] bool isDue(const Retention &retention, int64_t nowMicros);
    // For the log: what is held how long, how much is left, what to do. English, but for the remedy.
    [[nodiscard]] static QString text(const Retention &retention, int64_t nowMicros);

private:
    std::map<std::pair<Retention::Holder, QString>, bool> m_isTold;
};

} // namespace rowcast
