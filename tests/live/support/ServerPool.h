// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/support/LiveServers.h"

#include <map>
#include <utility>

namespace rowcast {

// Databases that the functions of one test program share: one server per flavour and arguments, started at its first
// use. A member of the test class; call forgetFailed() in cleanup(), so that what a failed function left behind
// disturbs no other.
class ServerPool {
public:
    // Without the named schemas, whatever was in them.
    Result<LiveServers *> server(
        MySqlFlavour flavour, const QStringList &arguments = {}, const QList<QByteArray> &schemas = {"shop"});
    void forgetFailed();

private:
    std::map<std::pair<MySqlFlavour, QString>, std::unique_ptr<LiveServers>> m_servers;
};

// Whether rows of this flavour belong to this run: ROWCAST_TEST_FLAVOURS names those that do, such as
// "mysql80,mariadb"; all where it is not set.
[[nodiscard]] bool isFlavourWanted(MySqlFlavour flavour);

} // namespace rowcast
