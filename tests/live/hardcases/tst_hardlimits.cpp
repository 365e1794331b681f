// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/MySqlCatalog.h"
#include "tests/live/hardcases/TopicConsumer.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerLogin.h"
#include "tests/live/support/ServerPool.h"
#include "tests/live/worker/ShopTask.h"
#include "tests/live/worker/TypeOracle.h"

using namespace rowcast;
using namespace rowcast::tests;

// What a server does not tell in its binlog is named and shown, and what a server does not have it really has not.
class HardLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_pool.forgetFailed(); }
    void cascades_data();
    void cascades();
    void pastTheBinlog_data() { flavours(); }
    void pastTheBinlog();
    void messagesTooLarge_data() { flavours(); }
    void messagesTooLarge();
    void lowerCaseNames_data() { flavours(); }
    void lowerCaseNames();
    void lacks_data();
    void lacks();

private:
    static void flavours();
    [[nodiscard]] ShopTask task(LiveServers &servers, const char *name) const;

    ServerPool m_pool;
    LiveServers m_bus;
};

namespace {

const std::pair<const char *, MySqlFlavour> kFlavours[]
    = {{"MySQL 8.0", MySqlFlavour::MySql80}, {"MySQL 9", MySqlFlavour::MySql9}, {"MariaDB", MySqlFlavour::MariaDb}};

// "missing 3", "differs 2" of a table, sorted.
QStringList differencesOf(const WorkerProcess &validation, const char *table)
{
    QStringList found;
    for (const QJsonObject &line : validation.lines()) {
        if (line[QLatin1String("event")] == QLatin1String("difference")
            && line[QLatin1String("TableName")] == QLatin1String(table)) {
            found << line[QLatin1String("Kind")].toString() + QLatin1Char(' ') + line[QLatin1String("Key")].toString();
        }
    }
    found.sort();
    return found;
}

// A table's topic against SELECT.
QStringList differencesIn(const LiveServers &servers, const QString &brokers, const QString &topic,
    const QByteArray &schema, const QByteArray &table)
{
    auto sql = servers.sql();
    const auto messages = readTopic(brokers, topic);
    if (!sql || !messages) {
        return {sql ? messages.error().text() : sql.error().text()};
    }
    const auto oracle = TypeOracle::read(*sql, schema, table);
    if (!oracle) {
        return {oracle.error().text()};
    }
    const TableFold fold = foldTable(*messages, schema, table, oracle->keyColumns(), PartialUpdates::Merge);
    return fold.anomalies + oracle->differences(fold);
}

} // namespace

void HardLimitsTest::initTestCase()
{
    qputenv("TZ", "Asia/Shanghai"); // of the servers
    LIVE_VERIFY(m_bus.startKafka());
}

void HardLimitsTest::flavours()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    for (const auto &[name, flavour] : kFlavours) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(name) << flavour;
        }
    }
}

ShopTask HardLimitsTest::task(LiveServers &servers, const char *name) const
{
    auto &bus = const_cast<LiveServers &>(m_bus);
    return {servers, servers.mysql().port(), bus.kafka().bootstrapServers(),
        QLatin1String(name) + QString::number(servers.mysql().port())};
}

void HardLimitsTest::cascades_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isLogged");
    for (const auto &[name, flavour] : kFlavours) {
        if (isFlavourWanted(flavour)) {
            QTest::newRow(name) << flavour << QStringList() << (flavour == MySqlFlavour::MySql9);
        }
    }
    if (isFlavourWanted(MySqlFlavour::MySql9)) {
        QTest::newRow("MySQL 9, native foreign keys")
            << MySqlFlavour::MySql9 << QStringList{QStringLiteral("--innodb-native-foreign-keys=ON")} << false;
    }
}

void HardLimitsTest::cascades()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(QStringList, arguments);
    QFETCH(bool, isLogged);
    const HardCase mark(46, flavour);
    const auto server = m_pool.server(flavour, arguments);
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(
        "CREATE DATABASE shop; USE shop; CREATE TABLE parent (id INT PRIMARY KEY); CREATE TABLE gone (id INT PRIMARY "
        "KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE); CREATE TABLE loose "
        "(id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id) ON DELETE SET NULL ON UPDATE SET NULL); "
        "INSERT INTO parent VALUES (1), (2), (3); INSERT INTO gone VALUES (1, 1), (2, 2), (3, 3), (4, 1); INSERT INTO "
        "loose VALUES (1, 1), (2, 2), (3, 3)"));
    // named before anything is lost
    auto catalog = mysql::MySqlCatalog::open(loginOf((*server)->mysql()), {});
    LIVE_VERIFY(catalog);
    const auto summaries = (*catalog)->tables({});
    LIVE_VERIFY(summaries);
    for (const TableSummary &table : *summaries) {
        const bool isChild = table.id.table != "parent" && table.id.schema == "shop";
        QCOMPARE(table.remark.contains(QLatin1String("cascading foreign keys")), isChild && !isLogged);
    }
    const ShopTask shop = task(**server, isLogged ? "cascades" : "cascades-past-the-binlog");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*server)->execute("USE shop; DELETE FROM parent WHERE id = 1; UPDATE parent SET id = 20 WHERE id = 2; "
                                   "INSERT INTO gone VALUES (5, 3)"));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 3); // the parent's old key: an update of a key is one update
    const QStringList gone{QStringLiteral("differs 2"), QStringLiteral("extra 1"), QStringLiteral("extra 4")};
    const QStringList loose{QStringLiteral("differs 1"), QStringLiteral("differs 2")};
    QCOMPARE(differencesOf(validation, "gone"), isLogged ? QStringList() : gone);
    QCOMPARE(differencesOf(validation, "loose"), isLogged ? QStringList() : loose);
    if (isLogged) {
        for (const char *table : {"gone", "loose"}) {
            VERIFY_NONE(differencesIn(**server, m_bus.kafka().bootstrapServers(), shop.topic(), "shop", table));
        }
    }
}

