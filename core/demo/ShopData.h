// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace rowcast {

// The statements that make the demo's databases: the shop (customers, products, orders, order_items) with about so many
// rows, and kwtoon.gift of the reference workflow. They run on MySQL 8 and MariaDB 10.6 alike.
[[nodiscard]] std::vector<std::string> shopStatements(int rows);

} // namespace rowcast
