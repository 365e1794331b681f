// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/instance/ReplicationInstance.h"
#include "core/task/Connectors.h"
#include "core/task/RetentionWatch.h"
#include "core/task/TaskRunner.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <thread>

namespace rowcast {

// Runs tasks and answers requests in threads of this process. Lives on the main thread; needs an event loop there.
class LocalInstance final : public ReplicationInstance {
    Q_OBJECT

public:
    // connectors, clock and log outlive the instance.
    LocalInstance(QString name, const Connectors &connectors, Clock &clock, LogSink &log, QObject *parent = nullptr);
    ~LocalInstance() override;

    [[nodiscard]] QString name() const override { return m_name; }
    void startTask(const MigrationDocument &document, StartType type) override;
    void stopTask(const QString &taskIdentifier) override;
    void stopAll() override;
    [[nodiscard]] std::vector<TaskSnapshot> tasks() const override;
    RequestId testConnection(const EndpointSpec &endpoint) override;
    RequestId assess(const MigrationDocument &document) override;
    RequestId listTables(const EndpointSpec &source) override;
    RequestId listTopics(const EndpointSpec &target) override;
    RequestId describeTopic(const EndpointSpec &target, const QString &topic) override;
    RequestId readTopic(const EndpointSpec &target, const TopicQuery &query) override;
    void acknowledgeRecords(RequestId request) override;
    RequestId validate(const MigrationDocument &document) override;
    void cancel(RequestId request) override;

    // As startTask, for a program that ends with its task.
    void startTaskUntil(const MigrationDocument &document, StartType type, RunUntil until);

private:
    struct Task {
        std::unique_ptr<TaskRunner> runner;
        std::unique_ptr<RetentionWatch> watch;
        TaskSnapshot last;
        bool isEndShown = false; // last is the state after its end
        std::atomic<bool> hasEnded = false;
        std::jthread watching; // these last: they end before what they use
        std::jthread thread;

        [[nodiscard]] TaskSnapshot snapshot() const;
    };
    struct Request {
        std::shared_ptr<std::atomic<int>> unacknowledged = std::make_shared<std::atomic<int>>(0);
        std::atomic<bool> hasEnded = false;
        std::jthread thread; // last: ends before what it uses
    };
    using Answer = std::function<void()>;
    using Job = std::function<void(RequestId, const std::stop_token &)>;
    ProbeReport stepsOf(RequestId id);

    RequestId run(Job job, std::shared_ptr<std::atomic<int>> unacknowledged = nullptr);
    // From any thread: emits on the main thread unless the request was cancelled. The last answer of a request ends it.
    void answer(RequestId request, Answer emitAnswer, bool isLast);
    void fail(RequestId request, const Failure &failure);
    void readOn(RequestId request, const EndpointSpec &target, const TopicQuery &query,
        const std::shared_ptr<std::atomic<int>> &unacknowledged, const std::stop_token &stop);
    void refresh();
    void reap();

    const QString m_name;
    const Connectors &m_connectors;
    Clock &m_clock;
    SystemThreads m_threads; // of the tasks; outlives them
    LogSink &m_log;
    std::map<QString, std::unique_ptr<Task>> m_tasks;
    std::map<RequestId, std::unique_ptr<Request>> m_requests;
    std::vector<std::unique_ptr<Request>> m_ended; // answered or cancelled; their threads are on the way out
    RequestId m_lastRequest = 0;
    QTimer m_refresh;
    std::mutex m_logMutex;
    std::vector<LogLine> m_newLines; // since the last refresh
    bool m_isStoppingAll = false;
};

} // namespace rowcast
