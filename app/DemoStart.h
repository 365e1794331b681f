// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoWorld.h"

#include <QObject>

#include <memory>
#include <thread>

namespace rowcast {

// Starts the demo's servers beside the event loop, which takes some seconds. Main thread.
class DemoStart final : public QObject {
    Q_OBJECT

public:
    explicit DemoStart(const DemoOptions &options, QObject *parent = nullptr);
    // Gives up a start that is under way.
    ~DemoStart() override;

    void start();
    // After started(); the caller keeps it.
    [[nodiscard]] std::unique_ptr<DemoWorld> takeWorld() { return std::move(m_world); }

Q_SIGNALS:
    void started();
    void failed(const rowcast::Failure &failure);

private:
    const DemoOptions m_options;
    std::unique_ptr<DemoWorld> m_world;
    std::jthread m_thread;
};

} // namespace rowcast
