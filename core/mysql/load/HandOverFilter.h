// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/change/Change.h"
#include "core/change/StateRecord.h"
#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/load/ChunkKey.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace rowcast::mysql {

class CollationOrder;
class LoadRegistry;
class LoadedTable;

// The place of a change in the stream, as far as the hand-over has to know it.
struct StreamPlace {
    std::string server; // ServerInfo::identity of the server that is read
    std::string file;
    // End of the event; for rows of an XA transaction and of a compressed one, of what made them visible.
    uint64_t offset = 0;
    // Of the transaction, "uuid:7" or "0-1-7"; empty: none. Needed where `server` is not the one that was loaded from.
    std::string gtid;

    [[nodiscard]] BinlogPosition position() const { return {file, offset}; }
};

// What becomes of a streamed change to a table that was loaded in chunks (each chunk c is the state at exactly H(c)).
enum class HandOver : uint8_t {
    Send, // as it is
    Drop, // the load has it
    SendAsDelete, // an update that moved the row out of a chunk which has its old form, into one which has its new form
    SendAsInsert, // an update that moved the row out of a chunk which knows that it is gone, into one which lacks it
};

// One row of a rows event; `before` is empty for inserts, `after` for deletes.
struct RowImages {
    RowView before;
    RowView after;
};

// Step 4 and 5 of the full load: decides for each streamed change whether the chunks of its table hold it already. Keys
// of numbers, dates and binaries are compared here; the order of texts is asked from the server, on a connection that
// is opened when first needed. Used by the reader thread.
class HandOverFilter {
public:
    // For LoadRegistry::filter(), which all others use.
    static Result<std::unique_ptr<HandOverFilter>> make(std::shared_ptr<LoadRegistry> registry);
    ~HandOverFilter();

    // Called at the begin of every transaction (and for every event where that is easier): cheap. Forgets itself, and
    // the records of the chunks, once everything loaded lies behind.
    void moveTo(const StreamPlace &place);
    // True when nothing loaded can concern the changes from here on.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    // True when rows of this table must be decided one by one at the place given last; false: send them all.
    [[nodiscard]] bool concerns(const TableId &table) const;
    // For the rows of one event of a table that concerns(): the same number of decisions in the same order. Key columns
    // are found by their names in schema.
    Result<std::vector<HandOver>> decide(
        const TableId &table, const TableSchema &schema, std::span<const RowImages> rows, const std::stop_token &stop);
    // A statement at this place dropped the table, renamed it or made it. Chunks that were read behind it are of the
    // new table and know all before them; where there are none of these, the table is forgotten.
    enum class Chunks : uint8_t { Older, Both, Newer };
    Chunks forgetOlder(const TableId &table, const StreamPlace &place);
    // Tombstones of chunk records that are no longer needed; only what changed since the last call.
    [[nodiscard]] StateRecords takeState();

private:
    struct Server; // whom texts' order is asked from
    explicit HandOverFilter(std::shared_ptr<LoadRegistry> registry);
    Result<CollationOrder *> order(const std::stop_token &stop);
    Result<std::vector<KeyValue>> keysOf(const LoadedTable &table, const TableSchema &schema,
        std::span<const RowImages> rows, const std::stop_token &stop);
    void expire();

    std::shared_ptr<LoadRegistry> m_registry;
    StreamPlace m_place;
    std::unordered_map<TableId, std::unique_ptr<LoadedTable>, TableIdHash> m_tables;
    std::unique_ptr<Server> m_server;
    StateRecords m_expired;
    bool m_isEmpty = false;
};

} // namespace rowcast::mysql
