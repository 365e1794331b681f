// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mysql/event/PhysicalColumn.h"

#include <cstdint>
#include <vector>

namespace rowcast::mysql {

struct RowsEvent;
struct TableMapEvent;

// Counts the rows of a rows event without knowing the table's definition: what its TABLE_MAP says of the columns is
// enough to step over them. For tables that are not selected, whose rows count in a position all the same.
class RowCounter {
public:
    // Fails on a TABLE_MAP that contradicts itself ("mysql.binlog.corrupt").
    static Result<RowCounter> create(const TableMapEvent &event);
    // A row is one change, an update's two images too.
    [[nodiscard]] Result<uint64_t> count(const RowsEvent &event) const;

private:
    std::vector<PhysicalColumn> m_columns;
};

} // namespace rowcast::mysql
