// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/LoadStory.h"

#include <QTest>

#include <thread>

using namespace rowcast;
using namespace rowcast::mysql;

// Statements in the middle of a load.
class LoadDdlTest : public LoadStory {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pool.forgetFailed(); }
    void followsDdlDuringTheLoad();
    void readsByTheDefinitionOfTheMoment_data();
    void readsByTheDefinitionOfTheMoment();
    void failsWhereTheKeyChangedMeanwhile_data();
    void failsWhereTheKeyChangedMeanwhile();
    void loadsATableThatIsMadeAnew_data();
    void loadsATableThatIsMadeAnew();
};

void LoadDdlTest::followsDdlDuringTheLoad()
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

void LoadDdlTest::readsByTheDefinitionOfTheMoment_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("MySQL 8.0") << int(MySqlFlavour::MySql80);
    QTest::newRow("MariaDB") << int(MySqlFlavour::MariaDb);
}

// The definition was read, then the loader's next statement waits for an ALTER: all its rows are of the new table, and
// the UPDATE behind the ALTER is no change of later.
void LoadDdlTest::readsByTheDefinitionOfTheMoment()
{
    QFETCH(int, flavour);
    LIVE_VERIFY(startServer(MySqlFlavour(flavour)));
    const LoadKeys keys = {"id INT PRIMARY KEY", {"id"}, {"{i}"}, "id, '|', IFNULL(extra, 'NULL')"};
    createTable(keys, 1000);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    auto locker = m_servers->sql();
    LIVE_VERIFY(locker);
    LIVE_VERIFY(locker->execute("LOCK TABLES shop.t WRITE"));
    const auto isWaiting = [&] {
        auto client = m_servers->sql();
        const auto waiting = client
            ? client->value("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT%`shop`.`t`%'"
                            " AND state LIKE 'Waiting for table%'")
            : Result<QByteArray>(client.error());
        return waiting && waiting->toInt() > 0;
    };
    {
        const std::jthread loading([&] { load(*source); });
        const bool isCaught = QTest::qWaitFor(isWaiting, 30'000);
        const auto altered = locker->execute("ALTER TABLE shop.t ADD COLUMN extra INT AFTER id");
        const auto filled = locker->execute("UPDATE shop.t SET extra = id");
        LIVE_VERIFY(locker->execute("UNLOCK TABLES"));
        QVERIFY(isCaught);
        LIVE_VERIFY(altered);
        LIVE_VERIFY(filled);
    }
    follow(*source);
    compare(keys);
}

void LoadDdlTest::failsWhereTheKeyChangedMeanwhile_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("isOldRecord");
    QTest::addColumn<QString>("code");
    const QString code = QStringLiteral("mysql.load.key-changed");
    QTest::newRow("collation") << QByteArray("VARCHAR(30) COLLATE utf8mb4_bin") << false << code;
    QTest::newRow("collation, old record") << QByteArray("VARCHAR(30) COLLATE utf8mb4_bin") << true << code;
    QTest::newRow("type") << QByteArray("VARBINARY(90)") << false << code;
    QTest::newRow("nothing") << QByteArray("VARCHAR(30) COLLATE utf8mb4_general_ci") << false << QString();
    QTest::newRow("nothing, old record") << QByteArray("VARCHAR(30) COLLATE utf8mb4_general_ci") << true << QString();
}

void LoadDdlTest::failsWhereTheKeyChangedMeanwhile()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, isOldRecord);
    QFETCH(QString, code);
    LIVE_VERIFY(startServer(MySqlFlavour::MySql80));
    createTable(loadKeys().at(QStringLiteral("varchar")), 1000);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    load(*source, Run::SomeChunks);
    LIVE_VERIFY(m_servers->execute("ALTER TABLE shop.t MODIFY id " + change));
    StateRecords state = m_state->all();
    for (StateRecord &record : state) {
        const size_t begin = record.value->find(R"("kinds":)");
        if (isOldRecord && begin != std::string::npos) {
            record.value->erase(begin, record.value->find("]],", begin) + 3 - begin);
        }
    }
    source = session();
    LIVE_VERIFY(source->resume(state, {}));
    auto loader = source->loader({});
    LIVE_VERIFY(loader);
    QCOMPARE(failureCodeOf((*loader)->loadNext(kTable, *m_fold, {})), code);
}

void LoadDdlTest::loadsATableThatIsMadeAnew_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("MySQL 8.0") << int(MySqlFlavour::MySql80);
    QTest::newRow("MariaDB") << int(MySqlFlavour::MariaDb);
}

// As where other tables load first: its chunks are all of the new table, and none of its changes comes again.
void LoadDdlTest::loadsATableThatIsMadeAnew()
{
    QFETCH(int, flavour);
    LIVE_VERIFY(startServer(MySqlFlavour(flavour)));
    const LoadKeys &keys = loadKeys().at(QStringLiteral("int"));
    createTable(keys, 500);
    auto source = session();
    LIVE_VERIFY(source->startWithLoad({}));
    m_state->add(source->takeState());
    LIVE_VERIFY(m_servers->execute("USE shop; DROP TABLE t; CREATE TABLE t (id INT PRIMARY KEY, v INT);"
                                   "INSERT INTO t VALUES (1, 0), (3, 0); UPDATE t SET v = 7 WHERE id = 3"));
    load(*source);
    LIVE_VERIFY(m_servers->execute("INSERT INTO shop.t VALUES (4, 0); UPDATE shop.t SET v = 8 WHERE id = 1"));
    follow(*source);
    compare(keys);
    QCOMPARE(m_fold->statements(), QStringList());
}

QTEST_GUILESS_MAIN(LoadDdlTest)
#include "tst_loadddl.moc"
