// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Cell.h"
#include "core/message/MessageSettings.h"

#include <string>

namespace rowcast {

// How values look, out of MessageSettings.
struct CellStyle {
    bool noHexPrefix = false;
    bool useLargeIntegerValue = true;
};

// NULL or of no length: what IncludeNullAndEmpty shows.
[[nodiscard]] inline bool isNullOrEmpty(const Cell &cell)
{
    return cell.kind == CellKind::Null || (cell.kind >= CellKind::Number && cell.text.empty());
}

// Appends the cell as a JSON value; an absent one is null.
void appendCell(std::string &out, const Cell &cell, CellStyle style);

// Appends the cell as it stands in keys: numbers in full, texts as they are.
void appendKeyCell(std::string &out, const Cell &cell, bool noHexPrefix);

} // namespace rowcast
