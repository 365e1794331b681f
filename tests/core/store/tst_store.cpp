// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/Store.h"
#include "tests/core/store/StoreSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowcast;

namespace {

const SystemClock kClock;

TaskSnapshot snapshotOf(TaskStatus status)
{
    TaskSnapshot snapshot;
    snapshot.identifier = QStringLiteral("shop-to-bus");
    snapshot.status = status;
    snapshot.phase = TaskPhase::Cdc;
    snapshot.fullLoadProgressPercent = 100;
    snapshot.startMicros = 1'700'000'000'000'001;
    snapshot.recoveryCheckpoint = QStringLiteral("checkpoint:V1#27#mysql-bin-changelog.157832:1975");
    TableStatistics table;
    table.schemaName = QStringLiteral("shop");
    table.tableName = QStringLiteral("orders");
    table.state = TableState::Completed;
    table.appliedInserts = 9'007'199'254'740'993; // more than a double holds
    table.failure = Failure{QStringLiteral("a.b"), QStringLiteral("c"), QStringLiteral("r"), QStringLiteral("d"), true};
    snapshot.tables = {table};
    return snapshot;
}

ProbeStep stepOf(StepState state)
{
    ProbeStep step;
    step.id = QStringLiteral("source.grants");
    step.title = QStringLiteral("Grants");
    step.state = state;
    step.milliseconds = 12;
    step.evidence = QStringLiteral("REPLICATION SLAVE");
    if (state == StepState::Failed) {
        step.failure.code = QStringLiteral("mysql.grants");
        step.failure.remedy = QStringLiteral("`GRANT`");
    }
    return step;
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;

    void reopen()
    {
        m_store.reset();
        auto store = Store::open(m_folder->filePath(QStringLiteral("store.sqlite")), kClock);
        QVERIFY2(store, store ? "" : qPrintable(store.error().text()));
        m_store = *std::move(store);
    }
    DefinitionsSnapshot definitions()
    {
        const auto read = m_store->definitions();
        return read ? *read : DefinitionsSnapshot();
    }
    QStringList eventNames()
    {
        QStringList names;
        const auto events = m_store->events(100);
        for (const Event &event : *events) {
            names.prepend(QString::fromLatin1(eventType(event.kind).name));
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void migrationComesBackWithoutSecrets()
    {
        const MigrationDocument document = sampleMigration();
        QVERIFY(m_store->saveMigration(document));
        reopen();
        const DefinitionsSnapshot all = definitions();
        QVERIFY2(all.problems.empty(), all.problems.empty() ? "" : qPrintable(all.problems.front().text()));
        QCOMPARE(all.instances.size(), size_t(1));
        QVERIFY(all.instance(QStringLiteral("this-computer"))->spec == document.instance);
        EndpointSpec source = document.source;
        source.password = {};
        QVERIFY(all.endpoint(QStringLiteral("shop"))->spec == source);
        QVERIFY(all.endpoint(QStringLiteral("BUS"))->spec.kafka.saslPassword.isEmpty());
        const StoredTask *task = all.task(QStringLiteral("shop-to-bus"));
        QVERIFY(task != nullptr);
        QVERIFY(task->spec == document.task);
        QCOMPARE(task->source, QStringLiteral("shop"));
        QCOMPARE(task->target, QStringLiteral("bus"));
        QCOMPARE(task->last.status, TaskStatus::Ready);
        QCOMPARE(all.tasksOfEndpoint(QStringLiteral("bus")), QStringList{QStringLiteral("shop-to-bus")});
    }

    void migrationIsAllOrNothing()
    {
        MigrationDocument document = sampleMigration();
        document.target.identifier = QStringLiteral("Shop");
        const auto saved = m_store->saveMigration(document);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, QStringLiteral("store.exists"));
        QVERIFY(definitions().instances.empty());
        QVERIFY(definitions().endpoints.empty());
        QVERIFY(eventNames().isEmpty());
    }

    void identifiersAreUnique()
    {
        const EndpointSpec spec = sampleMigration().source;
        const auto uid = m_store->saveEndpoint(spec, {});
        QVERIFY(uid);
        QCOMPARE(m_store->saveEndpoint(spec, {}).error().code, QStringLiteral("store.exists"));
        EndpointSpec other = spec;
        other.identifier = QStringLiteral("other");
        QVERIFY(m_store->saveEndpoint(other, {}));
        QCOMPARE(m_store->saveEndpoint(spec, other.identifier).error().code, QStringLiteral("store.exists"));
        QCOMPARE(m_store->saveEndpoint(spec, QStringLiteral("gone")).error().code, QStringLiteral("store.not-found"));
        EndpointSpec renamed = spec;
        renamed.identifier = QStringLiteral("SHOP");
        QCOMPARE(m_store->saveEndpoint(renamed, QStringLiteral("shop")).value(), *uid);
    }

    void renamingKeepsTheTask()
    {
        const MigrationDocument document = sampleMigration();
        QVERIFY(m_store->saveMigration(document));
        EndpointSpec renamed = document.source;
        renamed.identifier = QStringLiteral("shop-writer");
        QVERIFY(m_store->saveEndpoint(renamed, QStringLiteral("shop")));
        QCOMPARE(definitions().task(QStringLiteral("shop-to-bus"))->source, renamed.identifier);
    }

    void whatIsUsedStays()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        for (const auto &[kind, identifier] : {std::pair(DefinitionKind::Endpoint, QStringLiteral("bus")),
                 std::pair(DefinitionKind::Instance, QStringLiteral("this-computer"))}) {
            const auto removed = m_store->remove(kind, identifier);
            QVERIFY(!removed);
            QCOMPARE(removed.error().code, QStringLiteral("store.in-use"));
            QVERIFY(removed.error().cause.contains(QStringLiteral("shop-to-bus")));
        }
    }

    void removalCanBeUndoneUntilThePurge()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        QVERIFY(m_store->saveStatistics(snapshotOf(TaskStatus::Stopped)));
        QVERIFY(m_store->remove(DefinitionKind::Task, QStringLiteral("shop-to-bus")));
        QVERIFY(m_store->remove(DefinitionKind::Endpoint, QStringLiteral("shop")));
        QVERIFY(definitions().tasks.empty());
        QVERIFY(m_store->undoRemove(DefinitionKind::Task, QStringLiteral("shop-to-bus")));
        const DefinitionsSnapshot all = definitions();
        QCOMPARE(all.task(QStringLiteral("shop-to-bus"))->source, QStringLiteral("shop"));
        QCOMPARE(all.task(QStringLiteral("shop-to-bus"))->last.tables.size(), size_t(1));
        QVERIFY(!eventNames().contains(QStringLiteral("TaskDeleted")));

        QVERIFY(m_store->remove(DefinitionKind::Task, QStringLiteral("shop-to-bus")));
        QVERIFY(m_store->purge(kClock.nowMicros() + 1));
        QCOMPARE(m_store->undoRemove(DefinitionKind::Task, QStringLiteral("shop-to-bus")).error().code,
            QStringLiteral("store.not-found"));
    }

