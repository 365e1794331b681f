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
    void goesOnFromTheFirstFormat();

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

// Texts as the first release wrote them: they stay what they are, whatever later ones write.
void CheckpointTest::goesOnFromTheFirstFormat()
{
    LIVE_VERIFY(ShopTask::createItems(m_servers, 50));
    auto sql = m_servers.sql();
    LIVE_VERIFY(sql);
    const auto status = sql->query("SHOW MASTER STATUS");
    LIVE_VERIFY(status);
    const std::string server = sql->value("SELECT @@server_uuid").value().toStdString();
    const std::string gtids = sql->value("SELECT @@GLOBAL.gtid_executed").value().replace('\n', "").toStdString();
    const std::string position = R"({"file":")" + status->front().at(0)->toStdString() + R"(","format":1,"gtids":")"
        + gtids + R"(","offset":)" + status->front().at(1)->toStdString() + R"(,"server":")" + server + "\"}";
    const std::pair<const char *, std::string> records[] = {
        {"/schema/shop", R"({"charset":"utf8mb4","collation":"utf8mb4_0900_ai_ci","format":1})"},
        {"/schema/shop/items",
            R"~({"charset":"utf8mb4","collation":"utf8mb4_0900_ai_ci","columns":[{"name":"id","nullable":false,)~"
            R"~("type":"int"},{"charset":"utf8mb4","collation":"utf8mb4_0900_ai_ci","name":"name",)~"
            R"~("type":"varchar(80)"},{"name":"amount","type":"decimal(20,4)"},{"name":"big",)~"
            R"~("type":"bigint unsigned"},{"charset":"utf8mb4","collation":"utf8mb4_0900_ai_ci","name":"note",)~"
            R"~("type":"text"},{"name":"created","type":"datetime(3)"},{"name":"flag","type":"bit(1)"},)~"
            R"~({"name":"raw","type":"varbinary(40)"}],"engine":"innodb","format":1,"keys":[],)~"
            R"~("primaryKey":["id"],"since":""})~"},
        {"/load/shop/items/done", R"({"v":1})"},
        {"/counts/shop/items",
            R"({"loads":50,"inserts":0,"updates":0,"deletes":0,"ddls":0,"losses":0,"loadStart":1795449911449278,)"
            R"("loadEnd":1795449911572380,"last":1795449911572380})"},
        {"/position", position},
        {"", R"({"format":1,"phase":"cdc","fresh-start":1795449911259218,"last-transaction-id":0,"last-record-id":0})"},
    };
    const ShopTask maker = task(m_servers, m_servers.mysql().port(), QStringLiteral("maker")); // of the topic
    WorkerProcess other(maker.document);
    QVERIFY2(other.run(kUntilCaughtUp) == 0, qPrintable(other.errorText()));
    ShopTask shop = task(m_servers, m_servers.mysql().port(), QStringLiteral("first-format"));
    for (const auto &[key, value] : records) {
        LIVE_VERIFY(overwrite(shop.topic() + QLatin1String(key), value));
    }
    LIVE_VERIFY(m_servers.execute("UPDATE shop.items SET note = 'since then'; DELETE FROM shop.items WHERE id = 20;"));
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    const auto fold = shop.fold();
    LIVE_VERIFY(fold);
    QCOMPARE(fold->loads, 0);
    QCOMPARE(fold->updates, 50);
    QCOMPARE(fold->deletes, 1);
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
