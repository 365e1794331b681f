// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/MySqlConnector.h"
#include "tests/live/mysql/RowFold.h"
#include "tests/live/mysql/TableWriter.h"
#include "tests/live/support/LiveServers.h"

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <map>
#include <thread>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

// The durable state, as the checkpoint topic would hold it.
class State {
public:
    void add(const StateRecords &records)
    {
        const std::lock_guard lock(m_mutex);
        for (const StateRecord &record : records) {
            if (record.value) {
                m_records[record.key] = *record.value;
            } else {
                m_records.erase(record.key);
            }
        }
    }
    [[nodiscard]] StateRecords all() const
    {
        const std::lock_guard lock(m_mutex);
        StateRecords records;
        for (const auto &[key, value] : m_records) {
            records.push_back({key, value});
        }
        return records;
    }
    [[nodiscard]] int chunks() const
    {
        const std::lock_guard lock(m_mutex);
        return int(std::count_if(m_records.begin(), m_records.end(),
            [](const auto &record) { return record.first.starts_with("load/") && !record.first.ends_with("/done"); }));
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_records;
};

const TableId kTable{"shop", "t"};

struct Keys {
    const char *definition; // of the key columns and the key
    std::vector<std::string> columns;
    std::vector<std::string> expressions;
    const char *select; // the columns as RowFold prints them
};

const std::map<QString, Keys> kKeys = {
    {QStringLiteral("int"), {"id INT PRIMARY KEY", {"id"}, {"{i} - 500"}, "id"}},
    {QStringLiteral("unsigned bigint"),
        {"id BIGINT UNSIGNED PRIMARY KEY", {"id"}, {"9223372036854775000 + {i}"}, "id"}},
    {QStringLiteral("decimal"), {"id DECIMAL(10,3) PRIMARY KEY", {"id"}, {"({i} - 700) / 8"}, "id"}},
    {QStringLiteral("double"), {"id DOUBLE PRIMARY KEY", {"id"}, {"({i} - 700) / 8"}, "id"}},
    {QStringLiteral("varchar"),
        {"id VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY", {"id"},
            {"CONCAT(IF({i} % 2, 'k', 'K'), REVERSE({i}), 'ä')"}, "id"}},
    {QStringLiteral("latin1"),
        {"id VARCHAR(30) CHARACTER SET latin1 COLLATE latin1_german1_ci PRIMARY KEY", {"id"},
            {"CONCAT(ELT({i} % 3 + 1, 'ö', 'p', 'Z'), REVERSE({i}))"}, "id"}},
    {QStringLiteral("binary"), {"id BINARY(16) PRIMARY KEY", {"id"}, {"UNHEX(MD5({i}))"}, "HEX(id)"}},
    {QStringLiteral("datetime"),
        {"id DATETIME(3) PRIMARY KEY", {"id"},
            {"TIMESTAMP('2020-01-01 00:00:00') + INTERVAL {i} * 37 SECOND + INTERVAL {i} * 1000 MICROSECOND"},
            "DATE_FORMAT(id, '%Y-%m-%dT%H:%i:%s.'), LPAD(MICROSECOND(id) DIV 1000, 3, '0'), 'Z'"}},
    {QStringLiteral("time"), {"id TIME PRIMARY KEY", {"id"}, {"SEC_TO_TIME(({i} - 700) * 61)"}, "id"}},
    {QStringLiteral("composite"),
        {"a INT, b VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, PRIMARY KEY (a, b)", {"a", "b"},
            {"{i} % 7", "CONCAT('x', {i})"}, "a, '|', b"}},
    {QStringLiteral("unique"), {"id INT NOT NULL, UNIQUE KEY (id)", {"id"}, {"{i}"}, "id"}},
    {QStringLiteral("enum first"),
        {"e ENUM('z', 'm', 'a') NOT NULL, id INT NOT NULL, PRIMARY KEY (e, id)", {"e", "id"}, {"{i} % 3 + 1", "{i}"},
            "e, '|', id"}},
};

} // namespace

class MySqlLoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsBesideWriters_data();
    void loadsBesideWriters();
    void resumesInTheMiddle();
    void followsDdlDuringTheLoad();
    void withoutGtids();
    void withoutKey_data();
    void withoutKey();
    void withoutBinlog();

private:
    enum class Run : uint8_t { Whole, SomeChunks };
    void createTable(const Keys &keys, int rows);
    [[nodiscard]] TableWriter::Shape shapeOf(const Keys &keys, int rows) const;
    [[nodiscard]] std::unique_ptr<SourceSession> session(bool areChangesWanted = true);
    void load(SourceSession &session, Run run = Run::Whole);
    void follow(SourceSession &session);
    void compare(const Keys &keys);
    bool startServer(MySqlFlavour flavour, const QStringList &arguments = {});
    [[nodiscard]] ConnectionSettings connection() const;

    std::map<MySqlFlavour, std::unique_ptr<LiveServers>> m_all;
    LiveServers *m_servers = nullptr;
    std::unique_ptr<LiveServers> m_special;
    std::unique_ptr<RowFold> m_fold;
    std::unique_ptr<State> m_state;
};

