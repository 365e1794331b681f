// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/document/MigrationDocument.h"
#include "core/store/Definitions.h"
#include "core/store/Event.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace rowcast {

class Store;
class StoreThread;

// The store for a program with a window: verbs in, value snapshots out; the file is read and written on a thread of its
// own. Main thread, with an event loop. A verb returns at once with a number; done or failed with that number comes
// later, after the snapshots that show its effect. Verbs take effect in their order. The destructor waits for them.
class StoreService : public QObject {
    Q_OBJECT

public:
    static constexpr int kUndoSeconds = 10;

    // file: the database, made when missing, with its folder. secrets and clock outlive the service. Opens at once;
    // answers with opened() or openFailed() ("store.damaged", "store.newer", "store.read-only", "store.disk-full", ...:
    // the file is left as it was; every verb fails then).
    StoreService(const QString &file, Secrets &secrets, const Clock &clock, QObject *parent = nullptr);
    ~StoreService() override;

    [[nodiscard]] const QString &file() const { return m_file; }
    // As of the last signal; empty before opened().
    [[nodiscard]] const DefinitionsSnapshot &definitions() const { return m_definitions; }
    // Newest first, at most 1,000.
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }

    // Save: makes a new one, or replaces the one called `previous` (its identifier before the edit; empty: new).
    // Failure "store.exists" for an identifier that another one has, "store.not-found".
    quint64 saveInstance(const ReplicationInstanceSpec &spec, const QString &previous = {});
    // Secrets given as text go to the keychain, never into the file; a secret left empty keeps what is stored.
    quint64 saveEndpoint(const EndpointSpec &spec, const QString &previous = {});
    quint64 saveTask(const TaskSpec &spec, const QString &instance, const QString &source, const QString &target,
        const QString &previous = {});
    // All four parts of a new migration, or none. Parts that exist under their identifier are replaced by these.
    quint64 saveMigration(const MigrationDocument &document);
    // Gone at once, for good after kUndoSeconds or at the program's end. "store.in-use" names the tasks that use it.
    quint64 remove(DefinitionKind kind, const QString &identifier);
    quint64 undoRemove(DefinitionKind kind, const QString &identifier);

    quint64 saveConnectionTest(const QString &endpoint, const std::vector<ProbeStep> &steps);
    quint64 saveAssessment(const QString &task, const std::vector<ProbeStep> &steps);
    // Nobody is asked any more about the tasks that a crash ended.
    quint64 dismissInterruptions();
    // As often as they come; written every two seconds, and at once where the status changes.
    void saveStatistics(const TaskSnapshot &snapshot);
    quint64 addEvent(EventKind kind, const QString &source, const QString &detail = {});
    quint64 saveDraft(const QString &name, const QByteArray &content);
    quint64 removeDraft(const QString &name);

    // An endpoint with its secrets, to test or to use it. uid: of the stored endpoint, empty for one that is not
    // stored. Fails with "secrets.missing" where the keychain no longer has one: ask and save the endpoint again.
    using EndpointDone = std::function<void(Result<EndpointSpec>)>;
    void completeEndpoint(const EndpointSpec &spec, const QString &uid, QObject *context, EndpointDone done);
    // A stored task as the document that a replication instance starts. done is called unless context is gone by then.
    using DocumentDone = std::function<void(Result<MigrationDocument>)>;
    void completeDocument(const QString &task, QObject *context, DocumentDone done);

    // Waits until what was asked for so far is in the file; for the program's end and for tests.
    void flush();

Q_SIGNALS:
    void opened();
    void openFailed(const rowcast::Failure &failure);
    void definitionsChanged(const rowcast::DefinitionsSnapshot &definitions);
    void eventsChanged();
    void done(quint64 request);
    void failed(quint64 request, const rowcast::Failure &failure);

private:
    using Verb = std::function<Result<void>(Store &)>;
    // What a verb changes, and is therefore read again after it.
    enum class Reread : uint8_t { Nothing, Events, All };
    struct Reading {
        std::optional<DefinitionsSnapshot> definitions;
        std::optional<std::vector<Event>> events;
    };
    // Runs a verb; then `after`, where it is given, or done.
    void run(quint64 request, Reread reread, Verb verb, std::function<void()> after = {});
    [[nodiscard]] static Result<Reading> read(Store &store, Reread reread);
    void apply(quint64 request, const Result<Reading> &reading, const std::function<void()> &after);
    void open();
    // Keeps secrets and notes where they lie, then reads all again and says done.
    void keepSecrets(quint64 request, const std::map<QString, Secret> &secretsByKey);
    void notePlace(const QString &key, SecretPlace place);
    void purge(int64_t removedBefore);
    void writeStatistics();
    // While another program runs tasks of this file: looks after them now and then, also whether it has died.
    void watchOthers();
    void applyStatistics(const Result<Reading> &reading);
    void readSecrets(const StoredEndpoint &stored, const EndpointSpec &spec, QObject *context, EndpointDone done);

    const QString m_file;
    Secrets &m_secrets;
    const Clock &m_clock;
    DefinitionsSnapshot m_definitions;
    std::vector<Event> m_events;
    quint64 m_lastRequest = 0;
    std::map<QString, TaskSnapshot> m_statistics; // to be written, by task
    std::map<QString, TaskStatus> m_statuses; // as they were handed over last, by task
    bool m_isStatisticsFailureTold = false;
    QTimer m_statisticsTimer;
    QTimer m_othersTimer;
    std::unique_ptr<StoreThread> m_thread; // last: ends before what its jobs use
};

} // namespace rowcast
