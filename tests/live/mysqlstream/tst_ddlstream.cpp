// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/schema/SchemaRecords.h"
#include "tests/core/mysql/DdlText.h"
#include "tests/live/mysqlstream/DdlStatements.h"
#include "tests/live/mysqlstream/StreamStory.h"
#include "tests/live/support/HardCase.h"
#include "tests/live/support/ServerLogin.h"
#include "tests/live/support/ServerPool.h"

#include <QRandomGenerator>

#include <set>

using namespace rowcast;

// Definitions followed by DDL in the stream, compared with what the server itself says after each statement, and rows
// between any two of them.
class DdlStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_pool.forgetFailed(); }
    void definitionsAreTheServers_data() { flavours(); }
    void definitionsAreTheServers();
    void randomChains_data() { flavours(); }
    void randomChains();
    void rowsKeepTheirLayout_data() { flavours(); }
    void rowsKeepTheirLayout();
    void namesMove_data() { flavours(); }
    void namesMove();
    void tablesFailAlone_data() { flavours(); }
    void tablesFailAlone();

private:
    static void flavours()
    {
        QTest::addColumn<MySqlFlavour>("flavour");
        for (const MySqlFlavour flavour : {MySqlFlavour::MySql80, MySqlFlavour::MySql9, MySqlFlavour::MariaDb}) {
            if (isFlavourWanted(flavour)) {
                QTest::newRow(qPrintable(flavourName(flavour))) << flavour;
            }
        }
    }

    ServerPool m_pool;
};

namespace {

// Differences line by line between the server's definitions of a schema's tables and the task's.
QStringList differentDefinitions(MySqlServer &server, const StreamStory &story, const std::string &schema)
{
    auto connection = mysql::Connection::open(loginOf(server), {});
    if (!connection) {
        return {connection.error().text()};
    }
    auto facts = mysql::CatalogReader::tables(**connection, {schema}, {});
    if (!facts) {
        return {facts.error().text()};
    }
    std::erase_if(*facts, [](const mysql::TableFacts &table) { return table.isView; });
    const auto tables = mysql::CatalogReader::definitions(**connection, *facts, {});
    if (!tables) {
        return {tables.error().text()};
    }
    QStringList lines;
    std::set<std::string> keys;
    for (const mysql::TrackedTable &table : *tables) {
        const std::string key = mysql::schemaRecordKey(table.definition.id);
        keys.insert(key);
        const auto record = story.state().find(key);
        const auto followed = record == story.state().end()
            ? Result<mysql::TrackedTable>(Failure{})
            : mysql::trackedTableFromJson(table.definition.id, record->second);
        const QString expected = QString::fromStdString(mysql::describe(table.definition));
        const QString actual = !followed ? QStringLiteral("nothing")
            : !followed->isKnown()       ? QString::fromStdString(followed->unknown)
                                         : QString::fromStdString(mysql::describe(followed->definition));
        if (actual != expected) {
            lines.append(QStringLiteral("\n server   %1\n followed %2").arg(expected, actual));
        }
    }
    const std::string prefix = "schema/" + schema + '/';
    for (const auto &[key, value] : story.state()) {
        if (key.starts_with(prefix) && !keys.contains(key)) {
            lines.append(QStringLiteral("too many: ") + QString::fromStdString(key));
        }
    }
    return lines;
}

} // namespace

void DdlStreamTest::definitionsAreTheServers()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark({4, 6, 7}, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop", "second", "attic"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("definitions"));
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("USE shop"));
    QStringList wrong;
    for (const DdlStatement &statement : ddlStatements()) {
        if (!isFor(statement, flavour)) {
            continue;
        }
        if (const auto executed = sql->execute(statement.sql); !executed) {
            wrong.append(executed.error().text());
        }
        LIVE_VERIFY(story.follow());
        const QStringList differences = differentDefinitions(servers.mysql(), story, "shop");
        if (!differences.isEmpty()) {
            wrong.append(QString::fromUtf8(statement.sql) + differences.join(QString()));
        }
    }
    for (const QString &line : std::as_const(wrong)) {
        qWarning("%s", qPrintable(line));
    }
    QVERIFY(wrong.isEmpty());
    const QStringList failed = story.log().lines().filter(QStringLiteral("failed"));
    QCOMPARE(failed, QStringList());
}

