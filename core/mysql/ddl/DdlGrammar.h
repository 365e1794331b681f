// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/ddl/SqlCursor.h"

#include <string>
#include <vector>

// The rules that DdlParser puts together, one file each; for DdlParser alone. They leave a problem in the cursor.

namespace rowcast::mysql::ddl {

// Table elements of CREATE TABLE and ADD (...): a column or a key at a time.
struct Elements {
    std::vector<ColumnSpec> columns;
    std::vector<KeySpec> keys;
};

// Behind the column's name: type and attributes, up to a comma, a closing parenthesis, FIRST, AFTER or the end.
ColumnSpec parseColumn(SqlCursor &cursor, std::string name);
void parseColumnType(SqlCursor &cursor, ColumnSpec &column);
// [CONSTRAINT [name]] PRIMARY KEY, UNIQUE, INDEX, ...; false (nothing taken) when no key or constraint stands here.
bool parseKey(SqlCursor &cursor, std::vector<KeySpec> &keys);
// "(a, b(10), (a + b))" of an index.
void parseKeyParts(SqlCursor &cursor, KeySpec &key);
// "(" element, ... ")"
void parseElements(SqlCursor &cursor, Elements &elements);
// CHARACTER SET x, CHARSET x, COLLATE x with or without DEFAULT and "="; false when none stands here.
bool parseCharset(SqlCursor &cursor, CharsetSpec &charset);

// Behind CREATE [OR REPLACE] TABLE.
CreateTable parseCreateTable(SqlCursor &cursor);
// Behind ALTER TABLE; stands at the table's name afterwards filled in, even when the rest is not understood.
void parseAlterTable(SqlCursor &cursor, AlterTable &statement);
// INSERT, UPDATE, DELETE, REPLACE, LOAD DATA, whose verb is still to be taken.
StatementDml parseDml(SqlCursor &cursor);

} // namespace rowcast::mysql::ddl
