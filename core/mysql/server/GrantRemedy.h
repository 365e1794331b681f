// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/TableId.h"
#include "core/mysql/server/Connection.h"
#include "core/mysql/server/Failures.h"

#include <QString>

namespace rowcast::mysql {

// The GRANT statement that ends a server's refusal (errors 1044, 1142, 1143, 1227), from the server's own words; empty
// where they do not name the privilege.
[[nodiscard]] QString grantFor(const ServerError &error, const ConnectionSettings &connection);

// The same for one table that could not be read: MySQL's own words name no schema.
[[nodiscard]] QString grantOfTable(const TableId &table, const ConnectionSettings &connection);

} // namespace rowcast::mysql
