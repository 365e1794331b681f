// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kafka/Producer.h"
#include "tests/live/kafka/KafkaStory.h"
#include "tests/live/worker/ShopTask.h"

using namespace rowcast;
using namespace rowcast::tests;

// The checkpoint lives in Kafka alone: it outlives this computer's folders, and one that cannot be right is refused
// with the choices, which then work.
class CheckpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outlivesLocalFolders();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void refusesAnotherServer();

private:
    [[nodiscard]] ShopTask task(const LiveServers &servers, quint16 port, const QString &identifier)
    {
        return {servers, port, m_servers.kafka().bootstrapServers(), identifier};
    }
    // As whoever else writes to that topic would.
    Result<void> overwrite(const QString &key, const std::optional<std::string> &value);
    // Refused with that code and the choices; the named choice then loads everything anew.
    void verifyRefused(ShopTask &shop, const QString &code);

    LiveServers m_servers;
};

namespace {

const QStringList kReload{QStringLiteral("--start-type"), QStringLiteral("reload-target")};

} // namespace

Result<void> CheckpointTest::overwrite(const QString &key, const std::optional<std::string> &value)
{
    auto producer = kafka::Producer::open(
        live::plainSettings(m_servers.kafka().bootstrapServers()), {.role = kafka::ClientRole::IdempotentProducer});
    if (!producer) {
        return producer.error();
    }
    const auto sent = (*producer)->sendRecord("rowcast.checkpoints", 0, key.toStdString(), value, {});
    return sent ? (*producer)->flush({}) : sent;
}

void CheckpointTest::initTestCase()
{
    LIVE_VERIFY(m_servers.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(m_servers.startKafka());
}

void CheckpointTest::outlivesLocalFolders()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 200));
    ShopTask shop = task(m_servers, m_servers.mysql().port(), QStringLiteral("folders"));
    shop.set({QStringLiteral("ReplicationInstance"), QStringLiteral("ReplicationInstanceClass")},
        QStringLiteral("rowcast.small"));
    for (int run = 0; run < 2; ++run) {
        const QTemporaryDir home; // gone after the run, with all that the worker wrote there
        WorkerProcess worker(shop.document);
        for (const char *name : {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
            worker.setEnvironment(QLatin1String(name), home.path());
        }
        QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
        VERIFY_NONE(shop.compare());
        QCOMPARE(shop.fold()->loads, 200);
        QCOMPARE(shop.fold()->updates, run * 200);
        // larger than the memory for it, so that the second run needs a folder, which is not there yet
        LIVE_VERIFY(m_servers.execute("XA START 'large'; UPDATE shop.items SET note = REPEAT(MD5(id), 900); "
                                      "XA END 'large'; XA PREPARE 'large'; XA COMMIT 'large';"));
    }
}

void CheckpointTest::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("key"); // behind the task's identifier
    QTest::addColumn<QString>("value"); // empty: removed
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << ""
                             << "not what it was"
                             << "checkpoint.damaged";
    QTest::newRow("no known phase") << ""
                                    << R"({"format": 1, "phase": "somewhere"})"
                                    << "checkpoint.damaged";
    QTest::newRow("newer format") << ""
                                  << R"({"format": 99, "phase": "cdc"})"
                                  << "checkpoint.newer-format";
    QTest::newRow("position damaged") << "/position"
                                      << R"({"format": 1, "file")"
                                      << "mysql.state.invalid";
    QTest::newRow("position lost") << "/position"
                                   << ""
                                   << "mysql.state.invalid";
}

void CheckpointTest::refusesWhatItCannotRead()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, code);
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    ShopTask shop = task(m_servers, m_servers.mysql().port(),
        QStringLiteral("damaged-")
            + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY(overwrite(
        shop.topic() + key, value.isEmpty() ? std::nullopt : std::optional<std::string>(value.toStdString())));
    verifyRefused(shop, code);
}

void CheckpointTest::refusesAnotherServer()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    LiveServers others;
    LIVE_VERIFY(others.startMySql(MySqlFlavour::MySql80));
    LIVE_VERIFY(ShopTask::createItems(others, 70));
    const ShopTask before = task(m_servers, m_servers.mysql().port(), QStringLiteral("moved"));
    WorkerProcess worker(before.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    ShopTask after = task(others, others.mysql().port(), QStringLiteral("moved"));
    verifyRefused(after, QStringLiteral("mysql.gtid.missing"));
}

void CheckpointTest::verifyRefused(ShopTask &shop, const QString &code)
{
    WorkerProcess worker(shop.document);
    const int before = shop.fold()->dataMessages();
    QCOMPARE(worker.run(kUntilCaughtUp).value_or(-1), 1);
    QCOMPARE(worker.failureCode(), code);
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("reload"), Qt::CaseInsensitive),
        qPrintable(worker.lastErrorLine()));
    QCOMPARE(shop.fold()->dataMessages(), before); // nothing was sent on the strength of it
    QVERIFY2(worker.run(kUntilCaughtUp + kReload) == 0, qPrintable(worker.errorText()));
    VERIFY_NONE(shop.compareRows());
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "tst_checkpoint.moc"
