// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/support/ServerPool.h"

#include "tests/live/support/HardCase.h"

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
    const QString wanted = qEnvironmentVariable("ROWCAST_TEST_FLAVOURS");
    return wanted.isEmpty() || wanted.split(QLatin1Char(',')).contains(flavourId(flavour));
}

} // namespace rowcast
