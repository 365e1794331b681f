// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Output.h"
#include "core/instance/LocalInstance.h"

namespace rowcast::worker {

// `rowcast-worker test`: the ladders of both endpoints, one after the other. Main thread, with the event loop.
class TestCommand final : public QObject {
    Q_OBJECT

public:
    TestCommand(ReplicationInstance &instance, const Output &output, QObject *parent = nullptr);
    void start(const MigrationDocument &document);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void next();
    void show(const ProbeStep &step);

    ReplicationInstance &m_instance;
    const Output &m_output;
    std::vector<EndpointSpec> m_endpoints; // still to be tested
    QString m_endpoint;
    RequestId m_request = 0;
    bool m_hasFailed = false;
};

} // namespace rowcast::worker
