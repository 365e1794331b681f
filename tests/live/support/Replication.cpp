// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/Replication.h"

namespace rowcast {

namespace {

bool isMariaDb(LiveServers &servers)
{
    return servers.mysql().flavour() == MySqlFlavour::MariaDb;
}

} // namespace

Result<void> startPair(LiveServers &source, LiveServers &replica, MySqlFlavour flavour, const QStringList &more)
{
    const QStringList arguments
        = flavour == MySqlFlavour::MariaDb ? QStringList{QStringLiteral("--log-slave-updates")} : QStringList();
    for (LiveServers *server : {&source, &replica}) {
        if (auto started = server->startMySql(flavour, arguments + more); !started) {
            return started;
        }
    }
    return followSource(replica, source);
}

Result<void> followSource(LiveServers &replica, LiveServers &source)
{
    const QByteArray port = QByteArray::number(source.mysql().port());
    return replica.execute(isMariaDb(replica) ? "CHANGE MASTER TO master_host = '127.0.0.1', master_port = " + port
                + ", master_user = 'root', master_use_gtid = slave_pos; START SLAVE"
                                              : "CHANGE REPLICATION SOURCE TO source_host = '127.0.0.1', source_port = "
                + port + ", source_user = 'root', source_auto_position = 1, get_source_public_key = 1; START REPLICA");
}

Result<void> startReplica(LiveServers &replica)
{
    return replica.execute(isMariaDb(replica) ? "START SLAVE" : "START REPLICA");
}

Result<void> stopReplica(LiveServers &replica)
{
    return replica.execute(isMariaDb(replica) ? "STOP SLAVE" : "STOP REPLICA");
}

Result<void> waitForReplica(LiveServers &replica, LiveServers &source)
{
    auto from = source.sql();
    auto at = replica.sql();
    if (!from || !at) {
        return from ? at.error() : from.error();
    }
    const auto all = from->value(isMariaDb(source) ? "SELECT @@gtid_binlog_pos" : "SELECT @@gtid_executed");
    if (!all) {
        return all.error();
    }
    const auto waited = at->value(isMariaDb(replica) ? "SELECT MASTER_GTID_WAIT('" + *all + "', 30)"
                                                     : "SELECT WAIT_FOR_EXECUTED_GTID_SET('" + *all + "', 30)");
    if (!waited) {
        return waited.error();
    }
    return *waited == "0" ? Result<void>() : Failure{QStringLiteral("test.replica"), {}, {}, {}, false};
}

} // namespace rowcast
