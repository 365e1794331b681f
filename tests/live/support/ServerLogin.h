// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"
#include "core/sandbox/MySqlServer.h"

namespace rowcast {

// How a private server is reached by the code under test: as root, without TLS.
[[nodiscard]] inline mysql::ConnectionSettings loginOf(const MySqlServer &server)
{
    mysql::ConnectionSettings settings;
    settings.host = server.host();
    settings.port = server.port();
    settings.user = server.user();
    return settings;
}

} // namespace rowcast
