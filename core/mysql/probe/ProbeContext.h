// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mapping/TableMappings.h"
#include "core/mysql/server/Connection.h"
#include "core/mysql/server/ServerInfo.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// What "Test connection" is asked to look at.
struct ProbePlan {
    ConnectionSettings connection;
    std::optional<Flavour> expected; // the endpoint's EngineName; only named where the server is another
    std::optional<TableMappings> mappings; // of the task, where there is one: SELECT is checked on what they select
    std::optional<uint32_t> serverId; // that the task would read with
    bool areChangesWanted = true;
    bool isTimezoneGiven = false; // the endpoint's ServerTimezone is set
};

// What the rungs of one ladder hand on to each other.
struct ProbeContext {
    const ProbePlan &plan;
    std::stop_token stop;
    QList<QHostAddress> addresses;
    std::unique_ptr<Connection> connection;
    ServerInfo info;
    QString account; // 'user'@'host' as the server matched it
    bool canReadStatus = true; // REPLICATION CLIENT
    bool canDump = true; // REPLICATION SLAVE
};

} // namespace rowcast::mysql
