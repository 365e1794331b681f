// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/server/ServerIdLease.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

class ServerIdLeaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void derivedIsStable();
    void derivedMovesOnWhereTaken();
    void statedIsRefusedWhereTaken();
    void otherServersDoNotClash();
};

namespace {
const QString kServer = QStringLiteral("lease-test.invalid:3306");
}

void ServerIdLeaseTest::derivedIsStable()
{
    const auto first = ServerIdLease::derived(QStringLiteral("shop-to-bus"), kServer)->serverId();
    const auto second = ServerIdLease::derived(QStringLiteral("shop-to-bus"), kServer)->serverId();
    QCOMPARE(first, second);
    QVERIFY(first >= ServerIdLease::kFirst && first < ServerIdLease::kFirst + ServerIdLease::kCount);
    QVERIFY(ServerIdLease::derived(QStringLiteral("shop-to-bus-2"), kServer)->serverId() != first);
}

void ServerIdLeaseTest::derivedMovesOnWhereTaken()
{
    const auto held = ServerIdLease::derived(QStringLiteral("a"), kServer);
    const auto other = ServerIdLease::derived(QStringLiteral("a"), kServer);
    QVERIFY(held && other);
    QCOMPARE(other->serverId(), held->serverId() + 1);
    const auto third = held->next(kServer);
    QVERIFY(third);
    QCOMPARE(third->serverId(), held->serverId() + 2);
}

void ServerIdLeaseTest::statedIsRefusedWhereTaken()
{
    const auto held = ServerIdLease::stated(4711, kServer);
    QVERIFY(held);
    const auto refused = ServerIdLease::stated(4711, kServer);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("mysql.server-id.taken"));
    QVERIFY(refused.error().cause.contains(QLatin1String("4711")));
}

void ServerIdLeaseTest::otherServersDoNotClash()
{
    const auto held = ServerIdLease::stated(4712, kServer);
    QVERIFY(held);
    QVERIFY(ServerIdLease::stated(4712, QStringLiteral("elsewhere.invalid:3306")));
}

QTEST_GUILESS_MAIN(ServerIdLeaseTest)
#include "tst_serveridlease.moc"
