// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mysql/MySqlSourceSettings.h"
#include "core/mysql/server/ServerIdChoice.h"
#include "core/pipeline/Source.h"

#include <memory>

namespace rowcast::mysql {

// A source endpoint that is a MySQL, Aurora MySQL or MariaDB server. Holds settings, no connection; any thread. One per
// task: its sessions share the choice of a server id.
class MySqlConnector final : public SourceConnector {
public:
    explicit MySqlConnector(MySqlSourceSettings settings);

    void probe(const ProbeReport &report, const std::stop_token &stop) override;
    void assess(const AssessmentPlan &plan, const ProbeReport &report, const std::stop_token &stop) override;
    Result<std::unique_ptr<Catalog>> catalog(const std::stop_token &stop) override;
    std::unique_ptr<SourceSession> session(const SourcePlan &plan) override;
    Result<Retention> retention(const std::string &displayPosition, const std::stop_token &stop) override;

private:
    const MySqlSourceSettings m_settings;
    std::shared_ptr<ServerIdChoice> m_serverIds;
};

} // namespace rowcast::mysql