// Random ADD, DROP, MODIFY, CHANGE, RENAME COLUMN with FIRST and AFTER, a row between any two.
void DdlStreamTest::randomChains()
{
    QFETCH(MySqlFlavour, flavour);
    const HardCase mark(2, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop", "second", "attic"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(
        servers.execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, c0 INT, c1 VARCHAR(9))"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("t")}}, QStringLiteral("chains"));
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("USE shop"));
    QRandomGenerator random(4711);
    QStringList columns{QStringLiteral("c0"), QStringLiteral("c1")};
    const QStringList types{QStringLiteral("INT"), QStringLiteral("VARCHAR(12)"), QStringLiteral("BIGINT"),
        QStringLiteral("TEXT"), QStringLiteral("CHAR(3)")};
    for (int step = 0; step < 60; ++step) {
        QStringList actions;
        QStringList touched;
        const int count = random.bounded(1, 4);
        for (int i = 0; i < count; ++i) {
            const QString type = types.at(random.bounded(int(types.size())));
            const QString column = columns.at(random.bounded(int(columns.size())));
            QString place;
            const int where = random.bounded(4);
            if (where == 0) {
                place = QStringLiteral(" AFTER id");
            } else if (where == 1 && !touched.contains(columns.front()) && column != columns.front()) {
                place = QStringLiteral(" AFTER ") + columns.front();
            }
            const QString added = QStringLiteral("n%1_%2").arg(step).arg(i);
            const int kind = random.bounded(4);
            if (kind == 0 || touched.contains(column)) {
                actions.append(QStringLiteral("ADD %1 %2%3").arg(added, type, place));
                columns.append(added);
                touched.append(added);
                continue;
            }
            touched.append(column);
            if (kind == 1 && columns.size() > 3) {
                actions.append(QStringLiteral("DROP ") + column);
                columns.removeAll(column);
            } else if (kind == 2) {
                actions.append(QStringLiteral("MODIFY %1 %2%3").arg(column, QStringLiteral("TEXT"), place));
            } else {
                actions.append(QStringLiteral("CHANGE %1 %2 TEXT%3").arg(column, added, place));
                columns.replace(columns.indexOf(column), added);
                touched.append(added);
            }
        }
        const QString alter = QStringLiteral("ALTER TABLE t ") + actions.join(QStringLiteral(", "));
        const auto altered = sql->execute(alter.toUtf8());
        if (!altered) {
            QFAIL(qPrintable(alter + altered.error().text()));
        }
        LIVE_VERIFY(sql->execute(
            QStringLiteral("INSERT INTO t (id, %2) VALUES (%1, '%1')").arg(step).arg(columns.last()).toUtf8()));
        LIVE_VERIFY(story.follow());
        QVERIFY2(differentDefinitions(servers.mysql(), story, "shop").isEmpty(),
            qPrintable(alter + differentDefinitions(servers.mysql(), story, "shop").join(QString())));
    }
    QCOMPARE(story.log().anomalies(), QStringList());
    QCOMPARE(story.log().lines().filter(QStringLiteral("failed")), QStringList());
    QCOMPARE(story.log().rows(QStringLiteral("shop.t")).size(), 60);
}

