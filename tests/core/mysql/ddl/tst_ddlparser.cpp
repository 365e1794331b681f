// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/ddl/DdlParser.h"
#include "tests/core/mysql/DdlText.h"

#include <QtTest>

using namespace rowcast;
using namespace rowcast::mysql;

// Statements as they stand in QUERY events, and what they mean, as printed text.
class DdlParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createTable_data();
    void createTable();
    void alterTable_data();
    void alterTable();
    void others_data();
    void others();
    void hostile_data();
    void hostile();

private:
    static void row(const char *name, const char *sql, const char *expected, SqlDialect dialect = {})
    {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(expected) << dialect.isMariaDb << dialect.version
                            << dialect.ansiQuotes;
    }
    static void columns()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("isMariaDb");
        QTest::addColumn<uint32_t>("version");
        QTest::addColumn<bool>("ansiQuotes");
    }
    static void compare()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, expected);
        QFETCH(bool, isMariaDb);
        QFETCH(uint32_t, version);
        QFETCH(bool, ansiQuotes);
        SqlDialect dialect;
        dialect.isMariaDb = isMariaDb;
        dialect.version = version;
        dialect.ansiQuotes = ansiQuotes;
        const auto statement = parseDdl(sql.toStdString(), dialect, "shop");
        QCOMPARE(QByteArray::fromStdString(describe(statement)), expected);
    }
};