void MySqlLoadTest::init()
{
    m_fold = std::make_unique<RowFold>();
    m_state = std::make_unique<State>();
}

// One server of each flavour serves all functions; one with arguments is a server of its own.
bool MySqlLoadTest::startServer(MySqlFlavour flavour, const QStringList &arguments)
{
    auto &known = arguments.isEmpty() ? m_all[flavour] : m_special;
    if (known == nullptr || !arguments.isEmpty()) {
        known = std::make_unique<LiveServers>();
        if (const auto started = known->startMySql(flavour, arguments); !started) {
            known.reset();
            if (!isReasonToSkip(started.error())) {
                qWarning().noquote() << started.error().text();
            }
            return false;
        }
    }
    m_servers = known.get();
    return true;
}

ConnectionSettings MySqlLoadTest::connection() const
{
    ConnectionSettings settings;
    settings.host = m_servers->mysql().host();
    settings.port = m_servers->mysql().port();
    settings.user = m_servers->mysql().user();
    return settings;
}

TableWriter::Shape MySqlLoadTest::shapeOf(const Keys &keys, int rows) const
{
    return {"shop.t", keys.columns, keys.expressions, rows};
}

void MySqlLoadTest::createTable(const Keys &keys, int rows)
{
    QByteArray sql
        = "DROP DATABASE IF EXISTS shop; CREATE DATABASE shop CHARACTER SET utf8mb4; USE shop; CREATE TABLE t (";
    sql += keys.definition;
    sql += ", v INT); INSERT IGNORE INTO t VALUES ";
    const TableWriter::Shape shape = shapeOf(keys, rows);
    for (int row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        sql += QByteArray::fromStdString(TableWriter::expressionsOf(shape, row * 2)) + ", 0)";
    }
    LIVE_VERIFY(m_servers->execute(sql));
}

std::unique_ptr<SourceSession> MySqlLoadTest::session(bool areChangesWanted)
{
    MySqlSourceSettings settings;
    settings.connection = connection();
    settings.commitTime = std::chrono::seconds(3);
    SourcePlan plan;
    plan.taskIdentifier = QStringLiteral("load");
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    plan.mappings = TableMappings({rule});
    plan.chunkBytes = 4096;
    plan.areChangesWanted = areChangesWanted;
    return MySqlConnector(settings).session(plan);
}

