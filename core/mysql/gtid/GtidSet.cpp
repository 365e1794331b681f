// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidSet.h"

#include "core/mysql/gtid/GtidText.h"

#include <algorithm>

namespace rowcast::mysql {

std::string GtidSource::text() const
{
    return tag.empty() ? uuidText(uuid) : uuidText(uuid) + ':' + tag;
}

Result<GtidSet> GtidSet::parse(std::string_view text)
{
    return parseGtidSet(text);
}

std::string GtidSet::text() const
{
    std::string text;
    const ServerUuid *previous = nullptr;
    for (const auto &[source, intervals] : m_sources) {
        // The sources of one server follow each other; its uuid is written once.
        if (previous == nullptr || *previous != source.uuid) {
            text += previous == nullptr ? "" : ",";
            text += uuidText(source.uuid);
            previous = &source.uuid;
        }
        if (!source.tag.empty()) {
            text += ':' + source.tag;
        }
        for (const Interval &interval : intervals) {
            text += ':' + std::to_string(interval.first);
            if (interval.last != interval.first) {
                text += '-' + std::to_string(interval.last);
            }
        }
    }
    return text;
}

void GtidSet::addTo(Intervals &intervals, Interval added)
{
    // The common case: the next number of the last interval.
    if (!intervals.empty() && added.first == intervals.back().last + 1) {
        intervals.back().last = added.last;
        return;
    }
    auto first = std::lower_bound(intervals.begin(), intervals.end(), added.first,
        [](const Interval &interval, uint64_t number) { return interval.last + 1 < number; });
    auto last = first;
    while (last != intervals.end() && last->first <= added.last + 1) {
        added.first = std::min(added.first, last->first);
        added.last = std::max(added.last, last->last);
        ++last;
    }
    intervals.insert(intervals.erase(first, last), added);
}

void GtidSet::add(const GtidSource &source, Interval interval)
{
    if (interval.first > 0 && interval.first <= interval.last) {
        addTo(m_sources[source], interval);
    }
}

void GtidSet::add(const GtidSet &other)
{
    for (const auto &[source, intervals] : other.m_sources) {
        for (const Interval &interval : intervals) {
            addTo(m_sources[source], interval);
        }
    }
}

GtidSet::Intervals GtidSet::without(const Intervals &intervals, const Intervals &removed)
{
    Intervals result;
    auto next = removed.begin();
    for (Interval rest : intervals) {
        while (next != removed.end() && next->last < rest.first) {
            ++next;
        }
        for (auto cut = next; cut != removed.end() && cut->first <= rest.last; ++cut) {
            if (cut->first > rest.first) {
                result.push_back({rest.first, cut->first - 1});
            }
            rest.first = cut->last + 1;
            if (cut->last >= rest.last) {
                break;
            }
        }
        if (rest.first <= rest.last) {
            result.push_back(rest);
        }
    }
    return result;
}

void GtidSet::subtract(const GtidSet &other)
{
    // By its own sources, so that a set may be subtracted from itself.
    for (auto own = m_sources.begin(); own != m_sources.end();) {
        if (const auto removed = other.m_sources.find(own->first); removed != other.m_sources.end()) {
            own->second = without(own->second, removed->second);
        }
        own = own->second.empty() ? m_sources.erase(own) : std::next(own);
    }
}

GtidSet GtidSet::intersection(const GtidSet &other) const
{
    GtidSet mine = *this;
    mine.subtract(other);
    GtidSet both = *this;
    both.subtract(mine);
    return both;
}

bool GtidSet::contains(const GtidSource &source, uint64_t number) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end()) {
        return false;
    }
    const auto &intervals = found->second;
    const auto at = std::lower_bound(intervals.begin(), intervals.end(), number,
        [](const Interval &interval, uint64_t value) { return interval.last < value; });
    return at != intervals.end() && at->first <= number;
}

bool GtidSet::contains(const GtidSet &other) const
{
    GtidSet rest = other;
    rest.subtract(*this);
    return rest.isEmpty();
}

bool GtidSet::hasTags() const
{
    return std::any_of(m_sources.begin(), m_sources.end(), [](const auto &entry) { return !entry.first.tag.empty(); });
}

uint64_t GtidSet::count() const
{
    uint64_t count = 0;
    for (const auto &[source, intervals] : m_sources) {
        for (const Interval &interval : intervals) {
            count += interval.last - interval.first + 1;
        }
    }
    return count;
}

} // namespace rowcast::mysql
