// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/StreamProgress.h"

#include "core/mysql/server/StreamFailures.h"

namespace rowcast::mysql {

StreamProgress::StreamProgress(MySqlPosition position, GtidProgress gtids, std::string server, bool isPlaceKnown)
    : m_position(std::move(position))
    , m_gtids(std::move(gtids))
    , m_server(std::move(server))
    , m_isPlaceKnown(isPlaceKnown)
{
    m_position.xa.clear();
}

uint64_t StreamProgress::rowsToSkip(const std::string &gtid) const
{
    return m_position.rowsGtid.empty() || m_position.rowsGtid == gtid ? m_position.rows : 0;
}

void StreamProgress::settle(const std::string &gtid)
{
    m_isPlaceKnown = m_isPlaceKnown || !m_gtids.contains(gtid);
    m_gtids.add(gtid);
    if (m_position.rowsGtid.empty() || m_position.rowsGtid == gtid) {
        m_position.rows = 0;
        m_position.rowsGtid.clear();
    }
}

void StreamProgress::moveTo(const BinlogPosition &place, uint32_t fileSeconds)
{
    if (m_isPlaceKnown) {
        if (m_position.server == m_server && m_position.place.base() != place.base()) {
            m_leftBases.emplace(m_position.place.base());
        }
        m_position.server = m_server;
        m_position.place = place;
        m_position.fileSeconds = fileSeconds;
    }
}

Result<void> StreamProgress::checkFile(const std::string &file, uint32_t fileSeconds) const
{
    const bool isResumedFile = m_position.fileSeconds != 0 && m_isPlaceKnown && file == m_position.place.file
        && m_position.server == m_server;
    if (isResumedFile && fileSeconds != 0 && fileSeconds != m_position.fileSeconds) {
        return resetFailure(file);
    }
    return {};
}

MySqlPosition StreamProgress::position() const
{
    MySqlPosition position = m_position;
    position.gtids = m_gtids.text();
    return position;
}

bool StreamProgress::hasReached(const std::string &target) const
{
    if (!m_target || m_target->first != target) {
        auto parsed = MySqlPosition::fromJson(target);
        m_target.emplace(target, parsed ? *parsed : MySqlPosition{});
    }
    const MySqlPosition &wanted = m_target->second;
    if (wanted.server == m_position.server) {
        return m_position.place.base() == wanted.place.base() ? m_position.place >= wanted.place
                                                              : m_leftBases.contains(wanted.place.base());
    }
    const auto gtids = GtidProgress::parse(wanted.isMariaDb, wanted.gtids);
    return gtids && !gtids->isEmpty() && m_gtids.contains(*gtids);
}

} // namespace rowcast::mysql
