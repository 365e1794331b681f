// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Store.h"

#include "core/store/EndpointSecrets.h"
#include "core/store/Schema.h"
#include "core/store/StoreReader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowcast {

namespace {

// What an event of a saved or removed definition is, by its kind.
struct KindEvents {
    EventKind created;
    EventKind modified;
    EventKind removed;
};

KindEvents eventsOf(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Instance:
        return {EventKind::InstanceCreated, EventKind::InstanceClassChanged, EventKind::InstanceDeleted};
    case DefinitionKind::Endpoint:
        return {EventKind::EndpointCreated, EventKind::EndpointModified, EventKind::EndpointDeleted};
    case DefinitionKind::Task:
        break;
    }
    return {EventKind::TaskCreated, EventKind::TaskModified, EventKind::TaskDeleted};
}

Failure inUseFailure(const QString &identifier, const QStringList &tasks)
{
    return {.code = QStringLiteral("store.in-use"),
        .cause
        = QCoreApplication::translate("Store", "%1 is used by %2.").arg(identifier, tasks.join(QLatin1String(", "))),
        .remedy = QCoreApplication::translate("Store", "Delete these tasks first, or have them use another one."),
        .detail = {},
        .retryable = false};
}

} // namespace

QString secretKey(const QString &endpointUid, const QString &field)
{
    return QStringLiteral("endpoint/%1/%2").arg(endpointUid, field);
}

Result<std::unique_ptr<Store>> Store::open(const QString &file, const Clock &clock, const Database::Options &options)
{
    Database::Options known = options;
    known.version = schemaVersion();
    auto database = Database::open(file, known);
    if (!database) {
        return database.error();
    }
    const auto migrated = migrate(**database);
    if (!migrated) {
        return migrated.error();
    }
    auto session = SessionMark::set(file);
    if (!session) {
        return session.error();
    }
    std::unique_ptr<Store> store(new Store(*std::move(database), *std::move(session), file, clock));
    auto ready = store->beginSession();
    if (ready) {
        ready = store->settleSessions();
    }
    return ready ? Result<std::unique_ptr<Store>>(std::move(store)) : ready.error();
}

Store::Store(
    std::unique_ptr<Database> database, std::unique_ptr<SessionMark> session, const QString &file, const Clock &clock)
    : m_file(file)
    , m_database(std::move(database))
    , m_session(std::move(session))
    , m_clock(clock)
    , m_instances(*m_database, QStringLiteral("instances"))
    , m_endpoints(*m_database, QStringLiteral("endpoints"))
    , m_tasks(*m_database, QStringLiteral("tasks"))
{
}

DefinitionTable &Store::table(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Instance:
        return m_instances;
    case DefinitionKind::Endpoint:
        return m_endpoints;
    case DefinitionKind::Task:
        break;
    }
    return m_tasks;
}

template <typename T> Result<T> Store::inTransaction(const std::function<Result<T>()> &work)
{
    std::optional<Result<T>> result;
    const auto committed = m_database->transaction([&]() -> Result<void> {
        result = work();
        return *result ? Result<void>() : result->error();
    });
    return committed ? *std::move(result) : committed.error();
}

Result<DefinitionsSnapshot> Store::definitions()
{
    return readDefinitions(*m_database, m_session->uid());
}

Result<std::vector<Event>> Store::events(int most)
{
    return readEvents(*m_database, most);
}

Result<QString> Store::saveInstance(const ReplicationInstanceSpec &spec, const QString &previous)
{
    return inTransaction<QString>([&]() -> Result<QString> {
        const auto slot = m_instances.slot(spec.identifier, previous);
        return slot ? writeInstance(*slot, spec) : slot.error();
    });
}

Result<QString> Store::saveEndpoint(const EndpointSpec &spec, const QString &previous)
{
    return inTransaction<QString>([&]() -> Result<QString> {
        const auto slot = m_endpoints.slot(spec.identifier, previous);
        return slot ? writeEndpoint(*slot, spec) : slot.error();
    });
}

Result<QString> Store::saveTask(const TaskSpec &spec, const QString &instance, const QString &source,
    const QString &target, const QString &previous)
{
    return inTransaction<QString>([&]() -> Result<QString> {
        const auto slot = m_tasks.slot(spec.identifier, previous);
        return slot ? writeTask(*slot, spec, instance, source, target) : slot.error();
    });
}

