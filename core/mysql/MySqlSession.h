// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/MySqlSourceSettings.h"
#include "core/mysql/load/LoadRegistry.h"
#include "core/mysql/schema/DefinitionReader.h"
#include "core/mysql/schema/SchemaFacts.h"
#include "core/mysql/schema/SchemaHistory.h"
#include "core/mysql/server/BinlogStream.h"
#include "core/mysql/server/ServerIdChoice.h"
#include "core/mysql/server/SourceZone.h"
#include "core/mysql/stream/MySqlPosition.h"
#include "core/pipeline/Source.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rowcast::mysql {

// One attempt of a task on a MySQL, Aurora or MariaDB server (SourceSession). Failures of a start: those of Connection,
// BinlogStream, DefinitionReader, "mysql.binlog.off", "mysql.binlog.format", "mysql.reader", "mysql.replica-log" of a
// server whose changes cannot be followed, and "mysql.source.foreign", "mysql.gtid.missing", "mysql.gtid.purged",
// "mysql.binlog.purged", "mysql.start.invalid", "mysql.start.time",
// "mysql.timezone.unknown".
class MySqlSession final : public SourceSession {
public:
    MySqlSession(MySqlSourceSettings settings, SourcePlan plan, std::shared_ptr<ServerIdChoice> serverIds);

    Result<void> startWithLoad(const std::stop_token &stop) override;
    Result<void> startWithChanges(const CdcStart &start, const std::stop_token &stop) override;
    Result<void> resume(const StateRecords &state, const std::stop_token &stop) override;

    [[nodiscard]] std::vector<SelectedTable> tables() const override;
    [[nodiscard]] StateRecords takeState() override;
    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &stop) override;
    StateRecords finishTable(const TableId &table) override;
    Result<std::unique_ptr<ChangeSource>> changes(const std::stop_token &stop) override;
    Result<std::string> tail(const std::stop_token &stop) override;
    [[nodiscard]] Result<bool> covers(const StateRecords &state, const std::string &target) const override;
    [[nodiscard]] QString description() const override;

private:
    Result<void> connect(const std::stop_token &stop);
    Result<DefinitionSnapshot> readSnapshot(const std::stop_token &stop);
    Result<void> adopt(const DefinitionSnapshot &snapshot);
    void addTables(const std::vector<TrackedTablePtr> &tables, const std::map<TableId, uint64_t> &rows);
    Result<void> prepareLoad(const std::map<TableId, TrackedTable> &current, bool isResumed);
    Result<void> restoreLoad(const StateRecords &state, const std::stop_token &stop);
    void startAt(const BinlogPosition &place, const std::string &gtids);
    [[nodiscard]] bool isSelected(const TrackedTable &table) const;

    const MySqlSourceSettings m_settings;
    const SourcePlan m_plan;
    std::shared_ptr<ServerIdChoice> m_serverIds;
    std::unique_ptr<Connection> m_connection;
    ServerInfo m_info;
    std::optional<SourceZone> m_zone; // of DATETIME values; none: they go on as they are
    SchemaFacts m_facts;
    std::shared_ptr<SchemaHistory> m_history;
    std::shared_ptr<LoadRegistry> m_registry; // null: nothing is loaded
    std::vector<SelectedTable> m_tables;
    MySqlPosition m_position;
    BinlogStart m_start;
    bool m_isPositionTaken = false;
};

} // namespace rowcast::mysql
