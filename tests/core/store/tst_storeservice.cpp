// SPDX-FileCopyrightText: The Rowcast authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/SessionSecrets.h"
#include "core/store/StoreService.h"
#include "tests/core/store/StoreSamples.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rowcast;

namespace {

const SystemClock kClock;

// A keychain that refuses to take anything.
class RefusingSecrets final : public QObject, public Secrets {
public:
    [[nodiscard]] SecretPlace place() const override { return SecretPlace::Keychain; }
    [[nodiscard]] QString limitation() const override { return {}; }
    void read(const QString &, Read done) override
    {
        QMetaObject::invokeMethod(
            this, [done] { done(missingSecretFailure()); }, Qt::QueuedConnection);
    }
    void write(const QString &, const Secret &, Written done) override
    {
        const Failure refused{QStringLiteral("secrets.keychain"), QStringLiteral("No."), {}, {}, true};
        QMetaObject::invokeMethod(
            this, [done, refused] { done(refused); }, Qt::QueuedConnection);
    }
    void remove(const QString &, Removed done) override
    {
        QMetaObject::invokeMethod(
            this, [done] { done({}); }, Qt::QueuedConnection);
    }
};

} // namespace

class StoreServiceTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<StoreService> m_service;

    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("data/store.sqlite")); }
    void open(Secrets &secrets)
    {
        m_service.reset();
        m_service = std::make_unique<StoreService>(path(), secrets, kClock);
        QSignalSpy opened(m_service.get(), &StoreService::opened);
        QVERIFY(opened.wait());
    }
    // The failure that a verb ends with; empty: done.
    QString outcome(quint64 request)
    {
        QString code = QStringLiteral("(no answer)");
        QObject context;
        connect(m_service.get(), &StoreService::done, &context,
            [&](quint64 answered) { code = answered == request ? QString() : code; });
        connect(m_service.get(), &StoreService::failed, &context,
            [&](quint64 answered, const Failure &failure) { code = answered == request ? failure.code : code; });
        [[maybe_unused]] const bool came
            = QTest::qWaitFor([&] { return code != QLatin1String("(no answer)"); }, 10'000);
        return code;
    }
    Result<MigrationDocument> completed(const QString &task)
    {
        std::optional<Result<MigrationDocument>> answer;
        m_service->completeDocument(
            task, this, [&](Result<MigrationDocument> document) { answer = std::move(document); });
        const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
        return came ? *answer : Result<MigrationDocument>(internalFailure(QStringLiteral("no answer")));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<SessionSecrets>();
        open(*m_secrets);
    }
    void cleanup() { m_service.reset(); }

    void snapshotComesBeforeDone()
    {
        size_t seen = 0;
        connect(m_service.get(), &StoreService::done, this, [&] { seen = m_service->definitions().tasks.size(); });
        QCOMPARE(outcome(m_service->saveMigration(sampleMigration())), QString());
        QCOMPARE(seen, size_t(1));
        QVERIFY(!m_service->events().empty());
    }

    void documentIsCompleteAgain()
    {
        const MigrationDocument document = sampleMigration();
        QCOMPARE(outcome(m_service->saveMigration(document)), QString());
        const auto complete = completed(QStringLiteral("shop-to-bus"));
        QVERIFY2(complete, complete ? "" : qPrintable(complete.error().text()));
        QVERIFY(*complete == document);
        QCOMPARE(completed(QStringLiteral("gone")).error().code, QStringLiteral("store.not-found"));
    }

    void noSecretInTheFilesBytes()
    {
        QCOMPARE(outcome(m_service->saveMigration(sampleMigration())), QString());
        QCOMPARE(outcome(m_service->saveEndpoint(sampleMigration().source, QStringLiteral("shop"))), QString());
        m_service->flush();
        int files = 0;
        const QFileInfoList all = QDir(QFileInfo(path()).path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : all) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            files += content.contains("shop") ? 1 : 0;
            QVERIFY2(!content.contains("Tr0ub4dor"), qPrintable(info.fileName()));
        }
        QVERIFY(files > 0);
    }

    void secretLeftEmptyKeepsWhatIsStored()
    {
        QCOMPARE(outcome(m_service->saveMigration(sampleMigration())), QString());
        EndpointSpec edited = sampleMigration().source;
        edited.password = {};
        edited.port = 3310;
        QCOMPARE(outcome(m_service->saveEndpoint(edited, QStringLiteral("shop"))), QString());
        const auto complete = completed(QStringLiteral("shop-to-bus"));
        QVERIFY(complete);
        QCOMPARE(complete->source.port, 3310);
        QCOMPARE(complete->source.password.secret.reveal(), kDatabaseSecret);
    }

    void secretOfAnotherSessionIsMissing()
    {
        QCOMPARE(outcome(m_service->saveMigration(sampleMigration())), QString());
        QCOMPARE(
            m_service->definitions().endpoint(QStringLiteral("bus"))->secretPlaces.at(QStringLiteral("SaslPassword")),
            SecretPlace::Session);
        SessionSecrets next;
        open(next);
        const auto complete = completed(QStringLiteral("shop-to-bus"));
        QVERIFY(!complete);
        QCOMPARE(complete.error().code, QStringLiteral("secrets.missing"));
        QVERIFY2(complete.error().cause.contains(QStringLiteral("shop")), qPrintable(complete.error().cause));
        m_service.reset();
    }

    void refusedSecretIsTold()
    {
        RefusingSecrets refusing;
        open(refusing);
        QCOMPARE(outcome(m_service->saveEndpoint(sampleMigration().source)), QStringLiteral("secrets.keychain"));
        m_service.reset();
    }

    void purgeForgetsSecrets()
    {
        QCOMPARE(outcome(m_service->saveEndpoint(sampleMigration().source)), QString());
        const QString uid = m_service->definitions().endpoint(QStringLiteral("shop"))->uid;
        QCOMPARE(outcome(m_service->remove(DefinitionKind::Endpoint, QStringLiteral("shop"))), QString());
        QVERIFY(m_service->definitions().endpoints.empty());
        QCOMPARE(outcome(m_service->undoRemove(DefinitionKind::Endpoint, QStringLiteral("shop"))), QString());
        QCOMPARE(outcome(m_service->remove(DefinitionKind::Endpoint, QStringLiteral("shop"))), QString());
        open(*m_secrets); // what was removed before a start is gone for good
        const auto isForgotten = [&] {
            std::optional<bool> missing;
            m_secrets->read(QStringLiteral("endpoint/%1/Password").arg(uid),
                [&](const Result<Secret> &secret) { missing = !secret; });
            return QTest::qWaitFor([&] { return missing.has_value(); }, 1000) && *missing;
        };
        QTRY_VERIFY(isForgotten());
        QCOMPARE(outcome(m_service->undoRemove(DefinitionKind::Endpoint, QStringLiteral("shop"))),
            QStringLiteral("store.not-found"));
    }

    void statisticsOfManyTasksAreWrittenAtTheEnd()
    {
        QCOMPARE(outcome(m_service->saveMigration(sampleMigration())), QString());
        TaskSnapshot snapshot;
        snapshot.identifier = QStringLiteral("shop-to-bus");
        snapshot.status = TaskStatus::Running;
        for (int number = 1; number <= 100; ++number) {
            snapshot.fullLoadProgressPercent = number;
            m_service->saveStatistics(snapshot);
        }
        open(*m_secrets);
        const StoredTask *task = m_service->definitions().task(snapshot.identifier);
        QCOMPARE(task->last.fullLoadProgressPercent, 100);
        QCOMPARE(task->last.status, TaskStatus::Stopped);
        QVERIFY(!task->wasInterrupted); // the program's end was one that somebody wanted
    }

    void unusableFileIsToldAndEveryVerbFails()
    {
        m_service.reset();
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database").repeated(100));
        file.close();
        StoreService service(path(), *m_secrets, kClock);
        QSignalSpy refused(&service, &StoreService::openFailed);
        QSignalSpy failed(&service, &StoreService::failed);
        const quint64 request = service.saveDraft(QStringLiteral("x"), "{}");
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(failed.first().first().toULongLong(), request);
        QCOMPARE(failed.first().last().value<Failure>().code, QStringLiteral("store.damaged"));
    }

    void verbsFromTwoServicesDoNotLoseEachOther()
    {
        StoreService other(path(), *m_secrets, kClock);
        for (int number = 0; number < 40; ++number) {
            (number % 2 == 0 ? *m_service : other).saveDraft(QStringLiteral("draft-%1").arg(number), "{}");
        }
        other.flush();
        m_service->flush();
        QCOMPARE(outcome(m_service->saveDraft(QStringLiteral("last"), "{}")), QString());
        QCOMPARE(m_service->definitions().drafts.size(), size_t(41));
    }
};

QTEST_GUILESS_MAIN(StoreServiceTest)
#include "tst_storeservice.moc"
