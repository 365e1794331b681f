// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/StoreService.h"

#include "core/base/Log.h"
#include "core/store/EndpointSecrets.h"
#include "core/store/StoreThread.h"

#include <algorithm>

namespace rowcast {

namespace {

constexpr int kMostEvents = 1000;
constexpr int kStatisticsMillis = 2000;
constexpr int kOthersMillis = 5000;
constexpr int64_t kMicrosPerSecond = 1'000'000;

void addKeyed(std::map<QString, Secret> &keyed, const QString &uid, const EndpointSecrets &secrets)
{
    for (const auto &[field, secret] : secrets) {
        keyed[secretKey(uid, field)] = secret;
    }
}

} // namespace

StoreService::StoreService(const QString &file, Secrets &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_thread(std::make_unique<StoreThread>(file, clock))
{
    m_statisticsTimer.setSingleShot(true);
    m_statisticsTimer.setInterval(kStatisticsMillis);
    connect(&m_statisticsTimer, &QTimer::timeout, this, &StoreService::writeStatistics);
    m_othersTimer.setSingleShot(true);
    m_othersTimer.setInterval(kOthersMillis);
    connect(&m_othersTimer, &QTimer::timeout, this, [this] {
        run(
            0, Reread::All, [](Store &store) { return store.settleSessions(); }, [] {});
    });
    connect(this, &StoreService::definitionsChanged, this, &StoreService::watchOthers);
    open();
}

StoreService::~StoreService()
{
    writeStatistics();
    m_thread.reset();
}

// Nothing removed before the program's start can be brought back any more.
void StoreService::open()
{
    m_thread->post([this](const Result<Store *> &store) {
        const auto reading = store ? read(**store, Reread::All) : Result<Reading>(store.error());
        QMetaObject::invokeMethod(this, [this, reading] {
            if (!reading) {
                Q_EMIT openFailed(reading.error());
                return;
            }
            m_definitions = *reading->definitions;
            m_events = *reading->events;
            Q_EMIT opened();
            Q_EMIT definitionsChanged(m_definitions);
            Q_EMIT eventsChanged();
            purge(m_clock.nowMicros());
        });
    });
}

Result<StoreService::Reading> StoreService::read(Store &store, Reread reread)
{
    Reading reading;
    if (reread == Reread::All) {
        auto definitions = store.definitions();
        if (!definitions) {
            return definitions.error();
        }
        reading.definitions = *std::move(definitions);
    }
    if (reread != Reread::Nothing) {
        auto events = store.events(kMostEvents);
        if (!events) {
            return events.error();
        }
        reading.events = *std::move(events);
    }
    return reading;
}

void StoreService::run(quint64 request, Reread reread, Verb verb, std::function<void()> after)
{
    m_thread->post(
        [this, request, reread, verb = std::move(verb), after = std::move(after)](const Result<Store *> &store) {
            const auto done = store ? verb(**store) : Result<void>(store.error());
            const auto reading = done ? read(**store, reread) : Result<Reading>(done.error());
            QMetaObject::invokeMethod(this, [this, request, reading, after] { apply(request, reading, after); });
        });
}

void StoreService::apply(quint64 request, const Result<Reading> &reading, const std::function<void()> &after)
{
    if (!reading) {
        Q_EMIT failed(request, reading.error());
        return;
    }
    if (reading->definitions) {
        m_definitions = *reading->definitions;
        Q_EMIT definitionsChanged(m_definitions);
    }
    if (reading->events) {
        m_events = *reading->events;
        Q_EMIT eventsChanged();
    }
    if (after) {
        after();
    } else {
        Q_EMIT done(request);
    }
}

quint64 StoreService::saveInstance(const ReplicationInstanceSpec &spec, const QString &previous)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [spec, previous](Store &store) -> Result<void> {
        const auto saved = store.saveInstance(spec, previous);
        return saved ? Result<void>() : saved.error();
    });
    return request;
}

quint64 StoreService::saveEndpoint(const EndpointSpec &spec, const QString &previous)
{
    const quint64 request = ++m_lastRequest;
    EndpointSpec stripped = spec;
    const EndpointSecrets secrets = takeSecrets(stripped);
    const auto keyed = std::make_shared<std::map<QString, Secret>>();
    run(
        request, Reread::All,
        [stripped, previous, secrets, keyed](Store &store) -> Result<void> {
            const auto uid = store.saveEndpoint(stripped, previous);
            if (!uid) {
                return uid.error();
            }
            addKeyed(*keyed, *uid, secrets);
            return {};
        },
        [this, request, keyed] { keepSecrets(request, *keyed); });
    return request;
}

quint64 StoreService::saveTask(const TaskSpec &spec, const QString &instance, const QString &source,
    const QString &target, const QString &previous)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [=](Store &store) -> Result<void> {
        const auto saved = store.saveTask(spec, instance, source, target, previous);
        return saved ? Result<void>() : saved.error();
    });
    return request;
}

