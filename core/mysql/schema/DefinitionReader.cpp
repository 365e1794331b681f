// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/schema/DefinitionReader.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/mysql/ddl/DdlParser.h"
#include "core/mysql/ddl/QueryKind.h"
#include "core/mysql/server/StreamFailures.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rowcast::mysql {

namespace {

constexpr size_t kMostOthers = 2000; // tables that are not selected and kept all the same
constexpr int kAttempts = 20;
constexpr std::chrono::milliseconds kWait{200};

struct TablesOf {
    std::vector<TableId> operator()(const CreateTable &statement) const { return {statement.table}; }
    std::vector<TableId> operator()(const AlterTable &statement) const
    {
        std::vector<TableId> tables{statement.table};
        for (const AlterAction &action : statement.actions) {
            if (const auto *target = std::get_if<RenameTo>(&action)) {
                tables.push_back(target->table);
            }
        }
        return tables;
    }
    std::vector<TableId> operator()(const DropTables &statement) const { return statement.tables; }
    std::vector<TableId> operator()(const RenameTables &statement) const
    {
        std::vector<TableId> tables;
        for (const auto &[from, to] : statement.pairs) {
            tables.push_back(from);
            tables.push_back(to);
        }
        return tables;
    }
    std::vector<TableId> operator()(const SetDatabaseCharset &) const { return {}; }
    std::vector<TableId> operator()(const DropDatabase &statement) const { return {{statement.schema, {}}}; }
    std::vector<TableId> operator()(const UnparsedDdl &statement) const { return statement.tables; }
    std::vector<TableId> operator()(const TruncateTable &) const { return {}; }
    std::vector<TableId> operator()(const StatementDml &) const { return {}; }
    std::vector<TableId> operator()(const Irrelevant &) const { return {}; }
};

} // namespace

std::vector<TableId> tablesOf(const DdlStatement &statement)
{
    return std::visit(TablesOf{}, statement);
}

DefinitionReader::DefinitionReader(
    Connection &connection, const ServerInfo &info, const SchemaFacts &facts, const TableMappings &mappings)
    : m_connection(connection)
    , m_info(info)
    , m_facts(facts)
    , m_mappings(mappings)
    , m_scan(connection.settings(), info.binlogChecksum != "NONE")
{
}

Result<DefinitionSnapshot> DefinitionReader::read(const std::stop_token &stop)
{
    const auto schemas = m_mappings.literalSchemas();
    auto all = CatalogReader::tables(m_connection, schemas.value_or(std::vector<std::string>{}), stop);
    if (!all) {
        return all.error();
    }
    std::erase_if(*all, [](const TableFacts &table) { return table.isView; });
    std::set<std::string> selectedSchemas;
    for (const TableFacts &table : *all) {
        if (m_mappings.selects(table.id)) {
            selectedSchemas.insert(table.id.schema);
        }
    }
    DefinitionSnapshot snapshot;
    size_t others = 0;
    std::vector<TableFacts> wanted;
    for (TableFacts &table : *all) {
        const bool isSelected = m_mappings.selects(table.id);
        if (isSelected || (selectedSchemas.contains(table.id.schema) && ++others <= kMostOthers)) {
            snapshot.rows[table.id] = table.rows;
            wanted.push_back(std::move(table));
        }
    }
    auto tables = CatalogReader::definitions(m_connection, wanted, stop);
    if (!tables) {
        return tables.error();
    }
    snapshot.tables = *std::move(tables);
    for (const TableId &sequence : m_facts.sequences) {
        TrackedTable table;
        table.definition.id = sequence;
        table.isSequence = true;
        snapshot.tables.push_back(std::move(table));
    }
    return snapshot;
}

// XA RECOVER needs a privilege of its own from MySQL 8.0 on. Without it nothing can be waited for; XA COMMIT of a
// transaction that was prepared before the start then fails the task and says so.
Result<std::vector<std::string>> DefinitionReader::preparedXids(const std::stop_token &stop)
{
    const auto prepared = readPreparedXa(m_connection, stop);
    if (!prepared) {
        if (!m_connection.isAlive() || isStopped(prepared.error())) {
            return prepared.error();
        }
        qCInfo(lcSourceCapture).noquote() << "XA RECOVER is not allowed:" << prepared.error().detail;
        return std::vector<std::string>{};
    }
    std::vector<std::string> xids;
    for (const PreparedXa &xa : *prepared) {
        xids.push_back(xa.xid());
    }
    return xids;
}

DdlStatement DefinitionReader::parsed(const QueryEvent &event) const
{
    SqlDialect dialect = m_facts.rules.dialect;
    dialect.ansiQuotes = (event.sqlMode.value_or(0) & QueryEvent::kModeAnsiQuotes) != 0;
    return parseDdl(event.text, dialect, std::string(event.schema));
}

