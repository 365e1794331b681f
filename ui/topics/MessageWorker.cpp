// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/MessageWorker.h"

#include <algorithm>

namespace rowcast::ui {

void MessageWorker::keep(const MessageRowPtr &row)
{
    m_kept.push_back(row);
    m_keptBytes += row->record.sizeBytes;
    while (m_kept.size() > size_t(m_limits.rows) || (m_keptBytes > m_limits.bytes && m_kept.size() > 1)) {
        m_keptBytes -= m_kept.front()->record.sizeBytes;
        m_kept.pop_front();
    }
}

void MessageWorker::add(const RecordBatch &batch)
{
    auto rows = SharedMessageRows::create();
    rows->reserve(batch->size());
    for (const TopicRecord &record : *batch) {
        const MessageRowPtr row = m_parser.read(record);
        keep(row);
        if (m_filter.matches(*row, m_parser)) {
            rows->push_back(row);
        }
    }
    Q_EMIT filtered(m_generation, rows, int(batch->size()));
}

void MessageWorker::setFilter(const MessageFilter &filter, quint64 generation)
{
    constexpr size_t kSlice = 1000;
    m_filter = filter;
    m_generation = generation;
    auto rows = SharedMessageRows::create();
    for (size_t i = 0; i < m_kept.size(); ++i) {
        if (i % kSlice == 0 && m_newest != generation) {
            return;
        }
        if (m_filter.matches(*m_kept[i], m_parser)) {
            rows->push_back(m_kept[i]);
        }
    }
    Q_EMIT refiltered(generation, rows, int(m_kept.size()));
}

void MessageWorker::clear(quint64 generation)
{
    m_generation = generation;
    m_kept.clear();
    m_keptBytes = 0;
}

void MessageWorker::describe(const MessageRowPtr &row, bool isWhole, const MessageRowPtr &marked)
{
    const MessageDetails::Other other{marked ? marked : previousOf(*row), marked != nullptr};
    Q_EMIT described(MessageDetails::of(row, other, isWhole));
}

MessageRowPtr MessageWorker::previousOf(const MessageRow &row) const
{
    // Where the key is that of the table, an older message with it is about any row.
    if (row.kind != MessageKind::Update || !row.isRowKey || !row.record.key) {
        return {};
    }
    const auto found = std::find_if(m_kept.rbegin(), m_kept.rend(), [&](const MessageRowPtr &older) {
        return older->record.offset < row.record.offset && older->record.partition == row.record.partition
            && older->record.key == row.record.key && older->table == row.table && older->schema == row.schema
            && !older->record.isAborted;
    });
    return found == m_kept.rend() ? MessageRowPtr() : *found;
}

} // namespace rowcast::ui
