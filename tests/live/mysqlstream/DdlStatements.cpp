// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysqlstream/DdlStatements.h"

namespace rowcast {

namespace {

const std::vector<DdlStatement> kStatements{
    {"CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20))"},
    {"CREATE TABLE numbers (a TINYINT, b TINYINT(1), c TINYINT(1) UNSIGNED, d SMALLINT(5) ZEROFILL, e MEDIUMINT "
     "UNSIGNED, f INTEGER,"
     " g BIGINT UNSIGNED, h BOOL, i DECIMAL, j DEC(7), k NUMERIC(65,30), l FIXED(5,2) UNSIGNED, m FLOAT, n FLOAT(24), "
     "o FLOAT(25),"
     " p FLOAT(7,4), q DOUBLE, r DOUBLE PRECISION, s REAL, t DOUBLE(10,3) UNSIGNED, u BIT, v BIT(64), w INT8, x INT3, "
     "y MIDDLEINT, z SERIAL)"},
    {"CREATE TABLE texts (a CHAR, b CHAR(5) BINARY, c CHARACTER VARYING(9), d NATIONAL CHAR(3), e NCHAR VARCHAR(4), f "
     "NVARCHAR(5),"
     " g TINYTEXT, h TEXT, i TEXT(10), j TEXT(300), k MEDIUMTEXT, l LONGTEXT, m LONG, n LONG VARBINARY, o TINYBLOB, p "
     "BLOB(100), q BLOB(70000),"
     " r BINARY, s VARBINARY(16), t CHAR(3) BYTE, u VARCHAR(10) CHARACTER SET binary, v TEXT CHARACTER SET binary, w "
     "CHAR(4) ASCII,"
     " x ENUM('a','it''s','b\\\\c', 'd  '), y SET('x','y') COLLATE latin1_bin, z VARCHAR(10) CHARSET utf8mb4 COLLATE "
     "utf8mb4_bin)"},
    {"CREATE TABLE times (a DATE, b TIME, c TIME(6), d DATETIME, e DATETIME(3), f TIMESTAMP NULL, g TIMESTAMP(2) NOT "
     "NULL DEFAULT CURRENT_TIMESTAMP(2),"
     " h YEAR, i YEAR(4), j JSON, k GEOMETRY, l POINT, m GEOMETRYCOLLECTION, n MULTIPOLYGON)"},
    {"CREATE TABLE `generated` (a INT, b INT GENERATED ALWAYS AS (a + 1) VIRTUAL, c INT AS (a * 2) STORED, d "
     "VARCHAR(10) AS (CONCAT(a, ')')) STORED)"},
    {"CREATE TABLE hidden (a INT, b INT INVISIBLE, `c` INT NOT NULL DEFAULT 1 INVISIBLE)"},
    {"CREATE TABLE `keys` (a INT NOT NULL, b INT, c VARCHAR(20) NOT NULL, d INT NOT NULL, PRIMARY KEY (d, a), UNIQUE "
     "(c), UNIQUE `u 2` (a, c), UNIQUE (b), KEY (c(3)))"},
    {"CREATE TABLE latin (a VARCHAR(5), b VARCHAR(5) CHARACTER SET utf8mb4, c TEXT, d TINYTEXT, e ENUM('x'), f "
     "LONGTEXT) DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci COMMENT='a; \"b\"'"},
    {"ALTER TABLE latin CONVERT TO CHARACTER SET utf8mb4"},
    {"ALTER TABLE latin CONVERT TO CHARACTER SET latin1 COLLATE latin1_bin"},
    {"ALTER TABLE latin DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"},
    {"ALTER TABLE latin ADD g CHAR(3), MODIFY a VARCHAR(6) FIRST"},
    {"ALTER TABLE t ADD b INT FIRST, ADD COLUMN c DECIMAL(5,1) NOT NULL DEFAULT 1 AFTER id, ADD (d INT, e INT)"},
    {"ALTER TABLE t MODIFY e BIGINT UNSIGNED NOT NULL AFTER b, CHANGE d `d 2` VARCHAR(7) CHARACTER SET ascii FIRST, "
     "DROP c"},
    {"ALTER TABLE t ADD n INT AFTER e, MODIFY e INT FIRST, RENAME COLUMN a TO a2"},
    {"ALTER TABLE t CHANGE b e INT, CHANGE e b INT NOT NULL"},
    {"ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b), ADD UNIQUE uu (e), ALGORITHM=COPY"},
    {"ALTER TABLE t MODIFY e INT NOT NULL"},
    {"ALTER TABLE t ADD x INT COMMENT 'a, \"b` c' , COMMENT='drop column y' /*!80000 , ALGORITHM=COPY */"},
    {"ALTER TABLE t DROP INDEX uu, RENAME TO t2"},
    {"ALTER TABLE t2 /*!40101 ADD z INT */, /* ADD nothing INT, */ ADD y INT"},
    {"CREATE UNIQUE INDEX one ON t2 (z, y)"},
    {"ALTER TABLE t2 MODIFY z INT NOT NULL, MODIFY y INT NOT NULL"},
    {"DROP INDEX one ON t2"},
    {"CREATE TABLE copy LIKE `keys`"},
    {"CREATE TABLE selected AS SELECT id, a2, CAST(1.5 AS DECIMAL(5,2)) AS x FROM t2"},
    {"CREATE TABLE s2 (extra INT PRIMARY KEY) SELECT id AS extra, a2 FROM t2"},
    {"RENAME TABLE t2 TO tmp, copy TO t2, tmp TO copy"},
    {"CREATE DATABASE second DEFAULT CHARACTER SET latin2"},
    {"CREATE TABLE second.x (a CHAR(3))"},
    {"RENAME TABLE second.x TO moved"},
    {"ALTER DATABASE second COLLATE utf8mb4_bin"},
    {"CREATE TABLE second.y (a CHAR(3)); RENAME TABLE second.y TO moved2"},
    {"CREATE TABLE IF NOT EXISTS moved2 (b INT)"},
    {"DROP TABLE IF EXISTS moved, nothing"},
    {"CREATE TABLE parts (id INT PRIMARY KEY, b INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10) "
     "ENGINE = InnoDB, PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB)"},
    {"ALTER TABLE parts REORGANIZE PARTITION p1 INTO (PARTITION p1 VALUES LESS THAN (20), PARTITION p2 VALUES LESS "
     "THAN MAXVALUE)"},
    {"ALTER TABLE parts ADD c INT REMOVE PARTITIONING"},
    {"CREATE TABLE `odd \"name``; DROP TABLE t` (`a``b` INT, `c d` INT, `select` INT DEFAULT '5')"},
    {"CREATE TABLE defaults (a INT DEFAULT -1, b VARCHAR(9) DEFAULT 'NOT NULL', c DATETIME DEFAULT CURRENT_TIMESTAMP "
     "ON UPDATE CURRENT_TIMESTAMP,"
     " d BIT(3) DEFAULT b'101', e BINARY(2) DEFAULT x'4142', f VARCHAR(5) DEFAULT _utf8mb4'x' COLLATE utf8mb4_bin, g "
     "INT DEFAULT NULL)"},
    {"SET SESSION sql_mode='ANSI_QUOTES'; CREATE TABLE \"ansi\" (\"a b\" INT, c VARCHAR(3) DEFAULT 'x'); SET SESSION "
     "sql_mode=DEFAULT"},
    {"SET NAMES latin1; CREATE TABLE umlaut (`\xe4` INT, e ENUM('\xf6')); SET NAMES utf8mb4"},
    {"SET NAMES gbk; CREATE TABLE chinese (a ENUM('\x94\x5c','\xd6\xd0') CHARACTER SET utf8mb4, b INT); SET NAMES "
     "utf8mb4"},
    {"CREATE TEMPORARY TABLE temp (a INT); INSERT INTO temp VALUES (1); DROP TEMPORARY TABLE temp"},
    {"CREATE VIEW v AS SELECT 1; CREATE OR REPLACE VIEW v AS SELECT 2; RENAME TABLE v TO v2; DROP VIEW v2"},
    {"CREATE USER u1 IDENTIFIED BY 'x'; GRANT ALL ON *.* TO u1; DROP USER u1; ANALYZE TABLE t2; FLUSH TABLES; OPTIMIZE "
     "TABLE t2"},
    {"CREATE PROCEDURE p() BEGIN ALTER TABLE t2 ADD from_procedure INT; END; CALL p(); DROP PROCEDURE p"},
    {"CREATE TABLE defaultexpr (a INT DEFAULT (1 + 1), b JSON DEFAULT (JSON_ARRAY()), c VARCHAR(40) DEFAULT (UUID()))"},
    {"CREATE TABLE functional (a INT, b JSON, KEY ((a + 1)), UNIQUE ((a * 2)))", {}, false, true},
    {"SET SESSION sql_generate_invisible_primary_key=ON; CREATE TABLE gipk (a INT); SET SESSION "
     "sql_generate_invisible_primary_key=OFF",
        {}, false, true},
    {"ALTER TABLE gipk ADD COLUMN z BIGINT UNSIGNED FIRST", {}, false, true},
    {"ALTER TABLE gipk ADD y INT, MODIFY a INT FIRST, ADD x INT FIRST", {}, false, true},
    {"CREATE TABLE gipk2 LIKE gipk; ALTER TABLE gipk2 DROP PRIMARY KEY, DROP my_row_id, ADD id INT PRIMARY KEY FIRST",
        {}, false, true},
    {"CREATE TABLE gipk3 LIKE gipk; ALTER TABLE gipk3 ADD c INT FIRST, ALTER COLUMN my_row_id SET VISIBLE", {}, false,
        true},
    {"ALTER TABLE gipk ALTER COLUMN my_row_id SET VISIBLE", {}, false, true},
    {"ALTER TABLE gipk ADD w INT FIRST", {}, false, true},
    {"ALTER TABLE t2 ADD instant1 INT FIRST, ALGORITHM=INSTANT", {}, false, true},
    {"ALTER TABLE t2 DROP instant1, ALGORITHM=INSTANT", {}, false, true},
    {"CREATE TABLE vectors (a VECTOR(3), b VECTOR)", MySqlFlavour::MySql9, true, false},
    {"CREATE OR REPLACE TABLE moved2 (u UUID, i INET6, j INET4, c VARCHAR(50) COMPRESSED, t TEXT COMPRESSED)",
        MySqlFlavour::MariaDb, true, false},
    {"CREATE SEQUENCE sq; SELECT NEXTVAL(sq); DROP SEQUENCE sq", MySqlFlavour::MariaDb, true, false},
    {"CREATE TABLE versioned (a INT) WITH SYSTEM VERSIONING", MySqlFlavour::MariaDb, true, false},
    {"CREATE TABLE unversioned LIKE versioned; ALTER TABLE unversioned DROP SYSTEM VERSIONING", MySqlFlavour::MariaDb,
        true, false},
    {"ALTER TABLE unversioned ADD SYSTEM VERSIONING", MySqlFlavour::MariaDb, true, false},
    {"SET STATEMENT max_statement_time=10 FOR ALTER TABLE moved2 ADD s INT", MySqlFlavour::MariaDb, true, false},
    {"ALTER TABLE moved2 DROP COLUMN IF EXISTS nope, ADD COLUMN IF NOT EXISTS s INT, MODIFY COLUMN IF EXISTS s BIGINT",
        MySqlFlavour::MariaDb, true, false},
    {"DROP DATABASE second"},
};

} // namespace

const std::vector<DdlStatement> &ddlStatements()
{
    return kStatements;
}

bool isFor(const DdlStatement &statement, MySqlFlavour flavour)
{
    return statement.isOnly ? statement.only == flavour : !statement.isMySql || flavour != MySqlFlavour::MariaDb;
}

} // namespace rowcast
