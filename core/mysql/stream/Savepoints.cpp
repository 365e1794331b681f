// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/Savepoints.h"

#include "core/mysql/schema/TrackedTable.h"

#include <algorithm>

namespace rowcast::mysql {

void Savepoints::set(const std::string &name, uint64_t nextEvent)
{
    std::erase_if(m_open, [&](const Mark &mark) { return isSameName(mark.name, name); });
    m_open.push_back({name, nextEvent});
}

void Savepoints::rollBackTo(const std::string &name, uint64_t nextEvent)
{
    const auto found
        = std::find_if(m_open.begin(), m_open.end(), [&](const Mark &mark) { return isSameName(mark.name, name); });
    if (found == m_open.end()) {
        return;
    }
    m_undone.push_back({found->event, nextEvent});
    m_open.erase(std::next(found), m_open.end()); // the named one stays
}

bool Savepoints::isUndone(uint64_t event) const
{
    return std::any_of(m_undone.begin(), m_undone.end(),
        [&](const Range &range) { return event >= range.begin && event < range.end; });
}

} // namespace rowcast::mysql
