// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlParser.h"
#include "core/mysql/schema/CutOver.h"
#include "core/mysql/schema/SchemaHistory.h"
#include "core/mysql/schema/SchemaRecords.h"
#include "tests/core/mysql/DdlText.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

namespace {

SchemaHistory historyOf(const SchemaRules &rules = {})
{
    SchemaHistory history(rules);
    history.setDatabase("shop", {"utf8mb4", "utf8mb4_0900_ai_ci"});
    return history;
}

std::vector<DefinitionChange> run(
    SchemaHistory &history, const std::string &sql, const std::string &at = "b.000001:100")
{
    StatementContext context;
    context.at = at;
    context.serverDefault = {"utf8mb4", "utf8mb4_0900_ai_ci"};
    return history.apply(parseDdl(sql, {}, "shop"), context);
}

std::string definitionOf(const SchemaHistory &history, const char *table)
{
    const auto found = history.find({"shop", table});
    return !found ? "none" : found->isKnown() ? describe(found->definition) : "unknown: " + found->unknown;
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

// Definitions moved on by DDL. The live test of the same name compares with real servers' information_schema.
class SchemaHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alters_data();
    void alters();
    void keepsGeneratedKeysFirst_data();
    void keepsGeneratedKeysFirst();
    void kinds_data();
    void kinds();
    void swapsNames();
    void joinsCutOvers_data();
    void joinsCutOvers();
    void copiesByLike();
    void keepsUnknownTables();
    void passesOverWhatItHas();
    void comesBackFromRecords();
    void followsDatabases();
    void comparesLowerCaseNames();
};

void SchemaHistoryTest::alters_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *sql, const char *expected) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray("shop.t: ") + expected;
    };
    const char *end = "; utf8mb4_0900_ai_ci";
    Q_UNUSED(end)
    row("first and after", "ALTER TABLE t ADD x INT FIRST, ADD y INT AFTER id, ADD z INT",
        "x int, id int notnull, y int, a varchar(10) utf8mb4_0900_ai_ci, b int notnull, z int; primary(id); unique(b); "
        "utf8mb4_0900_ai_ci");
    row("modify moves", "ALTER TABLE t MODIFY a TEXT FIRST, MODIFY b BIGINT NOT NULL AFTER a",
        "a text utf8mb4_0900_ai_ci, b bigint notnull, id int notnull; primary(id); unique(b); utf8mb4_0900_ai_ci");
    row("two names change places", "ALTER TABLE t CHANGE a b VARCHAR(10), CHANGE b a INT NOT NULL",
        "id int notnull, b varchar(10) utf8mb4_0900_ai_ci, a int notnull; primary(id); unique(a); utf8mb4_0900_ai_ci");
    row("new column behind a moved one", "ALTER TABLE t ADD n INT AFTER b, MODIFY b INT NOT NULL FIRST",
        "b int notnull, id int notnull, a varchar(10) utf8mb4_0900_ai_ci, n int; primary(id); unique(b); "
        "utf8mb4_0900_ai_ci");
    row("drop and add under one name", "ALTER TABLE t DROP a, ADD a INT FIRST",
        "a int, id int notnull, b int notnull; primary(id); unique(b); utf8mb4_0900_ai_ci");
    row("MariaDB's IF NOT EXISTS behind CONSTRAINT",
        "ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (id > 0), ADD CONSTRAINT IF NOT EXISTS u UNIQUE (id)",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci, b int notnull; primary(id); unique(b); unique(id); "
        "utf8mb4_0900_ai_ci");
    row("drop of a key column", "ALTER TABLE t DROP b",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci; primary(id); utf8mb4_0900_ai_ci");
    row("other primary key", "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b, A)",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci notnull, b int notnull; primary(b,a); unique(b); "
        "utf8mb4_0900_ai_ci");
    row("unique key becomes usable", "ALTER TABLE t ADD UNIQUE (a), MODIFY a VARCHAR(10) NOT NULL",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci notnull, b int notnull; primary(id); unique(b); unique(a); "
        "utf8mb4_0900_ai_ci");
    row("nullable again", "ALTER TABLE t MODIFY b INT",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci, b int; primary(id); utf8mb4_0900_ai_ci");
    row("named unique key goes", "DROP INDEX b ON t",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci, b int notnull; primary(id); utf8mb4_0900_ai_ci");
    row("conversion widens texts",
        "ALTER TABLE t ADD c TEXT CHARACTER SET latin1, ADD d ENUM('x') CHARACTER SET latin1, CONVERT TO CHARACTER SET "
        "utf8mb4 COLLATE utf8mb4_bin",
        "id int notnull, a varchar(10) utf8mb4_bin, b int notnull, c mediumtext utf8mb4_bin, d enum('x') utf8mb4_bin; "
        "primary(id); unique(b); utf8mb4_bin");
    row("default character set is for new columns", "ALTER TABLE t DEFAULT CHARSET=latin1, ADD c CHAR(3)",
        "id int notnull, a varchar(10) utf8mb4_0900_ai_ci, b int notnull, c char(3) latin1_swedish_ci; primary(id); "
        "unique(b); latin1_swedish_ci");
    row("type texts",
        "ALTER TABLE t DROP a, DROP b, ADD c INT(5) ZEROFILL, ADD d DECIMAL, ADD e DATETIME(0), ADD f TINYINT(1), ADD "
        "g FLOAT(30), ADD h CHAR BYTE, ADD i TEXT(300), ADD j BLOB(70000), ADD k BIT, ADD l NUMERIC(4) UNSIGNED",
        "id int notnull, c int(5) unsigned zerofill, d decimal(10,0), e datetime, f tinyint(1), g double, h binary(1), "
        "i text utf8mb4_0900_ai_ci, j mediumblob, k bit(1), l decimal(4,0) unsigned; primary(id); utf8mb4_0900_ai_ci");
    row("labels", "ALTER TABLE t DROP a, ADD e ENUM('a  ','it''s','x\\\\y')",
        "id int notnull, b int notnull, e enum('a','it''s','x\\\\y') utf8mb4_0900_ai_ci; primary(id); unique(b); "
        "utf8mb4_0900_ai_ci");
}

void SchemaHistoryTest::alters()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, expected);
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b INT NOT NULL, UNIQUE (b))");
    run(history, sql.toStdString(), "b.000001:200");
    QCOMPARE(bytes(definitionOf(history, "t")), expected);
}

