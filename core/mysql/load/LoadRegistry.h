// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/StateRecord.h"
#include "core/mysql/ddl/TableDefinition.h"
#include "core/mysql/load/BinlogWindow.h"
#include "core/mysql/load/HandOverFilter.h"
#include "core/mysql/server/ServerInfo.h"
#include "core/pipeline/Source.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace rowcast::mysql {

class ReadPoint;
class SafePoints;
class TableLoad;

struct LoadSettings {
    ConnectionSettings connection;
    ServerInfo server;
    uint64_t chunkBytes = 2 * 1024 * 1024; // SourcePlan::chunkBytes
    bool areChangesWanted = true; // false: plain consistent reads, no binlog
    // Rows may have been sent before, of an earlier moment: no change is taken for a part of them.
    bool isRepeated = false;
    // Without GTIDs: a position noted that long ago lies before everything that is not yet visible.
    std::chrono::seconds commitTime{30};
};

// What the load of a task has done and has still to do, shared by its loaders, the session and the hand-over filter.
// Thread-safe.
//
//   session: add() each table, restore() old records, loader() per loader thread, finishTable(), then filter()
class LoadRegistry : public std::enable_shared_from_this<LoadRegistry> {
public:
    explicit LoadRegistry(LoadSettings settings);
    ~LoadRegistry();

    // Before the first loader.
    Result<void> add(const TableDefinition &definition);
    // state: all records of the task; takes those whose key begins with "load/". Tables must have been added. A record
    // of a table without key that was not finished is of no use: such a load starts over.
    Result<void> restore(const StateRecords &state);
    // Of the tables whose load is complete: the columns by which their chunks were cut.
    [[nodiscard]] static std::map<TableId, std::vector<std::string>> keysOfLoaded(const StateRecords &state);
    [[nodiscard]] bool isLoaded(const TableId &table) const;
    // Forgets what was loaded of the table (reload): tombstones for its records.
    StateRecords reset(const TableId &table);

    Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &stop);
    StateRecords finishTable(const TableId &table);
    // Decides what streamed changes are new; after the loaders are gone.
    Result<std::unique_ptr<HandOverFilter>> filter();

    [[nodiscard]] const LoadSettings &settings() const { return m_settings; }
    [[nodiscard]] TableLoad *find(const TableId &table) const; // null: not added
    // For the window of the binlog around a read of this table, which begins at start. The point must outlive the
    // request.
    [[nodiscard]] WindowRequest windowRequest(
        const BinlogStart &start, const ReadPoint &point, const LoadTablePtr &table) const;
    [[nodiscard]] SafePoints &safePoints() { return *m_safePoints; }
    [[nodiscard]] std::vector<TableLoad *> all() const;

private:
    const LoadSettings m_settings;
    mutable std::mutex m_mutex;
    std::map<TableId, std::unique_ptr<TableLoad>> m_tables;
    std::unique_ptr<SafePoints> m_safePoints;
};

} // namespace rowcast::mysql
