// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/kafka/SecureKafka.h"
#include "tests/live/worker/ShopTask.h"
#include "tests/live/worker/SmallDisk.h"

using namespace rowcast;
using namespace rowcast::live;
using namespace rowcast::tests;

// Targets that refuse, break or fill up: each has a failure of its own with cause and remedy, and once the cause is
// mended the task goes on without loss.
class BadTargetTest : public QObject {
    Q_OBJECT

public:
    explicit BadTargetTest(Result<void> disks)
        : m_disks(std::move(disks))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void topicMayNotBeCreated_data();
    void topicMayNotBeCreated();
    void brokersAreTooFew();
    void brokerComesBack_data();
    void brokerComesBack();
    void brokerDiskIsFull();
    void ownDiskIsFull();

private:
    ShopTask task(const QString &identifier)
    {
        return {m_servers, m_servers.mysql().port(), m_servers.kafka().bootstrapServers(), identifier};
    }
    const Result<void> m_disks; // whether a full disk can be had here
    LiveServers m_servers;
};

namespace {

QStringList path(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char('/'));
}

// A dead broker is noticed after this time, rather than after a minute.
void makeImpatient(ShopTask &task)
{
    task.set(path("TargetEndpoint/RowcastSettings/ProducerProperties"),
        QJsonObject{{QStringLiteral("transaction.timeout.ms"), QStringLiteral("4000")}});
}

// The second failure is the last one.
void makeGiveUp(ShopTask &task)
{
    task.set(path("ReplicationTask/ReplicationTaskSettings/ErrorBehavior"),
        QJsonObject{{QStringLiteral("RecoverableErrorCount"), 1}, {QStringLiteral("RecoverableErrorInterval"), 1}});
}

bool hasTriedAgain(const QJsonObject &line)
{
    return line[QLatin1String("event")] == QLatin1String("status") && line[QLatin1String("Attempt")].toInt() > 0;
}

} // namespace

void BadTargetTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
}

void BadTargetTest::topicMayNotBeCreated_data()
{
    QTest::addColumn<bool>("maySee");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("nothing is allowed") << false << QStringLiteral("kafka.not-permitted")
                                        << QStringLiteral("--operation Create --topic secret-shop");
    QTest::newRow("all but creating it") << true << QStringLiteral("kafka.topic.not-created")
                                         << QStringLiteral("--operation Create --topic secret-shop");
}

void BadTargetTest::topicMayNotBeCreated()
{
    QFETCH(bool, maySee);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 20));
    auto secure = SecureKafka::start();
    LIVE_VERIFY(secure);
    const std::vector<SecureKafka::Grant> writing{{RD_KAFKA_RESOURCE_TOPIC, "secret-", RD_KAFKA_ACL_OPERATION_WRITE},
        {RD_KAFKA_RESOURCE_TOPIC, "secret-", RD_KAFKA_ACL_OPERATION_DESCRIBE_CONFIGS}};
    if (maySee) {
        LIVE_VERIFY((*secure)->allow({"User:app"}, writing));
    }
    ShopTask shop(m_servers, m_servers.mysql().port(), (*secure)->plaintext(), QStringLiteral("secret-shop"));
    shop.set(path("TargetEndpoint/KafkaSettings/Broker"), (*secure)->saslPlaintext());
    shop.set(path("TargetEndpoint/KafkaSettings/SecurityProtocol"), QStringLiteral("sasl-plaintext"));
    shop.set(path("TargetEndpoint/KafkaSettings/SaslMechanism"), QStringLiteral("plain"));
    shop.set(path("TargetEndpoint/KafkaSettings/SaslUsername"), QStringLiteral("app"));
    shop.set(path("TargetEndpoint/KafkaSettings/SaslPassword"), QStringLiteral("app-secret"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 1, qPrintable(worker.errorText()));
    QTEST(worker.failureCode(), "code");
    QFETCH(QString, remedy);
    QVERIFY2(worker.lastErrorLine().contains(remedy), qPrintable(worker.lastErrorLine()));
    QVERIFY(worker.lastErrorLine().contains(QLatin1String("secret-shop")));
    QVERIFY(!worker.errorText().contains(QLatin1String("app-secret")));
    // the remedy that was named
    LIVE_VERIFY((*secure)->allow({"User:app"}, writing));
    LIVE_VERIFY((*secure)->allow({"User:app"}, {{RD_KAFKA_RESOURCE_TOPIC, "secret-", RD_KAFKA_ACL_OPERATION_CREATE}}));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
}

void BadTargetTest::brokersAreTooFew()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 20));
    ShopTask shop = task(QStringLiteral("too-few"));
    shop.set(path("TargetEndpoint/RowcastSettings/TopicReplicationFactor"), 3);
    shop.set(path("TargetEndpoint/RowcastSettings/CheckpointTopic"), QStringLiteral("too-few.checkpoints"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 1, qPrintable(worker.errorText()));
    QCOMPARE(worker.failureCode(), QStringLiteral("kafka.topic.not-created"));
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("TopicReplicationFactor")), qPrintable(worker.errorText()));
    shop.set(path("TargetEndpoint/RowcastSettings/TopicReplicationFactor"), 1);
    WorkerProcess mended(shop.document);
    QVERIFY2(mended.run(kUntilCaughtUp) == 0, qPrintable(mended.errorText()));
    VERIFY_NONE(shop.compare());
}

