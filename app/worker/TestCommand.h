// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Output.h"
#include "core/instance/LocalInstance.h"

#include <functional>
#include <vector>

namespace rowcast::worker {

// `rowcast-worker test`: the ladders of both endpoints, one after the other. `assess`: these, and behind them the
// assessment of the task's tables. Main thread, with the event loop.
class TestCommand final : public QObject {
    Q_OBJECT

public:
    TestCommand(ReplicationInstance &instance, const Output &output, QObject *parent = nullptr);
    void start(const MigrationDocument &document);
    void startAssessment(const MigrationDocument &document);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void addEndpoints(const MigrationDocument &document);
    void next();
    void show(const ProbeStep &step);

    ReplicationInstance &m_instance;
    const Output &m_output;
    struct Part {
        QString name; // of the endpoint or the task
        std::function<RequestId()> begin;
    };
    std::vector<Part> m_parts; // still to come
    QString m_name;
    RequestId m_request = 0;
    bool m_hasFailed = false;
};

} // namespace rowcast::worker