    void purgeTellsTheKeysOfSecrets()
    {
        const auto uids = m_store->saveMigration(sampleMigration());
        QVERIFY(uids);
        QVERIFY(m_store->saveSecretPlace(uids->source, QStringLiteral("Password"), SecretPlace::Keychain));
        const std::map<QString, SecretPlace> expected = {{QStringLiteral("Password"), SecretPlace::Keychain}};
        QVERIFY(definitions().endpoint(QStringLiteral("shop"))->secretPlaces == expected);
        QVERIFY(m_store->remove(DefinitionKind::Task, QStringLiteral("shop-to-bus")));
        QVERIFY(m_store->remove(DefinitionKind::Endpoint, QStringLiteral("shop")));
        const auto keys = m_store->purge(kClock.nowMicros() + 1);
        QVERIFY(keys);
        QCOMPARE(*keys, QStringList{QStringLiteral("endpoint/%1/Password").arg(uids->source)});
        QVERIFY(definitions().endpoint(QStringLiteral("bus")) != nullptr);
    }

    void connectionTestIsOfTheSpecThatWasTested()
    {
        const EndpointSpec spec = sampleMigration().source;
        QVERIFY(m_store->saveEndpoint(spec, {}));
        QVERIFY(m_store->saveConnectionTest(spec.identifier, {stepOf(StepState::Passed), stepOf(StepState::Failed)}));
        const auto test = definitions().endpoint(spec.identifier)->lastTest;
        QVERIFY(test);
        QVERIFY(test->isCurrent);
        QCOMPARE(test->verdict(), StepState::Failed);
        QCOMPARE(test->steps.at(1).failure.remedy, QStringLiteral("`GRANT`"));
        QCOMPARE(test->steps.at(0).milliseconds, int64_t(12));
        EndpointSpec edited = spec;
        edited.port = 3307;
        QVERIFY(m_store->saveEndpoint(edited, spec.identifier));
        QVERIFY(!definitions().endpoint(spec.identifier)->lastTest->isCurrent);
    }

