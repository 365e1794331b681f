// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/worker/TestCommand.h"

namespace rowcast::worker {

TestCommand::TestCommand(ReplicationInstance &instance, const Output &output, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_output(output)
{
    connect(&instance, &ReplicationInstance::testStep, this, [this](quint64 request, const ProbeStep &step) {
        if (request == m_request) {
            show(step);
        }
    });
    connect(&instance, &ReplicationInstance::testFinished, this, [this](quint64 request) {
        if (request == m_request) {
            next();
        }
    });
    connect(&instance, &ReplicationInstance::requestFailed, this, [this](quint64 request, const Failure &failure) {
        if (request == m_request) {
            m_hasFailed = true;
            m_output.failure(failure);
            next();
        }
    });
    connect(&instance, &ReplicationInstance::logLines, this, [this](const std::vector<LogLine> &lines) {
        for (const LogLine &line : lines) {
            m_output.log(line);
        }
    });
}

void TestCommand::start(const MigrationDocument &document)
{
    addEndpoints(document);
    next();
}

void TestCommand::startAssessment(const MigrationDocument &document)
{
    addEndpoints(document);
    m_parts.push_back({document.task.identifier, [this, document] { return m_instance.assess(document); }});
    next();
}

void TestCommand::addEndpoints(const MigrationDocument &document)
{
    for (const EndpointSpec &endpoint : {document.source, document.target}) {
        m_parts.push_back({endpoint.identifier, [this, endpoint] { return m_instance.testConnection(endpoint); }});
    }
}

void TestCommand::next()
{
    if (m_parts.empty()) {
        Q_EMIT finished(m_hasFailed ? 3 : 0);
        return;
    }
    const Part part = m_parts.front();
    m_parts.erase(m_parts.begin());
    m_name = part.name;
    m_request = part.begin();
}

void TestCommand::show(const ProbeStep &step)
{
    if (step.state == StepState::Pending || step.state == StepState::Running) {
        return;
    }
    m_hasFailed = m_hasFailed || step.state == StepState::Failed;
    m_output.step(m_name, step);
}

} // namespace rowcast::worker
