// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/document/MigrationDocument.h"
#include "core/store/Database.h"
#include "core/store/DefinitionTable.h"
#include "core/store/Definitions.h"
#include "core/store/Event.h"
#include "core/store/SessionMark.h"

#include <memory>

namespace rowcast {

// The store's file: instances, endpoints, tasks, what came of them, events and drafts. Secrets never get in. Every call
// is one transaction and waits for it; all on the thread that opened it. Programs with a window use StoreService.
//
// An open store is a session. Tasks that are active in one whose program died are found by settleSessions(), which the
// next one calls when it opens; its own end marks tasks that are still active as stopped.
class Store {
public:
    // Makes or migrates the file. Failures as of Database. clock outlives the store.
    static Result<std::unique_ptr<Store>> open(
        const QString &file, const Clock &clock, const Database::Options &options = {});
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    Result<DefinitionsSnapshot> definitions();
    Result<std::vector<Event>> events(int most);

    // The verbs of StoreService; those that save tell the ids that stay.
    Result<QString> saveInstance(const ReplicationInstanceSpec &spec, const QString &previous);
    Result<QString> saveEndpoint(const EndpointSpec &spec, const QString &previous);
    Result<QString> saveTask(const TaskSpec &spec, const QString &instance, const QString &source,
        const QString &target, const QString &previous);
    struct MigrationUids {
        QString source;
        QString target;
    };
    Result<MigrationUids> saveMigration(const MigrationDocument &document);
    Result<void> saveSecretPlace(const QString &endpointUid, const QString &field, SecretPlace place);
    Result<void> remove(DefinitionKind kind, const QString &identifier);
    Result<void> undoRemove(DefinitionKind kind, const QString &identifier);
    // Deletes for good what was removed before that time; tells the keys of secrets that nobody needs any more.
    Result<QStringList> purge(int64_t removedBefore);

    Result<void> saveConnectionTest(const QString &endpoint, const std::vector<ProbeStep> &steps);
    // Adds the events that a change of status means.
    Result<void> saveStatistics(const TaskSnapshot &snapshot);
    Result<void> saveAssessment(const QString &task, const std::vector<ProbeStep> &steps);
    // Marks what ran in sessions that died as stopped and interrupted; what other living sessions run stays active.
    Result<void> settleSessions();
    // Nobody is asked any more about the tasks that are interrupted now.
    Result<void> dismissInterruptions();
    Result<void> addEvent(EventKind kind, const QString &source, const QString &detail);
    Result<void> saveDraft(const QString &name, const QByteArray &content);
    Result<void> removeDraft(const QString &name);

private:
    Store(std::unique_ptr<Database> database, std::unique_ptr<SessionMark> session, const QString &file,
        const Clock &clock);
    [[nodiscard]] qlonglong now() const { return static_cast<qlonglong>(m_clock.nowMicros()); }
    [[nodiscard]] DefinitionTable &table(DefinitionKind kind);
    // Runs work in a transaction and gives what it gives.
    template <typename T> Result<T> inTransaction(const std::function<Result<T>()> &work);
    Result<QString> writeInstance(const DefinitionTable::Slot &slot, const ReplicationInstanceSpec &spec);
    Result<QString> writeEndpoint(const DefinitionTable::Slot &slot, EndpointSpec spec);
    Result<QString> writeTask(const DefinitionTable::Slot &slot, const TaskSpec &spec, const QString &instance,
        const QString &source, const QString &target);
    Result<QString> writeDefinition(
        DefinitionKind kind, const DefinitionTable::Slot &slot, const QString &identifier, const QByteArray &document);
    Result<void> writeEvent(EventKind kind, const QString &source, const QString &detail);
    Result<void> checkUnused(DefinitionKind kind, const QString &uid, const QString &identifier);
    Result<void> bringBackEnds(const QString &task);
    Result<bool> writeStatus(const QString &taskUid, const TaskSnapshot &snapshot);
    Result<void> writeTables(const QString &task, const std::vector<TableStatistics> &tables);
    Result<void> beginSession();
    Result<void> endSession();
    Result<void> settleSession(const QString &uid, int64_t seen);
    Result<void> settleUnknown();
    Result<void> settleTask(const QVariantList &task, int64_t seen);

    const QString m_file;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SessionMark> m_session;
    const Clock &m_clock;
    DefinitionTable m_instances;
    DefinitionTable m_endpoints;
    DefinitionTable m_tasks;
};

// The key in Secrets of one field of a stored endpoint.
[[nodiscard]] QString secretKey(const QString &endpointUid, const QString &field);

} // namespace rowcast