Result<Store::MigrationUids> Store::saveMigration(const MigrationDocument &document)
{
    return inTransaction<MigrationUids>([&]() -> Result<MigrationUids> {
        const auto instanceSlot = m_instances.slotOf(document.instance.identifier);
        const auto instance = instanceSlot ? writeInstance(*instanceSlot, document.instance) : instanceSlot.error();
        if (!instance) {
            return instance.error();
        }
        const auto sourceSlot = m_endpoints.slotOf(document.source.identifier);
        const auto source = sourceSlot ? writeEndpoint(*sourceSlot, document.source) : sourceSlot.error();
        if (!source) {
            return source.error();
        }
        // two ends of one name are told as a name that exists
        const bool isOneName = document.source.identifier.compare(document.target.identifier, Qt::CaseInsensitive) == 0;
        const auto targetSlot = isOneName ? m_endpoints.slot(document.target.identifier, {})
                                          : m_endpoints.slotOf(document.target.identifier);
        const auto target = targetSlot ? writeEndpoint(*targetSlot, document.target) : targetSlot.error();
        if (!target) {
            return target.error();
        }
        const auto taskSlot = m_tasks.slot(document.task.identifier, {});
        const auto task = taskSlot ? writeTask(*taskSlot, document.task, document.instance.identifier,
                              document.source.identifier, document.target.identifier)
                                   : taskSlot.error();
        return task ? Result<MigrationUids>(MigrationUids{*source, *target}) : task.error();
    });
}

Result<QString> Store::writeInstance(const DefinitionTable::Slot &slot, const ReplicationInstanceSpec &spec)
{
    return writeDefinition(DefinitionKind::Instance, slot, spec.identifier, instanceJson(spec));
}

Result<QString> Store::writeEndpoint(const DefinitionTable::Slot &slot, EndpointSpec spec)
{
    [[maybe_unused]] const EndpointSecrets leftOut = takeSecrets(spec);
    return writeDefinition(DefinitionKind::Endpoint, slot, spec.identifier, endpointJson(spec));
}

Result<QString> Store::writeTask(const DefinitionTable::Slot &slot, const TaskSpec &spec, const QString &instance,
    const QString &source, const QString &target)
{
    const auto instanceUid = m_instances.uidOf(instance);
    const auto sourceUid = m_endpoints.uidOf(source);
    const auto targetUid = m_endpoints.uidOf(target);
    for (const Result<QString> *uid : {&instanceUid, &sourceUid, &targetUid}) {
        if (!*uid) {
            return uid->error();
        }
    }
    // the ends are not null, so a new row gets them before it is filled
    const auto joined = slot.isNew
        ? m_database->execute(QStringLiteral("INSERT INTO tasks (uid, identifier, document, instance, source, target, "
                                             "created, changed) VALUES (?, ?, '', ?, ?, ?, ?, 0)"),
            {slot.uid, spec.identifier, *instanceUid, *sourceUid, *targetUid, now()})
        : m_database->execute(QStringLiteral("UPDATE tasks SET instance = ?, source = ?, target = ? WHERE uid = ?"),
            {*instanceUid, *sourceUid, *targetUid, slot.uid});
    return joined ? writeDefinition(DefinitionKind::Task, slot, spec.identifier, taskJson(spec)) : joined.error();
}

Result<QString> Store::writeDefinition(
    DefinitionKind kind, const DefinitionTable::Slot &slot, const QString &identifier, const QByteArray &document)
{
    DefinitionTable::Slot target = slot;
    target.isNew = slot.isNew && kind != DefinitionKind::Task;
    const auto changed = table(kind).write(target, identifier, document, m_clock.nowMicros());
    if (!changed) {
        return changed.error();
    }
    const auto told = *changed
        ? writeEvent(slot.isNew ? eventsOf(kind).created : eventsOf(kind).modified, identifier, {})
        : Result<void>();
    return told ? Result<QString>(slot.uid) : told.error();
}

Result<void> Store::saveSecretPlace(const QString &endpointUid, const QString &field, SecretPlace place)
{
    return m_database->execute(
        QStringLiteral("UPDATE endpoints SET secret_places = json_set(secret_places, '$.' || ?, ?) WHERE uid = ?"),
        {field, place == SecretPlace::Keychain ? QStringLiteral("keychain") : QStringLiteral("session"), endpointUid});
}

