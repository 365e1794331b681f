// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadedTable.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

// MariaDB's "0-1-7,1-1-2" or MySQL's "uuid:1-7,uuid:1"; empty without GTIDs.
Result<GtidProgress> gtidsOf(const std::string &text)
{
    return GtidProgress::parse(text.find(':') == std::string::npos, text);
}

} // namespace

LoadedTable::LoadedTable(LoadTablePtr table)
    : m_table(std::move(table))
{
}

Result<std::unique_ptr<LoadedTable>> LoadedTable::make(LoadTablePtr table, std::vector<ChunkRecord> chunks)
{
    std::unique_ptr<LoadedTable> loaded(new LoadedTable(std::move(table)));
    for (const ChunkRecord &chunk : chunks) {
        auto gtids = gtidsOf(chunk.moment.gtids);
        if (!gtids) {
            return std::move(gtids).error();
        }
        std::optional<KeyValue> upper;
        if (chunk.bounds.upper) {
            auto value = loaded->m_table->key->valueOf(*chunk.bounds.upper);
            if (!value) {
                return std::move(value).error();
            }
            upper = std::move(*value);
        }
        loaded->m_uppers.push_back(std::move(upper));
        loaded->append(chunk, {chunk.moment.place, std::move(*gtids)});
    }
    return loaded;
}

// A load that went on after a failover has chunks of two servers, whose places have nothing to do with each other, even
// where the files are named alike.
void LoadedTable::append(const ChunkRecord &chunk, Moment moment)
{
    const BinlogPosition &place = moment.place;
    if (m_moments.empty()) {
        m_server = chunk.moment.server;
        m_first = place;
        m_last = place;
        m_known = moment.gtids;
    } else {
        m_isOneBinlog = m_isOneBinlog && m_server == chunk.moment.server && m_last.base() == place.base();
        m_first = std::min(m_first, place);
        m_last = std::max(m_last, place);
        m_known.add(moment.gtids);
    }
    m_moments.push_back(std::move(moment));
}

// A server that got another name for its binlogs numbers them anew.
bool LoadedTable::isSameBinlog(const StreamPlace &place) const
{
    return place.server == m_server && m_isOneBinlog && place.position().base() == m_last.base();
}

bool LoadedTable::concerns(const StreamPlace &place) const
{
    return isSameBinlog(place) ? place.position() <= m_last : m_known.contains(place.gtid);
}

bool LoadedTable::isPast(const StreamPlace &place) const
{
    return isSameBinlog(place) && place.position() > m_last;
}

bool LoadedTable::isBehindAll(const StreamPlace &place) const
{
    if (isSameBinlog(place)) {
        return place.position() <= m_first;
    }
    return std::all_of(
        m_moments.begin(), m_moments.end(), [&](const Moment &moment) { return moment.gtids.contains(place.gtid); });
}

Result<void> LoadedTable::rankBounds(CollationOrder *order, const std::stop_token &stop)
{
    if (m_isRanked || !needsServer()) {
        return {};
    }
    std::vector<KeyValue> values;
    for (const auto &upper : m_uppers) {
        if (upper) {
            values.push_back(*upper);
        }
    }
    if (auto ranked = order->rank(*m_table->key, values, stop); !ranked) {
        return ranked;
    }
    size_t at = 0;
    for (auto &upper : m_uppers) {
        if (upper) {
            upper = std::move(values[at++]);
        }
    }
    m_isRanked = true;
    return {};
}

bool LoadedTable::knows(const KeyValue &key, const StreamPlace &place) const
{
    const auto chunk = std::partition_point(m_uppers.begin(), m_uppers.end(),
        [&](const std::optional<KeyValue> &upper) { return upper && compareKeys(*m_table->key, *upper, key) < 0; });
    if (chunk == m_uppers.end()) {
        return false;
    }
    const Moment &moment = m_moments[size_t(chunk - m_uppers.begin())];
    return isSameBinlog(place) ? place.position() <= moment.place : moment.gtids.contains(place.gtid);
}

} // namespace rowcast::mysql
