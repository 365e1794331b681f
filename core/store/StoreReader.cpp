// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/StoreReader.h"

#include "core/store/SnapshotJson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace rowcast {

namespace {

using Rows = QList<QVariantList>;

Failure unreadableFailure(const QString &identifier, const Failure &reason)
{
    return {.code = QStringLiteral("store.unreadable"),
        .cause = QCoreApplication::translate("Store", "The definition of %1 cannot be read by this version: %2")
                     .arg(identifier, reason.cause),
        .remedy = QCoreApplication::translate(
            "Store", "It stays in the file; start the version that made it, or define it anew."),
        .detail = reason.text(),
        .retryable = false};
}

std::map<QString, SecretPlace> placesOf(const QByteArray &json)
{
    std::map<QString, SecretPlace> places;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        places[field.key()] = field.value() == QLatin1String("keychain") ? SecretPlace::Keychain : SecretPlace::Session;
    }
    return places;
}

Result<void> readInstances(Database &database, DefinitionsSnapshot &snapshot)
{
    const auto rows = database.rows(QStringLiteral(
        "SELECT uid, identifier, document, created, changed FROM instances WHERE deleted IS NULL ORDER BY identifier"));
    if (!rows) {
        return rows.error();
    }
    for (const QVariantList &row : *rows) {
        const auto spec = parseInstance(row[2].toByteArray());
        if (spec) {
            snapshot.instances.push_back({row[0].toString(), *spec, row[3].toLongLong(), row[4].toLongLong()});
        } else {
            snapshot.problems.push_back(unreadableFailure(row[1].toString(), spec.error()));
        }
    }
    return {};
}

std::optional<ConnectionTest> testOf(
    const QVariant &time, const QVariant &document, const QVariant &steps, const QByteArray &endpointDocument)
{
    if (time.isNull()) {
        return std::nullopt;
    }
    return ConnectionTest{
        time.toLongLong(), stepsFromJson(steps.toByteArray()), document.toByteArray() == endpointDocument};
}

Result<void> readEndpoints(Database &database, DefinitionsSnapshot &snapshot)
{
    const auto rows = database.rows(QStringLiteral(
        "SELECT e.uid, e.identifier, e.document, e.secret_places, e.created, e.changed, t.tested, t.document, t.steps "
        "FROM endpoints e LEFT JOIN connection_tests t ON t.endpoint = e.uid "
        "WHERE e.deleted IS NULL ORDER BY e.identifier"));
    if (!rows) {
        return rows.error();
    }
    for (const QVariantList &row : *rows) {
        const QByteArray document = row[2].toByteArray();
        const auto spec = parseEndpoint(document, SecretCheck::MayBeMissing);
        if (spec) {
            snapshot.endpoints.push_back({row[0].toString(), *spec, placesOf(row[3].toByteArray()),
                testOf(row[6], row[7], row[8], document), row[4].toLongLong(), row[5].toLongLong()});
        } else {
            snapshot.problems.push_back(unreadableFailure(row[1].toString(), spec.error()));
        }
    }
    return {};
}

Result<std::map<QString, std::vector<TableStatistics>>> readStatistics(Database &database)
{
    const auto rows = database.rows(QStringLiteral(
        "SELECT task, schema_name, table_name, counts FROM table_statistics ORDER BY schema_name, table_name"));
    if (!rows) {
        return rows.error();
    }
    std::map<QString, std::vector<TableStatistics>> ofTask;
    for (const QVariantList &row : *rows) {
        TableStatistics table = countsFromJson(row[3].toByteArray());
        table.schemaName = row[1].toString();
        table.tableName = row[2].toString();
        ofTask[row[0].toString()].push_back(table);
    }
    return ofTask;
}

StoredTask taskOf(const QVariantList &row, const TaskSpec &spec, const QString &session)
{
    StoredTask task;
    task.uid = row[0].toString();
    task.spec = spec;
    task.instance = row[3].toString();
    task.source = row[4].toString();
    task.target = row[5].toString();
    const QByteArray status = row[6].toByteArray();
    task.last = statusFromJson(status);
    task.last.identifier = spec.identifier;
    task.wasInterrupted = isInterrupted(status);
    task.interruptedMicros = row[7].toLongLong();
    task.isRunningElsewhere = !row[8].isNull() && row[8].toString() != session;
    task.lastAssessment = testOf(row[9], row[10], row[11], row[2].toByteArray());
    task.createdMicros = row[12].toLongLong();
    task.changedMicros = row[13].toLongLong();
    return task;
}

Result<void> readTasks(Database &database, const QString &session, DefinitionsSnapshot &snapshot)
{
    auto statistics = readStatistics(database);
    const auto rows = database.rows(
        QStringLiteral("SELECT t.uid, t.identifier, t.document, i.identifier, s.identifier, g.identifier, t.status, "
                       "t.interrupted, t.session, a.assessed, a.document, a.steps, t.created, t.changed "
                       "FROM tasks t JOIN instances i ON i.uid = t.instance JOIN endpoints s ON s.uid = t.source "
                       "JOIN endpoints g ON g.uid = t.target LEFT JOIN assessments a ON a.task = t.uid "
                       "WHERE t.deleted IS NULL ORDER BY t.identifier"));
    if (!rows || !statistics) {
        return rows ? statistics.error() : rows.error();
    }
    for (const QVariantList &row : *rows) {
        const auto spec = parseTask(row[2].toByteArray());
        if (!spec) {
            snapshot.problems.push_back(unreadableFailure(row[1].toString(), spec.error()));
            continue;
        }
        StoredTask task = taskOf(row, *spec, session);
        task.last.tables = (*statistics)[task.uid];
        snapshot.tasks.push_back(std::move(task));
    }
    return {};
}

Result<void> readDrafts(Database &database, DefinitionsSnapshot &snapshot)
{
    const auto rows = database.rows(QStringLiteral("SELECT name, content, changed FROM drafts ORDER BY name"));
    if (!rows) {
        return rows.error();
    }
    for (const QVariantList &row : *rows) {
        snapshot.drafts.push_back({row[0].toString(), row[1].toByteArray(), row[2].toLongLong()});
    }
    return {};
}

} // namespace

Result<DefinitionsSnapshot> readDefinitions(Database &database, const QString &session)
{
    DefinitionsSnapshot snapshot;
    const auto tasksOf = [&session](Database &from, DefinitionsSnapshot &to) { return readTasks(from, session, to); };
    using Read = std::function<Result<void>(Database &, DefinitionsSnapshot &)>;
    for (const Read &read : {Read(readInstances), Read(readEndpoints), Read(tasksOf), Read(readDrafts)}) {
        const auto done = read(database, snapshot);
        if (!done) {
            return done.error();
        }
    }
    return snapshot;
}

Result<std::vector<Event>> readEvents(Database &database, int most)
{
    const auto rows = database.rows(
        QStringLiteral("SELECT id, time, kind, source, detail FROM events ORDER BY id DESC LIMIT ?"), {most});
    if (!rows) {
        return rows.error();
    }
    std::vector<Event> events;
    for (const QVariantList &row : *rows) {
        const auto kind = eventKindOfName(row[2].toString());
        if (kind) {
            events.push_back({row[0].toLongLong(), row[1].toLongLong(), *kind, row[3].toString(), row[4].toString()});
        }
    }
    return events;
}

} // namespace rowcast
