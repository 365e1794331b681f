// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/change/Change.h"
#include "core/change/StateRecord.h"
#include "core/mapping/TableMappings.h"
#include "core/pipeline/Probe.h"
#include "core/pipeline/Retention.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// What the engine asks of a source, whatever its kind: MySQL's binlog, change streams, DynamoDB's shards, an outbox.
//
//   SourceConnector --makes--> SourceSession (one per attempt of a task) --makes--> TableLoader (one per loader thread)
//                  \--makes--> Catalog                                  \--makes--> ChangeSource (one, reader thread)
//
// A position is text that only its own source understands: the engine carries, commits and shows it, and never compares
// it. Sources report failures; they do not retry on their own (core/task decides).

namespace rowcast {

// Where rows and changes go, called by loaders and change sources for each one in order. A failure it returns ends the
// call that made it and is passed upward unchanged. Loaders of several threads each have a handler of their own.
class ChangeHandler {
public:
    virtual ~ChangeHandler() = default;
    virtual Result<void> change(const Change &change) = 0;
    virtual Result<void> schemaChange(const SchemaChange &change) = 0;
    // Rows from here on cannot be read rightly (layout does not fit, DDL not understood): the error settings decide
    // whether the table is suspended (success is returned, the source skips the table from now on) or the task ends.
    virtual Result<void> tableFailed(const TableId &table, const Failure &failure) = 0;
    // Something lossy that the promises allow happened: bytes invalid in their character set, a JSON change that could
    // not be applied. Counted per table; the first of a column is logged by the source.
    virtual void noteLoss(const TableId &table, const QString &column, uint64_t count) = 0;
};

// Follows the changes of the selected tables in commit order. Used by the reader thread alone.
class ChangeSource {
public:
    enum class Progress : uint8_t {
        Changes, // at least one event was read
        Quiet, // the server has nothing new (a heartbeat): a moment to hand over what was collected
    };
    virtual ~ChangeSource() = default;
    // Reads one event and hands its rows over; waits at most for one heartbeat interval. Events too large for memory
    // are handed over in several calls.
    virtual Result<Progress> poll(ChangeHandler &handler, const std::stop_token &stop) = 0;
    // True when everything handed over so far ends with a whole source transaction.
    [[nodiscard]] virtual bool isAtTransactionEnd() const = 0;
    // The records which, committed together with everything handed over so far, let a new session go on exactly behind
    // it, also in the middle of a transaction. Only what changed since the last call; the position is always among
    // them.
    [[nodiscard]] virtual StateRecords takeState() = 0;
    // More input is known to be waiting: no need to hand over what was collected yet. False when that cannot be told.
    [[nodiscard]] virtual bool isMoreWaiting() const { return false; }
    // True once everything up to target, which SourceSession::tail() gave, has been handed over.
    [[nodiscard]] virtual bool hasReached(const std::string &target) const = 0;
    // For people: "binlog.000007:1234", and the source's time of the last event (micros since 1970, 0 if none).
    [[nodiscard]] virtual std::string displayPosition() const = 0;
    [[nodiscard]] virtual int64_t lastEventMicros() const = 0;
};

// Reads chunks of tables beside the living source. One per loader thread, with a connection of its own.
class TableLoader {
public:
    struct Chunk {
        StateRecords records; // to be committed in the same transaction as the chunk's rows
        uint64_t rows = 0;
    };
    virtual ~TableLoader() = default;
    // Takes the table's next chunk that nobody has taken, reads it as of one position of the change stream and hands
    // its rows over as loads. Empty when no chunk is left to take (others may still be reading theirs).
    virtual Result<std::optional<Chunk>> loadNext(
        const TableId &table, ChangeHandler &handler, const std::stop_token &stop)
        = 0;
};

struct SelectedTable {
    TableSchemaPtr schema;
    uint64_t estimatedRows = 0;
    bool isLoaded = false; // its load was complete when the session was resumed
};

// Where a task without full load begins.
struct CdcStart {
    std::string position; // DMS's CdcStartPosition: native "file:offset", "checkpoint:V1#...", a GTID set; empty: now
    std::optional<int64_t> timeMicros; // DMS's CdcStartTime
};

// One attempt to run a task on a source: opened fresh or resumed, then loaded from and followed. The session and all it
// made share what they know of each other (a chunk's position decides which changes are still to come); the functions
// may be called from several threads where they say so.
class SourceSession {
public:
    virtual ~SourceSession() = default;
    // Exactly one of these three comes first, on the runner's thread.
    virtual Result<void> startWithLoad(const std::stop_token &stop) = 0;
    virtual Result<void> startWithChanges(const CdcStart &start, const std::stop_token &stop) = 0;
    // state: every record committed for this task by earlier sessions.
    virtual Result<void> resume(const StateRecords &state, const std::stop_token &stop) = 0;

