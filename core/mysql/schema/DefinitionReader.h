// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/mapping/TableMappings.h"
#include "core/mysql/ddl/DdlStatement.h"
#include "core/mysql/gtid/GtidProgress.h"
#include "core/mysql/schema/CatalogReader.h"
#include "core/mysql/schema/SchemaFacts.h"
#include "core/mysql/server/BinlogScan.h"
#include "core/mysql/server/ServerInfo.h"

#include <chrono>
#include <map>
#include <stop_token>
#include <vector>

namespace rowcast::mysql {

// Definitions as they are at one place of the binlog.
struct DefinitionSnapshot {
    BinlogEnd place; // empty without binlog
    std::vector<TrackedTable> tables; // the selected ones, and those of the same schemas that a rename may bring in
    std::map<TableId, uint64_t> rows; // the engine's estimates
};

// Reads the definitions at the start of a task so that it is known from which place of the binlog on they hold. Used by
// one thread with one connection.
class DefinitionReader {
public:
    DefinitionReader(
        Connection &connection, const ServerInfo &info, const SchemaFacts &facts, const TableMappings &mappings);

    // Of now, wherever that is in the binlog.
    Result<DefinitionSnapshot> read(const std::stop_token &stop);
    // Position, definitions, position, until no DDL on them and no XA PREPARE lies between. Where the server tells what
    // a consistent snapshot holds, that is the position: a commit that stands in the binlog and still waits lies behind
    // it. Waits for prepared XA transactions, whose rows would be in neither load nor stream: failure
    // "mysql.xa.pending" after the timeout. "mysql.schema.unstable" when DDL never ends.
    Result<DefinitionSnapshot> readAtEnd(std::chrono::seconds timeout, const std::stop_token &stop);
    // For a stream that begins in the past: tables that DDL changed since are known from that DDL on only. delivered:
    // transactions that the stream will not have.
    Result<void> markChanges(DefinitionSnapshot &snapshot, const BinlogPosition &from, const GtidProgress &delivered,
        const std::stop_token &stop);

private:
    // Where a stream begins that has all which reads do not see yet.
    Result<BinlogEnd> readStart(const std::stop_token &stop);
    // The GTIDs of all that stands before that place; visible: those that reads saw before.
    Result<std::string> gtidsBefore(
        const BinlogEnd &place, const std::string &visible, const std::stop_token &stop) const;
    Result<std::vector<std::string>> preparedXids(const std::stop_token &stop);
    [[nodiscard]] DdlStatement parsed(const QueryEvent &event) const;

    Connection &m_connection;
    const ServerInfo &m_info;
    const SchemaFacts &m_facts;
    const TableMappings &m_mappings;
    BinlogScan m_scan;
};

// The tables that a statement names, those that it makes or renames to included. A database stands for all its tables:
// its table name is empty.
[[nodiscard]] std::vector<TableId> tablesOf(const DdlStatement &statement);

} // namespace rowcast::mysql