void HardLimitsTest::pastTheBinlog()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(59, flavour);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute(
        "CREATE DATABASE shop; USE shop; CREATE TABLE t (id INT PRIMARY KEY, v INT); CREATE TABLE altered (id INT "
        "PRIMARY KEY, v INT); INSERT INTO t VALUES (1, 1), (2, 2), (3, 3); INSERT INTO altered VALUES (1, 1)"));
    const ShopTask shop = task(**server, "past-the-binlog");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*server)->execute(
        "USE shop; SET sql_log_bin = 0; UPDATE t SET v = 9 WHERE id = 1; DELETE FROM t WHERE id = 2; INSERT INTO t "
        "VALUES (4, 4); ALTER TABLE altered ADD w INT FIRST; SET sql_log_bin = 1; INSERT INTO t VALUES (5, 5); UPDATE "
        "t SET v = 10 WHERE id = 3; INSERT INTO altered VALUES (7, 2, 2)"));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    // rows that do not fit their definition are not guessed at
    const QStringList suspended = worker.errorText().split(QLatin1Char('\n')).filter(QStringLiteral("shop.altered"));
    QVERIFY2(!suspended.filter(QStringLiteral("mysql.schema.mismatch")).isEmpty(), qPrintable(worker.errorText()));
    WorkerProcess validation(shop.document, QStringLiteral("validate"));
    QCOMPARE(validation.run(), 3);
    QCOMPARE(differencesOf(validation, "t"),
        (QStringList{QStringLiteral("differs 1"), QStringLiteral("extra 2"), QStringLiteral("missing 4")}));
    // until the remedy that the failure names
    QVERIFY2(
        worker.run(kUntilCaughtUp + QStringList{QStringLiteral("--start-type"), QStringLiteral("reload-target")}) == 0,
        qPrintable(worker.errorText()));
    const auto messages = readTopic(m_bus.kafka().bootstrapServers(), shop.topic());
    LIVE_VERIFY(messages);
    QVERIFY(foldTable(*messages, "shop", "t", {"id"}).rows.count("4") == 1);
    QCOMPARE(foldTable(*messages, "shop", "altered", {"id"}).rows.at("2").at("w"), std::optional(QByteArray("7")));
}

// More than Kafka's default of 1 MiB, of bytes that no codec makes small: the task ends and names the row, or, where
// the document says so, leaves it out, tells so and goes on.
void HardLimitsTest::messagesTooLarge()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(13, flavour);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    LIVE_VERIFY((*server)->execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, note LONGTEXT); "
                                   "INSERT INTO shop.t VALUES (1, 'load')"));
    ShopTask shop = task(**server, "too-large");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY((*server)->execute(
        "USE shop; SET SESSION group_concat_max_len = 100000000; CREATE TABLE mysql.n10 (n INT); INSERT INTO mysql.n10 "
        "VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9); INSERT INTO t VALUES (2, 'before'); INSERT INTO t SELECT "
        "4711, "
        "GROUP_CONCAT(SHA2(CONCAT(a.n, b.n, c.n, d.n, e.n), 512) SEPARATOR '') FROM mysql.n10 a, mysql.n10 b, "
        "mysql.n10 c, mysql.n10 d, mysql.n10 e WHERE e.n < 3; INSERT INTO t VALUES (3, 'behind'); DROP TABLE "
        "mysql.n10"));
    QCOMPARE(worker.run(kUntilCaughtUp).value_or(-1), 1);
    QCOMPARE(worker.failureCode(), QStringLiteral("kafka.message.too-large"));
    QVERIFY2(worker.lastErrorLine().contains(QLatin1String("4711")), qPrintable(worker.lastErrorLine()));
    shop.set({QStringLiteral("ReplicationTask"), QStringLiteral("ReplicationTaskSettings"),
                 QStringLiteral("TargetMetadata")},
        QJsonObject{{QStringLiteral("SupportLobs"), true}, {QStringLiteral("FullLobMode"), false},
            {QStringLiteral("LimitedSizeLobMode"), true}, {QStringLiteral("LobMaxSize"), 32}});
    WorkerProcess limited(shop.document);
    QVERIFY2(limited.run(kUntilCaughtUp) == 0, qPrintable(limited.errorText()));
    QVERIFY2(limited.errorText().contains(QLatin1String("4711")), qPrintable(limited.errorText()));
    const auto messages = readTopic(m_bus.kafka().bootstrapServers(), shop.topic());
    LIVE_VERIFY(messages);
    const TableFold fold = foldTable(*messages, "shop", "t", {"id"});
    QCOMPARE(fold.anomalies, QStringList());
    QCOMPARE(fold.rows.size(), size_t(4));
    QCOMPARE(fold.rows.at("4711").at("note")->size(), 32 * 1024);
    QCOMPARE(fold.rows.at("3").at("note"), std::optional(QByteArray("behind")));
}

