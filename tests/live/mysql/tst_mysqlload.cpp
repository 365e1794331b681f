// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/LoadKeys.h"
#include "tests/live/mysql/LoadStory.h"
#include "tests/live/support/HardCase.h"

#include <QTest>

using namespace rowcast;
using namespace rowcast::mysql;

class MySqlLoadTest : public LoadStory {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { m_pool.forgetFailed(); }
    void loadsBesideWriters_data();
    void loadsBesideWriters();
    void resumesInTheMiddle();
    void withoutGtids();
    void withoutKey_data();
    void withoutKey();
    void withoutBinlog();
};

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
