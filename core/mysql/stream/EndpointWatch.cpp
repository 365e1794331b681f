// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/EndpointWatch.h"

#include "core/mysql/server/ServerInfo.h"
#include "core/mysql/server/StreamFailures.h"

#include <algorithm>
#include <utility>

namespace rowcast::mysql {

namespace {

constexpr std::chrono::seconds kPeriod{15};

} // namespace

EndpointWatch::EndpointWatch(ConnectionSettings connection, std::chrono::milliseconds heartbeat, std::string identity)
    : m_connection(std::move(connection))
    , m_identity(std::move(identity))
    , m_beatsAPeriod(std::max<int64_t>(1, kPeriod / std::max(heartbeat, std::chrono::milliseconds(1))))
{
}

Result<void> EndpointWatch::beat(const std::stop_token &stop)
{
    if (++m_beats < m_beatsAPeriod) {
        return {};
    }
    m_beats = 0;
    const auto connection = Connection::open(m_connection, stop);
    const auto info = connection ? ServerInfo::read(**connection, stop) : Result<ServerInfo>(connection.error());
    return info && info->identity != m_identity ? Result<void>(movedFailure(m_identity, info->identity))
                                                : Result<void>();
}

} // namespace rowcast::mysql