void DdlParserTest::createTable_data()
{
    columns();
    row("types",
        "CREATE TABLE t (a INTEGER UNSIGNED, b BOOL, c DEC(8,2), d DOUBLE PRECISION, e NATIONAL VARCHAR(9), f SERIAL)",
        "create shop.t: a int unsigned, b tinyint(1), c decimal(8,2), d double, e varchar(9) charset=utf8mb3, "
        "f bigint unsigned notnull unique");
    row("charset and attributes in any order",
        "create table `T` (`a` varchar(10) collate latin1_bin not null default 'x' comment 'a, \\'b', b char(3) binary "
        "null)",
        "create shop.T: a varchar(10) collate=latin1_bin notnull, b char(3) binary null");
    row("labels", "CREATE TABLE t (e ENUM('a','it''s','b\\'c', \"d\") CHARACTER SET latin1, s SET('x','y'))",
        "create shop.t: e enum(a|it's|b'c|d) charset=latin1, s set(x|y)");
    row("defaults that look like attributes",
        "CREATE TABLE t (a INT DEFAULT NULL, b TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE "
        "CURRENT_TIMESTAMP(6),"
        " c JSON DEFAULT (JSON_OBJECT('k', 1)), d INT DEFAULT -1 NOT NULL, e VARCHAR(3) DEFAULT _utf8mb4'x' NOT NULL,"
        " f BIT(8) DEFAULT b'101', g BLOB DEFAULT x'00')",
        "create shop.t: a int, b timestamp(6) notnull, c json, d int notnull, e varchar(3) notnull, f bit(8), g blob");
    row("generated",
        "CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 1) VIRTUAL NOT NULL, c INT AS (a*2) STORED, d INT AS "
        "(1))",
        "create shop.t: a int, b int notnull virtual, c int stored, d int virtual");
    row("keys",
        "CREATE TABLE t (a INT, b INT, c VARCHAR(9), PRIMARY KEY USING BTREE (a, b DESC), UNIQUE KEY u (b), KEY i "
        "(c(3)),"
        " CONSTRAINT x UNIQUE (c), FULLTEXT KEY f (c), UNIQUE e ((a + b)), CONSTRAINT fk FOREIGN KEY (b) REFERENCES o "
        "(id) ON DELETE SET NULL,"
        " CONSTRAINT CHECK (a > 0), CHECK (b > 0) NOT ENFORCED)",
        "create shop.t: a int, b int, c varchar(9); primary(a,b), unique u(b), key i(c) part, unique x(c), key f(c), "
        "unique e() part");
    row("inline keys",
        "CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, u INT UNIQUE KEY, k INT KEY, r INT REFERENCES o(id) ON "
        "DELETE SET NULL ON UPDATE NO ACTION NOT NULL)",
        "create shop.t: id int primary, u int unique, k int primary, r int notnull");
    row("options",
        "CREATE TABLE IF NOT EXISTS `a b`.`c``d` (x INT) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=latin1 "
        "COLLATE=latin1_bin COMMENT='(a,b)' ROW_FORMAT=DYNAMIC",
        "create a b.c`d ifnotexists: x int; charset=latin1 collate=latin1_bin engine=innodb");
    row("partitions",
        "CREATE TABLE t (id INT PRIMARY KEY) ENGINE = InnoDB PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN "
        "(10) ENGINE = MyISAM, PARTITION p1 VALUES LESS THAN MAXVALUE)",
        "create shop.t: id int primary; engine=innodb");
    row("executable comments",
        "CREATE TABLE t (a INT /*!50606 STORAGE DISK */ /*!80023 INVISIBLE */, /*!90000 z INT, */ b INT /* , c INT */) "
        "/*!50100 PARTITION BY HASH (a) PARTITIONS 4 */",
        "create shop.t: a int invisible, b int");
    row("like", "CREATE TABLE IF NOT EXISTS b LIKE other.a", "create shop.b ifnotexists like other.a");
    row("like in parentheses", "CREATE TABLE b (LIKE a)", "create shop.b like shop.a");
    row("select with columns of 8.0.21",
        "CREATE TABLE `c` (\n  `id` int NOT NULL DEFAULT '0',\n  `n` varchar(20) COLLATE utf8mb4_bin DEFAULT NULL\n) "
        "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 START TRANSACTION",
        "create shop.c: id int notnull, n varchar(20) collate=utf8mb4_bin; charset=utf8mb4 engine=innodb");
    row("select as text", "CREATE TABLE c SELECT * FROM a", "create shop.c select");
    row("select behind columns", "CREATE TABLE c (x INT) ENGINE=InnoDB AS SELECT 1 AS y",
        "create shop.c select: x int; engine=innodb");
    row("names that are keywords",
        "CREATE TABLE t (`key` INT, `first` INT, date DATE, `period` INT, comment TEXT, `enum` SET('a'))",
        "create shop.t: key int, first int, date date, period int, comment text, enum set(a)");
    row("digits in names", "CREATE TABLE 2020_t (1a INT, b2 INT)", "create shop.2020_t: 1a int, b2 int");
    row("digits behind the dot", "CREATE TABLE db.1t (a INT)", "create db.1t: a int");
    row("comments of all kinds", "CREATE /* a */ TABLE t -- rest\n (a INT, # more\n b INT)",
        "create shop.t: a int, b int");
    row("temporary", "CREATE TEMPORARY TABLE t (a INT)", "irrelevant");
    row("attributes of other engines",
        "CREATE TABLE t (a INT COLUMN_FORMAT DYNAMIC STORAGE DISK ENGINE_ATTRIBUTE='{\"NOT NULL\":1}' NOT NULL, g "
        "GEOMETRY NOT NULL SRID 4326, b INT NOT SECONDARY)",
        "create shop.t: a int notnull, g geometry notnull, b int");
    SqlDialect maria;
    maria.isMariaDb = true;
    maria.version = 101106;
    row("MariaDB: or replace", "CREATE OR REPLACE TABLE t (a UUID, b INET6 DEFAULT '::', c VARCHAR(5) COMPRESSED)",
        "create shop.t orreplace: a uuid, b inet6, c varchar(5) compressed", maria);
    row("MariaDB: versions",
        "CREATE TABLE t (a INT, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START, e TIMESTAMP(6) GENERATED ALWAYS AS ROW "
        "END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING",
        "create shop.t versioned: a int, s timestamp(6) stored, e timestamp(6) stored", maria);
    row("MariaDB: comments for MySQL are left out",
        "CREATE TABLE t (a INT /*!80023 INVISIBLE */ /*M!100301 COMPRESSED */ /*!50100 NOT NULL*/)",
        "create shop.t: a int notnull compressed", maria);
    row("MariaDB: sequence", "CREATE SEQUENCE s START WITH 1", "create shop.s sequence", maria);
    row("MariaDB: default expression",
        "CREATE TABLE t (a CHAR(36) DEFAULT uuid() NOT NULL, b INT DEFAULT NEXT VALUE FOR `shop`.`s` NOT NULL)",
        "create shop.t: a char(36) notnull, b int notnull", maria);
    row("MariaDB: set statement", "SET STATEMENT max_statement_time=5 FOR CREATE TABLE t (a INT)",
        "create shop.t: a int", maria);
    SqlDialect ansi;
    ansi.ansiQuotes = true;
    row("ANSI quotes", "CREATE TABLE \"t\" (\"a b\" VARCHAR(3) DEFAULT 'x')", "create shop.t: a b varchar(3)", ansi);
}

