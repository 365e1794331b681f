// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/gtid/GtidSet.h"
#include "tests/live/support/HeldCommits.h"
#include "tests/live/support/ServerPool.h"
#include "tests/live/support/TopicContent.h"
#include "tests/live/worker/ShopTask.h"

#include <QJsonDocument>

using namespace rowcast;
using namespace rowcast::tests;

// A commit that waits for a replica (semi-synchronous, AFTER_SYNC) stands in the binlog, and in the server's position,
// while no SELECT sees it: a load that trusted the position would lose it for ever.
class LateCommitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadMissesNoLateCommit_data();
    void loadMissesNoLateCommit();

private:
    LiveServers m_kafka;
    ServerPool m_pool;
};

namespace {

constexpr int kRows = 400;

bool isMariaDb(MySqlFlavour flavour)
{
    return flavour == MySqlFlavour::MariaDb;
}

// "file:offset" of the binlog's end, as the server tells it.
Result<QByteArray> binlogEnd(const LiveServers &servers, MySqlFlavour flavour)
{
    auto sql = servers.sql();
    if (!sql) {
        return sql.error();
    }
    const auto rows = sql->query(flavour == MySqlFlavour::MySql9 ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS");
    if (!rows) {
        return rows.error();
    }
    return rows->front().at(0).value_or("") + ':' + rows->front().at(1).value_or("");
}

// The GTIDs that the task's checkpoint says were delivered.
std::string checkpointGtids(const QString &brokers, const QString &task)
{
    const auto records = readTopic(brokers, QStringLiteral("rowcast.checkpoints"));
    std::string gtids;
    for (const TopicMessage &record : records ? *records : QList<TopicMessage>()) {
        if (record.key && record.key->contains(task.toUtf8()) && record.key->contains("position") && record.value) {
            gtids = QJsonDocument::fromJson(*record.value).object()[QLatin1String("gtids")].toString().toStdString();
        }
    }
    return gtids;
}

} // namespace

void LateCommitsTest::initTestCase()
{
    LIVE_VERIFY(m_kafka.startKafka());
}

void LateCommitsTest::loadMissesNoLateCommit_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("MySQL 8.0") << MySqlFlavour::MySql80 << QStringList();
    QTest::newRow("MySQL 8.0, no GTID") << MySqlFlavour::MySql80
                                        << QStringList{QStringLiteral("--gtid-mode=OFF"),
                                               QStringLiteral("--enforce-gtid-consistency=OFF")};
    QTest::newRow("MySQL 9") << MySqlFlavour::MySql9 << QStringList();
    QTest::newRow("MariaDB") << MySqlFlavour::MariaDb << QStringList();
}

void LateCommitsTest::loadMissesNoLateCommit()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    const auto pooled = m_pool.server(flavour, arguments);
    LIVE_VERIFY(pooled);
    LiveServers &servers = **pooled;
    LIVE_VERIFY(ShopTask::createItems(servers, kRows));
    LIVE_VERIFY(holdCommits(servers, flavour));
    const auto before = binlogEnd(servers, flavour);
    LIVE_VERIFY(before);
    std::jthread late([&servers] {
        (void)servers.execute(
            "BEGIN; UPDATE shop.items SET note = 'late' WHERE id <= 100;"
            "INSERT INTO shop.items (id, name) VALUES (5, 'late'); DELETE FROM shop.items WHERE id = 2000; COMMIT;");
    });
    const auto letGo = qScopeGuard([&] { (void)releaseCommits(servers, flavour); });
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    // what makes the story: the position has it, a SELECT has not
    QTRY_VERIFY_WITH_TIMEOUT(binlogEnd(servers, flavour).value() != before.value(), 30'000);
    QCOMPARE(sql->value("SELECT COUNT(*) FROM shop.items WHERE name = 'late'").value(), QByteArray("0"));

    ShopTask shop(servers, servers.mysql().port(), m_kafka.kafka().bootstrapServers(),
        QStringLiteral("late-%1").arg(
            QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(' ')).remove(QLatin1Char(','))));
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(
        worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc"), 90'000), qPrintable(worker.errorText()));
    QCOMPARE(sql->value("SELECT COUNT(*) FROM shop.items WHERE name = 'late'").value(), QByteArray("0"));
    LIVE_VERIFY(releaseCommits(servers, flavour));
    late.join();
    QCOMPARE(sql->value("SELECT COUNT(*) FROM shop.items WHERE name = 'late'").value(), QByteArray("1"));
    if (!waitForNone(worker, [&] { return shop.compare(); })) {
        VERIFY_NONE(shop.compare());
    }
    worker.terminate();
    QCOMPARE(worker.waitForEnd().value_or(-1), 0);
    VERIFY_NONE(shop.compare());
    // or another server would be asked for the late commit again
    if (!isMariaDb(flavour)) {
        const auto executed = mysql::GtidSet::parse(sql->value("SELECT @@GLOBAL.gtid_executed").value().toStdString());
        QVERIFY(executed);
        const auto delivered = mysql::GtidSet::parse(checkpointGtids(m_kafka.kafka().bootstrapServers(), shop.topic()));
        QVERIFY(delivered && delivered->contains(*executed));
    }
}

QTEST_GUILESS_MAIN(LateCommitsTest)
#include "tst_latecommits.moc"
