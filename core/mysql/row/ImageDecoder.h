// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/base/ByteReader.h"
#include "core/base/Result.h"
#include "core/change/Cell.h"
#include "core/mysql/event/RowsEvent.h"
#include "core/mysql/row/ColumnDecoder.h"
#include "core/mysql/row/TableLayout.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rowcast::mysql {

struct TableMapEvent;

// Decodes row images of one table under one TABLE_MAP into cells. Used by one thread.
class ImageDecoder {
public:
    // layout must outlive the decoder. Fails where layout and event do not fit.
    static Result<std::unique_ptr<ImageDecoder>> create(const TableLayout &layout, const TableMapEvent &event);

    [[nodiscard]] size_t columnCount() const { return m_columns.size(); }

    // Cells of columns that present (a bitmap of all columns) lacks are absent. False where the bytes are damaged;
    // failedColumn() tells at which column. cells: one for each column of the TABLE_MAP.
    [[nodiscard]] bool decode(
        ByteReader &reader, std::span<const uint8_t> present, std::span<Cell> cells, Arena &arena);
    // The after image of PARTIAL_UPDATE_ROWS; the before image must have been decoded right before.
    [[nodiscard]] bool decodePartial(
        ByteReader &reader, std::span<const uint8_t> present, std::span<Cell> cells, Arena &arena);
    [[nodiscard]] size_t failedColumn() const { return m_failedColumn; }

    [[nodiscard]] uint64_t takeReplaced(size_t column) { return m_columns[column].takeReplaced(); }
    // Partial updates of this column whose document the before image lacked.
    [[nodiscard]] uint64_t takeLostDifferences(size_t column) { return std::exchange(m_lostDifferences[column], 0); }

private:
    ImageDecoder() = default;
    [[nodiscard]] bool decodeColumns(ByteReader &reader, std::span<const uint8_t> present,
        std::span<const uint8_t> partial, std::span<Cell> cells, Arena &arena);
    bool readDifferences(size_t column, ByteReader &reader, Arena &arena, Cell &cell);
    void rememberDocument(size_t column, const Cell &cell);

    struct Document {
        bool isPresent = false;
        std::span<const uint8_t> bytes;
    };
    std::vector<ColumnDecoder> m_columns;
    std::vector<Document> m_documents; // JSON of the image decoded last, by column; empty without JSON columns
    std::vector<uint64_t> m_lostDifferences;
    size_t m_jsonColumns = 0;
    size_t m_failedColumn = 0;
    std::string m_scratch;
};

} // namespace rowcast::mysql
