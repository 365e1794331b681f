// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/ShopWriter.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"

#include <array>
#include <cmath>
#include <random>

namespace rowcast {

namespace {

using namespace std::chrono_literals;
using Statements = std::vector<std::string>;

// Days at the shop: business is brisk at noon, and a day takes forty seconds.
constexpr double kDaySeconds = 40;
constexpr double kQuietPerSecond = 3;
constexpr double kBrisknessPerSecond = 11;

const Statements kPlaceOrder = {"START TRANSACTION",
    "INSERT INTO shop.orders (customer_id, note) SELECT id, IF(RAND() < 0.3, 'leave it with the neighbours', NULL) "
    "FROM shop.customers ORDER BY RAND() LIMIT 1",
    "SET @shop_order = LAST_INSERT_ID(), @shop_line = 0",
    "INSERT INTO shop.order_items (order_id, line, product_id, quantity, price) "
    "SELECT @shop_order, (@shop_line := @shop_line + 1), id, 1 + FLOOR(RAND() * 3), price "
    "FROM (SELECT id, price FROM shop.products ORDER BY RAND() LIMIT 3) chosen",
    "UPDATE shop.orders SET total = (SELECT SUM(quantity * price) FROM shop.order_items WHERE order_id = @shop_order) "
    "WHERE id = @shop_order",
    "UPDATE shop.products p JOIN shop.order_items i ON i.product_id = p.id AND i.order_id = @shop_order "
    "SET p.stock = p.stock - i.quantity",
    "COMMIT"};
const Statements kMoveOrderOn = {"UPDATE shop.orders SET state = 1 + LEAST(state + 0, 4) WHERE state < 4 "
                                 "ORDER BY changed LIMIT 1"};
const Statements kCancelOrder = {"START TRANSACTION", "SET @shop_order = (SELECT MIN(id) FROM shop.orders)",
    "DELETE FROM shop.order_items WHERE order_id = @shop_order", "DELETE FROM shop.orders WHERE id = @shop_order",
    "COMMIT"};
const Statements kWelcomeCustomer
    = {"INSERT INTO shop.customers (name, email, city, preferences) VALUES "
       "(CONCAT('Guest ', CONV(FLOOR(RAND() * 60466176), 10, 36)), CONCAT(UUID_SHORT(), '@example.com'), 'Seoul', "
       "JSON_OBJECT('newsletter', FALSE, 'visits', 1))"};
const Statements kMoveAway
    = {"UPDATE shop.customers SET city = ELT(1 + FLOOR(RAND() * 4), 'Seoul', 'Porto', 'Osaka', 'Graz') "
       "ORDER BY RAND() LIMIT 1"};
const Statements kChangePrice = {"UPDATE shop.products SET price = ROUND(price * (0.9 + RAND() * 0.2), 2), "
                                 "stock = IF(stock < 50, stock + 500, stock) ORDER BY RAND() LIMIT 1"};
const Statements kGiveGift = {"INSERT INTO kwtoon.gift (name, created) VALUES ('coupon', UTC_TIMESTAMP())"};
const Statements kCashGift = {"UPDATE kwtoon.gift SET name = 'cash' WHERE name = 'coupon' ORDER BY id DESC LIMIT 1"};
const Statements kTakeGift = {"DELETE FROM kwtoon.gift WHERE name = 'cash' ORDER BY id LIMIT 1"};

// One turn through the shop; placing and cancelling hold the balance.
const std::array kTurn = {&kPlaceOrder, &kGiveGift, &kMoveOrderOn, &kChangePrice, &kCashGift, &kCancelOrder,
    &kMoveOrderOn, &kTakeGift, &kMoveAway, &kMoveOrderOn, &kPlaceOrder, &kWelcomeCustomer, &kMoveOrderOn, &kChangePrice,
    &kCancelOrder, &kMoveOrderOn};

std::chrono::milliseconds pauseAfter(std::chrono::steady_clock::duration sinceStart, std::minstd_rand &random)
{
    const double day = std::chrono::duration<double>(sinceStart).count() / kDaySeconds;
    const double perSecond = kQuietPerSecond + kBrisknessPerSecond * (1 - std::cos(2 * M_PI * day)) / 2;
    const double jitter = std::uniform_real_distribution(0.5, 1.5)(random);
    return std::chrono::milliseconds(std::lround(1000 / perSecond * jitter));
}

Result<void> runAll(mysql::Connection &connection, const Statements &statements, const std::stop_token &stop)
{
    for (const std::string &statement : statements) {
        auto done = connection.execute(statement, stop);
        if (!done) {
            return done;
        }
    }
    return {};
}

// Until stopped or the connection fails.
Result<void> serve(mysql::Connection &connection, const std::stop_token &stop)
{
    SystemClock clock;
    std::minstd_rand random(std::random_device{}());
    const auto start = clock.steady();
    for (size_t step = 0; clock.sleep(pauseAfter(clock.steady() - start, random), stop); ++step) {
        auto done = runAll(connection, *kTurn.at(step % kTurn.size()), stop);
        if (!done) {
            return done;
        }
    }
    return stoppedFailure();
}

} // namespace

ShopWriter::ShopWriter(mysql::ConnectionSettings settings)
    : m_settings(std::move(settings))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void ShopWriter::run(const std::stop_token &stop) const
{
    SystemClock clock;
    do {
        auto connection = mysql::Connection::open(m_settings, stop);
        const auto ended = connection ? serve(**connection, stop) : Result<void>(connection.error());
        if (!isStopped(ended.error())) {
            qCWarning(lcCommon).noquote() << "The demo's shop:" << ended.error().text();
        }
    } while (clock.sleep(1s, stop));
}

} // namespace rowcast