Result<void> Store::checkUnused(DefinitionKind kind, const QString &uid, const QString &identifier)
{
    if (kind == DefinitionKind::Task) {
        return {};
    }
    // an endpoint may be at either end
    const QString ends
        = kind == DefinitionKind::Instance ? QStringLiteral("(instance)") : QStringLiteral("(source, target)");
    const auto users = m_database->rows(
        QStringLiteral("SELECT identifier FROM tasks WHERE deleted IS NULL AND ? IN %1 ORDER BY identifier").arg(ends),
        {uid});
    if (!users || users->isEmpty()) {
        return users ? Result<void>() : users.error();
    }
    QStringList tasks;
    for (const QVariantList &row : *users) {
        tasks.append(row.first().toString());
    }
    return inUseFailure(identifier, tasks);
}

Result<void> Store::remove(DefinitionKind kind, const QString &identifier)
{
    return m_database->transaction([&]() -> Result<void> {
        const auto uid = table(kind).uidOf(identifier);
        if (!uid) {
            return uid.error();
        }
        auto done = checkUnused(kind, *uid, identifier);
        if (done) {
            done = table(kind).remove(*uid, m_clock.nowMicros());
        }
        return done ? writeEvent(eventsOf(kind).removed, identifier, {}) : done;
    });
}

Result<void> Store::undoRemove(DefinitionKind kind, const QString &identifier)
{
    return m_database->transaction([&]() -> Result<void> {
        auto done = table(kind).undoRemove(identifier);
        if (done && kind == DefinitionKind::Task) {
            done = bringBackEnds(identifier);
        }
        return done ? m_database->execute(QStringLiteral("DELETE FROM events WHERE id = (SELECT max(id) FROM events "
                                                         "WHERE kind = ? AND source = ? COLLATE NOCASE)"),
                   {QString::fromLatin1(eventType(eventsOf(kind).removed).name), identifier})
                    : done;
    });
}

// What the task needs may have been removed after it; it comes back with the task.
Result<void> Store::bringBackEnds(const QString &task)
{
    const auto uid = m_tasks.uidOf(task);
    if (!uid) {
        return uid.error();
    }
    for (const char *statement :
        {"UPDATE instances SET deleted = NULL WHERE uid = (SELECT instance FROM tasks WHERE uid = ?)",
            "UPDATE endpoints SET deleted = NULL WHERE uid = (SELECT source FROM tasks WHERE uid = ?)",
            "UPDATE endpoints SET deleted = NULL WHERE uid = (SELECT target FROM tasks WHERE uid = ?)"}) {
        const auto done = m_database->execute(QString::fromLatin1(statement), {*uid});
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<QStringList> Store::purge(int64_t removedBefore)
{
    return inTransaction<QStringList>([&]() -> Result<QStringList> {
        const QVariantList before = {static_cast<qlonglong>(removedBefore)};
        const auto tasks = m_database->execute(QStringLiteral("DELETE FROM tasks WHERE deleted < ?"), before);
        // an end may still be needed by a task that was removed later
        const QString unused = QStringLiteral("deleted < ? AND uid NOT IN (SELECT %1 FROM tasks)");
        const QString unusedEndpoint
            = unused.arg(QStringLiteral("source")) + QStringLiteral(" AND uid NOT IN (SELECT target FROM tasks)");
        const auto endpoints = m_database->rows(
            QStringLiteral("DELETE FROM endpoints WHERE %1 RETURNING uid, secret_places").arg(unusedEndpoint), before);
        const auto instances = m_database->execute(
            QStringLiteral("DELETE FROM instances WHERE ") + unused.arg(QStringLiteral("instance")), before);
        if (!tasks || !endpoints || !instances) {
            return !tasks ? tasks.error() : !endpoints ? endpoints.error() : instances.error();
        }
        QStringList keys;
        for (const QVariantList &row : *endpoints) {
            const QJsonObject places = QJsonDocument::fromJson(row[1].toByteArray()).object();
            for (const QString &field : places.keys()) {
                keys.append(secretKey(row[0].toString(), field));
            }
        }
        return keys;
    });
}

} // namespace rowcast