void SchemaHistoryTest::keepsGeneratedKeysFirst_data()
{
    QTest::addColumn<QByteArray>("create");
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("isMariaDb");
    QTest::addColumn<QByteArray>("alter");
    QTest::addColumn<QByteArray>("columns"); // as the server itself then shows them
    const QByteArray generated = "my_row_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT /*!80023 INVISIBLE */";
    const QByteArray key = generated + ", y INT, PRIMARY KEY (my_row_id)";
    QTest::newRow("add") << key << 80033 << false << QByteArray("ADD z INT FIRST") << QByteArray("my_row_id,z,y");
    QTest::newRow("move") << key << 80030 << false << QByteArray("ADD z INT, MODIFY y INT FIRST")
                          << QByteArray("my_row_id,y,z");
    QTest::newRow("two") << key << 90700 << false << QByteArray("ADD z INT FIRST, ADD x INT FIRST")
                         << QByteArray("my_row_id,x,z,y");
    QTest::newRow("shown by the same statement")
        << key << 80033 << false << QByteArray("ALTER COLUMN my_row_id SET VISIBLE, ADD z INT FIRST")
        << QByteArray("my_row_id,z,y");
    QTest::newRow("dropped by the same statement")
        << key << 80033 << false << QByteArray("DROP my_row_id, DROP PRIMARY KEY, ADD z INT FIRST")
        << QByteArray("z,y");
    QTest::newRow("before MySQL made such keys")
        << key << 80029 << false << QByteArray("ADD z INT FIRST") << QByteArray("z,my_row_id,y");
    QTest::newRow("MariaDB") << QByteArray("my_row_id BIGINT UNSIGNED NOT NULL INVISIBLE PRIMARY KEY, y INT") << 101106
                             << true << QByteArray("ADD z INT FIRST") << QByteArray("z,my_row_id,y");
    QTest::newRow("visible") << QByteArray("my_row_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, y INT") << 80033
                             << false << QByteArray("ADD z INT FIRST") << QByteArray("z,my_row_id,y");
    QTest::newRow("other key") << generated + ", y INT, PRIMARY KEY (y)" << 80033 << false
                               << QByteArray("ADD z INT FIRST") << QByteArray("z,my_row_id,y");
}

