// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <functional>
#include <string>

namespace rowcast {

// Schema (database) and table (collection) as the source spells them, UTF-8, case kept.
struct TableId {
    std::string schema;
    std::string table;

    auto operator<=>(const TableId &) const = default;
    // "schema.table", for logs, keys and messages to people.
    [[nodiscard]] std::string dotted() const { return schema + '.' + table; }
    [[nodiscard]] QString text() const { return QString::fromStdString(dotted()); }
};

struct TableIdHash {
    size_t operator()(const TableId &id) const
    {
        return std::hash<std::string>{}(id.schema) * 31 + std::hash<std::string>{}(id.table);
    }
};

} // namespace rowcast
