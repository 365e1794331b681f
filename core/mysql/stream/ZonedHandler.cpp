// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/stream/ZonedHandler.h"

#include <utility>

namespace rowcast::mysql {

namespace {

class ZonedLoader final : public TableLoader {
public:
    ZonedLoader(std::unique_ptr<TableLoader> loader, SourceZone zone)
        : m_loader(std::move(loader))
        , m_zone(std::move(zone))
    {
    }
    Result<std::optional<Chunk>> loadNext(
        const TableId &table, ChangeHandler &handler, const std::stop_token &stop) override
    {
        ZonedHandler zoned(m_zone, handler);
        return m_loader->loadNext(table, zoned, stop);
    }

private:
    std::unique_ptr<TableLoader> m_loader;
    SourceZone m_zone;
};

class ZonedSource final : public ChangeSource {
public:
    ZonedSource(std::unique_ptr<ChangeSource> source, SourceZone zone)
        : m_source(std::move(source))
        , m_zone(std::move(zone))
    {
    }
    Result<Progress> poll(ChangeHandler &handler, const std::stop_token &stop) override
    {
        ZonedHandler zoned(m_zone, handler);
        return m_source->poll(zoned, stop);
    }
    [[nodiscard]] bool isAtTransactionEnd() const override { return m_source->isAtTransactionEnd(); }
    [[nodiscard]] StateRecords takeState() override { return m_source->takeState(); }
    [[nodiscard]] bool isMoreWaiting() const override { return m_source->isMoreWaiting(); }
    [[nodiscard]] bool hasReached(const std::string &target) const override { return m_source->hasReached(target); }
    [[nodiscard]] std::string displayPosition() const override { return m_source->displayPosition(); }
    [[nodiscard]] int64_t lastEventMicros() const override { return m_source->lastEventMicros(); }

private:
    std::unique_ptr<ChangeSource> m_source;
    SourceZone m_zone;
};

} // namespace

ZonedHandler::ZonedHandler(SourceZone zone, ChangeHandler &next)
    : m_zone(std::move(zone))
    , m_next(&next)
{
}

void ZonedHandler::select(const TableSchema &schema)
{
    m_schema = &schema;
    m_columns.clear();
    for (size_t i = 0; i < schema.columns.size(); ++i) {
        if (schema.columns[i].sourceType.starts_with("datetime")) {
            m_columns.push_back(i);
        }
    }
}

RowView ZonedHandler::converted(RowView row, std::vector<Cell> &cells)
{
    cells.assign(row.begin(), row.end());
    for (const size_t column : m_columns) {
        if (column < cells.size() && cells[column].kind == CellKind::Plain) {
            cells[column].text = m_arena.copy(m_zone.toUtc(cells[column].text));
        }
    }
    return cells;
}

Result<void> ZonedHandler::change(const Change &change)
{
    if (change.schema != m_schema) {
        select(*change.schema);
    }
    if (m_columns.empty()) {
        return m_next->change(change);
    }
    m_arena.reset();
    Change zoned = change;
    zoned.before = converted(change.before, m_before);
    zoned.after = converted(change.after, m_after);
    return m_next->change(zoned);
}

std::unique_ptr<TableLoader> inZone(std::unique_ptr<TableLoader> loader, const SourceZone &zone)
{
    return std::make_unique<ZonedLoader>(std::move(loader), zone);
}

std::unique_ptr<ChangeSource> inZone(std::unique_ptr<ChangeSource> source, const SourceZone &zone)
{
    return std::make_unique<ZonedSource>(std::move(source), zone);
}

} // namespace rowcast::mysql
