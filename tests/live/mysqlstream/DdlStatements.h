// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Installation.h"

#include <vector>

namespace rowcast {

// One step of a long life of tables; several statements where they belong together.
struct DdlStatement {
    const char *sql;
    MySqlFlavour only = MySqlFlavour::MySql80; // meaningful where isOnly
    bool isOnly = false;
    bool isMySql = false; // not for MariaDB
};

// In this order, in the schema `shop`; `second` is made on the way.
[[nodiscard]] const std::vector<DdlStatement> &ddlStatements();
[[nodiscard]] bool isFor(const DdlStatement &statement, MySqlFlavour flavour);

} // namespace rowcast
