// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/RowKey.h"

#include "core/message/CellText.h"

namespace rowcast {

bool appendRowKey(std::string &out, const TableSchema &schema, RowView row, RowView fallback, bool noHexPrefix)
{
    const size_t begin = out.size();
    for (const uint16_t index : schema.key) {
        const Cell *cell = index < row.size() ? &row[index] : nullptr;
        if (cell == nullptr || cell->kind == CellKind::Absent) {
            cell = index < fallback.size() ? &fallback[index] : nullptr;
        }
        if (cell == nullptr || cell->kind == CellKind::Absent) {
            out.resize(begin);
            return false;
        }
        if (index != schema.key.front()) {
            out.push_back('.');
        }
        appendKeyCell(out, *cell, noHexPrefix);
    }
    return !schema.key.empty();
}

bool appendRowKey(std::string &out, const Change &change, bool noHexPrefix)
{
    return appendRowKey(out, *change.schema, change.data(), change.before, noHexPrefix);
}

} // namespace rowcast
