// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/ShopData.h"

#include <algorithm>

namespace rowcast {

namespace {

constexpr const char *kTables[] = {
    "CREATE DATABASE shop CHARACTER SET utf8mb4",
    "CREATE DATABASE kwtoon CHARACTER SET utf8mb4",
    R"(CREATE TABLE shop.customers (
        id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(60) NOT NULL,
        email VARCHAR(120) NOT NULL,
        city VARCHAR(40) NOT NULL,
        preferences JSON,
        joined DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)))",
    R"(CREATE TABLE shop.products (
        id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(60) NOT NULL,
        category ENUM('books', 'games', 'music', 'garden', 'kitchen') NOT NULL,
        price DECIMAL(10,2) NOT NULL,
        stock INT NOT NULL,
        weight DOUBLE,
        is_listed BIT(1) NOT NULL DEFAULT b'1'))",
    R"(CREATE TABLE shop.orders (
        id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
        customer_id INT UNSIGNED NOT NULL,
        state ENUM('new', 'paid', 'packed', 'sent', 'returned') NOT NULL DEFAULT 'new',
        total DECIMAL(12,2) NOT NULL DEFAULT 0,
        note VARCHAR(200),
        placed DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        changed TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
        KEY (customer_id)))",
    R"(CREATE TABLE shop.order_items (
        order_id BIGINT UNSIGNED NOT NULL,
        line SMALLINT UNSIGNED NOT NULL,
        product_id INT UNSIGNED NOT NULL,
        quantity SMALLINT UNSIGNED NOT NULL,
        price DECIMAL(10,2) NOT NULL,
        PRIMARY KEY (order_id, line)))",
    "CREATE TABLE kwtoon.gift (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(60), created DATETIME)",
    "INSERT INTO kwtoon.gift (name, created) VALUES ('coupon', UTC_TIMESTAMP()), ('voucher', UTC_TIMESTAMP())",
};

// Numbers 1 to `count` as n; six digits are enough for a demo.
std::string numbers(int count)
{
    const std::string digits
        = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 "
          "UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 "
          "UNION ALL SELECT 9)";
    std::string from = digits + " a";
    std::string value = "a.d";
    int reach = 10;
    for (char name = 'b'; reach < count; ++name) {
        value += " + " + std::to_string(reach) + " * " + name + ".d";
        from += " JOIN " + digits + ' ' + name;
        reach *= 10;
    }
    return "(SELECT 1 + " + value + " AS n FROM " + from + ") numbers WHERE n <= " + std::to_string(count)
        + " ORDER BY n";
}

std::string element(const char *list, const char *by)
{
    return std::string("ELT(1 + MOD(") + by + ", 8), " + list + ")";
}

} // namespace

std::vector<std::string> shopStatements(int rows)
{
    std::vector<std::string> statements(std::begin(kTables), std::end(kTables));
    const int orders = std::max(rows / 4, 10);
    const int customers = std::max(rows / 12, 10);
    const int products = std::clamp(rows / 50, 10, 500);
    const std::string first = element("'Mina', 'Jonas', 'Haruto', 'Zoë', 'Łucja', '지우', 'Olu', 'Inês'", "n * 7");
    const std::string last
        = element("'Kim', 'Okafor', 'Møller', 'Sato', 'Novák', 'Silva', 'Weiß', 'Haddad'", "n * 5 DIV 8");
    const std::string city = element("'Seoul', 'Lagos', 'Aarhus', 'Osaka', 'Brno', 'Porto', 'Graz', 'Amman'", "n * 3");
    const std::string thing
        = element("'Teapot', 'Lantern', 'Atlas', 'Quartet', 'Trowel', 'Puzzle', 'Ladle', 'Record'", "n");
    statements.push_back("INSERT INTO shop.customers (name, email, city, preferences, joined) SELECT CONCAT(" + first
        + ", ' ', " + last + "), CONCAT('customer', n, '@example.com'), " + city
        + ", IF(MOD(n, 3) = 0, NULL, JSON_OBJECT('newsletter', MOD(n, 2) = 0, 'visits', n)), "
          "UTC_TIMESTAMP(3) - INTERVAL n HOUR FROM "
        + numbers(customers));
    statements.push_back("INSERT INTO shop.products (name, category, price, stock, weight) SELECT CONCAT(" + thing
        + ", ' No. ', n), 1 + MOD(n, 5), 5 + MOD(n * 37, 9500) / 100, 500, MOD(n, 40) / 8 FROM " + numbers(products));
    statements.push_back("INSERT INTO shop.orders (customer_id, state, total, placed, changed) SELECT 1 + MOD(n * 13, "
        + std::to_string(customers)
        + "), 1 + MOD(n, 4), 10 + MOD(n * 91, 30000) / 100, UTC_TIMESTAMP(3) - INTERVAL n MINUTE, "
          "UTC_TIMESTAMP(3) - INTERVAL n MINUTE FROM "
        + numbers(orders));
    statements.push_back(
        "INSERT INTO shop.order_items (order_id, line, product_id, quantity, price) SELECT o.id, l.line, "
        "1 + MOD(o.id * 7 + l.line, "
        + std::to_string(products)
        + "), 1 + MOD(o.id, 3), 5 + MOD(o.id * 11, 4000) / 100 FROM shop.orders o JOIN (SELECT 1 line UNION ALL SELECT "
          "2 "
          "UNION ALL SELECT 3) l ON l.line <= 1 + MOD(o.id, 3) ORDER BY o.id, l.line");
    return statements;
}

} // namespace rowcast
