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
    m_endpoints = {document.source, document.target};
    next();
}

void TestCommand::next()
{
    if (m_endpoints.empty()) {
        Q_EMIT finished(m_hasFailed ? 3 : 0);
        return;
    }
    m_endpoint = m_endpoints.front().identifier;
    m_request = m_instance.testConnection(m_endpoints.front());
    m_endpoints.erase(m_endpoints.begin());
}

void TestCommand::show(const ProbeStep &step)
{
    if (step.state == StepState::Pending || step.state == StepState::Running) {
        return;
    }
    m_hasFailed = m_hasFailed || step.state == StepState::Failed;
    m_output.step(m_endpoint, step);
}

} // namespace rowcast::worker
