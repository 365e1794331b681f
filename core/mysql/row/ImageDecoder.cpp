// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/ImageDecoder.h"

#include "core/mysql/event/TableMapEvent.h"
#include "core/mysql/value/JsonDiff.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rowcast::mysql {

namespace {

bool isSet(std::span<const uint8_t> bitmap, size_t bit)
{
    return (bitmap[bit / 8] >> (bit % 8) & 1U) != 0;
}

size_t countSet(std::span<const uint8_t> bitmap, size_t bits)
{
    size_t count = 0;
    size_t i = 0;
    for (uint64_t word = 0; i + sizeof word <= bits / 8; i += sizeof word) {
        std::memcpy(&word, &bitmap[i], sizeof word);
        count += size_t(std::popcount(word));
    }
    for (; i < bits / 8; ++i) {
        count += size_t(std::popcount(bitmap[i]));
    }
    if (bits % 8 != 0) {
        count += size_t(std::popcount(uint8_t(bitmap[bits / 8] & ((1U << bits % 8) - 1))));
    }
    return count;
}

} // namespace

Result<std::unique_ptr<ImageDecoder>> ImageDecoder::create(const TableLayout &layout, const TableMapEvent &event)
{
    if (auto fits = layout.checkAgainst(event); !fits) {
        return fits.error();
    }
    const auto physical = physicalColumns(event);
    if (!physical) {
        return physical.error();
    }
    std::unique_ptr<ImageDecoder> decoder(new ImageDecoder);
    for (size_t i = 0; i < physical->size(); ++i) {
        decoder->m_columns.push_back(
            i < layout.columns.size() ? ColumnDecoder(layout.columns[i], (*physical)[i]) : ColumnDecoder());
        decoder->m_jsonColumns += decoder->m_columns.back().isJson() ? size_t(1) : size_t(0);
    }
    if (decoder->m_jsonColumns > 0) {
        decoder->m_documents.resize(physical->size());
    }
    decoder->m_lostDifferences.resize(physical->size());
    return decoder;
}

bool ImageDecoder::decode(ByteReader &reader, std::span<const uint8_t> present, std::span<Cell> cells, Arena &arena)
{
    return decodeColumns(reader, present, {}, cells, arena);
}

bool ImageDecoder::decodePartial(
    ByteReader &reader, std::span<const uint8_t> present, std::span<Cell> cells, Arena &arena)
{
    constexpr uint64_t kPartialJson = 1;
    const uint64_t options = reader.lengthEncoded();
    const bool isPartial = (options & kPartialJson) != 0;
    // One bit for each JSON column of the table, whether the image has it or not.
    const auto partial = isPartial ? reader.bytes((m_jsonColumns + 7) / 8) : std::span<const uint8_t>();
    return reader.ok() && decodeColumns(reader, present, partial, cells, arena);
}

bool ImageDecoder::decodeColumns(ByteReader &reader, std::span<const uint8_t> present, std::span<const uint8_t> partial,
    std::span<Cell> cells, Arena &arena)
{
    const auto nulls = reader.bytes((countSet(present, m_columns.size()) + 7) / 8);
    size_t bit = 0;
    size_t jsonBit = 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        m_failedColumn = i;
        const bool isJson = m_columns[i].isJson();
        const bool isDifference = isJson && !partial.empty() && isSet(partial, jsonBit);
        jsonBit += isJson ? 1 : 0;
        if (!isSet(present, i)) {
            cells[i] = Cell::absent();
        } else if (!reader.ok()) {
            return false;
        } else if (isSet(nulls, bit++)) {
            cells[i] = Cell::null();
        } else if (isDifference ? !readDifferences(i, reader, arena, cells[i])
                                : !m_columns[i].read(reader, arena, cells[i])) {
            return false;
        }
        if (isJson && partial.empty()) {
            rememberDocument(i, cells[i]);
        }
    }
    return reader.ok();
}

void ImageDecoder::rememberDocument(size_t column, const Cell &cell)
{
    m_documents[column] = {cell.kind == CellKind::Json, m_columns[column].jsonBytes()};
}

bool ImageDecoder::readDifferences(size_t column, ByteReader &reader, Arena &arena, Cell &cell)
{
    constexpr size_t kLengthBytes = 4;
    const auto differences = reader.bytes(reader.little(kLengthBytes));
    if (!reader.ok()) {
        return false;
    }
    if (!m_documents[column].isPresent) {
        ++m_lostDifferences[column];
        cell = Cell::absent();
        return true;
    }
    m_scratch.clear();
    if (!appendChangedJsonText(m_scratch, m_documents[column].bytes, differences)) {
        return false;
    }
    cell = Cell::view(CellKind::Json, arena.copy(m_scratch));
    return true;
}

} // namespace rowcast::mysql
