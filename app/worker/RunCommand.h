// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/Arguments.h"
#include "app/worker/Output.h"
#include "core/instance/LocalInstance.h"

namespace rowcast::worker {

// `rowcast-worker run`: one task until it ends. Main thread, with the event loop.
class RunCommand final : public QObject {
    Q_OBJECT

public:
    RunCommand(LocalInstance &instance, const Output &output, QObject *parent = nullptr);
    void start(const MigrationDocument &document, const Arguments &arguments);
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void show(const TaskSnapshot &snapshot);

    LocalInstance &m_instance;
    const Output &m_output;
    QString m_task;
    std::optional<TaskSnapshot> m_shown;
    bool m_hasFinished = false;
};

} // namespace rowcast::worker
