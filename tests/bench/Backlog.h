// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

namespace rowcast::bench {

// Rows of eight common columns in `shop.items`, made by the server itself.
class Backlog {
public:
    explicit Backlog(const LiveServers &servers)
        : m_servers(servers)
    {
    }

    // An empty table.
    Result<void> createTable() const;
    // Adds rows in transactions of that many rows each.
    Result<void> insert(int rows, int rowsPerTransaction) const;

private:
    const LiveServers &m_servers;
};

} // namespace rowcast::bench
