// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/row/RowDecoder.h"

#include "core/base/ByteReader.h"
#include "core/mysql/bytes/DecodingFailures.h"
#include "core/mysql/row/ImageDecoder.h"

namespace rowcast::mysql {

RowDecoder::RowDecoder(TableLayoutPtr layout, std::unique_ptr<ImageDecoder> images)
    : m_layout(std::move(layout))
    , m_images(std::move(images))
    , m_before(m_images->columnCount())
    , m_after(m_images->columnCount())
{
    for (size_t i = 0; i < m_layout->columns.size(); ++i) {
        const ValueKind kind = m_layout->columns[i].kind;
        if (kind == ValueKind::Text || kind == ValueKind::Enum || kind == ValueKind::Set || kind == ValueKind::Json) {
            m_lossyColumns.push_back(uint16_t(i));
        }
    }
}

RowDecoder::~RowDecoder() = default;

Result<std::unique_ptr<RowDecoder>> RowDecoder::create(TableLayoutPtr layout, const TableMapEvent &event)
{
    auto images = ImageDecoder::create(*layout, event);
    if (!images) {
        return images.error();
    }
    return std::unique_ptr<RowDecoder>(new RowDecoder(std::move(layout), std::move(*images)));
}

RowDecoder::RowsIterator::RowsIterator(RowDecoder &decoder, const RowsEvent &event, Arena &arena)
    : m_decoder(&decoder)
    , m_event(&event)
    , m_arena(&arena)
{
}

Result<bool> RowDecoder::RowsIterator::next(RowView &before, RowView &after)
{
    const bool isRowOfDefaults = m_count == 0 && m_event->isOneRowOfDefaults();
    if (m_offset >= m_event->rows.size() && !isRowOfDefaults) {
        return false;
    }
    if (m_event->columnCount != m_decoder->m_images->columnCount()) {
        return corruptFailure(QStringLiteral("rows event with %1 columns after a TABLE_MAP event with %2")
                                  .arg(m_event->columnCount)
                                  .arg(m_decoder->m_images->columnCount()));
    }
    const size_t shown = m_decoder->m_layout->columns.size();
    ByteReader reader(m_event->rows.subspan(m_offset));
    before = {};
    after = {};
    if (m_event->hasBefore()) {
        if (!m_decoder->m_images->decode(reader, m_event->columnsBefore, m_decoder->m_before, *m_arena)) {
            return damaged();
        }
        before = RowView(m_decoder->m_before).first(shown);
    }
    if (m_event->hasAfter()) {
        const bool isRight = m_event->kind == RowsKind::PartialUpdate
            ? m_decoder->m_images->decodePartial(reader, m_event->columnsAfter, m_decoder->m_after, *m_arena)
            : m_decoder->m_images->decode(reader, m_event->columnsAfter, m_decoder->m_after, *m_arena);
        if (!isRight) {
            return damaged();
        }
        after = RowView(m_decoder->m_after).first(shown);
    }
    if (reader.position() == 0 && !isRowOfDefaults) { // images without any column: the event would never end
        return damaged();
    }
    m_offset += reader.position();
    ++m_count;
    return true;
}

Failure RowDecoder::RowsIterator::damaged() const
{
    const size_t column = m_decoder->m_images->failedColumn();
    const auto &columns = m_decoder->m_layout->columns;
    return corruptFailure(QStringLiteral("row %1 of the event, table %2, column %3")
                              .arg(m_count)
                              .arg(m_decoder->m_layout->schema->id.text(),
                                  column < columns.size() ? QString::fromStdString(columns[column].name)
                                                          : QStringLiteral("behind the last")));
}

std::vector<ColumnLoss> RowDecoder::takeLosses()
{
    std::vector<ColumnLoss> losses;
    for (const uint16_t i : m_lossyColumns) {
        if (const uint64_t count = m_images->takeReplaced(i); count > 0) {
            losses.push_back({ColumnLoss::Kind::InvalidText, i, count});
        }
        if (const uint64_t count = m_images->takeLostDifferences(i); count > 0) {
            losses.push_back({ColumnLoss::Kind::JsonDifference, i, count});
        }
    }
    return losses;
}

} // namespace rowcast::mysql
