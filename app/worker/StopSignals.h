// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace rowcast::worker {

// SIGINT and SIGTERM as a signal of Qt, delivered in the event loop of the thread that made it. One per program.
class StopSignals final : public QObject {
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();

private:
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

// Blocks both signals in this thread and those it makes; called first in main(), before any thread exists.
void blockStopSignals();

} // namespace rowcast::worker
