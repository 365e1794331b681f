// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/event/BinlogPosition.h"
#include "core/mysql/gtid/GtidSet.h"
#include "core/mysql/load/HandOverFilter.h"
#include "core/mysql/load/LoadTable.h"
#include "tests/fakes/SeededThreads.h"

#include <array>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <vector>

namespace rowcast::tests {

// A MySQL server of two tables, as far as a task can tell: a binlog with GTIDs in which transactions stand before they
// become visible to reads, in order or not; XA; row images that lack columns; columns that are added; a failover to
// another server with the same transactions at other places. Whatever it does is drawn from a seed. Belongs to the
// thread whose turn it is (SeededThreads).
class SimulatedServer {
public:
    static constexpr int kTables = 2;
    static constexpr int kKeys = 40;

    using Row = std::vector<std::optional<int>>; // k, v, w and the columns added later; v is of one change alone
    using Rows = std::map<int, Row>;
    struct RowChange {
        int table = 0;
        Row before; // empty: an insert
        Row after; // empty: a delete
        bool isPartial = false; // the images have only k and v
    };
    struct Transaction {
        enum class Kind : uint8_t { Rows, XaPrepare, XaCommit, AddColumn };
        Kind kind = Kind::Rows;
        std::vector<RowChange> changes; // of XaCommit: what was prepared
        int table = 0; // AddColumn
        bool isVisible = false;
    };

    SimulatedServer(SeededThreads &threads, uint64_t seed);

    // One thing happens: a commit, an XA step, a commit becomes visible, a DDL, rarely a failover.
    void live();
    // All that is under way becomes visible.
    void settle();

    [[nodiscard]] const std::vector<Transaction> &log() const { return m_log; }
    [[nodiscard]] const Rows &rows(int table) const { return m_rows[size_t(table)]; }
    // GTIDs of what reads see (@@gtid_executed).
    [[nodiscard]] const mysql::GtidSet &visible() const { return m_visible; }
    [[nodiscard]] static mysql::GtidSet gtidOf(size_t index);
    [[nodiscard]] static bool isIn(const mysql::GtidSet &set, size_t index);
    [[nodiscard]] std::string identity() const;
    // Where the transaction ends in the binlog of the server that is the writer now.
    [[nodiscard]] mysql::BinlogPosition place(size_t index) const;
    // Counts failovers: a connection made before one is broken after it.
    [[nodiscard]] int generation() const { return m_generation; }
    // A table as it is after that many transactions of the log.
    [[nodiscard]] mysql::LoadTablePtr definition(int table, size_t after) const;
    [[nodiscard]] static TableId idOf(int table);

    [[nodiscard]] SeededThreads &threads() { return m_threads; }
    [[nodiscard]] uint64_t draw(uint64_t below) { return m_random() % below; }

private:
    void commit();
    void prepareXa();
    void commitXa();
    void show();
    void addColumn();
    void failOver();
    std::vector<RowChange> someChanges();
    std::optional<RowChange> changeOf(int table, int key);
    void append(Transaction transaction);
    void makeVisible(size_t index);

    SeededThreads &m_threads;
    std::mt19937_64 m_random;
    bool m_isOrdered; // binlog_order_commits
    std::vector<Transaction> m_log;
    std::array<Rows, kTables> m_rows; // what reads see
    std::array<Rows, kTables> m_latest; // with all that was written
    std::array<std::set<int>, kTables> m_locked; // keys that an invisible transaction has changed
    std::vector<size_t> m_invisible;
    std::vector<std::vector<RowChange>> m_prepared;
    mysql::GtidSet m_visible;
    std::array<size_t, kTables> m_columns{3, 3};
    std::array<std::vector<size_t>, kTables> m_added; // where in the log columns were added
    int m_generation = 0;
    int m_nextValue = 0;
    mutable std::map<std::pair<int, size_t>, mysql::LoadTablePtr> m_definitions;
};

} // namespace rowcast::tests
