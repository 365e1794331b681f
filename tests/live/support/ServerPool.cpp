// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/ServerPool.h"

namespace rowcast {

Result<LiveServers *> ServerPool::server(
    MySqlFlavour flavour, const QStringList &arguments, const QList<QByteArray> &schemas)
{
    auto &known = m_servers[{flavour, arguments.join(QLatin1Char(' '))}];
    if (known == nullptr) {
        auto fresh = std::make_unique<LiveServers>();
        if (auto started = fresh->startMySql(flavour, arguments); !started) {
            return started.error();
        }
        known = std::move(fresh);
    }
    for (const QByteArray &schema : schemas) {
        if (auto dropped = known->execute("DROP DATABASE IF EXISTS `" + schema + '`'); !dropped) {
            return dropped.error();
        }
    }
    return known.get();
}

void ServerPool::forgetFailed()
{
    if (QTest::currentTestFailed()) {
        m_servers.clear();
    }
}

bool isFlavourWanted(MySqlFlavour flavour)
{
    const QByteArray wanted = qgetenv("ROWCAST_TEST_FLAVOURS");
    const char *name = flavour == MySqlFlavour::MariaDb ? "mariadb"
        : flavour == MySqlFlavour::MySql9               ? "mysql9"
                                                        : "mysql80";
    return wanted.isEmpty() || wanted.split(',').contains(name);
}

} // namespace rowcast
