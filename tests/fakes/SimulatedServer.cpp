// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fakes/SimulatedServer.h"

#include <algorithm>

namespace rowcast::tests {

namespace {

constexpr size_t kMostColumns = 5;
constexpr char kUuid[] = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

const mysql::GtidSource &source()
{
    static const mysql::GtidSource kSource{*mysql::parseUuid(kUuid), {}};
    return kSource;
}

} // namespace

SimulatedServer::SimulatedServer(SeededThreads &threads, uint64_t seed)
    : m_threads(threads)
    , m_random(seed)
    , m_isOrdered(draw(2) == 0)
{
    for (int i = 0; i < 30; ++i) {
        commit();
    }
    settle();
}

void SimulatedServer::live()
{
    const uint64_t drawn = draw(100);
    if (drawn < 50) {
        commit();
    } else if (drawn < 88) {
        show();
    } else if (drawn < 92) {
        prepareXa();
    } else if (drawn < 96) {
        commitXa();
    } else if (drawn < 98) {
        addColumn();
    } else if (drawn < 99) {
        failOver();
    }
}

void SimulatedServer::settle()
{
    while (!m_prepared.empty()) {
        commitXa();
    }
    while (!m_invisible.empty()) {
        makeVisible(m_invisible.front());
    }
}

std::optional<SimulatedServer::RowChange> SimulatedServer::changeOf(int table, int key)
{
    Rows &latest = m_latest[size_t(table)];
    std::set<int> &locked = m_locked[size_t(table)];
    if (!locked.insert(key).second) {
        return std::nullopt;
    }
    const auto old = latest.find(key);
    RowChange change{.table = table, .before = {}, .after = {}};
    if (old != latest.end()) {
        change.before = old->second;
        if (draw(4) == 0) {
            latest.erase(old);
            return change;
        }
    }
    const int moved = int(draw(kKeys));
    const bool isMove = old != latest.end() && draw(5) == 0 && !latest.contains(moved) && locked.insert(moved).second;
    change.isPartial = old != latest.end() && !isMove && draw(6) == 0;
    change.after = change.before;
    change.after.resize(m_columns[size_t(table)]);
    change.after[0] = isMove ? moved : key;
    change.after[1] = ++m_nextValue;
    if (!change.isPartial) {
        change.after[2] = int(draw(1000));
        for (size_t column = 3; column < change.after.size(); ++column) {
            change.after[column] = int(draw(9));
        }
    }
    latest.erase(key);
    latest[*change.after[0]] = change.after;
    return change;
}

std::vector<SimulatedServer::RowChange> SimulatedServer::someChanges()
{
    std::vector<RowChange> changes;
    const uint64_t wanted = 1 + draw(4);
    for (uint64_t i = 0; i < wanted; ++i) {
        if (auto change = changeOf(int(draw(kTables)), int(draw(kKeys)))) {
            changes.push_back(*std::move(change));
        }
    }
    return changes;
}

void SimulatedServer::append(Transaction transaction)
{
    m_invisible.push_back(m_log.size());
    m_log.push_back(std::move(transaction));
}

void SimulatedServer::commit()
{
    if (auto changes = someChanges(); !changes.empty()) {
        append({.changes = std::move(changes)});
    }
}

// What was prepared stands in the binlog, but nobody sees it before its commit, and its keys stay locked.
void SimulatedServer::prepareXa()
{
    if (auto changes = someChanges(); !changes.empty()) {
        m_prepared.push_back(changes);
        append({.kind = Transaction::Kind::XaPrepare, .changes = {}});
    }
}

void SimulatedServer::commitXa()
{
    if (!m_prepared.empty()) {
        append({.kind = Transaction::Kind::XaCommit, .changes = std::move(m_prepared.front())});
        m_prepared.erase(m_prepared.begin());
    }
}

void SimulatedServer::show()
{
    if (!m_invisible.empty()) {
        makeVisible(m_invisible[m_isOrdered ? 0 : size_t(draw(m_invisible.size()))]);
    }
}

void SimulatedServer::makeVisible(size_t index)
{
    std::erase(m_invisible, index);
    Transaction &transaction = m_log[index];
    transaction.isVisible = true;
    m_visible.add(source(), index + 1);
    for (const RowChange &change : transaction.changes) {
        Rows &rows = m_rows[size_t(change.table)];
        std::set<int> &locked = m_locked[size_t(change.table)];
        for (const Row *image : {&change.before, &change.after}) {
            if (!image->empty()) {
                rows.erase(*image->front());
                locked.erase(*image->front());
            }
        }
        if (!change.after.empty()) {
            rows[*change.after.front()] = change.after;
        }
    }
}

// A DDL waits for the transactions on its table; here it comes only when there are none.
void SimulatedServer::addColumn()
{
    const int table = int(draw(kTables));
    if (m_columns[size_t(table)] >= kMostColumns || !m_locked[size_t(table)].empty()) {
        return;
    }
    ++m_columns[size_t(table)];
    for (Rows *rows : {&m_rows[size_t(table)], &m_latest[size_t(table)]}) {
        for (auto &[key, row] : *rows) {
            row.resize(m_columns[size_t(table)]);
        }
    }
    m_added[size_t(table)].push_back(m_log.size());
    append({.kind = Transaction::Kind::AddColumn, .changes = {}, .table = table});
    makeVisible(m_log.size() - 1);
}

// The new writer has everything that the old one had written; what was prepared there, too.
void SimulatedServer::failOver()
{
    while (!m_invisible.empty()) {
        makeVisible(m_invisible.front());
    }
    ++m_generation;
}

mysql::GtidSet SimulatedServer::gtidOf(size_t index)
{
    mysql::GtidSet set;
    set.add(source(), index + 1);
    return set;
}

bool SimulatedServer::isIn(const mysql::GtidSet &set, size_t index)
{
    return set.contains(source(), index + 1);
}

std::string SimulatedServer::identity() const
{
    return "server-" + std::to_string(m_generation);
}

// Servers name their files alike and number their bytes differently.
mysql::BinlogPosition SimulatedServer::place(size_t index) const
{
    return {"binlog.000007", 200 + (index + 1) * uint64_t(m_generation % 2 == 0 ? 100 : 37)};
}

TableId SimulatedServer::idOf(int table)
{
    return {"sim", table == 0 ? "a" : "b"};
}

mysql::LoadTablePtr SimulatedServer::definition(int table, size_t after) const
{
    const std::vector<size_t> &added = m_added[size_t(table)];
    const size_t columns = 3 + size_t(std::lower_bound(added.begin(), added.end(), after) - added.begin());
    mysql::LoadTablePtr &found = m_definitions[{table, columns}];
    if (!found) {
        mysql::TableDefinition definition;
        definition.id = idOf(table);
        for (const char *name : std::vector<const char *>{"k", "v", "w", "x", "y"}) {
            if (definition.columns.size() < columns) {
                mysql::ColumnDefinition column;
                column.name = name;
                column.type = "int";
                column.nullable = definition.columns.size() > 0;
                definition.columns.push_back(column);
            }
        }
        definition.primaryKey = {"k"};
        found = mysql::LoadTable::make(definition).value();
    }
    return found;
}

} // namespace rowcast::tests