void SchemaHistoryTest::keepsGeneratedKeysFirst()
{
    QFETCH(QByteArray, create);
    QFETCH(int, version);
    QFETCH(bool, isMariaDb);
    QFETCH(QByteArray, alter);
    QFETCH(QByteArray, columns);
    SchemaRules rules;
    rules.dialect.version = uint32_t(version);
    rules.dialect.isMariaDb = isMariaDb;
    SchemaHistory history = historyOf(rules);
    run(history, "CREATE TABLE t (" + create.toStdString() + ')');
    run(history, "ALTER TABLE t " + alter.toStdString(), "b.000001:200");
    const auto table = history.find({"shop", "t"});
    QVERIFY(table && table->isKnown());
    QByteArrayList names;
    for (const ColumnDefinition &column : table->definition.columns) {
        names.append(bytes(column.name));
    }
    QCOMPARE(names.join(','), columns);
}

void SchemaHistoryTest::kinds_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *name, const char *sql, const QList<SchemaChangeKind> &kinds) {
        QList<int> numbers;
        for (const SchemaChangeKind kind : kinds) {
            numbers.append(int(kind));
        }
        QTest::newRow(name) << QByteArray(sql) << numbers;
    };
    using Kind = SchemaChangeKind;
    row("add", "ALTER TABLE t ADD x INT, ADD y INT", {Kind::AddColumn});
    row("drop", "ALTER TABLE t DROP a", {Kind::DropColumn});
    row("type", "ALTER TABLE t MODIFY a TEXT", {Kind::ColumnTypeChange});
    row("column's name", "ALTER TABLE t CHANGE a x VARCHAR(10)", {Kind::RenameColumn});
    row("mixed", "ALTER TABLE t ADD x INT, DROP a", {Kind::ChangeColumns});
    row("no effect", "ALTER TABLE t ENGINE=InnoDB, ADD INDEX (a)", {});
    row("name", "ALTER TABLE t RENAME TO u", {Kind::RenameTable});
    row("name and column", "ALTER TABLE t ADD x INT, RENAME u", {Kind::AddColumn, Kind::RenameTable});
    row("drop table", "DROP TABLE nothing, t", {Kind::DropTable});
    row("drop database", "DROP DATABASE shop", {Kind::DropTable});
    row("truncate", "TRUNCATE t", {Kind::TruncateTable});
    row("create again", "CREATE TABLE IF NOT EXISTS t (x INT)", {});
    row("or replace", "CREATE OR REPLACE TABLE t (x INT)", {Kind::DropTable, Kind::CreateTable});
    row("unselected statement", "GRANT ALL ON *.* TO u", {});
}

void SchemaHistoryTest::kinds()
{
    QFETCH(QByteArray, sql);
    QFETCH(QList<int>, expected);
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10))");
    QList<int> kinds;
    for (const DefinitionChange &change : run(history, sql.toStdString(), "b.000001:200")) {
        kinds.append(int(change.kind));
    }
    QCOMPARE(kinds, expected);
}

void SchemaHistoryTest::swapsNames()
{
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE a (x INT)");
    run(history, "CREATE TABLE b (y TEXT)");
    run(history, "RENAME TABLE a TO tmp, b TO a, tmp TO b", "b.000001:300");
    QCOMPARE(bytes(definitionOf(history, "a")), QByteArray("shop.a: y text utf8mb4_0900_ai_ci; utf8mb4_0900_ai_ci"));
    QCOMPARE(bytes(definitionOf(history, "b")), QByteArray("shop.b: x int; utf8mb4_0900_ai_ci"));
    QCOMPARE(bytes(definitionOf(history, "tmp")), QByteArray("none"));
}

