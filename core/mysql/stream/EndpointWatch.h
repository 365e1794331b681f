// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace rowcast::mysql {

// Whether the endpoint's address still leads to the server whose binlog is read. After a failover by DNS or by a proxy
// the old link stays: a writer that was demoted goes on with its heartbeats and has nothing more to say. While the
// stream is silent, a new connection asks now and then who is there. Reader thread.
class EndpointWatch {
public:
    // heartbeat: of the stream; identity: ServerInfo::identity of the server that is read.
    EndpointWatch(ConnectionSettings connection, std::chrono::milliseconds heartbeat, std::string identity);

    // Something came that is no heartbeat.
    void heard() { m_beats = 0; }
    // A heartbeat came. Failure "mysql.endpoint.moved" (retryable) when another server answers; that none answers is
    // none: the stream lives.
    Result<void> beat(const std::stop_token &stop);

private:
    const ConnectionSettings m_connection;
    const std::string m_identity;
    const int64_t m_beatsAPeriod;
    int64_t m_beats = 0; // since something was heard or asked
};

} // namespace rowcast::mysql
