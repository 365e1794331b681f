// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/schema/ColumnResolver.h"
#include "core/mysql/schema/TrackedTable.h"

#include <string>
#include <vector>

namespace rowcast::mysql {

// Carries out the actions of one ALTER TABLE on a definition, in the server's order (mysql_prepare_alter_table() in
// sql/sql_table.cc): columns are dropped and changed in place first, then those with a new place and the new ones are
// put in, in the order of the statement. A renaming of the table itself is the caller's. Used once.
class TableAlteration {
public:
    // databaseDefault: for CONVERT TO CHARACTER SET DEFAULT.
    TableAlteration(const ColumnResolver &resolver, const Charsets &charsets, CharsetSpec databaseDefault,
        bool hasTimestampDefaults);

    // False when the statement does not fit the table (problem() says where): its layout is then unknown.
    bool apply(const std::vector<AlterAction> &actions, TrackedTable &table);
    [[nodiscard]] const std::string &problem() const { return m_problem; }

private:
    void applyCharsets(const std::vector<AlterAction> &actions, TableDefinition &definition);
    void dropAndChange(const std::vector<AlterAction> &actions, TrackedTable &table);
    void place(const std::vector<AlterAction> &actions, TrackedTable &table);
    void changeKeys(const std::vector<AlterAction> &actions, TrackedTable &table);
    void convert(const std::vector<AlterAction> &actions, TableDefinition &definition) const;
    void checkNames(const std::vector<AlterAction> &actions, const TableDefinition &definition);
    void insert(const ColumnDefinition &column, const ColumnPlace &where, TableDefinition &definition);
    [[nodiscard]] ColumnDefinition resolved(const ColumnSpec &column, const TableDefinition &definition) const;
    void addColumnKeys(const ColumnSpec &column, TrackedTable &table) const;
    void missing(const std::string &name);

    const ColumnResolver &m_resolver;
    const Charsets &m_charsets;
    const CharsetSpec m_databaseDefault;
    const bool m_hasTimestampDefaults;
    bool m_keepsKeyFirst = false; // FIRST is behind a generated invisible primary key
    std::string m_problem;
};

} // namespace rowcast::mysql
