// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instance/LocalInstance.h"

#include "core/task/TaskPlan.h"
#include "core/validation/Validator.h"

namespace rowcast {

namespace {

constexpr int kRefreshMilliseconds = 500;
constexpr int kMostUnacknowledged = 8;
constexpr std::chrono::milliseconds kProgressInterval{100}; // a person sees no more

} // namespace

LocalInstance::LocalInstance(QString name, const Connectors &connectors, Clock &clock, LogSink &log, QObject *parent)
    : ReplicationInstance(parent)
    , m_name(std::move(name))
    , m_connectors(connectors)
    , m_clock(clock)
    , m_log(log)
{
    qRegisterMetaType<TaskSnapshot>();
    m_log.setListener([this](const LogLine &line) {
        std::lock_guard lock(m_logMutex);
        m_newLines.push_back(line);
    });
    connect(&m_refresh, &QTimer::timeout, this, &LocalInstance::refresh);
    m_refresh.start(kRefreshMilliseconds);
}

LocalInstance::~LocalInstance()
{
    m_log.setListener({});
    for (const auto &[id, request] : m_requests) {
        request->thread.request_stop();
    }
    for (const auto &[name, task] : m_tasks) {
        task->thread.request_stop();
        task->watching.request_stop();
    }
}

TaskSnapshot LocalInstance::Task::snapshot() const
{
    TaskSnapshot now = runner->snapshot();
    watch->fill(now);
    return now;
}

void LocalInstance::startTask(const MigrationDocument &document, StartType type)
{
    startTaskUntil(document, type, RunUntil::Stopped);
}

void LocalInstance::startTaskUntil(const MigrationDocument &document, StartType type, RunUntil until)
{
    std::unique_ptr<Task> &task = m_tasks[document.task.identifier];
    if (task != nullptr && !task->hasEnded) {
        TaskSnapshot snapshot = task->snapshot();
        if (auto refused = nextStatus(snapshot.status, TaskEvent::Start); !refused) {
            snapshot.failure = refused.error();
        }
        Q_EMIT taskChanged(snapshot);
        return;
    }
    task = std::make_unique<Task>();
    task->runner = std::make_unique<TaskRunner>(document, m_connectors, m_clock, m_threads);
    task->watch = std::make_unique<RetentionWatch>(document, m_connectors, m_clock);
    Task *running = task.get();
    running->watching = std::jthread([running](const std::stop_token &stop) {
        running->watch->run([running] { return running->runner->snapshot(); }, stop);
    });
    running->thread = std::jthread([this, running, type, until](const std::stop_token &stop) {
        running->runner->run(type, until, stop);
        running->hasEnded = true;
        QMetaObject::invokeMethod(this, &LocalInstance::refresh, Qt::QueuedConnection);
    });
    refresh();
}

void LocalInstance::stopTask(const QString &taskIdentifier)
{
    if (const auto task = m_tasks.find(taskIdentifier); task != m_tasks.end()) {
        task->second->thread.request_stop();
        refresh();
    }
}

void LocalInstance::stopAll()
{
    m_isStoppingAll = true;
    for (const auto &[name, task] : m_tasks) {
        task->thread.request_stop();
    }
    QMetaObject::invokeMethod(this, &LocalInstance::refresh, Qt::QueuedConnection);
}

std::vector<TaskSnapshot> LocalInstance::tasks() const
{
    std::vector<TaskSnapshot> snapshots;
    for (const auto &[name, task] : m_tasks) {
        snapshots.push_back(task->last);
    }
    return snapshots;
}

void LocalInstance::refresh()
{
    bool isAnyActive = false;
    std::vector<TaskSnapshot> changed;
    for (const auto &[name, task] : m_tasks) {
        // The flag first: a task that ends in between shows its last state once more, never none.
        const bool hasEnded = task->hasEnded;
        isAnyActive = isAnyActive || !hasEnded;
        if (!task->isEndShown) {
            task->isEndShown = hasEnded;
            task->last = task->snapshot();
            if (hasEnded) {
                task->watching.request_stop();
            }
            changed.push_back(task->last);
        }
    }
    std::vector<LogLine> lines;
    {
        std::lock_guard lock(m_logMutex);
        lines.swap(m_newLines);
    }
    // What a task logged comes before the state that it led to.
    if (!lines.empty()) {
        Q_EMIT logLines(lines);
    }
    for (const TaskSnapshot &snapshot : changed) {
        Q_EMIT taskChanged(snapshot);
    }
    reap();
    if (m_isStoppingAll && !isAnyActive) {
        m_isStoppingAll = false;
        Q_EMIT stoppedAll();
    }
}

RequestId LocalInstance::run(Job job, std::shared_ptr<std::atomic<int>> unacknowledged)
{
    const RequestId id = ++m_lastRequest;
    auto request = std::make_unique<Request>();
    if (unacknowledged) {
        request->unacknowledged = std::move(unacknowledged);
    }
    request->thread = std::jthread([id, job = std::move(job), running = request.get()](const std::stop_token &stop) {
        job(id, stop);
        running->hasEnded = true;
    });
    m_requests[id] = std::move(request);
    return id;
}

void LocalInstance::answer(RequestId request, Answer emitAnswer, bool isLast)
{
    QMetaObject::invokeMethod(
        this,
        [this, request, emitAnswer = std::move(emitAnswer), isLast] {
            const auto found = m_requests.find(request);
            if (found == m_requests.end()) {
                return; // cancelled: nobody wants it any more
            }
            if (isLast) {
                m_ended.push_back(std::move(found->second));
                m_requests.erase(found);
            }
            emitAnswer();
        },
        Qt::QueuedConnection);
}

void LocalInstance::fail(RequestId request, const Failure &failure)
{
    answer(
        request, [this, request, failure] { Q_EMIT requestFailed(request, failure); }, true);
}

void LocalInstance::cancel(RequestId request)
{
    if (const auto found = m_requests.find(request); found != m_requests.end()) {
        found->second->thread.request_stop();
        m_ended.push_back(std::move(found->second));
        m_requests.erase(found);
    }
}

void LocalInstance::reap()
{
    // Only threads that are through: joining one that is still on its way out could block the main thread.
    std::erase_if(m_ended, [](const std::unique_ptr<Request> &request) { return request->hasEnded.load(); });
}

ProbeReport LocalInstance::stepsOf(RequestId id)
{
    return [this, id](const ProbeStep &step) {
        answer(
            id, [this, id, step] { Q_EMIT testStep(id, step); }, false);
    };
}

RequestId LocalInstance::testConnection(const EndpointSpec &endpoint)
{
    return run([this, endpoint](RequestId id, const std::stop_token &stop) {
        if (endpoint.role == EndpointRole::Source) {
            auto source = m_connectors.source(endpoint);
            if (!source) {
                return fail(id, source.error());
            }
            (*source)->probe(stepsOf(id), stop);
        } else {
            auto target = m_connectors.target(endpoint);
            if (!target) {
                return fail(id, target.error());
            }
            (*target)->probe(stepsOf(id), stop);
        }
        answer(
            id, [this, id] { Q_EMIT testFinished(id); }, true);
    });
}

RequestId LocalInstance::assess(const MigrationDocument &document)
{
    return run([this, document](RequestId id, const std::stop_token &stop) {
        auto source = m_connectors.source(document.source);
        if (!source) {
            return fail(id, source.error());
        }
        const TaskPlan plan = TaskPlan::of(document);
        (*source)->assess({.mappings = plan.source.mappings,
                              .areChangesWanted = plan.source.areChangesWanted,
                              .lobMaxBytes = plan.messages.lobMaxBytes},
            stepsOf(id), stop);
        answer(
            id, [this, id] { Q_EMIT testFinished(id); }, true);
    });
}

RequestId LocalInstance::listTables(const EndpointSpec &endpoint)
{
    return run([this, endpoint](RequestId id, const std::stop_token &stop) {
        auto source = m_connectors.source(endpoint);
        if (!source) {
            return fail(id, source.error());
        }
        auto catalog = (*source)->catalog(stop);
        if (!catalog) {
            return fail(id, catalog.error());
        }
        auto tables = (*catalog)->tables(stop);
        if (!tables) {
            return fail(id, tables.error());
        }
        answer(
            id, [this, id, found = *tables] { Q_EMIT tablesListed(id, found); }, true);
    });
}

RequestId LocalInstance::listTopics(const EndpointSpec &endpoint)
{
    return run([this, endpoint](RequestId id, const std::stop_token &stop) {
        auto target = m_connectors.target(endpoint);
        if (!target) {
            return fail(id, target.error());
        }
        auto topics = (*target)->topicReader()->topics(stop);
        if (!topics) {
            return fail(id, topics.error());
        }
        answer(
            id, [this, id, found = *topics] { Q_EMIT topicsListed(id, found); }, true);
    });
}

RequestId LocalInstance::describeTopic(const EndpointSpec &endpoint, const QString &topic)
{
    return run([this, endpoint, topic](RequestId id, const std::stop_token &stop) {
        auto target = m_connectors.target(endpoint);
        if (!target) {
            return fail(id, target.error());
        }
        auto described = (*target)->topicReader()->describe(topic, stop);
        if (!described) {
            return fail(id, described.error());
        }
        answer(
            id, [this, id, found = *described] { Q_EMIT topicDescribed(id, found); }, true);
    });
}

RequestId LocalInstance::readTopic(const EndpointSpec &endpoint, const TopicQuery &query)
{
    auto unacknowledged = std::make_shared<std::atomic<int>>(0);
    return run([this, endpoint, query, unacknowledged](
                   RequestId id, const std::stop_token &stop) { readOn(id, endpoint, query, unacknowledged, stop); },
        unacknowledged);
}

void LocalInstance::readOn(RequestId id, const EndpointSpec &endpoint, const TopicQuery &query,
    const std::shared_ptr<std::atomic<int>> &unacknowledged, const std::stop_token &stop)
{
    auto target = m_connectors.target(endpoint);
    if (!target) {
        return fail(id, target.error());
    }
    const TopicReader::OnRecords onRecords = [this, id, &unacknowledged](std::vector<TopicRecord> &records) {
        if (*unacknowledged >= kMostUnacknowledged) {
            return false;
        }
        ++*unacknowledged;
        const auto batch = RecordBatch::create(std::move(records));
        answer(
            id, [this, id, batch] { Q_EMIT recordsArrived(id, batch); }, false);
        return true;
    };
    const TopicReader::OnProgress onProgress = [this, id](const TailProgress &progress) {
        answer(
            id, [this, id, progress] { Q_EMIT tailProgress(id, progress); }, false);
    };
    auto read = (*target)->topicReader()->read(query, onRecords, onProgress, stop);
    if (!read && !isStopped(read.error())) {
        return fail(id, read.error());
    }
    answer(
        id, [this, id] { Q_EMIT tailEnded(id); }, true);
}

RequestId LocalInstance::validate(const MigrationDocument &document)
{
    return run([this, document](RequestId id, const std::stop_token &stop) {
        auto told = m_clock.steady() - kProgressInterval;
        const Validator::OnProgress onProgress = [this, id, &told](const ValidationProgress &progress) {
            if (m_clock.steady() - told < kProgressInterval) {
                return;
            }
            told = m_clock.steady();
            answer(
                id, [this, id, progress] { Q_EMIT validationProgress(id, progress); }, false);
        };
        const auto report = Validator(document, m_connectors, m_clock).run(onProgress, stop);
        if (!report) {
            return fail(id, report.error());
        }
        answer(
            id, [this, id, found = *report] { Q_EMIT validated(id, found); }, true);
    });
}

void LocalInstance::acknowledgeRecords(RequestId request)
{
    if (const auto found = m_requests.find(request); found != m_requests.end()) {
        --*found->second->unacknowledged;
    }
}

} // namespace rowcast
