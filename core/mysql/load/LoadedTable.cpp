// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadedTable.h"

#include <algorithm>

namespace rowcast::mysql {

LoadedTable::LoadedTable(LoadTablePtr table)
    : m_table(std::move(table))
{
}

// MariaDB's "0-1-7,1-1-2" or MySQL's "uuid:1-7,uuid:1".
Result<LoadedTable::Gtids> LoadedTable::gtidsOf(const std::string &text)
{
    if (text.empty()) {
        return Gtids();
    }
    if (text.find(':') == std::string::npos) {
        auto list = MariaDbGtidList::parse(text);
        return list ? Result<Gtids>(Gtids(std::move(*list))) : Result<Gtids>(list.error());
    }
    auto set = GtidSet::parse(text);
    return set ? Result<Gtids>(Gtids(std::move(*set))) : Result<Gtids>(set.error());
}

Result<std::unique_ptr<LoadedTable>> LoadedTable::make(LoadTablePtr table, std::vector<ChunkRecord> chunks)
{
    std::unique_ptr<LoadedTable> loaded(new LoadedTable(std::move(table)));
    loaded->m_server = chunks.empty() ? std::string() : chunks.front().moment.server;
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
        const bool isFirst = loaded->m_moments.empty();
        loaded->m_first = isFirst ? chunk.moment.place : std::min(loaded->m_first, chunk.moment.place);
        loaded->m_isOneBase = loaded->m_isOneBase && (isFirst || loaded->m_last.base() == chunk.moment.place.base());
        loaded->m_last = isFirst ? chunk.moment.place : std::max(loaded->m_last, chunk.moment.place);
        loaded->m_uppers.push_back(std::move(upper));
        loaded->m_moments.push_back({chunk.moment.place, std::move(*gtids)});
    }
    return loaded;
}

// A server that got another name for its binlogs numbers them anew.
bool LoadedTable::isSameBinlog(const StreamPlace &place) const
{
    return place.server == m_server && m_isOneBase && place.position().base() == m_last.base();
}

// Offsets of another server mean nothing: after a failover only GTIDs tell.
bool LoadedTable::isBehind(const StreamPlace &place, const Moment &moment) const
{
    if (isSameBinlog(place)) {
        return place.position() <= moment.place;
    }
    if (const auto *set = std::get_if<GtidSet>(&moment.gtids)) {
        const auto change = GtidSet::parse(place.gtid);
        return change && set->contains(*change);
    }
    if (const auto *list = std::get_if<MariaDbGtidList>(&moment.gtids)) {
        const auto change = MariaDbGtid::parse(place.gtid);
        return change && list->contains(*change);
    }
    return false;
}

bool LoadedTable::concerns(const StreamPlace &place) const
{
    if (isSameBinlog(place)) {
        return place.position() <= m_last;
    }
    return std::any_of(
        m_moments.begin(), m_moments.end(), [&](const Moment &moment) { return isBehind(place, moment); });
}

bool LoadedTable::isBehindAll(const StreamPlace &place) const
{
    if (isSameBinlog(place)) {
        return place.position() <= m_first;
    }
    return std::all_of(
        m_moments.begin(), m_moments.end(), [&](const Moment &moment) { return isBehind(place, moment); });
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
    return chunk != m_uppers.end() && isBehind(place, m_moments[size_t(chunk - m_uppers.begin())]);
}

} // namespace rowcast::mysql
