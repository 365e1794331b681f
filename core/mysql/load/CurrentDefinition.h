// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/TableLoad.h"
#include "core/mysql/server/Connection.h"

#include <optional>
#include <stop_token>

namespace rowcast::mysql {

// The table as the server has it now, where its columns or keys are not those that known has; empty: they are. Failure
// "mysql.table.missing" where it is gone.
[[nodiscard]] Result<std::optional<TableDefinition>> changedDefinition(
    Connection &connection, const TableDefinition &known, const std::stop_token &stop);
// Redefines the load where that is so, and tells whether it was. Failures: those, and of LoadTable::make() and
// TableLoad::redefine().
[[nodiscard]] Result<bool> redefineWhereChanged(TableLoad &load, Connection &connection, const std::stop_token &stop);

} // namespace rowcast::mysql
