// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/LoadedRow.h"

#include "core/base/Log.h"
#include "core/mysql/row/CellFromText.h"

namespace rowcast::mysql {

DirectRows::DirectRows(LoadTablePtr table)
    : m_table(std::move(table))
    , m_cells(m_table->layout->columns.size())
    , m_replaced(m_cells.size())
{
}

Result<void> DirectRows::take(std::span<const FieldView> fields, ChangeHandler &handler)
{
    m_arena.reset();
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const FieldView text = i < fields.size() ? fields[i] : FieldView();
        m_bytes += text ? text->size() : 0;
        auto cell = cellFromText(m_table->layout->columns[i], text, m_arena, m_replaced[i]);
        if (!cell) {
            return std::move(cell).error();
        }
        m_cells[i] = *cell;
    }
    ++m_rows;
    return handOverLoad(handler, *m_table->layout, m_cells);
}

Result<void> DirectRows::run(
    Connection &connection, const std::string &sql, ChangeHandler &handler, const std::stop_token &stop)
{
    const auto cursor = connection.cursor(sql, stop);
    if (!cursor) {
        return cursor.error();
    }
    for (;;) {
        const auto row = (*cursor)->next(stop);
        if (!row) {
            return row.error();
        }
        if (!*row) {
            noteReplaced(handler);
            return {};
        }
        if (auto taken = take(**row, handler); !taken) {
            return taken;
        }
    }
}

void DirectRows::noteReplaced(ChangeHandler &handler)
{
    mysql::noteReplaced(handler, *m_table->layout, m_replaced);
}

void noteLosses(ChangeHandler &handler, const TableLayout &layout, const std::vector<ColumnLoss> &losses)
{
    for (const ColumnLoss &loss : losses) {
        const QString column = QString::fromStdString(layout.columns[loss.column].name);
        qCWarning(lcSourceUnload).noquote() << layout.schema->id.text() << "column" << column << "lost" << loss.count
                                            << "values while a chunk was brought up to date";
        handler.noteLoss(layout.schema->id, column, loss.count);
    }
}

Result<void> handOverLoad(ChangeHandler &handler, const TableLayout &layout, RowView row)
{
    Change change;
    change.operation = Operation::Load;
    change.schema = layout.schema.get();
    change.after = row;
    return handler.change(change);
}

void noteReplaced(ChangeHandler &handler, const TableLayout &layout, std::span<uint64_t> replaced)
{
    for (size_t i = 0; i < replaced.size(); ++i) {
        if (replaced[i] == 0) {
            continue;
        }
        const QString column = QString::fromStdString(layout.columns[i].name);
        qCWarning(lcSourceUnload).noquote() << layout.schema->id.text() << "column" << column << "has" << replaced[i]
                                            << "byte sequences that are invalid in its character set: sent as U+FFFD";
        handler.noteLoss(layout.schema->id, column, replaced[i]);
        replaced[i] = 0;
    }
}

} // namespace rowcast::mysql