void DdlStreamTest::rowsKeepTheirLayout()
{
    QFETCH(MySqlFlavour, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop", "second", "attic"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(
        servers.execute("CREATE DATABASE shop; CREATE TABLE shop.t (id INT PRIMARY KEY, a INT, e ENUM('x','y'))"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("layout"));
    LIVE_VERIFY(story.start());
    story.crash(); // stopped: all of this happens while nobody reads
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute("USE shop; INSERT INTO t VALUES (1, 10, 'y');"
                             "ALTER TABLE t ADD b VARCHAR(5) FIRST; INSERT INTO t VALUES ('b', 2, 20, 'x');"
                             "ALTER TABLE t MODIFY e ENUM('new','x','y') AFTER id; UPDATE t SET e = 'new' WHERE id = 2;"
                             "ALTER TABLE t DROP a; INSERT INTO t VALUES ('c', 3, 'y');"
                             "ALTER TABLE t CHANGE b z VARCHAR(9) AFTER e; INSERT INTO t VALUES (4, 'x', 'zz');"
                             "CREATE TABLE later (k INT PRIMARY KEY, v VARCHAR(5)); INSERT INTO later VALUES (1, 'v');"
                             "CREATE TABLE copied LIKE t; INSERT INTO copied SELECT * FROM t;"
                             "CREATE TABLE made AS SELECT id, z FROM t; TRUNCATE later; DROP TABLE copied;"));
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(story.follow());
    const QStringList expected{QStringLiteral("insert shop.t 1|10|y"), QStringLiteral("add-column shop.t (b,id,a,e)"),
        QStringLiteral("insert shop.t b|2|20|x"), QStringLiteral("column-type-change shop.t (b,id,e,a)"),
        QStringLiteral("update shop.t b|2|x|20 > b|2|new|20"), QStringLiteral("drop-column shop.t (b,id,e)"),
        QStringLiteral("insert shop.t c|3|y"), QStringLiteral("rename-column shop.t (id,e,z)"),
        QStringLiteral("insert shop.t 4|x|zz"), QStringLiteral("create-table shop.later (k,v)"),
        QStringLiteral("insert shop.later 1|v"), QStringLiteral("create-table shop.copied (id,e,z)"),
        QStringLiteral("insert shop.copied 1|y|NULL"), QStringLiteral("insert shop.copied 2|new|b"),
        QStringLiteral("insert shop.copied 3|y|c"), QStringLiteral("insert shop.copied 4|x|zz"),
        QStringLiteral("create-table shop.made (id,z)"), QStringLiteral("insert shop.made 1|NULL"),
        QStringLiteral("insert shop.made 2|b"), QStringLiteral("insert shop.made 3|c"),
        QStringLiteral("insert shop.made 4|zz"), QStringLiteral("truncate-table shop.later"),
        QStringLiteral("drop-table shop.copied")};
    QCOMPARE(story.log().lines(), expected);
}

// Swaps, cut-overs as gh-ost and pt-osc make them, names that enter and leave the selection.
void DdlStreamTest::namesMove()
{
    QFETCH(MySqlFlavour, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop", "second", "attic"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(
        servers.execute("CREATE DATABASE shop; CREATE DATABASE attic; USE shop;"
                        "CREATE TABLE t (id INT PRIMARY KEY, a INT); CREATE TABLE u (id INT PRIMARY KEY, b TEXT)"));
    StreamStory story(servers.mysql(),
        {{QStringLiteral("shop"), QStringLiteral("t")}, {QStringLiteral("shop"), QStringLiteral("u")}},
        QStringLiteral("names"));
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute(
        "USE shop; INSERT INTO t VALUES (1, 1); INSERT INTO u VALUES (1, 'u');"
        "RENAME TABLE t TO tmp, u TO t, tmp TO u; INSERT INTO t VALUES (2, 'was u'); INSERT INTO u VALUES (2, 2);"
        "CREATE TABLE _t_gho LIKE t; ALTER TABLE _t_gho ADD c INT; INSERT INTO _t_gho SELECT *, 7 FROM t;"
        "RENAME TABLE t TO _t_del, _t_gho TO t; INSERT INTO t VALUES (3, 'new', 8); DROP TABLE _t_del;"
        "RENAME TABLE u TO attic.u; INSERT INTO attic.u VALUES (9, 9);"
        "RENAME TABLE attic.u TO u; INSERT INTO u VALUES (10, 10)"));
    LIVE_VERIFY(story.follow());
    const QStringList expected{QStringLiteral("insert shop.t 1|1"), QStringLiteral("insert shop.u 1|u"),
        QStringLiteral("rename-table shop.t to shop.tmp (id,a)"),
        QStringLiteral("rename-table shop.u to shop.t (id,b)"), QStringLiteral("create-table shop.u (id,a)"),
        QStringLiteral("insert shop.t 2|was u"), QStringLiteral("insert shop.u 2|2"),
        QStringLiteral("change-columns shop.t (id,b,c)"), QStringLiteral("insert shop.t 3|new|8"),
        QStringLiteral("rename-table shop.u to attic.u (id,a)"), QStringLiteral("create-table shop.u (id,a)"),
        QStringLiteral("insert shop.u 10|10")};
    QCOMPARE(story.log().lines(), expected);
}

