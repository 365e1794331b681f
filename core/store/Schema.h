// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

namespace rowcast {

// The newest version of the store's tables, as PRAGMA user_version has it.
[[nodiscard]] int schemaVersion();

// Brings the tables from the version that the file has (0: none yet) to `version`, one step after the other in one
// transaction: a step that fails leaves the file as it was.
Result<void> migrate(Database &database, int version = schemaVersion());

} // namespace rowcast
