// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/Change.h"
#include "core/mysql/ddl/QueryKind.h"
#include "core/mysql/event/BinlogPosition.h"

#include <cstdint>
#include <string>

namespace rowcast::mysql {

// What an event means for the group of events that is one transaction.
enum class GroupStep : uint8_t {
    Nothing, // inside a group, or of no concern
    Begun, // rows may follow
    Committed, // the rows since Begun are real
    RolledBack, // they are not, those of tables without transactions excepted
    Prepared, // they wait for XA COMMIT; xid() names them
    XaCommitted, // those that were prepared as xid() are real
    XaRolledBack, // they are not
    Statement, // a statement of its own, outside of any transaction
};

// Follows the groups of one binlog stream and knows at each moment which transaction it is in and from where that can
// be read again. Safe points (all that a position may rest on) are the ends of groups: XID, COMMIT and ROLLBACK, XA
// PREPARE, XA COMMIT and ROLLBACK, a compressed transaction, any statement outside of a transaction; MariaDB's groups
// begin with their GTID event. Never a ROTATE in a group, a heartbeat, or an event inside a compressed transaction.
//
//   GTID  BEGIN  TABLE_MAP  WRITE_ROWS  XID          GTID  QUERY("ALTER ...")
//   ^safe                                  ^safe                             ^safe
//
// Bookkeeping only; used by the reader thread.
class TransactionTracker {
public:
    // Bytes of an event in its file, in 64 bits (PositionTracker).
    struct Span {
        uint64_t start = 0;
        uint64_t end = 0;
    };
    explicit TransactionTracker(bool isMariaDb);

    // A stream begins to be read at this safe point: open groups are forgotten.
    void startAt(const BinlogPosition &safe);
    // The stream goes on in this file. True when a group was left open at the end of the one before: the server died
    // while it wrote it, and the rows never were.
    bool enterFile(const std::string &file);

    // FORMAT_DESCRIPTION, PREVIOUS_GTIDS and their kin: outside of groups the safe point moves behind them.
    void pass(Span span);
    // MySQL's GTID and anonymous GTID events ("" then). seconds: of the event's header.
    void gtid(std::string gtid, uint32_t seconds);
    // MariaDB's GTID event begins a group; a standalone one is a single statement (Nothing is returned).
    GroupStep mariaDbGtid(std::string gtid, bool isStandalone, Span span, uint32_t seconds);
    GroupStep query(const QueryMeaning &meaning, Span span, uint32_t seconds);
    GroupStep xid(Span span);
    GroupStep xaPrepare(std::string xid, bool isOnePhase, Span span);
    // A compressed transaction: the outer event.
    void beginPayload(Span span, uint32_t seconds);
    GroupStep endPayload(Span span);

    [[nodiscard]] const BinlogPosition &safe() const { return m_safe; } // end of the last group
    // The safe point before the group that is open or that ended last: it can be read again from there.
    [[nodiscard]] const BinlogPosition &groupBegin() const { return m_groupBegin; }
    [[nodiscard]] bool isInGroup() const { return m_isInGroup; }
    // Of the group that is open or ended last; gtid and xid may be empty.
    [[nodiscard]] const TransactionInfo &transaction() const { return m_transaction; }
    [[nodiscard]] const std::string &gtid() const { return m_gtid; }
    [[nodiscard]] const std::string &xid() const { return m_xid; }

private:
    void begin(uint64_t start, uint32_t seconds);
    GroupStep end(uint64_t offset, GroupStep step);

    const bool m_isMariaDb;
    BinlogPosition m_safe;
    BinlogPosition m_groupBegin;
    TransactionInfo m_transaction;
    std::string m_gtid;
    std::string m_xid;
    uint32_t m_gtidSeconds = 0; // of the GTID event before the group; 0: none
    bool m_isInGroup = false;
    bool m_isAwaited = false; // a GTID event was met whose group has not begun
};

} // namespace rowcast::mysql
