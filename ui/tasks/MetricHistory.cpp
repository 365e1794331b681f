// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/MetricHistory.h"

#include <algorithm>

namespace rowcast::ui {

bool MetricHistory::add(const TaskSnapshot &snapshot, int64_t nowMicros)
{
    constexpr int64_t kLeast = 900'000; // snapshots come at about half a second
    constexpr int64_t kKept = int64_t(kMostSamples) * 1'000'000;
    const bool isDue = m_samples.empty() || nowMicros - m_samples.back().micros >= kLeast
        || nowMicros < m_samples.back().micros; // the clock was set back
    if (!isActive(snapshot.status) || !isDue) {
        return false;
    }
    if (!m_samples.empty() && nowMicros < m_samples.back().micros) {
        m_samples.clear();
    }
    const TaskMetrics &metrics = snapshot.metrics;
    m_samples.push_back({nowMicros, metrics.sourceRowsPerSecond, metrics.targetRowsPerSecond, metrics.cdcLatencySource,
        metrics.cdcLatencyTarget, metrics.sourceBytesPerSecond, metrics.targetBytesPerSecond});
    while (m_samples.size() > size_t(kMostSamples) || m_samples.front().micros < nowMicros - kKept) {
        m_samples.pop_front();
    }
    return true;
}

int MetricHistory::nearest(int64_t micros) const
{
    const auto after = std::ranges::lower_bound(m_samples, micros, {}, &Sample::micros);
    int found = -1;
    int64_t least = kGapMicros;
    for (const int step : {0, 1}) {
        const auto index = int(after - m_samples.begin()) - step;
        if (index >= 0 && index < int(m_samples.size())) {
            const int64_t distance = std::abs(m_samples[size_t(index)].micros - micros);
            if (distance < least) {
                least = distance;
                found = index;
            }
        }
    }
    return found;
}

} // namespace rowcast::ui
