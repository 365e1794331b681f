// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/MySqlConnector.h"
#include "tests/live/mysqlstream/ChangeLog.h"
#include "tests/live/support/LiveServers.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace rowcast {

// A task that follows a server's changes, without target: opened, polled, cut off at any place and resumed.
class StreamStory {
public:
    // mappings: schema and table patterns of the selection rules.
    StreamStory(MySqlServer &server, const QList<std::pair<QString, QString>> &selections, const QString &task);

    SourcePlan &plan() { return m_plan; }
    mysql::MySqlSourceSettings &settings() { return m_settings; }
    // Each makes a new session.
    Result<void> start(const CdcStart &start = {});
    Result<void> resume();
    // Another server in the place of the one before.
    void moveTo(MySqlServer &server);
    // Until everything committed at the server by now is handed over (and committed, as a task would).
    Result<void> follow();
    // Polls until so many more lines are in the log, commits the state as it is then, and goes away.
    Result<void> followUntilLines(qsizetype lines);
    // Forgets what was handed over since the last commit: a crash. The log is set back, too.
    void crash();

    [[nodiscard]] ChangeLog &log() { return m_log; }
    [[nodiscard]] ChangeSource &source() { return *m_source; }
    [[nodiscard]] const std::map<std::string, std::string> &state() const { return m_state; }
    // Differences between the folded table and a SELECT of it; empty: equal.
    [[nodiscard]] QStringList differences(SqlClient &sql, const QString &table) const;

private:
    Result<void> open();
    void commit(const StateRecords &records);
    // Commits the state that it has then.
    Result<void> pollUntil(const std::function<bool()> &isReached);

    MySqlServer *m_server;
    SourcePlan m_plan;
    mysql::MySqlSourceSettings m_settings;
    std::unique_ptr<mysql::MySqlConnector> m_connector;
    std::unique_ptr<SourceSession> m_session;
    std::unique_ptr<ChangeSource> m_source;
    std::map<std::string, std::string> m_state;
    ChangeLog m_log;
    ChangeLog m_committedLog;
};

} // namespace rowcast
