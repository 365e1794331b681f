// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/ddl/SqlLexer.h"
#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/server/Charsets.h"

namespace rowcast::mysql {

// What the server makes of a column's words: its type as information_schema.columns.column_type prints it on that
// server (5.7 and MariaDB with display widths), its character set with the table's default filled in. Pure.
class ColumnResolver {
public:
    // charsets must outlive the resolver.
    ColumnResolver(const SqlDialect &dialect, const Charsets &charsets);
    [[nodiscard]] const SqlDialect &dialect() const { return m_dialect; }

    // table: the resolved default of the table. hasTimestampDefaults: explicit_defaults_for_timestamp is off, a
    // TIMESTAMP that does not say NULL is NOT NULL.
    [[nodiscard]] ColumnDefinition resolve(
        const ColumnSpec &column, const CharsetSpec &table, bool hasTimestampDefaults) const;
    // ALTER TABLE ... CONVERT TO CHARACTER SET: a TEXT grows when its bytes would no longer hold its characters.
    void convert(ColumnDefinition &column, const CharsetSpec &target) const;

private:
    [[nodiscard]] std::string typeText(
        const ColumnSpec &column, const std::string &type, const std::string &charset) const;
    [[nodiscard]] std::string integerText(const ColumnSpec &column) const;
    [[nodiscard]] std::string sizedLob(const std::string &type, const std::string &length, uint32_t maxBytes) const;

    SqlDialect m_dialect;
    const Charsets &m_charsets;
    bool m_printsWidths; // int(11)
};

} // namespace rowcast::mysql
