// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/Backlog.h"

namespace rowcast::bench {

namespace {

// n is set before: `items` grows by one transaction of `size` rows a round. Each value has another length, as real
// rows do.
const char kProcedure[] = R"(
CREATE PROCEDURE shop.fill(IN total INT, IN size INT)
BEGIN
  DECLARE done INT DEFAULT 0;
  DECLARE first INT DEFAULT (SELECT COALESCE(MAX(id), 0) FROM shop.items);
  WHILE done < total DO
    INSERT INTO shop.items
      SELECT first + done + n, CONCAT('물건 ', first + done + n), (first + done + n) * 1.2345,
             18446744073709551615 - n, IF(n % 3, REPEAT('x', n % 50), NULL), '2024-02-29 12:34:56.789', n % 2,
             UNHEX(MD5(first + done + n))
      FROM shop.numbers WHERE n <= LEAST(size, total - done);
    SET done = done + size;
  END WHILE;
END)";

} // namespace

Result<void> Backlog::createTable() const
{
    auto sql = m_servers.sql();
    if (!sql) {
        return sql.error();
    }
    auto created = sql->execute(
        "DROP DATABASE IF EXISTS shop; CREATE DATABASE shop CHARACTER SET utf8mb4; USE shop;"
        "CREATE TABLE items (id INT PRIMARY KEY, name VARCHAR(80), amount DECIMAL(20,4), big BIGINT UNSIGNED, note "
        "TEXT,"
        " created DATETIME(3), flag BIT(1), raw VARBINARY(40));"
        "CREATE TABLE numbers (n INT PRIMARY KEY);"
        "INSERT INTO numbers WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 1000)"
        " SELECT n FROM s");
    return created ? sql->execute(kProcedure) : created;
}

Result<void> Backlog::insert(int rows, int rowsPerTransaction) const
{
    return m_servers.execute(
        "CALL shop.fill(" + QByteArray::number(rows) + ", " + QByteArray::number(rowsPerTransaction) + ")");
}

} // namespace rowcast::bench