Result<BinlogEnd> DefinitionReader::readStart(const std::stop_token &stop)
{
    if (!m_info.hasSnapshotPosition()) {
        return readBinlogEnd(m_connection, m_info, stop);
    }
    if (auto begun = m_connection.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT", stop); !begun) {
        return std::move(begun).error();
    }
    auto start = readSnapshotEnd(m_connection, m_info, stop);
    auto ended = m_connection.execute("COMMIT", stop);
    return ended ? start : Result<BinlogEnd>(std::move(ended).error());
}

// SHOW MASTER STATUS shows a place behind a commit that still waits, and a set without it: a stream that began at that
// place with that set would ask another server for it again.
Result<std::string> DefinitionReader::gtidsBefore(
    const BinlogEnd &place, const std::string &visible, const std::stop_token &stop) const
{
    if (m_info.isMariaDb() || !m_info.hasGtid()) {
        return place.gtidSet;
    }
    const auto known = GtidSet::parse(visible);
    if (!known) {
        return known.error();
    }
    GtidSet all = *known;
    const auto visit = [&all](const BinlogEvent &event, const BinlogPosition &) {
        if (const auto *gtid = std::get_if<GtidEvent>(&event.body); gtid != nullptr && !gtid->isAnonymous) {
            all.add({gtid->uuid, std::string(gtid->tag)}, gtid->number);
        }
        return true;
    };
    const auto scanned = m_scan.runAfter(*known, {place.file, place.offset}, visit, stop);
    return scanned ? Result<std::string>(all.text()) : Result<std::string>(scanned.error());
}

Result<DefinitionSnapshot> DefinitionReader::readAtEnd(std::chrono::seconds timeout, const std::stop_token &stop)
{
    const SystemClock clock;
    const auto deadline = clock.steady() + timeout;
    TableId changed;
    for (int attempt = 0; attempt < kAttempts;) {
        const auto before = readStart(stop);
        const auto xids = before ? preparedXids(stop) : before.error();
        const auto begin = xids ? readStart(stop) : xids.error();
        auto snapshot = begin ? read(stop) : begin.error();
        const auto end = snapshot ? readBinlogEnd(m_connection, m_info, stop) : snapshot.error();
        if (!end) {
            return end.error();
        }
        bool isStable = xids->empty();
        const BinlogPosition from{before->file, before->offset};
        const BinlogPosition start{begin->file, begin->offset};
        const BinlogPosition until{end->file, end->offset};
        const auto visit = [&](const BinlogEvent &event, const BinlogPosition &at) {
            const auto *query = std::get_if<QueryEvent>(&event.body);
            const bool isDdl = query != nullptr && at > start && !tablesOf(parsed(*query)).empty();
            const bool isXa = std::holds_alternative<XaPrepareEvent>(event.body) && at <= start;
            isStable = !isDdl && !isXa;
            attempt += isDdl ? 1 : 0;
            changed = isDdl ? tablesOf(parsed(*query)).front() : changed;
            return isStable;
        };
        if (isStable && from < until) {
            if (auto scanned = m_scan.run(from, until, visit, stop); !scanned) {
                return scanned.error();
            }
        }
        if (isStable) {
            const auto gtids = gtidsBefore(*begin, before->gtidSet, stop);
            if (!gtids) {
                return gtids.error();
            }
            snapshot->place = {begin->file, begin->offset, *gtids};
            return snapshot;
        }
        if (clock.steady() >= deadline) {
            return pendingXaFailure(*xids, int(timeout.count()));
        }
        SystemClock().sleep(kWait, stop);
        if (stop.stop_requested()) {
            return stoppedFailure();
        }
    }
    return unstableFailure(changed);
}

Result<void> DefinitionReader::markChanges(DefinitionSnapshot &snapshot, const BinlogPosition &from,
    const GtidProgress &delivered, const std::stop_token &stop)
{
    bool isDelivered = false;
    const auto mark = [&](const TableId &changed, const std::string &at) {
        for (TrackedTable &table : snapshot.tables) {
            const bool isIt = table.definition.id == changed
                || (changed.table.empty() && table.definition.id.schema == changed.schema);
            table.since = isIt ? at : table.since;
        }
    };
    const auto visit = [&](const BinlogEvent &event, const BinlogPosition &at) {
        if (const auto *gtid = std::get_if<GtidEvent>(&event.body)) {
            isDelivered = delivered.contains(GtidProgress::nameOf(*gtid));
        } else if (const auto *domainGtid = std::get_if<MariaDbGtidEvent>(&event.body)) {
            isDelivered = delivered.contains(GtidProgress::nameOf(*domainGtid));
        } else if (const auto *query = std::get_if<QueryEvent>(&event.body); query != nullptr && !isDelivered) {
            if (meaningOf(query->text).kind == QueryKind::Other) {
                for (const TableId &table : tablesOf(parsed(*query))) {
                    mark(table, at.text());
                }
            }
        }
        return true;
    };
    return m_scan.run(from, BinlogPosition{snapshot.place.file, snapshot.place.offset}, visit, stop);
}

} // namespace rowcast::mysql