quint64 StoreService::saveMigration(const MigrationDocument &document)
{
    const quint64 request = ++m_lastRequest;
    MigrationDocument stripped = document;
    const EndpointSecrets source = takeSecrets(stripped.source);
    const EndpointSecrets target = takeSecrets(stripped.target);
    const auto keyed = std::make_shared<std::map<QString, Secret>>();
    run(
        request, Reread::All,
        [stripped, source, target, keyed](Store &store) -> Result<void> {
            const auto uids = store.saveMigration(stripped);
            if (!uids) {
                return uids.error();
            }
            addKeyed(*keyed, uids->source, source);
            addKeyed(*keyed, uids->target, target);
            return {};
        },
        [this, request, keyed] { keepSecrets(request, *keyed); });
    return request;
}

quint64 StoreService::remove(DefinitionKind kind, const QString &identifier)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [kind, identifier](Store &store) { return store.remove(kind, identifier); });
    QTimer::singleShot(std::chrono::seconds(kUndoSeconds), this,
        [this] { purge(m_clock.nowMicros() - (kUndoSeconds - 1) * kMicrosPerSecond); });
    return request;
}

quint64 StoreService::undoRemove(DefinitionKind kind, const QString &identifier)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [kind, identifier](Store &store) { return store.undoRemove(kind, identifier); });
    return request;
}

void StoreService::purge(int64_t removedBefore)
{
    const auto keys = std::make_shared<QStringList>();
    const auto forget = [this, keys] {
        for (const QString &key : *keys) {
            m_secrets.remove(key, [key](const Result<void> &removed) {
                if (!removed) {
                    qCWarning(lcCommon).noquote()
                        << "A secret stayed in the keychain:" << key << removed.error().text();
                }
            });
        }
    };
    run(
        0, Reread::Nothing,
        [removedBefore, keys](Store &store) -> Result<void> {
            const auto purged = store.purge(removedBefore);
            *keys = purged ? *purged : QStringList();
            return purged ? Result<void>() : purged.error();
        },
        forget);
}

quint64 StoreService::saveConnectionTest(const QString &endpoint, const std::vector<ProbeStep> &steps)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [endpoint, steps](Store &store) { return store.saveConnectionTest(endpoint, steps); });
    return request;
}

quint64 StoreService::saveAssessment(const QString &task, const std::vector<ProbeStep> &steps)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [task, steps](Store &store) { return store.saveAssessment(task, steps); });
    return request;
}

quint64 StoreService::dismissInterruptions()
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [](Store &store) { return store.dismissInterruptions(); });
    return request;
}

void StoreService::watchOthers()
{
    const auto &tasks = m_definitions.tasks;
    if (std::any_of(tasks.begin(), tasks.end(), [](const StoredTask &task) { return task.isRunningElsewhere; })) {
        m_othersTimer.start();
    }
}

void StoreService::saveStatistics(const TaskSnapshot &snapshot)
{
    m_statistics[snapshot.identifier] = snapshot;
    TaskStatus &status = m_statuses[snapshot.identifier];
    if (std::exchange(status, snapshot.status) != snapshot.status) {
        writeStatistics();
    } else if (!m_statisticsTimer.isActive()) {
        m_statisticsTimer.start();
    }
}

void StoreService::writeStatistics()
{
    m_statisticsTimer.stop();
    for (const auto &[task, snapshot] : std::exchange(m_statistics, {})) {
        m_thread->post([this, written = snapshot](const Result<Store *> &store) {
            const auto saved = store ? store.value()->saveStatistics(written) : Result<void>(store.error());
            const auto events = saved ? read(**store, Reread::Events) : Result<Reading>(saved.error());
            QMetaObject::invokeMethod(this, [this, events] { applyStatistics(events); });
        });
    }
}

// Told once, as it would come again every two seconds while the disk is full.
void StoreService::applyStatistics(const Result<Reading> &reading)
{
    const bool isTold = std::exchange(m_isStatisticsFailureTold, !reading);
    if (!reading) {
        if (!isTold && reading.error().code != QLatin1String("store.not-found")) {
            Q_EMIT failed(0, reading.error());
        }
        return;
    }
    const bool isNew
        = m_events.empty() || reading->events->empty() || m_events.front().id != reading->events->front().id;
    if (isNew) {
        m_events = *reading->events;
        Q_EMIT eventsChanged();
    }
}

quint64 StoreService::addEvent(EventKind kind, const QString &source, const QString &detail)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::Events, [=](Store &store) { return store.addEvent(kind, source, detail); });
    return request;
}

quint64 StoreService::saveDraft(const QString &name, const QByteArray &content)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [name, content](Store &store) { return store.saveDraft(name, content); });
    return request;
}

quint64 StoreService::removeDraft(const QString &name)
{
    const quint64 request = ++m_lastRequest;
    run(request, Reread::All, [name](Store &store) { return store.removeDraft(name); });
    return request;
}

void StoreService::flush()
{
    writeStatistics();
    m_thread->wait();
}

} // namespace rowcast
