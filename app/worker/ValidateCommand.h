// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Output.h"
#include "core/instance/LocalInstance.h"

namespace rowcast::worker {

// `rowcast-worker validate`: the tables against what the topics hold. Main thread, with the event loop.
class ValidateCommand final : public QObject {
    Q_OBJECT

public:
    ValidateCommand(ReplicationInstance &instance, const Output &output, QObject *parent = nullptr);
    void start(const MigrationDocument &document);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void show(const ValidationReport &report);

    ReplicationInstance &m_instance;
    const Output &m_output;
    RequestId m_request = 0;
};

} // namespace rowcast::worker