// Some threads, as a task has them; each commits what it has handed over.
void MySqlLoadTest::load(SourceSession &session, Run run)
{
    QStringList failures;
    std::mutex mutex;
    const auto work = [&](int most) {
        auto loader = session.loader({});
        Result<void> result = loader ? Result<void>() : Result<void>(loader.error());
        for (int done = 0; result && done < most; ++done) {
            auto chunk = (*loader)->loadNext(kTable, *m_fold, {});
            if (!chunk) {
                result = chunk.error();
            } else if (!*chunk) {
                break;
            } else {
                m_state->add((*chunk)->records);
            }
        }
        if (!result) {
            const std::lock_guard lock(mutex);
            failures << result.error().text();
        }
    };
    const int most = run == Run::Whole ? INT_MAX : 4;
    {
        const std::jthread first(work, most);
        const std::jthread second(work, most);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    if (run == Run::Whole) {
        m_state->add(session.finishTable(kTable));
    }
}

void MySqlLoadTest::follow(SourceSession &session)
{
    const auto target = session.tail({});
    LIVE_VERIFY(target);
    auto changes = session.changes({});
    LIVE_VERIFY(changes);
    QElapsedTimer clock;
    clock.start();
    while (!(*changes)->hasReached(*target)) {
        QVERIFY2(clock.elapsed() < 120'000, (*changes)->displayPosition().c_str());
        LIVE_VERIFY((*changes)->poll(*m_fold, {}));
        m_state->add((*changes)->takeState());
    }
}

void MySqlLoadTest::compare(const Keys &keys)
{
    const QByteArray sql = QByteArray("SELECT CONCAT(") + keys.select + ", '|', IFNULL(v, 'NULL')) FROM shop.t";
    auto client = m_servers->sql();
    LIVE_VERIFY(client);
    LIVE_VERIFY(client->execute("SET NAMES utf8mb4"));
    const auto rows = client->query(sql);
    LIVE_VERIFY(rows);
    std::multiset<std::string> expected;
    for (const SqlRow &row : *rows) {
        expected.insert(row.first().value_or("NULL").toStdString());
    }
    QVERIFY2(
        m_fold->contradictions().isEmpty(), qPrintable(m_fold->contradictions().mid(0, 5).join(QLatin1Char('\n'))));
    const auto actual = m_fold->rows(kTable);
    std::vector<std::string> differences;
    std::set_symmetric_difference(
        expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(differences));
    QVERIFY2(differences.empty(), differences.empty() ? "" : differences.front().c_str());
}

void MySqlLoadTest::loadsBesideWriters_data()
{
    QTest::addColumn<int>("flavour");
    QTest::addColumn<QString>("key");
    for (const auto &[name, keys] : kKeys) {
        QTest::newRow(qPrintable(QStringLiteral("MySQL 8.0, ") + name)) << int(MySqlFlavour::MySql80) << name;
        QTest::newRow(qPrintable(QStringLiteral("MariaDB, ") + name)) << int(MySqlFlavour::MariaDb) << name;
    }
    QTest::newRow("MySQL 9, int") << int(MySqlFlavour::MySql9) << QStringLiteral("int");
}

void MySqlLoadTest::loadsBesideWriters()
{
    QFETCH(int, flavour);
    QFETCH(QString, key);
    if (!startServer(MySqlFlavour(flavour))) {
        QSKIP("this server is not installed");
    }
    const Keys &keys = kKeys.at(key);
    constexpr int kRows = 1500;
    createTable(keys, kRows);
    TableWriter writer(connection(), shapeOf(keys, kRows), 2);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source);
    QVERIFY2(m_state->chunks() > 3, qPrintable(QString::number(m_state->chunks())));
    const uint64_t written = writer.transactions();
    QTRY_VERIFY_WITH_TIMEOUT(writer.transactions() > written + 50 || !writer.failure().isEmpty(), 60'000);
    writer.stop();
    QCOMPARE(writer.failure(), QString());
    follow(*source);
    compare(keys);
    QVERIFY2(m_state->chunks() == 0, "the stream is behind all chunks: their records are of no use");
}

void MySqlLoadTest::resumesInTheMiddle()
{
    if (!startServer(MySqlFlavour::MySql80)) {
        QSKIP("this server is not installed");
    }
    const Keys &keys = kKeys.at(QStringLiteral("varchar"));
    constexpr int kRows = 2000;
    createTable(keys, kRows);
    TableWriter writer(connection(), shapeOf(keys, kRows), 2);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    for (int attempt = 0; attempt < 3; ++attempt) {
        load(*source, Run::SomeChunks);
        source = session(); // everything but the committed records is gone
        LIVE_VERIFY(source->resume(m_state->all(), {}));
        QVERIFY(!source->tables().front().isLoaded);
    }
    const int before = m_state->chunks();
    QVERIFY(before >= 12);
    load(*source);
    writer.stop();
    QCOMPARE(writer.failure(), QString());
    source = session();
    LIVE_VERIFY(source->resume(m_state->all(), {}));
    QVERIFY(source->tables().front().isLoaded);
    follow(*source);
    compare(keys);
}

void MySqlLoadTest::followsDdlDuringTheLoad()
{
    if (!startServer(MySqlFlavour::MySql80)) {
        QSKIP("this server is not installed");
    }
    const Keys &keys = kKeys.at(QStringLiteral("int"));
    createTable(keys, 1500);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source, Run::SomeChunks);
    LIVE_VERIFY(m_servers->execute("ALTER TABLE shop.t ADD COLUMN extra INT DEFAULT 7"));
    load(*source);
    const auto rows = m_fold->rows(kTable);
    const auto wide
        = std::count_if(rows.begin(), rows.end(), [](const std::string &row) { return row.ends_with("|7"); });
    QVERIFY(wide > 0 && wide < 1500);
    QCOMPARE(int(rows.size()), 1500);
}

// The way of most servers whose gtid_mode was never switched on, Aurora among them.
void MySqlLoadTest::withoutGtids()
{
    if (!startServer(MySqlFlavour::MySql80,
            {QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF")})) {
        QSKIP("this server is not installed");
    }
    const Keys &keys = kKeys.at(QStringLiteral("composite"));
    constexpr int kRows = 1500;
    createTable(keys, kRows);
    TableWriter writer(connection(), shapeOf(keys, kRows), 2);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source);
    writer.stop();
    follow(*source);
    compare(keys);
}

void MySqlLoadTest::withoutKey_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("MySQL 8.0") << int(MySqlFlavour::MySql80);
    QTest::newRow("MariaDB") << int(MySqlFlavour::MariaDb);
}

void MySqlLoadTest::withoutKey()
{
    QFETCH(int, flavour);
    if (!startServer(MySqlFlavour(flavour))) {
        QSKIP("this server is not installed");
    }
    const Keys keys = {"id INT", {"id"}, {"{i} % 50"}, "id"}; // many equal rows
    constexpr int kRows = 1500;
    createTable(keys, kRows);
    TableWriter writer(connection(), shapeOf(keys, kRows), 1);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source);
    writer.stop();
    QCOMPARE(writer.failure(), QString());
    follow(*source);
    compare(keys);
}

void MySqlLoadTest::withoutBinlog()
{
    if (!startServer(MySqlFlavour::MariaDb, {QStringLiteral("--skip-log-bin")})) {
        QSKIP("this server is not installed");
    }
    const Keys &keys = kKeys.at(QStringLiteral("composite"));
    createTable(keys, 1500);
    LIVE_VERIFY(m_servers->execute("CREATE USER reader IDENTIFIED BY 'secret'; GRANT SELECT ON shop.* TO reader"));
    auto source = session(false);
    LIVE_VERIFY(source->startWithLoad({}));
    load(*source);
    compare(keys);
}

QTEST_GUILESS_MAIN(MySqlLoadTest)
#include "tst_mysqlload.moc"