void SchemaHistoryTest::joinsCutOvers_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("expected"); // after the renames
    const QByteArray one = "change t ";
    const QByteArray two = "rename t, rename ";
    QTest::newRow("gh-ost") << QByteArray("RENAME TABLE t TO _t_del, _t_gho TO t") << one;
    QTest::newRow("gh-ost, with a time") << QByteArray("RENAME TABLE t TO _t_20240131120000_del, _t_gho TO t") << one;
    QTest::newRow("pt-online-schema-change") << QByteArray("RENAME TABLE t TO _t_old, _t_new TO t") << one;
    QTest::newRow("pt-online-schema-change, names taken")
        << QByteArray("RENAME TABLE t TO ___t_old, __t_new TO t") << one;
    QTest::newRow("of another table") << QByteArray("RENAME TABLE t TO _u_old, _u_new TO t") << two + "_u_new ";
    QTest::newRow("not a tool's names") << QByteArray("RENAME TABLE t TO _backup, _t_gho TO t") << two + "_t_gho ";
    QTest::newRow("names of two tools") << QByteArray("RENAME TABLE t TO _t_old, _t_gho TO t") << two + "_t_gho ";
    QTest::newRow("shadow tables are selected") << QByteArray("RENAME TABLE t TO t_old, t_new TO t") << two + "t_new ";
}

void SchemaHistoryTest::joinsCutOvers()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, expected);
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE t (id INT)");
    for (const char *shadow : {"_t_gho", "_t_new", "__t_new", "_u_new", "t_new"}) {
        run(history, std::string("CREATE TABLE ") + shadow + " (id INT, b INT)");
    }
    auto changes = run(history, sql.toStdString(), "b.000001:200");
    joinCutOver(changes, [](const TableId &table) { return !table.table.starts_with('_'); });
    QByteArray told;
    for (const DefinitionChange &change : changes) {
        const bool isRename = change.kind == SchemaChangeKind::RenameTable;
        told += (told.isEmpty() ? "" : ", ") + QByteArray(isRename ? "rename " : "change ") + bytes(change.table.table);
    }
    QCOMPARE(told + ' ', expected);
    QCOMPARE(changes.back().after->definition.columns.size(), size_t(2));
    QCOMPARE(changes.back().after->definition.id, (TableId{"shop", "t"}));
}

void SchemaHistoryTest::copiesByLike()
{
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE a (x INT PRIMARY KEY, y CHAR(3) COLLATE latin1_bin)");
    run(history, "CREATE TABLE b LIKE a");
    run(history, "ALTER TABLE a DROP y", "b.000001:300");
    QCOMPARE(bytes(definitionOf(history, "b")),
        QByteArray("shop.b: x int notnull, y char(3) latin1_bin; primary(x); utf8mb4_0900_ai_ci"));
}

void SchemaHistoryTest::keepsUnknownTables()
{
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE c AS SELECT 1");
    QVERIFY(definitionOf(history, "c").starts_with("unknown: CREATE TABLE ... SELECT"));
    run(history, "CREATE TABLE t (a INT)");
    run(history, "ALTER TABLE t DROP COLUMN b", "b.000001:200");
    QVERIFY(definitionOf(history, "t").starts_with("unknown: column b"));
    run(history, "ALTER TABLE t ADD COLUMN c INT", "b.000001:300");
    QVERIFY(definitionOf(history, "t").starts_with("unknown: column b"));
    run(history, "CREATE OR REPLACE TABLE t (z INT)", "b.000001:400");
    QCOMPARE(bytes(definitionOf(history, "t")), QByteArray("shop.t: z int; utf8mb4_0900_ai_ci"));
    run(history, "RENAME TABLE nobody TO u", "b.000001:500");
    QVERIFY(definitionOf(history, "u").starts_with("unknown: it was shop.nobody"));
    run(history, "ALTER TABLE t ADD", "b.000001:600");
    QVERIFY(definitionOf(history, "t").starts_with("unknown: a statement was not understood"));
}

void SchemaHistoryTest::passesOverWhatItHas()
{
    SchemaHistory history = historyOf();
    run(history, "CREATE TABLE t (a INT)", "b.000009:100");
    run(history, "ALTER TABLE t ADD b INT", "b.000010:50");
    QCOMPARE(run(history, "CREATE TABLE t (a INT)", "b.000009:100").size(), size_t(0));
    QCOMPARE(run(history, "ALTER TABLE t ADD b INT", "b.000010:50").size(), size_t(0));
    QCOMPARE(run(history, "DROP TABLE t", "b.000010:40").size(), size_t(0));
    QCOMPARE(bytes(definitionOf(history, "t")), QByteArray("shop.t: a int, b int; utf8mb4_0900_ai_ci"));
}

