// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/mysql/load/LoadTable.h"
#include "core/mysql/row/RowDecoder.h"
#include "core/mysql/server/Connection.h"
#include "core/pipeline/Source.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rowcast::mysql {

// Rows on their way from the socket to the handler, one at a time. Used by one thread.
class DirectRows {
public:
    explicit DirectRows(LoadTablePtr table);
    // All rows of the statement.
    Result<void> run(
        Connection &connection, const std::string &sql, ChangeHandler &handler, const std::stop_token &stop);
    // One row. Failure "mysql.value.unexpected" and the handler's own.
    Result<void> take(std::span<const FieldView> fields, ChangeHandler &handler);
    // Counts what was invalid so far.
    void noteReplaced(ChangeHandler &handler);

    [[nodiscard]] uint64_t rows() const { return m_rows; }
    [[nodiscard]] uint64_t bytes() const { return m_bytes; }

private:
    const LoadTablePtr m_table;
    Arena m_arena;
    std::vector<Cell> m_cells;
    std::vector<uint64_t> m_replaced; // by column
    uint64_t m_rows = 0;
    uint64_t m_bytes = 0;
};

// Hands one row over as a load.
[[nodiscard]] Result<void> handOverLoad(ChangeHandler &handler, const TableLayout &layout, RowView row);
// What decoding of the binlog lost, likewise.
void noteLosses(ChangeHandler &handler, const TableLayout &layout, const std::vector<ColumnLoss> &losses);
// Counts what was invalid in its character set, by column, and forgets it; the first of a column is logged.
void noteReplaced(ChangeHandler &handler, const TableLayout &layout, std::span<uint64_t> replaced);

} // namespace rowcast::mysql
