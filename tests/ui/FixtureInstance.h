// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instance/ReplicationInstance.h"

#include <QHash>

#include <set>

// A replication instance that answers with what a test puts into it, through the event loop as the real one does.
class FixtureInstance : public rowcast::ReplicationInstance {
    Q_OBJECT

public:
    using ReplicationInstance::ReplicationInstance;

    // By the endpoint's password: any other one fails at the step "login".
    QString rightPassword;
    std::vector<rowcast::TableSummary> sourceTables;
    std::optional<rowcast::Failure> listFailure;
    bool isHolding = false; // tests begin and never end
    // What was asked.
    std::vector<rowcast::MigrationDocument> started;
    std::vector<rowcast::EndpointSpec> tested;
    std::vector<rowcast::EndpointSpec> listed;
    std::set<rowcast::RequestId> cancelled;
    rowcast::ValidationReport validation; // the answer of validate()

    QString name() const override { return QStringLiteral("this-computer"); }
    void startTask(const rowcast::MigrationDocument &document, rowcast::StartType type) override;
    void stopTask(const QString &taskIdentifier) override;
    void stopAll() override;
    std::vector<rowcast::TaskSnapshot> tasks() const override { return m_tasks; }
    rowcast::RequestId testConnection(const rowcast::EndpointSpec &endpoint) override;
    rowcast::RequestId assess(const rowcast::MigrationDocument &document) override;
    rowcast::RequestId listTables(const rowcast::EndpointSpec &source) override;
    rowcast::RequestId listTopics(const rowcast::EndpointSpec &target) override;
    rowcast::RequestId describeTopic(const rowcast::EndpointSpec &target, const QString &topic) override;
    rowcast::RequestId readTopic(const rowcast::EndpointSpec &target, const rowcast::TopicQuery &query) override;
    void acknowledgeRecords(rowcast::RequestId) override { }
    rowcast::RequestId validate(const rowcast::MigrationDocument &) override
    {
        return answer([this](rowcast::RequestId request) { Q_EMIT validated(request, validation); });
    }
    void cancel(rowcast::RequestId request) override { cancelled.insert(request); }

private:
    // Runs later, unless the request was cancelled.
    rowcast::RequestId answer(std::function<void(rowcast::RequestId)> reply);
    void probe(rowcast::RequestId request, const rowcast::EndpointSpec &endpoint);

    rowcast::RequestId m_last = 0;
    std::vector<rowcast::TaskSnapshot> m_tasks;
};
