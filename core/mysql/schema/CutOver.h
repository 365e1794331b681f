// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/schema/SchemaHistory.h"

#include <functional>
#include <vector>

namespace rowcast::mysql {

// The end of an online schema change: gh-ost's "t to _t_del, _t_gho to t", pt-online-schema-change's "t to _t_old,
// _t_new to t". By these names alone the new table is known to hold the old one's rows: any other table that takes a
// selected one's name may hold others. Where the tools' tables are not selected themselves, the two renames become one
// change of t's columns; else they stay as they are.
void joinCutOver(std::vector<DefinitionChange> &changes, const std::function<bool(const TableId &)> &isSelected);

} // namespace rowcast::mysql