void DdlParserTest::createTable()
{
    compare();
}

void DdlParserTest::alterTable_data()
{
    columns();
    row("add",
        "ALTER TABLE t ADD COLUMN a INT NOT NULL AFTER `b`, ADD c INT FIRST, ADD (d INT, e INT), ADD COLUMN IF NOT "
        "EXISTS f INT",
        "alter shop.t: add a int notnull after b, add c int first, add d int, add e int, add f int");
    row("drop",
        "ALTER TABLE x.t DROP a, DROP COLUMN b, DROP COLUMN IF EXISTS c, DROP PRIMARY KEY, DROP INDEX i, DROP KEY k, "
        "DROP FOREIGN KEY f, DROP CHECK c1, DROP CONSTRAINT c2",
        "alter x.t: drop a, drop b, drop c, dropkey PRIMARY, dropkey i, dropkey k, dropkey c2");
    row("modify and change",
        "ALTER TABLE t MODIFY a BIGINT FIRST, CHANGE COLUMN b c VARCHAR(5) CHARACTER SET ascii AFTER a, MODIFY COLUMN "
        "d INT",
        "alter shop.t: change a a bigint first, change b c varchar(5) charset=ascii after a, change d d int");
    row("rename", "ALTER TABLE t RENAME COLUMN a TO b, RENAME INDEX i TO j, RENAME AS other.u",
        "alter shop.t: rename a b, renamekey i j, renameto other.u");
    row("keys",
        "ALTER TABLE t ADD PRIMARY KEY (a), ADD UNIQUE INDEX u (b, c), ADD INDEX (d), ADD CONSTRAINT fk FOREIGN KEY "
        "(d) REFERENCES o (x)",
        "alter shop.t: primary(a), unique u(b,c), key (d)");
    row("charset", "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, DEFAULT CHARACTER SET = latin1",
        "alter shop.t: convert charset=utf8mb4 collate=utf8mb4_bin, default charset=latin1");
    row("options without commas",
        "ALTER TABLE t ENGINE=InnoDB DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_bin, ADD a INT, ALGORITHM=INSTANT, "
        "LOCK=NONE",
        "alter shop.t: engine innodb, default charset=utf8mb4 collate=utf8mb4_bin, add a int");
    row("visibility",
        "ALTER TABLE t ALTER COLUMN a SET INVISIBLE, ALTER b SET DEFAULT 5, ALTER c DROP DEFAULT, ALTER INDEX i "
        "VISIBLE",
        "alter shop.t: invisible a");
    row("partitions", "ALTER TABLE t TRUNCATE PARTITION p0, p1", "alter shop.t: rowsgone TRUNCATE PARTITION");
    row("exchange", "ALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE x.u WITHOUT VALIDATION",
        "alter shop.t: exchange x.u");
    row("versions", "ALTER TABLE t ADD SYSTEM VERSIONING, ADD system INT", "alter shop.t: versioned, add system int");
    row("no versions", "ALTER TABLE t DROP SYSTEM VERSIONING, DROP period", "alter shop.t: unversioned, drop period");
    row("add partition", "ALTER TABLE t ADD PARTITION (PARTITION p2 VALUES LESS THAN (20))", "alter shop.t: ");
    row("drop partition", "ALTER TABLE t DROP PARTITION p0,p1", "alter shop.t: rowsgone DROP PARTITION");
    row("reorganize", "ALTER TABLE t REORGANIZE PARTITION p0,p1 INTO (PARTITION n0 VALUES LESS THAN (5) ENGINE=InnoDB)",
        "alter shop.t: ");
    row("partition by", "ALTER TABLE t ADD a INT PARTITION BY HASH(id) PARTITIONS 4", "alter shop.t: add a int");
    row("comment traps",
        "ALTER TABLE `t` ADD `x` INT COMMENT 'a \"b\" `c`; -- d', COMMENT='drop column y' /*!80000 , ALGORITHM=INPLACE "
        "*/",
        "alter shop.t: add x int");
    row("create index", "CREATE UNIQUE INDEX u USING BTREE ON x.t (a, b(5)) COMMENT 'x'",
        "alter x.t: unique u(a,b) part");
    row("drop index", "DROP INDEX `u` ON t ALGORITHM=INPLACE LOCK=NONE", "alter shop.t: dropkey u");
    row("online", "ALTER ONLINE IGNORE TABLE t ADD a INT", "alter shop.t: add a int");
    row("only an order", "ALTER TABLE t ORDER BY a", "alter shop.t: ");
}