// Each of these gives up one table and says why; the others go on.
void DdlStreamTest::tablesFailAlone()
{
    QFETCH(MySqlFlavour, flavour);
    const auto server = m_pool.server(flavour, {}, {"shop", "second", "attic"});
    LIVE_VERIFY(server);
    LiveServers &servers = **server;
    LIVE_VERIFY(servers.execute("CREATE DATABASE shop; USE shop; CREATE TABLE good (id INT PRIMARY KEY);"
                                "CREATE TABLE p (id INT PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS "
                                "THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);"
                                "CREATE TABLE s (id INT PRIMARY KEY); CREATE TABLE h (id INT PRIMARY KEY, a INT)"));
    StreamStory story(servers.mysql(), {{QStringLiteral("shop"), QStringLiteral("%")}}, QStringLiteral("alone"));
    LIVE_VERIFY(story.start());
    auto sql = servers.sql();
    LIVE_VERIFY(sql);
    LIVE_VERIFY(sql->execute(
        "USE shop; INSERT INTO p VALUES (1), (11); ALTER TABLE p TRUNCATE PARTITION p0; INSERT INTO p VALUES (2);"
        "SET SESSION binlog_format=STATEMENT; INSERT INTO s VALUES (1); SET SESSION binlog_format=ROW; INSERT INTO s "
        "VALUES (2);"
        "SET SESSION sql_log_bin=0; ALTER TABLE h MODIFY a VARCHAR(5); SET SESSION sql_log_bin=1; INSERT INTO h VALUES "
        "(1, 'x');"
        "INSERT INTO good VALUES (1)"));
    const bool hasVersions = flavour == MySqlFlavour::MariaDb;
    if (hasVersions) {
        LIVE_VERIFY(
            sql->execute("CREATE TABLE v (id INT PRIMARY KEY) WITH SYSTEM VERSIONING; INSERT INTO v VALUES (1)"));
    }
    LIVE_VERIFY(story.follow());
    QStringList expected{QStringLiteral("insert shop.p 1"), QStringLiteral("insert shop.p 11"),
        QStringLiteral("failed shop.p mysql.partition-ddl"), QStringLiteral("failed shop.s mysql.statement-format"),
        QStringLiteral("failed shop.h mysql.schema.mismatch"), QStringLiteral("insert shop.good 1")};
    if (hasVersions) {
        expected.append(QStringLiteral("failed shop.v mysql.table.versioned"));
    }
    QCOMPARE(story.log().lines(), expected);
    story.crash(); // a later run is not held back by them
    LIVE_VERIFY(story.resume());
    LIVE_VERIFY(sql->execute("INSERT INTO good VALUES (2)"));
    expected.append(QStringLiteral("insert shop.good 2"));
    if (hasVersions) { // the remedy that the failure names
        LIVE_VERIFY(sql->execute("ALTER TABLE v DROP SYSTEM VERSIONING; INSERT INTO v VALUES (2)"));
        expected.append({QStringLiteral("change-columns shop.v (id)"), QStringLiteral("insert shop.v 2")});
    }
    LIVE_VERIFY(story.follow());
    QCOMPARE(story.log().lines(), expected);
}

QTEST_GUILESS_MAIN(DdlStreamTest)
#include "tst_ddlstream.moc"
