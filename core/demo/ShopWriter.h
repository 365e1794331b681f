// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/server/Connection.h"

#include <thread>

namespace rowcast {

// Customers of the demo's shop at work, on a thread of its own: orders are placed, paid, sent and cancelled, prices
// move, gifts come and go, at a gentle rate that swings between about 3 and 14 transactions a second. The shop stays
// about as large as it was. After a lost connection it tries again every second. The destructor ends it at once.
class ShopWriter {
public:
    explicit ShopWriter(mysql::ConnectionSettings settings);

private:
    void run(const std::stop_token &stop) const;

    const mysql::ConnectionSettings m_settings;
    std::jthread m_thread; // last: ends before what it uses
};

} // namespace rowcast