    void statisticsComeBack()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        const TaskSnapshot snapshot = snapshotOf(TaskStatus::Stopped);
        QVERIFY(m_store->saveStatistics(snapshot));
        reopen();
        const TaskSnapshot last = definitions().task(snapshot.identifier)->last;
        QCOMPARE(last.status, TaskStatus::Stopped);
        QCOMPARE(last.phase, TaskPhase::Cdc);
        QCOMPARE(last.startMicros, snapshot.startMicros);
        QCOMPARE(last.recoveryCheckpoint, snapshot.recoveryCheckpoint);
        QCOMPARE(last.tables.size(), size_t(1));
        QCOMPARE(last.tables[0].appliedInserts, snapshot.tables[0].appliedInserts);
        QCOMPARE(last.tables[0].state, TableState::Completed);
        QVERIFY(last.tables[0].failure == snapshot.tables[0].failure);
        TaskSnapshot unknown = snapshot;
        unknown.identifier = QStringLiteral("gone");
        QCOMPARE(m_store->saveStatistics(unknown).error().code, QStringLiteral("store.not-found"));
    }

    void retentionIsKeptForAStoppedTask()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        TaskSnapshot snapshot = snapshotOf(TaskStatus::Stopped);
        snapshot.freshStartMicros = 1'795'400'000'000'000;
        snapshot.positionMicros = 1'795'410'000'000'000;
        Retention binlog;
        binlog.name = QStringLiteral("binlog");
        binlog.isKnown = true;
        binlog.heldSeconds = 86'400;
        binlog.mostBytes = uint64_t(1) << 41;
        binlog.bytesLeft = 12;
        binlog.remedy = QStringLiteral("`SET PERSIST binlog_expire_logs_seconds = 604800;`");
        binlog.neededMicros = snapshot.positionMicros;
        Retention topic;
        topic.holder = Retention::Holder::Topic;
        topic.name = QStringLiteral("shop");
        topic.neededMicros = snapshot.freshStartMicros;
        snapshot.retentions = {binlog, topic};
        QVERIFY(m_store->saveStatistics(snapshot));
        reopen();
        const auto last = [this] { return definitions().task(QStringLiteral("shop-to-bus"))->last; };
        QCOMPARE(last().positionMicros, snapshot.positionMicros);
        QVERIFY(last().retentions == snapshot.retentions);
        // a start that comes no further than to a dead server knows less, and forgets nothing
        QVERIFY(m_store->saveStatistics(snapshotOf(TaskStatus::Failed)));
        QVERIFY(last().retentions == snapshot.retentions);
        QCOMPARE(last().freshStartMicros, snapshot.freshStartMicros);
        TaskSnapshot anew = snapshotOf(TaskStatus::Running);
        anew.freshStartMicros = snapshot.positionMicros + 1;
        QVERIFY(m_store->saveStatistics(anew));
        QVERIFY(last().retentions.empty());
    }

    void assessmentStaysWithItsTask()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        QVERIFY(!definitions().task(QStringLiteral("shop-to-bus"))->lastAssessment);
        for (const StepState state : {StepState::Failed, StepState::Warning}) {
            QVERIFY(m_store->saveAssessment(QStringLiteral("shop-to-bus"), {stepOf(state)}));
        }
        reopen();
        const auto kept = definitions().task(QStringLiteral("shop-to-bus"))->lastAssessment;
        QVERIFY(kept && kept->isCurrent && kept->micros > 0);
        QCOMPARE(kept->verdict(), StepState::Warning);
        TaskSpec edited = sampleMigration().task;
        edited.migrationType = MigrationType::Cdc;
        QVERIFY(m_store->saveTask(edited, QStringLiteral("this-computer"), QStringLiteral("shop"),
            QStringLiteral("bus"), QStringLiteral("shop-to-bus")));
        QVERIFY(!definitions().task(QStringLiteral("shop-to-bus"))->lastAssessment->isCurrent);
        QCOMPARE(m_store->saveAssessment(QStringLiteral("other"), {}).error().code, QStringLiteral("store.not-found"));
    }

    void eventsFollowWhatHappens()
    {
        QVERIFY(m_store->saveMigration(sampleMigration()));
        QVERIFY(m_store->saveMigration(sampleMigration()).error().code == QLatin1String("store.exists"));
        for (const TaskStatus status : {TaskStatus::Starting, TaskStatus::Running, TaskStatus::Stopping,
                 TaskStatus::Stopped, TaskStatus::Starting}) {
            QVERIFY(m_store->saveStatistics(snapshotOf(status)));
        }
        TaskSnapshot failed = snapshotOf(TaskStatus::Failed);
        failed.failure = Failure{QStringLiteral("mysql.binlog.purged"), QStringLiteral("Gone."), {}, {}, false};
        QVERIFY(m_store->saveStatistics(failed));
        QCOMPARE(eventNames().join(QLatin1Char(' ')),
            QStringLiteral("InstanceCreated EndpointCreated EndpointCreated TaskCreated TaskStarted TaskStopped "
                           "TaskStarted TaskFailed"));
        const auto newest = m_store->events(1);
        QCOMPARE(newest->front().detail, QStringLiteral("mysql.binlog.purged: Gone."));
        QCOMPARE(QString::fromLatin1(eventType(newest->front().kind).id), QStringLiteral("DMS-EVENT-0078"));
    }

    void draftsSurvive()
    {
        QVERIFY(m_store->saveDraft(QStringLiteral("new-migration"), R"({"step":2})"));
        QVERIFY(m_store->saveDraft(QStringLiteral("new-migration"), R"({"step":3})"));
        QVERIFY(m_store->saveDraft(QStringLiteral("empty"), {}));
        reopen();
        QCOMPARE(definitions().draft(QStringLiteral("new-migration"))->content, QByteArray(R"({"step":3})"));
        QVERIFY(m_store->removeDraft(QStringLiteral("new-migration")));
        QVERIFY(definitions().draft(QStringLiteral("new-migration")) == nullptr);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
