// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/MySqlConnector.h"
#include "tests/live/mysql/LoadKeys.h"
#include "tests/live/mysql/LoadState.h"
#include "tests/live/mysql/RowFold.h"
#include "tests/live/mysql/TableWriter.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerLogin.h"
#include "tests/live/support/ServerPool.h"

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <map>
#include <thread>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

const TableId kTable{"shop", "t"};

} // namespace

class MySqlLoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_pool.forgetFailed(); }
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
    void createTable(const LoadKeys &keys, int rows);
    [[nodiscard]] TableWriter::Shape shapeOf(const LoadKeys &keys, int rows) const;
    [[nodiscard]] std::unique_ptr<SourceSession> session(bool areChangesWanted = true);
    void load(SourceSession &session, Run run = Run::Whole);
    void follow(SourceSession &session);
    void compare(const LoadKeys &keys);
    Result<void> startServer(MySqlFlavour flavour, const QStringList &arguments = {});
    [[nodiscard]] ConnectionSettings connection() const;

    ServerPool m_pool;
    LiveServers *m_servers = nullptr;
    std::unique_ptr<RowFold> m_fold;
    std::unique_ptr<LoadState> m_state;
};

void MySqlLoadTest::init()
{
    m_fold = std::make_unique<RowFold>();
    m_state = std::make_unique<LoadState>();
}

// One server of each flavour and arguments serves all functions.
Result<void> MySqlLoadTest::startServer(MySqlFlavour flavour, const QStringList &arguments)
{
    auto server = m_pool.server(flavour, arguments);
    if (!server) {
        return server.error();
    }
    m_servers = *server;
    return {};
}

ConnectionSettings MySqlLoadTest::connection() const
{
    return loginOf(m_servers->mysql());
}

TableWriter::Shape MySqlLoadTest::shapeOf(const LoadKeys &keys, int rows) const
{
    return {"shop.t", keys.columns, keys.expressions, rows};
}

void MySqlLoadTest::createTable(const LoadKeys &keys, int rows)
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
    plan.chunkBytes = 1024;
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

void MySqlLoadTest::compare(const LoadKeys &keys)
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
    for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
        for (const auto &[name, keys] : loadKeys()) {
            if (isFlavourWanted(flavour)) {
                QTest::addRow("%s, %s", qPrintable(flavourName(flavour)), qPrintable(name)) << int(flavour) << name;
            }
        }
    }
}

void MySqlLoadTest::loadsBesideWriters()
{
    QFETCH(int, flavour);
    QFETCH(QString, key);
    const HardCase mark({57, 58}, MySqlFlavour(flavour));
    LIVE_VERIFY(startServer(MySqlFlavour(flavour)));
    const LoadKeys &keys = loadKeys().at(key);
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
    const HardCase mark(57, MySqlFlavour::MySql80);
    LIVE_VERIFY(startServer(MySqlFlavour::MySql80));
    const LoadKeys &keys = loadKeys().at(QStringLiteral("varchar"));
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
    LIVE_VERIFY(startServer(MySqlFlavour::MySql80));
    const LoadKeys &keys = loadKeys().at(QStringLiteral("int"));
    constexpr int kRows = 4000;
    createTable(keys, kRows);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source, Run::SomeChunks);
    LIVE_VERIFY(m_servers->execute("ALTER TABLE shop.t ADD COLUMN extra INT DEFAULT 7"));
    load(*source);
    const auto rows = m_fold->rows(kTable);
    const auto wide
        = std::count_if(rows.begin(), rows.end(), [](const std::string &row) { return row.ends_with("|7"); });
    QVERIFY(wide > 0 && wide < kRows);
    QCOMPARE(int(rows.size()), kRows);
}

// The way of most servers whose gtid_mode was never switched on, Aurora among them.
void MySqlLoadTest::withoutGtids()
{
    LIVE_VERIFY(startServer(
        MySqlFlavour::MySql80, {QStringLiteral("--gtid-mode=OFF"), QStringLiteral("--enforce-gtid-consistency=OFF")}));
    const LoadKeys &keys = loadKeys().at(QStringLiteral("composite"));
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
    const HardCase mark(32, MySqlFlavour(flavour));
    LIVE_VERIFY(startServer(MySqlFlavour(flavour)));
    const LoadKeys keys = {"id INT", {"id"}, {"{i} % 50"}, "id"}; // many equal rows
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
    LIVE_VERIFY(startServer(MySqlFlavour::MariaDb, {QStringLiteral("--skip-log-bin")}));
    const LoadKeys &keys = loadKeys().at(QStringLiteral("composite"));
    createTable(keys, 1500);
    LIVE_VERIFY(
        m_servers->execute("CREATE OR REPLACE USER reader IDENTIFIED BY 'secret'; GRANT SELECT ON shop.* TO reader"));
    auto source = session(false);
    LIVE_VERIFY(source->startWithLoad({}));
    load(*source);
    compare(keys);
}

QTEST_GUILESS_MAIN(MySqlLoadTest)
#include "tst_mysqlload.moc"
