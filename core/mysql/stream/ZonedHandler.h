// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Arena.h"
#include "core/mysql/server/SourceZone.h"
#include "core/pipeline/Source.h"

#include <memory>
#include <vector>

namespace rowcast::mysql {

// Stands between a source and who takes its rows: DATETIME values go on in UTC (ServerTimezone). One thread.
class ZonedHandler final : public ChangeHandler {
public:
    ZonedHandler(SourceZone zone, ChangeHandler &next);

    Result<void> change(const Change &change) override;
    Result<void> schemaChange(const SchemaChange &change) override { return m_next->schemaChange(change); }
    Result<void> tableFailed(const TableId &table, const Failure &failure) override
    {
        return m_next->tableFailed(table, failure);
    }
    void noteLoss(const TableId &table, const QString &column, uint64_t count) override
    {
        m_next->noteLoss(table, column, count);
    }

private:
    void select(const TableSchema &schema);
    RowView converted(RowView row, std::vector<Cell> &cells);

    SourceZone m_zone;
    ChangeHandler *m_next;
    const TableSchema *m_schema = nullptr; // of the row before
    std::vector<size_t> m_columns; // its DATETIME columns
    std::vector<Cell> m_before;
    std::vector<Cell> m_after;
    Arena m_arena;
};

// The same for a whole loader or change source. zone is copied.
std::unique_ptr<TableLoader> inZone(std::unique_ptr<TableLoader> loader, const SourceZone &zone);
std::unique_ptr<ChangeSource> inZone(std::unique_ptr<ChangeSource> source, const SourceZone &zone);

} // namespace rowcast::mysql
