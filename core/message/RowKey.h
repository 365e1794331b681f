// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Change.h"

#include <string>

namespace rowcast {

// Appends the values of a row's primary key joined by dots, as keys of messages show them. Columns that row lacks are
// taken from fallback (may be empty). False, with out as before, when neither has one of them or the table has no key.
bool appendRowKey(std::string &out, const TableSchema &schema, RowView row, RowView fallback, bool noHexPrefix);

// The key of the row that the change is about, for messages and log lines.
bool appendRowKey(std::string &out, const Change &change, bool noHexPrefix);

} // namespace rowcast
