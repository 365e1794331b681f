// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedSession.h"

#include "core/mysql/load/ChunkRecord.h"

namespace rowcast::tests {

namespace {

constexpr uint32_t kChunks = 6;
constexpr char kPosition[] = "position";

} // namespace

SimulatedPosition SimulatedPosition::of(const std::string &text)
{
    const size_t bar = text.find('|');
    return {mysql::GtidSet::parse(text.substr(0, bar)).value(), std::stoull(text.substr(bar + 1))};
}

std::vector<Cell> cellsOf(const SimulatedServer::Row &row, bool isPartial)
{
    std::vector<Cell> cells;
    for (size_t column = 0; column < row.size(); ++column) {
        const bool isAbsent = isPartial && column > 1;
        cells.push_back(isAbsent ? Cell::absent() : row[column] ? Cell::integer(*row[column]) : Cell::null());
    }
    return cells;
}

SimulatedSession::SimulatedSession(SimulatedWorld &world)
    : m_world(world)
{
}

Result<void> SimulatedSession::isConnected() const
{
    return m_generation == m_world.server.generation() ? Result<void>{}
                                                       : Result<void>{simulatedFailure("the writer is another server")};
}

Result<void> SimulatedSession::open(const StateRecords &state)
{
    m_world.pass();
    m_generation = m_world.server.generation();
    mysql::LoadSettings settings;
    settings.server.identity = m_world.server.identity();
    m_registry = std::make_shared<mysql::LoadRegistry>(settings);
    for (int table = 0; table < SimulatedServer::kTables; ++table) {
        const auto newest = m_world.server.definition(table, m_world.server.log().size());
        if (auto added = m_registry->add(newest->definition); !added) {
            return added;
        }
    }
    if (auto restored = m_registry->restore(state); !restored) {
        return restored;
    }
    m_world.pass();
    return m_world.breaks(12) ? Result<void>{simulatedFailure("the source did not open")} : isConnected();
}

Result<void> SimulatedSession::startWithLoad(const std::stop_token &)
{
    m_position = {m_world.server.visible(), 0};
    m_state = {{kPosition, m_position.text()}};
    return open({});
}

Result<void> SimulatedSession::startWithChanges(const CdcStart &, const std::stop_token &stop)
{
    return startWithLoad(stop);
}

Result<void> SimulatedSession::resume(const StateRecords &state, const std::stop_token &)
{
    for (const StateRecord &record : state) {
        if (record.key == kPosition) {
            m_position = SimulatedPosition::of(*record.value);
        }
    }
    return open(state);
}

std::vector<SelectedTable> SimulatedSession::tables() const
{
    std::vector<SelectedTable> tables;
    for (int table = 0; table < SimulatedServer::kTables; ++table) {
        const TableId id = SimulatedServer::idOf(table);
        tables.push_back({m_registry->find(id)->table()->layout->schema, 10, m_registry->isLoaded(id)});
    }
    return tables;
}

StateRecords SimulatedSession::takeState()
{
    return std::exchange(m_state, {});
}

Result<std::unique_ptr<TableLoader>> SimulatedSession::loader(const std::stop_token &)
{
    return simulatedLoader(*this);
}

StateRecords SimulatedSession::finishTable(const TableId &table)
{
    m_world.loadedAt = m_world.server.log().size();
    return m_registry->finishTable(table);
}

Result<std::unique_ptr<ChangeSource>> SimulatedSession::changes(const std::stop_token &)
{
    m_world.pass();
    auto filter = m_registry->filter();
    if (!filter) {
        return std::move(filter).error();
    }
    return simulatedChanges(*this, m_position, *std::move(filter));
}

Result<std::string> SimulatedSession::tail(const std::stop_token &)
{
    m_world.pass();
    return std::to_string(m_world.server.log().size());
}

Result<bool> SimulatedSession::covers(const StateRecords &, const std::string &) const
{
    return internalFailure(QStringLiteral("nothing is validated in the simulation"));
}

std::optional<uint32_t> SimulatedSession::takeChunk(int table)
{
    std::set<uint32_t> finished;
    for (const mysql::ChunkRecord &record : m_registry->find(SimulatedServer::idOf(table))->chunks()) {
        finished.insert(record.order.front());
    }
    for (uint32_t number = 1; number <= kChunks; ++number) {
        if (!finished.contains(number) && m_taken.emplace(table, number).second) {
            return number;
        }
    }
    return std::nullopt;
}

namespace {

class SimulatedSourceConnector final : public SourceConnector {
public:
    explicit SimulatedSourceConnector(SimulatedWorld &world)
        : m_world(world)
    {
    }
    void probe(const ProbeReport &, const std::stop_token &) override { }
    void assess(const AssessmentPlan &, const ProbeReport &, const std::stop_token &) override { }
    Result<std::unique_ptr<Catalog>> catalog(const std::stop_token &) override
    {
        return simulatedFailure("no catalogue here");
    }
    std::unique_ptr<SourceSession> session(const SourcePlan &) override
    {
        return std::make_unique<SimulatedSession>(m_world);
    }

private:
    SimulatedWorld &m_world;
};

} // namespace

Result<std::unique_ptr<SourceConnector>> SimulatedConnectors::source(const EndpointSpec &) const
{
    return {std::make_unique<SimulatedSourceConnector>(m_world)};
}

} // namespace rowcast::tests