void BadTargetTest::brokerComesBack_data()
{
    QTest::addColumn<QString>("delivery");
    QTest::newRow("exactly-once") << QStringLiteral("exactly-once");
    QTest::newRow("at-least-once") << QStringLiteral("at-least-once");
}

// Away for longer than the worker's patience, so that it has to try again by itself; the worker is never restarted.
void BadTargetTest::brokerComesBack()
{
    QFETCH(QString, delivery);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 2'000));
    ShopTask shop = task(QStringLiteral("comes-back-") + delivery);
    shop.set(path("TargetEndpoint/RowcastSettings/Delivery"), delivery);
    if (delivery == QLatin1String("exactly-once")) {
        makeImpatient(shop);
    } else {
        shop.set(path("TargetEndpoint/RowcastSettings/ProducerProperties"),
            QJsonObject{{QStringLiteral("message.timeout.ms"), QStringLiteral("4000")}});
    }
    WorkerProcess worker(shop.document);
    worker.start();
    {
        BusyWriters writers(m_servers, 2);
        QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc"), 120'000),
            qPrintable(worker.errorText()));
        m_servers.kafka().kill();
        QVERIFY2(worker.waitFor(hasTriedAgain, 60'000), qPrintable(worker.errorText()));
        const QJsonObject status = worker.last(QStringLiteral("status"));
        QVERIFY2(status[QLatin1String("LastFailureMessage")].toString().contains(QLatin1String("[kafka.")),
            qPrintable(worker.errorText()));
        LIVE_VERIFY(m_servers.kafka().restart());
        const int before = writers.changes();
        QTRY_VERIFY_WITH_TIMEOUT(writers.changes() > before + 200, 60'000);
    }
    const auto missing
        = [&] { return delivery == QLatin1String("exactly-once") ? shop.compare() : shop.compareRows(); };
    QVERIFY2(waitForNone(worker, missing), qPrintable(worker.errorText()));
    worker.terminate();
    QCOMPARE(worker.waitForEnd(5'000).value_or(-1), 0);
    QVERIFY2(missing().isEmpty(), qPrintable(missing().mid(0, 10).join(QLatin1Char('\n'))));
}

void BadTargetTest::brokerDiskIsFull()
{
    if (!m_disks) {
        QSKIP(qPrintable(m_disks.error().cause));
    }
    LIVE_VERIFY(ShopTask::createItems(m_servers, 2'000));
    auto broker = KafkaServer::start({});
    LIVE_VERIFY(broker);
    (*broker)->stop();
    auto disk = SmallDisk::over((*broker)->dataFolder(), 64);
    LIVE_VERIFY(disk);
    LIVE_VERIFY((*broker)->restart());
    ShopTask shop(m_servers, m_servers.mysql().port(), (*broker)->bootstrapServers(), QStringLiteral("full-broker"));
    makeImpatient(shop);
    makeGiveUp(shop);
    WorkerProcess worker(shop.document);
    worker.start();
    QVERIFY2(worker.waitForStatus(QStringLiteral("running"), QStringLiteral("cdc")), qPrintable(worker.errorText()));
    LIVE_VERIFY((*disk)->fill());
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = REPEAT(MD5(id), 300);"));
    QVERIFY2(worker.waitForEnd(120'000) == 1, qPrintable(worker.errorText()));
    QVERIFY2(worker.failureCode().startsWith(QLatin1String("kafka.")), qPrintable(worker.errorText()));
    (*disk)->free();
    LIVE_VERIFY((*broker)->restart());
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
    QCOMPARE(shop.fold()->updates, 2'000);
    (*broker)->stop();
}

// An XA transaction waits for its commit, larger than the memory for it: it is kept in the storage folder.
void BadTargetTest::ownDiskIsFull()
{
    if (!m_disks) {
        QSKIP(qPrintable(m_disks.error().cause));
    }
    LIVE_VERIFY(ShopTask::createItems(m_servers, 2'000));
    const QTemporaryDir folder;
    auto disk = SmallDisk::over(folder.path(), 16);
    LIVE_VERIFY(disk);
    ShopTask shop = task(QStringLiteral("full-storage"));
    shop.set(path("ReplicationInstance"),
        QJsonObject{{QStringLiteral("ReplicationInstanceIdentifier"), QStringLiteral("tiny")},
            {QStringLiteral("ReplicationInstanceClass"), QStringLiteral("rowcast.small")},
            {QStringLiteral("RowcastSettings"), QJsonObject{{QStringLiteral("StorageFolder"), folder.path()}}}});
    makeGiveUp(shop);
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*disk)->fill());
    LIVE_VERIFY(m_servers.execute("XA START 'large'; UPDATE shop.items SET note = REPEAT(MD5(id), 100); "
                                  "XA END 'large'; XA PREPARE 'large'; XA COMMIT 'large';"));
    QVERIFY2(worker.run(kUntilCaughtUp) == 1, qPrintable(worker.errorText()));
    QCOMPARE(worker.failureCode(), QStringLiteral("mysql.spill"));
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("Free space")), qPrintable(worker.lastErrorLine()));
    QVERIFY(worker.lastErrorLine().contains(folder.path()));
    (*disk)->free();
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compare());
    QCOMPARE(shop.fold()->updates, 2'000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

int main(int count, char **arguments)
{
    // first of all, as only what is started later sees the disks
    Result<void> disks = SmallDisk::prepare();
    QCoreApplication application(count, arguments);
    BadTargetTest test(std::move(disks));
    return QTest::qExec(&test, count, arguments);
}

#include "tst_badtarget.moc"