    // The tables that the mappings select, as they are defined at the start.
    [[nodiscard]] virtual std::vector<SelectedTable> tables() const = 0;
    // Records to commit before the first row (start position, definitions); only what changed since the last call.
    [[nodiscard]] virtual StateRecords takeState() = 0;
    // Any thread.
    virtual Result<std::unique_ptr<TableLoader>> loader(const std::stop_token &stop) = 0;
    // All chunks of the table were handed over and committed: records that say so. Any thread.
    virtual StateRecords finishTable(const TableId &table) = 0;
    // After all loaders are gone.
    virtual Result<std::unique_ptr<ChangeSource>> changes(const std::stop_token &stop) = 0;
    // The end of what is committed at the source now. Runner's thread.
    virtual Result<std::string> tail(const std::stop_token &stop) = 0;
    // Whether everything up to target, which tail() gave, is in this committed state of a task. Runner's thread.
    [[nodiscard]] virtual Result<bool> covers(const StateRecords &state, const std::string &target) const = 0;
    // What the server is, for the log and the console: "MySQL 8.0.33, server_uuid ..., GTID".
    [[nodiscard]] virtual QString description() const = 0;
};

// What a session has to know of the task.
struct SourcePlan {
    QString taskIdentifier;
    TableMappings mappings;
    bool wantsStreamPosition = false;
    bool isLoadWanted = true; // false for MigrationType cdc
    bool areChangesWanted
        = true; // false for MigrationType full-load: no binlog grants needed, a consistent read suffices
    // At least once: rows that an earlier run sent and did not come to record were seen all the same, so that a load
    // which is resumed sends the changes since its begin again.
    bool isUnrecordedVisible = false;
    int loaders = 2; // threads that will call loader()
    uint64_t chunkBytes = 2 * 1024 * 1024; // of row data, aimed at
    uint64_t memoryBytes = 64 * 1024 * 1024; // beyond it, held transactions go to files in spillFolder
    QString spillFolder;
    std::chrono::seconds consistencyTimeout{600}; // TransactionConsistencyTimeout
};

struct TableSummary {
    TableId id;
    bool isView = false;
    bool hasKey = true;
    uint64_t estimatedRows = 0;
    uint64_t bytes = 0;
    QString remark; // translated: what is special about it ("MyISAM", "no key", "cascading foreign keys"); or empty
};

// What the source holds; for the wizard and the assessment. One thread at a time.
class Catalog {
public:
    virtual ~Catalog() = default;
    // All tables that the user may see, without the system schemas, sorted.
    virtual Result<std::vector<TableSummary>> tables(const std::stop_token &stop) = 0;
    virtual Result<TableSchemaPtr> describe(const TableId &table, const std::stop_token &stop) = 0;
};

// What an assessment looks at beside the endpoint.
struct AssessmentPlan {
    TableMappings mappings;
    bool areChangesWanted = true;
    std::optional<uint64_t> lobMaxBytes; // longer LOBs are cut; none: written whole
};

// One configured source endpoint. Holds settings, no connection; any thread.
class SourceConnector {
public:
    virtual ~SourceConnector() = default;
    // "Test connection": changes nothing at the source. The report ends with every step in an end state; failing steps
    // are in the report, not in the result.
    virtual void probe(const ProbeReport &report, const std::stop_token &stop) = 0;
    // Premigration assessment, by the same rules: what of the selected tables cannot be delivered, or otherwise than
    // users expect.
    virtual void assess(const AssessmentPlan &plan, const ProbeReport &report, const std::stop_token &stop) = 0;
    virtual Result<std::unique_ptr<Catalog>> catalog(const std::stop_token &stop) = 0;
    virtual std::unique_ptr<SourceSession> session(const SourcePlan &plan) = 0;
    // How long the source holds its changes, and, where their room is limited, how much of it is left before those
    // behind the position go (as ChangeSource::displayPosition() shows it; empty: none yet). Reads only, on a
    // connection of its own. Not known of a source that does not tell.
    virtual Result<Retention> retention(const std::string &, const std::stop_token &) { return Retention(); }
};

} // namespace rowcast
