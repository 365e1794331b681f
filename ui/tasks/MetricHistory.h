// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/TaskSnapshot.h"

#include <deque>

namespace rowcast::ui {

// What the charts draw of a task: one sample a second of the last 15 minutes. A plain value. Main thread.
class MetricHistory {
public:
    static constexpr int kMostSamples = 900;
    // Two samples further apart than this have a gap between them.
    static constexpr int64_t kGapMicros = 3'500'000;
    struct Sample {
        int64_t micros = 0; // since 1970 UTC
        double rowsIn = 0; // per second
        double rowsOut = 0;
        double latencySource = 0; // seconds
        double latencyTarget = 0;
        double bytesIn = 0; // per second
        double bytesOut = 0;
    };

    // Takes what is newer by a second and of an active task. True: a sample was added.
    bool add(const TaskSnapshot &snapshot, int64_t nowMicros);
    [[nodiscard]] const std::deque<Sample> &samples() const { return m_samples; }
    // Index of the sample nearest to that time, or -1 where there is none within a gap's length.
    [[nodiscard]] int nearest(int64_t micros) const;

private:
    std::deque<Sample> m_samples;
};

} // namespace rowcast::ui
