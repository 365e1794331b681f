// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidProgress.h"

#include "core/mysql/gtid/GtidEvents.h"

#include <utility>

namespace rowcast::mysql {

Result<GtidProgress> GtidProgress::parse(bool isMariaDb, const std::string &text)
{
    GtidProgress progress;
    progress.m_isMariaDb = isMariaDb;
    if (text.empty()) {
        return progress;
    }
    if (isMariaDb) {
        auto list = MariaDbGtidList::parse(text);
        if (!list) {
            return list.error();
        }
        progress.m_mariaDb = *std::move(list);
        return progress;
    }
    auto set = GtidSet::parse(text);
    if (!set) {
        return set.error();
    }
    progress.m_mySql = *std::move(set);
    return progress;
}

std::string GtidProgress::nameOf(const GtidEvent &event)
{
    if (event.isAnonymous) {
        return {};
    }
    return GtidSource{event.uuid, std::string(event.tag)}.text() + ':' + std::to_string(event.number);
}

std::string GtidProgress::nameOf(const MariaDbGtidEvent &event)
{
    return MariaDbGtid{event.domain, event.server, event.sequence}.text();
}

void GtidProgress::add(const std::string &gtid)
{
    if (gtid.empty()) {
        return;
    }
    if (m_isMariaDb) {
        if (const auto parsed = MariaDbGtid::parse(gtid)) {
            m_mariaDb.set(*parsed);
        }
    } else if (const auto parsed = GtidSet::parse(gtid)) {
        m_mySql.add(*parsed);
    }
}

void GtidProgress::add(const GtidProgress &other)
{
    m_mySql.add(other.m_mySql);
    for (const auto &[domain, gtid] : other.m_mariaDb.domains()) {
        if (!m_mariaDb.contains(gtid)) {
            m_mariaDb.set(gtid);
        }
    }
}

bool GtidProgress::contains(const std::string &gtid) const
{
    if (gtid.empty()) {
        return false;
    }
    if (m_isMariaDb) {
        const auto parsed = MariaDbGtid::parse(gtid);
        return parsed && m_mariaDb.contains(*parsed);
    }
    const auto parsed = GtidSet::parse(gtid);
    return parsed && m_mySql.contains(*parsed);
}

bool GtidProgress::contains(const GtidProgress &other) const
{
    return m_isMariaDb ? m_mariaDb.contains(other.m_mariaDb) : m_mySql.contains(other.m_mySql);
}

bool GtidProgress::isEmpty() const
{
    return m_isMariaDb ? m_mariaDb.isEmpty() : m_mySql.isEmpty();
}

std::string GtidProgress::text() const
{
    return m_isMariaDb ? m_mariaDb.text() : m_mySql.text();
}

} // namespace rowcast::mysql
