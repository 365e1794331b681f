// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/load/ChunkReader.h"
#include "core/mysql/load/KeylessReader.h"
#include "core/mysql/load/LoadRegistry.h"

#include <chrono>
#include <map>
#include <memory>

namespace rowcast::mysql {

// Loads chunks of any of the registry's tables on a connection of its own, and on a second one for each table without
// key that it has begun. Follows DDL: definitions are looked at again now and then and wherever a chunk does not fit.
class MySqlTableLoader final : public TableLoader {
public:
    MySqlTableLoader(std::shared_ptr<LoadRegistry> registry, std::unique_ptr<Connection> connection);
    ~MySqlTableLoader() override;

    Result<std::optional<Chunk>> loadNext(
        const TableId &table, ChangeHandler &handler, const std::stop_token &stop) override;

private:
    using Time = std::chrono::steady_clock::time_point;
    Result<std::optional<Chunk>> loadTask(
        TableLoad &load, ChunkTask task, ChangeHandler &handler, const std::stop_token &stop);
    Result<ChunkReader::Outcome> readSteadily(
        TableLoad &load, ChunkTask &task, ChangeHandler &handler, const std::stop_token &stop);
    Result<std::optional<Chunk>> nextPart(
        KeylessReader &reader, TableLoad &load, ChangeHandler &handler, const std::stop_token &stop);
    // True when the table has another definition than `load` knew; load has it now.
    Result<bool> refresh(TableLoad &load, const std::stop_token &stop);
    Result<void> refreshSometimes(TableLoad &load, const std::stop_token &stop);

    const std::shared_ptr<LoadRegistry> m_registry;
    const std::unique_ptr<Connection> m_connection;
    ChunkReader m_reader;
    std::map<TableId, std::unique_ptr<KeylessReader>> m_keyless;
    std::map<TableId, Time> m_refreshed;
};

} // namespace rowcast::mysql
