// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/base/Result.h"
#include "core/change/Cell.h"
#include "core/mysql/event/RowsEvent.h"
#include "core/mysql/row/TableLayout.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rowcast::mysql {

struct TableMapEvent;
class ImageDecoder;

// What was lost while decoding since the last question; contract: "never stops a task, logged once a column, counted".
struct ColumnLoss {
    enum class Kind : uint8_t {
        InvalidText, // byte sequences that are invalid in the column's character set
        JsonDifference, // partial JSON updates without the document they change
    };
    Kind kind = Kind::InvalidText;
    uint16_t column = 0; // index in TableSchema::columns
    uint64_t count = 0;
};

// Decodes the rows of one table under one TABLE_MAP: made when a table id is seen first, kept until ids end (rotation,
// format description, reconnect). Owns all it needs of the TABLE_MAP. Used by one thread.
//
//   RowsIterator rows = decoder.rows(event, arena);
//   while (true) { auto more = rows.next(before, after); if (!more) fail; if (!*more) break; ... }
class RowDecoder {
public:
    // Fails where layout and event do not fit ("mysql.schema.mismatch").
    static Result<std::unique_ptr<RowDecoder>> create(TableLayoutPtr layout, const TableMapEvent &event);
    ~RowDecoder();
    RowDecoder(const RowDecoder &) = delete;
    RowDecoder &operator=(const RowDecoder &) = delete;

    [[nodiscard]] const TableLayoutPtr &layout() const { return m_layout; }

    // Walks over the rows of an event. One at a time: the iterator uses the decoder's cells.
    class RowsIterator {
    public:
        // The next row: before and after (empty where the kind has none) hold one cell per schema column; they point
        // into the decoder, whose cells the next call overwrites. Texts in the cells point into the event and into the
        // arena: they stay until those end, so the caller may keep copies of the cells, and resets the arena between
        // rows when it does not. False at the end. Failure "mysql.binlog.corrupt".
        Result<bool> next(RowView &before, RowView &after);
        // How many rows came so far.
        [[nodiscard]] uint64_t count() const { return m_count; }

    private:
        friend class RowDecoder;
        RowsIterator(RowDecoder &decoder, const RowsEvent &event, Arena &arena);
        [[nodiscard]] Failure damaged() const;

        RowDecoder *m_decoder;
        const RowsEvent *m_event;
        Arena *m_arena;
        size_t m_offset = 0;
        uint64_t m_count = 0;
    };
    // event and arena must stay while the iterator is used.
    [[nodiscard]] RowsIterator rows(const RowsEvent &event, Arena &arena) { return {*this, event, arena}; }

    // What was lost since the last call; mostly empty.
    [[nodiscard]] std::vector<ColumnLoss> takeLosses();

private:
    RowDecoder(TableLayoutPtr layout, std::unique_ptr<ImageDecoder> images);

    TableLayoutPtr m_layout;
    std::unique_ptr<ImageDecoder> m_images;
    std::vector<uint16_t> m_lossyColumns; // whose values can be damaged and yet be shown
    std::vector<Cell> m_before;
    std::vector<Cell> m_after;
};

using RowsIterator = RowDecoder::RowsIterator;

} // namespace rowcast::mysql
