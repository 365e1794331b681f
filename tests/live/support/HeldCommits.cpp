// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/HeldCommits.h"

namespace rowcast {

Result<void> holdCommits(const LiveServers &servers, MySqlFlavour flavour)
{
    if (flavour == MySqlFlavour::MariaDb) {
        return servers.execute("SET GLOBAL rpl_semi_sync_master_wait_point = 'AFTER_SYNC';"
                               "SET GLOBAL rpl_semi_sync_master_timeout = 600000;"
                               "SET GLOBAL rpl_semi_sync_master_wait_no_slave = ON;"
                               "SET GLOBAL rpl_semi_sync_master_enabled = ON;");
    }
    return servers.execute("INSTALL PLUGIN rpl_semi_sync_source SONAME 'semisync_source.so';"
                           "SET GLOBAL rpl_semi_sync_source_wait_point = 'AFTER_SYNC';"
                           "SET GLOBAL rpl_semi_sync_source_timeout = 600000;"
                           "SET GLOBAL rpl_semi_sync_source_wait_no_replica = ON;"
                           "SET GLOBAL rpl_semi_sync_source_enabled = ON;");
}

Result<void> releaseCommits(const LiveServers &servers, MySqlFlavour flavour)
{
    return servers.execute(flavour == MySqlFlavour::MariaDb ? "SET GLOBAL rpl_semi_sync_master_enabled = OFF;"
                                                            : "SET GLOBAL rpl_semi_sync_source_enabled = OFF;");
}

} // namespace rowcast
