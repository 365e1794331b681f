// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ReadPoint.h"

#include "core/mysql/ddl/Sql.h"
#include "core/mysql/load/AgedPosition.h"
#include "core/mysql/load/SafePoints.h"

namespace rowcast::mysql {

ReadPoint::Method ReadPoint::methodFor(const LoadSettings &settings)
{
    if (!settings.areChangesWanted) {
        return Method::Plain;
    }
    if (settings.server.hasSnapshotPosition()) {
        return Method::Snapshot;
    }
    return settings.server.hasGtid() ? Method::Gtid : Method::Aged;
}

ReadPoint::ReadPoint(LoadRegistry &registry, Connection &connection)
    : m_registry(registry)
    , m_connection(connection)
    , m_method(methodFor(registry.settings()))
{
}

Result<void> ReadPoint::begin(const std::stop_token &stop)
{
    if (m_method == Method::Plain) {
        return {};
    }
    m_moment.server = m_registry.settings().server.identity;
    if (m_method == Method::Snapshot) {
        return beginSnapshot(stop);
    }
    if (m_method == Method::Aged) {
        return beginAged(stop);
    }
    const auto text = readVisibleGtids(m_connection, m_registry.settings().server, stop);
    if (!text) {
        return text.error();
    }
    auto visible = GtidSet::parse(*text);
    if (!visible) {
        return std::move(visible).error();
    }
    m_visible = std::move(*visible);
    m_from = m_registry.safePoints().before(m_visible);
    return {};
}

Result<void> ReadPoint::beginSnapshot(const std::stop_token &stop)
{
    if (auto begun = m_connection.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT", stop); !begun) {
        return begun;
    }
    auto end = readSnapshotEnd(m_connection, m_registry.settings().server, stop);
    if (!end) {
        return std::move(end).error();
    }
    m_moment.place = {end->file, end->offset};
    m_moment.gtids = std::move(end->gtidSet);
    return {};
}

Result<void> ReadPoint::beginAged(const std::stop_token &stop)
{
    auto from = agedPosition(m_registry, m_connection, stop);
    if (!from) {
        return std::move(from).error();
    }
    m_from = std::move(*from);
    auto now = readBinlogEnd(m_connection, m_registry.settings().server, stop);
    if (!now) {
        return std::move(now).error();
    }
    m_readBegan = BinlogPosition{now->file, now->offset};
    return {};
}

Result<void> ReadPoint::end(const std::stop_token &stop)
{
    if (m_method == Method::Plain || m_method == Method::Snapshot) {
        return {};
    }
    const auto when = std::chrono::steady_clock::now();
    auto end = readBinlogEnd(m_connection, m_registry.settings().server, stop);
    if (!end) {
        return std::move(end).error();
    }
    m_moment.place = {end->file, end->offset};
    if (m_method == Method::Aged) {
        m_registry.safePoints().note(m_moment.place, when);
    } else {
        m_moment.gtids = m_visible.text();
    }
    return {};
}

Result<void> ReadPoint::release(const std::stop_token &stop)
{
    return m_method == Method::Snapshot ? m_connection.execute("COMMIT", stop) : Result<void>();
}

std::optional<BinlogStart> ReadPoint::window() const
{
    if (m_method == Method::Plain || m_method == Method::Snapshot) {
        return std::nullopt;
    }
    if (!m_from) {
        return BinlogStart::afterMySqlGtids(m_visible.text(), m_visible.binary());
    }
    return *m_from >= m_moment.place ? std::nullopt : std::optional(BinlogStart::at(m_from->file, m_from->offset));
}

void ReadPoint::noteSeen(const GtidSet &gtids)
{
    if (m_method == Method::Gtid) {
        GtidSet all = m_visible;
        all.add(gtids);
        m_moment.gtids = all.text();
        m_registry.safePoints().add(m_moment.place, all);
    }
}

} // namespace rowcast::mysql