void SchemaHistoryTest::comesBackFromRecords()
{
    SchemaHistory history = historyOf();
    run(history,
        "CREATE TABLE `t/1%` (a INT PRIMARY KEY, b VARCHAR(9) NOT NULL, c INT AS (a) VIRTUAL INVISIBLE, UNIQUE u (b), "
        "KEY (c)) ENGINE=MyISAM");
    run(history, "CREATE TABLE u AS SELECT 1");
    // what was not understood is told in part: that part ends with a whole character
    run(history, "CREATE TABLE w ('a" + QByteArray("\xC3\xA9").repeated(40).toStdString() + "')");
    run(history, "CREATE TABLE x (X'FF')");
    run(history, "CREATE TABLE gone (a INT)");
    const StateRecords records = history.takeState();
    QCOMPARE(records.size(), size_t(6)); // five tables and the database
    run(history, "DROP TABLE gone", "b.000001:200");
    const StateRecords later = history.takeState();
    QCOMPARE(later.size(), size_t(1));
    QCOMPARE(bytes(later[0].key), QByteArray("schema/shop/gone"));
    QVERIFY(!later[0].value);
    QVERIFY(history.takeState().empty());

    SchemaHistory again({});
    QVERIFY(again.restore(records).has_value());
    QVERIFY(again.takeState().empty());
    for (const char *name : {"t/1%", "u", "w", "x"}) {
        QVERIFY(*again.find({"shop", name}) == *history.find({"shop", name}));
    }
    run(again, "CREATE TABLE v (c CHAR(1))", "b.000001:300");
    QCOMPARE(bytes(definitionOf(again, "v")), QByteArray("shop.v: c char(1) utf8mb4_0900_ai_ci; utf8mb4_0900_ai_ci"));

    const auto broken = again.restore({{"schema/shop/t", "{\"format\":2}"}});
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, QStringLiteral("mysql.state.invalid"));
}

void SchemaHistoryTest::followsDatabases()
{
    SchemaHistory history = historyOf();
    run(history, "CREATE DATABASE d COLLATE latin1_bin");
    run(history, "CREATE TABLE d.t (c CHAR(1), e CHAR(1) CHARACTER SET latin1)");
    QCOMPARE(bytes(describe(history.find({"d", "t"})->definition)),
        QByteArray("d.t: c char(1) latin1_bin, e char(1) latin1_swedish_ci; latin1_bin"));
    run(history, "ALTER DATABASE d CHARACTER SET utf8mb3", "b.000001:200");
    run(history, "CREATE TABLE d.u (c CHAR(1))", "b.000001:300");
    QCOMPARE(bytes(describe(history.find({"d", "u"})->definition)),
        QByteArray("d.u: c char(1) utf8mb3_general_ci; utf8mb3_general_ci"));
    run(history, "DROP DATABASE d", "b.000001:400");
    QVERIFY(!history.find({"d", "u"}));
}

void SchemaHistoryTest::comparesLowerCaseNames()
{
    SchemaRules rules;
    rules.lowerCaseTableNames = 1;
    SchemaHistory history = historyOf(rules);
    run(history, "CREATE TABLE T (a INT)");
    run(history, "ALTER TABLE Shop.t ADD B INT", "b.000001:200");
    QVERIFY(history.find({"shop", "t"}));
    QCOMPARE(history.find({"SHOP", "T"})->definition.columns.size(), size_t(2));
    SqlDialect lower;
    lower.lowersTableNames = true; // messages have the name that the server keeps
    const auto made = history.apply(parseDdl("CREATE TABLE Later (A INT)", lower, "SHOP"), {});
    QCOMPARE(made.front().table, (TableId{"shop", "later"}));
    QCOMPARE(made.front().after->definition.id, (TableId{"shop", "later"}));
    QCOMPARE(made.front().after->definition.columns.front().name, std::string("A"));
    SchemaHistory exact = historyOf();
    run(exact, "CREATE TABLE T (a INT)");
    QVERIFY(!exact.find({"shop", "t"}));
}

QTEST_APPLESS_MAIN(SchemaHistoryTest)
#include "tst_schemahistory.moc"
