// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/Connection.h"

#include <QStringList>

#include <stop_token>
#include <string>

namespace rowcast::mysql {

// The first rungs, below what the client library can tell apart. Both waits can be stopped.

// The numeric addresses of the host's name. Failures "mysql.connection.host-unknown", "mysql.connection.name-server".
Result<QStringList> resolveHost(const ConnectionSettings &settings, const std::stop_token &stop);

// Opens the port on the first address that answers and reads the server's greeting (Protocol::Handshake). What came:
// the address and the version the server states. Failures as of a login: refused, timeout, unreachable, host denied,
// ...; "mysql.connection.no-greeting" where something else listens.
struct Greeting {
    QString address;
    QString version;
};
Result<Greeting> greetServer(
    const ConnectionSettings &settings, const QStringList &addresses, const std::stop_token &stop);

} // namespace rowcast::mysql