// Statements say the names in any letters; rules and messages in those that the server keeps.
void HardLimitsTest::lowerCaseNames()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark({17, 60}, flavour);
    LiveServers server;
    LIVE_VERIFY(server.startMySql(flavour, {}, {QStringLiteral("--lower-case-table-names=1")}));
    LIVE_VERIFY(server.execute("CREATE DATABASE Shop; USE SHOP; CREATE TABLE Items (ID INT PRIMARY KEY, At TIMESTAMP); "
                               "INSERT INTO items VALUES (1, '2021-01-01 00:00:00'); CREATE TABLE `Dots.And-X` (id INT "
                               "PRIMARY KEY, V INT); INSERT INTO `DOTS.and-x` VALUES (1, 1)"));
    const ShopTask shop = task(server, "lower-case");
    WorkerProcess worker(shop.document);
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    LIVE_VERIFY(server.execute(
        "SET sql_mode = ''; USE shop; INSERT INTO ITEMS VALUES (2, '2021-06-01 00:00:00'), (3, '1991-04-14 02:30:00'); "
        "ALTER TABLE iTEMS "
        "ADD Note TEXT FIRST; INSERT INTO Items VALUES ('x', 4, NOW()); UPDATE items SET nOTE = 'y'; RENAME TABLE "
        "`Dots.AND-x` TO SHOP.`Other Name`; INSERT INTO `OTHER name` VALUES (2, 2); UPDATE `other name` SET v = 3; "
        "CREATE TABLE Later (id INT PRIMARY KEY); INSERT INTO LATER VALUES (1)"));
    QVERIFY2(worker.run(kUntilCaughtUp) == 0, qPrintable(worker.errorText()));
    const QString brokers = m_bus.kafka().bootstrapServers();
    auto sql = server.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("SET GLOBAL time_zone = '+00:00'")); // of the sessions that compare
    VERIFY_NONE(differencesIn(server, brokers, shop.topic(), "shop", "items"));
    VERIFY_NONE(differencesIn(server, brokers, shop.topic(), "shop", "later"));
    const auto messages = readTopic(brokers, shop.topic());
    LIVE_VERIFY(messages);
    const TableFold before = foldTable(*messages, "shop", "dots.and-x", {"id"});
    const TableFold after = foldTable(*messages, "shop", "other name", {"id"});
    QCOMPARE(before.rows.size(), size_t(1));
    QCOMPARE(after.rows.size(), size_t(2));
    QCOMPARE(after.rows.at("2").at("V"), std::optional(QByteArray("3")));
}

void HardLimitsTest::lacks_data()
{
    QTest::addColumn<MySqlFlavour>("flavour");
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("reason");
    const auto add = [](MySqlFlavour flavour, int number, const char *sql, const char *reason) {
        if (isFlavourWanted(flavour)) {
            QTest::addRow("%s, %d", qPrintable(flavourName(flavour)), number)
                << flavour << number << QByteArray(sql) << QString::fromLatin1(reason);
        }
    };
    add(MySqlFlavour::MariaDb, 27, "SET SESSION binlog_row_value_options = PARTIAL_JSON",
        "MariaDB writes JSON whole: it has no partial updates.");
    add(MySqlFlavour::MySql80, 29, "CREATE TEMPORARY TABLE mysql.vectors (v VECTOR(3))",
        "VECTOR exists since MySQL 9.0.");
    add(MySqlFlavour::MariaDb, 29, "CREATE TEMPORARY TABLE mysql.vectors (v VECTOR(3))",
        "VECTOR exists since MariaDB 11.7.");
}

void HardLimitsTest::lacks()
{
    QFETCH(MySqlFlavour, flavour);
    QFETCH(int, number);
    QFETCH(QByteArray, sql);
    QFETCH(QString, reason);
    const auto server = m_pool.server(flavour);
    LIVE_VERIFY(server);
    const auto refused = (*server)->execute(sql);
    QVERIFY2(!refused, "the server has it: prove the case there");
    HardCase::lacking(number, flavour, reason);
}

QTEST_GUILESS_MAIN(HardLimitsTest)
#include "tst_hardlimits.moc"
