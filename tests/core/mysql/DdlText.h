// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/schema/TrackedTable.h"

#include <string>

namespace rowcast::mysql {

// Statements and definitions as one line of text, for comparing in tests.
std::string describe(const DdlStatement &statement);
std::string describe(const TableDefinition &definition);

} // namespace rowcast::mysql
