// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/load/ChunkRows.h"

#include "core/mysql/load/LoadedRow.h"
#include "core/mysql/row/CellFromText.h"

namespace rowcast::mysql {

namespace {

constexpr size_t kManyUnclassified = 5000;

} // namespace

ChunkRows::ChunkRows(LoadTablePtr table)
    : m_table(std::move(table))
    , m_width(m_table->layout->columns.size())
    , m_replaced(m_width)
{
}

Result<void> ChunkRows::append(std::span<const FieldView> fields)
{
    m_rows.push_back(m_cells.size());
    ++m_readRows;
    for (size_t i = 0; i < m_width; ++i) {
        FieldView text = i < fields.size() ? fields[i] : FieldView();
        if (text) {
            m_rowBytes += text->size();
            m_copiedBytes += text->size();
            text = m_arena.copy(*text);
        }
        auto cell = cellFromText(m_table->layout->columns[i], text, m_arena, m_replaced[i]);
        if (!cell) {
            return std::move(cell).error();
        }
        m_cells.push_back(*cell);
    }
    return {};
}

size_t ChunkRows::keep(RowView image)
{
    const size_t at = m_cells.size();
    for (const Cell &cell : image) {
        Cell copy = cell;
        if (!cell.text.empty()) {
            copy.text = m_arena.copy(cell.text);
            m_copiedBytes += cell.text.size();
        }
        m_cells.push_back(copy);
    }
    return at;
}

void ChunkRows::replay(RowView before, RowView after)
{
    if (!before.empty()) {
        Touched &touched = m_touched[m_table->key->bytesOf(before)];
        m_unclassified -= touched.row != kGone && !touched.isKnownInside ? 1 : 0;
        touched.row = kGone;
    }
    if (!after.empty()) {
        Touched &touched = m_touched[m_table->key->bytesOf(after)];
        m_unclassified += touched.row == kGone && !touched.isKnownInside ? 1 : 0;
        touched.row = keep(after);
    }
}

void ChunkRows::forgetReplayed()
{
    m_touched.clear();
    m_unclassified = 0;
}

// Asks for all rows at once whose place is not known.
Result<void> ChunkRows::classify(const IsInside &isInside)
{
    std::vector<std::string> keys;
    std::vector<KeyValue> values;
    for (const auto &[key, touched] : m_touched) {
        if (touched.row != kGone && !touched.isKnownInside) {
            keys.push_back(key);
            values.push_back(m_table->key->valueOf(row(touched.row)));
        }
    }
    if (values.empty()) {
        return {};
    }
    const auto inside = isInside(values);
    if (!inside) {
        return inside.error();
    }
    for (size_t i = 0; i < keys.size(); ++i) {
        if ((*inside)[i]) {
            m_touched[keys[i]].isKnownInside = true;
        } else {
            m_touched.erase(keys[i]); // no row of this chunk has this key
        }
    }
    m_unclassified = 0;
    return {};
}

Result<void> ChunkRows::prune(const IsInside &isInside)
{
    return m_unclassified < kManyUnclassified ? Result<void>() : classify(isInside);
}

Result<void> ChunkRows::settle(const IsInside &isInside)
{
    if (m_touched.empty()) {
        return {};
    }
    if (auto classified = classify(isInside); !classified) {
        return classified;
    }
    for (size_t &at : m_rows) {
        const auto touched = m_touched.find(m_table->key->bytesOf(row(at)));
        if (touched != m_touched.end()) {
            at = touched->second.row;
            m_touched.erase(touched);
        }
    }
    std::erase(m_rows, kGone);
    for (const auto &[key, touched] : m_touched) {
        if (touched.row != kGone) {
            m_rows.push_back(touched.row);
        }
    }
    m_touched.clear();
    return {};
}

Result<uint64_t> ChunkRows::handOver(ChangeHandler &handler)
{
    for (const size_t at : m_rows) {
        if (auto taken = handOverLoad(handler, *m_table->layout, row(at)); !taken) {
            return std::move(taken).error();
        }
    }
    noteReplaced(handler, *m_table->layout, m_replaced);
    return m_rows.size();
}

} // namespace rowcast::mysql
