// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/live/mysql/LoadStory.h"

#include "tests/live/support/ServerLogin.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

namespace rowcast {

using namespace mysql;

void LoadStory::begin()
{
    m_fold = std::make_unique<RowFold>();
    m_state = std::make_unique<LoadState>();
}

// One server of each flavour and arguments serves all functions.
Result<void> LoadStory::startServer(MySqlFlavour flavour, const QStringList &arguments)
{
    auto server = m_pool.server(flavour, arguments);
    if (!server) {
        return server.error();
    }
    m_servers = *server;
    return {};
}

ConnectionSettings LoadStory::connection() const
{
    return loginOf(m_servers->mysql());
}

TableWriter::Shape LoadStory::shapeOf(const LoadKeys &keys, int rows) const
{
    return {"shop.t", keys.columns, keys.expressions, rows};
}

void LoadStory::createTable(const LoadKeys &keys, int rows)
{
    QByteArray sql = "SET sql_mode = 'ALLOW_INVALID_DATES'; DROP DATABASE IF EXISTS shop; CREATE DATABASE shop "
                     "CHARACTER SET utf8mb4; USE shop; CREATE TABLE t (";
    sql += keys.definition;
    sql += ", v INT); INSERT IGNORE INTO t VALUES ";
    const TableWriter::Shape shape = shapeOf(keys, rows);
    for (int row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        sql += QByteArray::fromStdString(TableWriter::expressionsOf(shape, row * 2)) + ", 0)";
    }
    LIVE_VERIFY(m_servers->execute(sql));
}

std::unique_ptr<SourceSession> LoadStory::session(bool areChangesWanted)
{
    MySqlSourceSettings settings;
    settings.connection = connection();
    settings.commitTime = std::chrono::seconds(3);
    SourcePlan plan;
    plan.taskIdentifier = QStringLiteral("load");
    SelectionRule rule;
    rule.schema = QStringLiteral("shop");
    plan.mappings = TableMappings({rule});
    plan.chunkBytes = 1024;
    plan.areChangesWanted = areChangesWanted;
    return MySqlConnector(settings).session(plan);
}

// Some threads, as a task has them; each commits what it has handed over.
void LoadStory::load(SourceSession &session, Run run)
{
    QStringList failures;
    std::mutex mutex;
    const auto work = [&](int most) {
        auto loader = session.loader({});
        Result<void> result = loader ? Result<void>() : Result<void>(loader.error());
        for (int done = 0; result && done < most; ++done) {
            auto chunk = (*loader)->loadNext(kTable, *m_fold, {});
            if (!chunk) {
                result = chunk.error();
            } else if (!*chunk) {
                break;
            } else {
                m_state->add((*chunk)->records);
            }
        }
        if (!result) {
            const std::lock_guard lock(mutex);
            failures << result.error().text();
        }
    };
    const int most = run == Run::Whole ? INT_MAX : 4;
    {
        const std::jthread first(work, most);
        const std::jthread second(work, most);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    if (run == Run::Whole) {
        m_state->add(session.finishTable(kTable));
    }
}

void LoadStory::follow(SourceSession &session)
{
    const auto target = session.tail({});
    LIVE_VERIFY(target);
    auto changes = session.changes({});
    LIVE_VERIFY(changes);
    QElapsedTimer clock;
    clock.start();
    while (!(*changes)->hasReached(*target)) {
        QVERIFY2(clock.elapsed() < 120'000, (*changes)->displayPosition().c_str());
        LIVE_VERIFY((*changes)->poll(*m_fold, {}));
        m_state->add((*changes)->takeState());
    }
}

void LoadStory::compare(const LoadKeys &keys)
{
    const QByteArray sql = QByteArray("SELECT CONCAT(") + keys.select + ", '|', IFNULL(v, 'NULL')) FROM shop.t";
    auto client = m_servers->sql();
    LIVE_VERIFY(client);
    LIVE_VERIFY(client->execute("SET NAMES utf8mb4"));
    const auto rows = client->query(sql);
    LIVE_VERIFY(rows);
    std::multiset<std::string> expected;
    for (const SqlRow &row : *rows) {
        expected.insert(row.first().value_or("NULL").toStdString());
    }
    QVERIFY2(
        m_fold->contradictions().isEmpty(), qPrintable(m_fold->contradictions().mid(0, 5).join(QLatin1Char('\n'))));
    const auto actual = m_fold->rows(kTable);
    std::vector<std::string> differences;
    std::set_symmetric_difference(
        expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(differences));
    QVERIFY2(differences.empty(), differences.empty() ? "" : differences.front().c_str());
}

} // namespace rowcast