void DdlParserTest::alterTable()
{
    compare();
}

void DdlParserTest::others_data()
{
    columns();
    row("drop tables", "DROP TABLE IF EXISTS `a`, x.b /* generated by server */", "drop shop.a x.b");
    row("drop view", "DROP VIEW IF EXISTS v", "drop shop.v");
    row("drop temporary", "DROP TEMPORARY TABLE IF EXISTS t", "irrelevant");
    row("swap", "RENAME TABLE a TO t, b TO a, t TO x.b", "rename shop.a>shop.t shop.b>shop.a shop.t>x.b");
    row("rename user", "RENAME USER a TO b", "irrelevant");
    row("truncate", "TRUNCATE `t`", "truncate shop.t");
    row("create database",
        "CREATE DATABASE IF NOT EXISTS d /*!40100 DEFAULT CHARACTER SET latin1 */ COLLATE latin1_bin",
        "database d new: charset=latin1 collate=latin1_bin");
    row("alter database", "ALTER DATABASE CHARACTER SET utf8mb4", "database shop: charset=utf8mb4");
    row("drop database", "DROP SCHEMA IF EXISTS `d`", "dropdatabase d");
    row("grant", "GRANT SELECT ON *.* TO 'u'@'%'", "irrelevant");
    row("user", "CREATE USER 'u'@'%' IDENTIFIED WITH 'mysql_native_password' AS 'x'", "irrelevant");
    row("analyze", "ANALYZE TABLE t", "irrelevant");
    row("flush", "FLUSH TABLES", "irrelevant");
    row("view", "CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `v` AS select 1",
        "irrelevant");
    row("trigger", "CREATE DEFINER=`root`@`%` TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1", "irrelevant");
    row("procedure", "CREATE PROCEDURE p() BEGIN DROP TABLE t; END", "irrelevant");
    row("begin", "BEGIN", "irrelevant");
    row("insert", "INSERT INTO t VALUES (RAND())", "INSERT shop.t");
    row("insert select", "REPLACE LOW_PRIORITY INTO x.t SELECT * FROM u", "REPLACE x.t");
    row("update", "UPDATE t SET a = 1 WHERE b = 2", "UPDATE shop.t");
    row("update of several", "UPDATE a JOIN x.b ON a.id = b.id, c AS d SET a.x = 1", "UPDATE shop.a x.b shop.c");
    row("delete", "DELETE FROM t WHERE a = 1 LIMIT 1", "DELETE shop.t");
    row("delete of several", "DELETE a, x.b FROM a INNER JOIN x.b ON a.id = b.id", "DELETE shop.a x.b shop.a x.b");
    row("load data", "LOAD DATA LOCAL INFILE 'f' REPLACE INTO TABLE `t` FIELDS TERMINATED BY ','", "LOAD shop.t");
}

void DdlParserTest::others()
{
    compare();
}

void DdlParserTest::hostile_data()
{
    columns();
    row("empty", "", "irrelevant");
    row("only a comment", "/* x", "irrelevant");
    row("cut in the columns", "CREATE TABLE t (a INT, b",
        "unparsed shop.t: expected a column type at the end of the statement");
    row("an empty name", "CREATE TABLE `` (a INT)", "unparsed: expected a name before \"\"");
    row("an empty name that nobody closed", "CREATE TABLE `", "unparsed: expected a name before \"\"");
    row("open quote", "CREATE TABLE t (a INT DEFAULT 'x", "unparsed shop.t: expected ) at the end of the statement");
    row("no name", "CREATE TABLE", "unparsed: expected a name at the end of the statement");
    row("unknown alter", "ALTER TABLE t ADD CONSTRAINT x WHATEVER (a)",
        "unparsed shop.t: expected a key before \"WHATEVER\"");
    row("cut rename", "RENAME TABLE a TO", "unparsed shop.a: expected a name at the end of the statement");
    row("zero bytes", "ALTER TABLE t ADD", "unparsed shop.t: expected a name at the end of the statement");
}

void DdlParserTest::hostile()
{
    compare();
}

QTEST_APPLESS_MAIN(DdlParserTest)
#include "tst_ddlparser.moc"
