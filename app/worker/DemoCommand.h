// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DemoStart.h"
#include "app/worker/Output.h"
#include "core/instance/LocalInstance.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <optional>

namespace rowcast::worker {

// `rowcast-worker demo`: the whole way on private servers, each message's value printed as it lies in the topic. Ends
// by itself. Main thread, with the event loop.
class DemoCommand final : public QObject {
    Q_OBJECT

public:
    DemoCommand(LocalInstance &instance, const Output &output, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void run();
    void show(const TaskSnapshot &snapshot);
    void print(const RecordBatch &records);
    // The topic cannot be read: the task is stopped, as nobody sees what it does.
    void readingFailed(const Failure &failure);
    // What came in after the last look, once the task has ended.
    void readRest();
    void finish();
    void fail(const Failure &failure);

    LocalInstance &m_instance;
    const Output &m_output;
    DemoStart m_demo;
    std::unique_ptr<DemoWorld> m_world;
    RequestId m_reading = 0;
    std::map<int32_t, int64_t> m_nextOffsets; // behind what was printed, by partition
    std::optional<Failure> m_readingFailure;
    std::optional<TaskSnapshot> m_ended;
    QTimer m_end;
    QElapsedTimer m_sinceStart;
    bool m_hasWriter = false;
    bool m_hasFinished = false;
};

} // namespace rowcast::worker
