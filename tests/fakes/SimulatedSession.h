// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/load/TableLoad.h"
#include "tests/fakes/SimulatedWorld.h"

#include <set>

namespace rowcast::tests {

// How far a stream has come: what it has handed over whole, and how many rows of the next transaction.
struct SimulatedPosition {
    mysql::GtidSet gtids;
    uint64_t done = 0;

    [[nodiscard]] std::string text() const { return gtids.text() + '|' + std::to_string(done); }
    [[nodiscard]] static SimulatedPosition of(const std::string &text);
};

// A row image as the binlog has it: columns that a partial one lacks are absent.
[[nodiscard]] std::vector<Cell> cellsOf(const SimulatedServer::Row &row, bool isPartial);

// One attempt of a task on the simulated server, with the real records of chunks and the real filter of the hand-over.
class SimulatedSession final : public SourceSession {
public:
    explicit SimulatedSession(SimulatedWorld &world);

    Result<void> startWithLoad(const std::stop_token &stop) override;
    Result<void> startWithChanges(const CdcStart &start, const std::stop_token &stop) override;
    Result<void> resume(const StateRecords &state, const std::stop_token &stop) override;
    std::vector<SelectedTable> tables() const override;
    StateRecords takeState() override;
    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &stop) override;
    StateRecords finishTable(const TableId &table) override;
    Result<std::unique_ptr<ChangeSource>> changes(const std::stop_token &stop) override;
    Result<std::string> tail(const std::stop_token &stop) override;
    Result<bool> covers(const StateRecords &, const std::string &) const override;
    QString description() const override { return QStringLiteral("simulated"); }

    // "simulated" once the server is another one than this session was opened on.
    [[nodiscard]] Result<void> isConnected() const;
    [[nodiscard]] SimulatedWorld &world() { return m_world; }
    [[nodiscard]] mysql::LoadRegistry &registry() { return *m_registry; }
    // The next chunk of the table that no loader of this session has taken: its number; keys are cut at fixed places.
    [[nodiscard]] std::optional<uint32_t> takeChunk(int table);

private:
    Result<void> open(const StateRecords &state);

    SimulatedWorld &m_world;
    int m_generation = 0;
    std::shared_ptr<mysql::LoadRegistry> m_registry;
    SimulatedPosition m_position;
    StateRecords m_state;
    std::set<std::pair<int, uint32_t>> m_taken;
};

[[nodiscard]] std::unique_ptr<TableLoader> simulatedLoader(SimulatedSession &session);
[[nodiscard]] std::unique_ptr<ChangeSource> simulatedChanges(
    SimulatedSession &session, SimulatedPosition position, std::unique_ptr<mysql::HandOverFilter> filter);

} // namespace rowcast::tests
