// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadedTable.h"

#include <algorithm>

namespace rowcast::mysql {

namespace {

using Gtids = std::variant<std::monostate, GtidSet, MariaDbGtidList>;

// MariaDB's "0-1-7,1-1-2" or MySQL's "uuid:1-7,uuid:1".
Result<Gtids> gtidsOf(const std::string &text)
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

void addTo(Gtids &all, const Gtids &more)
{
    if (auto *set = std::get_if<GtidSet>(&all); set != nullptr && more.index() == all.index()) {
        set->add(std::get<GtidSet>(more));
    } else if (auto *list = std::get_if<MariaDbGtidList>(&all); list != nullptr && more.index() == all.index()) {
        for (const auto &[domain, gtid] : std::get<MariaDbGtidList>(more).domains()) {
            if (!list->contains(gtid)) {
                list->set(gtid);
            }
        }
    }
}

// Offsets of another server mean nothing: after a failover only the GTID of a transaction tells where it belongs.
class Transaction {
public:
    explicit Transaction(const std::string &gtid)
    {
        if (auto set = GtidSet::parse(gtid); set && !gtid.empty()) {
            m_mysql = *std::move(set);
        } else if (auto one = MariaDbGtid::parse(gtid)) {
            m_mariaDb = *one;
        }
    }
    [[nodiscard]] bool isIn(const Gtids &gtids) const
    {
        if (const auto *set = std::get_if<GtidSet>(&gtids)) {
            return m_mysql && set->contains(*m_mysql);
        }
        const auto *list = std::get_if<MariaDbGtidList>(&gtids);
        return list != nullptr && m_mariaDb && list->contains(*m_mariaDb);
    }

private:
    std::optional<GtidSet> m_mysql;
    std::optional<MariaDbGtid> m_mariaDb;
};

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
        addTo(m_known, moment.gtids);
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
    return isSameBinlog(place) ? place.position() <= m_last : Transaction(place.gtid).isIn(m_known);
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
    const Transaction transaction(place.gtid);
    return std::all_of(
        m_moments.begin(), m_moments.end(), [&](const Moment &moment) { return transaction.isIn(moment.gtids); });
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
    return isSameBinlog(place) ? place.position() <= moment.place : Transaction(place.gtid).isIn(moment.gtids);
}

} // namespace rowcast::mysql
