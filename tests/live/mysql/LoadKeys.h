// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace rowcast {

// A kind of key that a table is cut into chunks by.
struct LoadKeys {
    const char *definition; // of the key columns and the key
    std::vector<std::string> columns;
    std::vector<std::string> expressions;
    const char *select; // the columns as RowFold prints them
};

[[nodiscard]] const std::map<QString, LoadKeys> &loadKeys();

} // namespace rowcast
