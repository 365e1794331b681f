// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mysql/MySqlConnector.h"

#include "core/mysql/MySqlSession.h"
#include "core/mysql/probe/MySqlAssessment.h"
#include "core/mysql/probe/MySqlProbe.h"
#include "core/mysql/schema/MySqlCatalog.h"
#include "core/mysql/server/BinlogRetention.h"

#include <utility>

namespace rowcast::mysql {

MySqlConnector::MySqlConnector(MySqlSourceSettings settings)
    : m_settings(std::move(settings))
    , m_serverIds(std::make_shared<ServerIdChoice>(m_settings.serverId, m_settings.connection.address()))
{
}

void MySqlConnector::probe(const ProbeReport &report, const std::stop_token &stop)
{
    ProbePlan plan;
    plan.connection = m_settings.connection;
    plan.expected = m_settings.expected;
    plan.serverId = m_settings.serverId;
    plan.isTimezoneGiven = !m_settings.serverTimezone.isEmpty();
    probeMySql(plan, report, stop);
}

void MySqlConnector::assess(const AssessmentPlan &plan, const ProbeReport &report, const std::stop_token &stop)
{
    assessMySql(m_settings.connection, plan, report, stop);
}

Result<std::unique_ptr<Catalog>> MySqlConnector::catalog(const std::stop_token &stop)
{
    return MySqlCatalog::open(m_settings.connection, stop);
}

std::unique_ptr<SourceSession> MySqlConnector::session(const SourcePlan &plan)
{
    return std::make_unique<MySqlSession>(m_settings, plan, m_serverIds);
}

Result<Retention> MySqlConnector::retention(const std::string &displayPosition, const std::stop_token &stop)
{
    const auto connection = Connection::open(m_settings.connection, stop);
    if (!connection) {
        return connection.error();
    }
    const auto info = ServerInfo::read(**connection, stop);
    if (!info) {
        return info.error();
    }
    std::vector<BinlogFile> files;
    if (info->binlogSpaceLimit > 0) {
        auto listed = readBinlogFiles(**connection, stop);
        if (!listed) {
            return listed.error();
        }
        files = *std::move(listed);
    }
    return binlogRetention(*info, files, displayPosition);
}

} // namespace rowcast::mysql
