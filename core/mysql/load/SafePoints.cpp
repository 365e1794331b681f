// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/SafePoints.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

constexpr size_t kMostKnown = 16;
constexpr auto kNotedApart = std::chrono::milliseconds(500);

} // namespace

void SafePoints::add(const BinlogPosition &place, const GtidSet &gtids)
{
    const std::lock_guard lock(m_mutex);
    m_known.push_back({place, gtids});
    if (m_known.size() > kMostKnown) {
        m_known.pop_front();
    }
}

std::optional<BinlogPosition> SafePoints::before(const GtidSet &visible) const
{
    const std::lock_guard lock(m_mutex);
    std::optional<BinlogPosition> best;
    for (const Known &known : m_known) {
        if ((!best || known.place > *best) && visible.contains(known.gtids)) {
            best = known.place;
        }
    }
    return best;
}

void SafePoints::note(const BinlogPosition &place, Time when)
{
    const std::lock_guard lock(m_mutex);
    const auto at = std::upper_bound(
        m_noted.begin(), m_noted.end(), when, [](Time time, const Noted &noted) { return time < noted.when; });
    if (at == m_noted.begin() || when - std::prev(at)->when >= kNotedApart) {
        m_noted.insert(at, {place, when});
    }
}

std::optional<BinlogPosition> SafePoints::notedBefore(Time when) const
{
    const std::lock_guard lock(m_mutex);
    std::optional<BinlogPosition> best;
    for (const Noted &noted : m_noted) {
        if (noted.when > when) {
            break;
        }
        best = noted.place;
    }
    return best;
}

std::optional<SafePoints::Time> SafePoints::firstNoted() const
{
    const std::lock_guard lock(m_mutex);
    return m_noted.empty() ? std::nullopt : std::optional(m_noted.front().when);
}

} // namespace rowcast::mysql
