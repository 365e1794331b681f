// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Backoff.h"
#include "core/base/Failure.h"
#include "core/document/TaskSettings.h"

#include <optional>

namespace rowcast {

// How often and after which wait a recoverable failure is tried again: DMS's ErrorBehavior.Recoverable* where the
// document states them; else soon at first (1 s, doubled up to 30 s) and without end.
// RecoverableErrorStopRetryAfterThrottlingMax ends it behind the first wait of the greatest length, where the document
// states it. What may pass (Failure::mayPass) is tried once more, too: found a second time, it is told.
class RetryPolicy {
public:
    explicit RetryPolicy(const TaskSettings &settings);
    // The wait before the next attempt after this failure, or nothing when there is to be none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next(const Failure &failure);
    // The task got further since the last failure.
    void reset();
    [[nodiscard]] int attempts() const { return m_attempts; }

private:
    Backoff m_backoff;
    int64_t m_most; // -1: no limit
    std::optional<std::chrono::milliseconds> m_lastWait; // no attempt behind a wait of this length
    bool m_isSpent = false;
    int m_attempts = 0;
    QString m_lookedTwiceAt; // Failure::text(); kept through reset(): the way to it again is progress, too
};

} // namespace rowcast
